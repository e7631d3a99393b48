import { pausedClock } from '#accountability';
import type { Instant, Suspension, WorkingCalendar } from '#calendar';
import type { PlayedClock } from '../clocks.js';

/**
 * A whole ladder that is stopped, in a rehearsal: its clocks are treated as the engine treats those in the record, by the
 * same function (`pausedClock`); which clocks those are, the store says in SQL and this says of clocks in memory.
 */
export class LadderPause {
  #stretch: Suspension;

  constructor(from: Instant) {
    this.#stretch = { from, to: null, reason: '阶梯暂停' };
  }

  end(at: Instant): void {
    this.#stretch = { ...this.#stretch, to: at };
  }

  /** Writes the pause, as it stands now, into the clocks of the ladder's rungs that do not know of it. */
  heed(clocks: Iterable<PlayedClock>, calendar: WorkingCalendar): void {
    for (const clock of clocks)
      if (this.#covers(clock)) Object.assign(clock, pausedClock(clock, this.#stretch, calendar));
  }

  #covers({ budget, suspensions, armedAt }: PlayedClock): boolean {
    const { from, to } = this.#stretch;
    if (suspensions.some((one) => one.from === from && one.to === to)) return false;
    // What is counted from before its end has to know of it, also where it was armed later.
    return to === null || armedAt < to || ('from' in budget ? (budget.from ?? '') : '') < to;
  }
}
