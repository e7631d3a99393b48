import type { SubjectRef } from '#accountability';
import type { Budget, Instant, Suspension } from '#calendar';
import { keyOf } from './record.js';

/** A clock that runs in a rehearsal. */
export interface PlayedClock {
  subject: SubjectRef;
  name: string;
  detail: { event: string; [fact: string]: unknown };
  budget: Budget;
  suspensions: Suspension[];
  projectedAt: Instant | null;
  calendarVersion: number;
  armedAt: Instant;
}

/** The clocks that run, one a name and subject, as the table of deadlines has them. */
export class Clocks {
  readonly #of = new Map<string, Map<string, PlayedClock>>();

  arm(clock: PlayedClock): void {
    this.disarm(clock.subject, clock.name);
    const key = keyOf(clock.subject);
    const running = this.#of.get(key) ?? new Map<string, PlayedClock>();
    running.set(clock.name, clock);
    this.#of.set(key, running);
  }

  /** Takes off the clock of that name, and all whose name begins with it and a colon. */
  disarm(subject: SubjectRef, name: string): void {
    const running = this.#of.get(keyOf(subject));
    if (!running) return;
    for (const one of [...running.keys()])
      if (one === name || one.startsWith(`${name}:`)) running.delete(one);
  }

  *all(): Iterable<PlayedClock> {
    for (const running of this.#of.values()) yield* running.values();
  }

  /** The earliest instant for which a clock is set. */
  next(): Instant | null {
    let first: Instant | null = null;
    for (const { projectedAt } of this.all())
      if (projectedAt !== null && (first === null || projectedAt < first)) first = projectedAt;
    return first;
  }

  /** Takes the clocks of one instant, in the order in which a sweep takes them. */
  take(at: Instant): PlayedClock[] {
    const due = [...this.all()].filter(({ projectedAt }) => projectedAt === at);
    for (const { subject, name } of due) this.#of.get(keyOf(subject))?.delete(name);
    const order = ({ name, subject }: PlayedClock): string => `${name}/${subject.id}`;
    return due.sort((a, b) => (order(a) < order(b) ? -1 : 1));
  }
}
