import type { Instant } from '#calendar';
import type { Clock } from '#persistence';

/** A clock that the simulation moves; it never goes back. */
export class VirtualClock implements Clock {
  #now: Instant;

  constructor(start: Instant) {
    this.#now = start;
  }

  now(): Instant {
    return this.#now;
  }

  moveTo(instant: Instant): void {
    if (instant > this.#now) this.#now = instant;
  }
}
