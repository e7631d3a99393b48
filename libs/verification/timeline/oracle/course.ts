import type { Minute, Stop } from '../../oracle/days.js';
import { DAY_MINUTES, dayOfMinute, isWorkingDay, shiftDays, timeOfDay } from '../../oracle/days.js';

export interface Clock {
  /** May lie behind the moment at which it was armed: then it rings at once. */
  ranDown: Minute;
  readonly armed: Minute;
  readonly rings: () => void;
  /** When it runs down, by the calendar that is in force. */
  readonly when: () => Minute;
  /** Somebody who acts by it hears that an announcement moved it. */
  readonly moved: (() => void) | null;
}

/** Later than that, and something came late. */
const PUNCTUAL = 10;

/**
 * Time passes: clocks run down and people act. What runs down while the system is down is seen when it is back, in the
 * order in which it ran down. At the same minute clocks come before people.
 */
export class Course {
  now: Minute;
  /** Counts what happens: what runs down together is one moment, and each act is. */
  moment = 0;
  /** The ends of outages that made something late. */
  readonly late = new Set<Minute>();
  readonly #outages: readonly Stop[];
  readonly #clocks = new Set<Clock>();
  readonly #acts: { at: Minute; acts: () => void }[] = [];

  constructor(begins: Minute, outages: readonly Stop[]) {
    this.now = begins;
    this.#outages = outages;
  }

  arm(when: () => Minute, rings: () => void, moved: (() => void) | null = null): Clock {
    const clock = { ranDown: when(), armed: this.now, rings, when, moved };
    this.#clocks.add(clock);
    return clock;
  }

  /** Every clock that has not run down is counted again; none is put behind now. */
  countAgain(): void {
    for (const clock of this.#clocks) {
      const when = clock.when();
      if (when === clock.ranDown || when <= this.now) continue;
      clock.ranDown = when;
      clock.moved?.();
    }
  }

  disarm(clock: Clock | null): void {
    if (clock !== null) this.#clocks.delete(clock);
  }

  /** People act at a quarter past or to the hour, by daylight, and not while the system is down. Returns when it will be. */
  plan(at: Minute, acts: (at: Minute) => void): Minute {
    const reached = reachable(Math.max(at, this.now + 1), this.#outages);
    this.#acts.push({ at: reached, acts: () => acts(reached) });
    return reached;
  }

  live(until: Minute): void {
    for (;;) {
      const clock = this.#next();
      const seen = clock === null ? Infinity : this.#seen(clock.ranDown);
      const act = [...this.#acts].sort((a, b) => a.at - b.at)[0];
      if (Math.min(seen, act?.at ?? Infinity) > until) return;
      this.moment += 1;
      if (clock !== null && seen <= (act?.at ?? Infinity)) {
        this.now = seen;
        if (seen > clock.ranDown + PUNCTUAL && clock.armed <= clock.ranDown) this.late.add(seen);
        // What ran down together is one batch; what it arms comes after it.
        for (const one of [...this.#clocks].filter(({ ranDown }) => ranDown === clock.ranDown))
          if (this.#clocks.delete(one)) one.rings();
      } else if (act) {
        this.now = act.at;
        this.#acts.splice(this.#acts.indexOf(act), 1);
        act.acts();
      }
    }
  }

  #seen(ranDown: Minute): Minute {
    const at = Math.max(ranDown, this.now);
    return this.#outages.find(([from, to]) => at >= from && at < to)?.[1] ?? at;
  }

  #next(): Clock | null {
    return [...this.#clocks].sort((a, b) => a.ranDown - b.ranDown)[0] ?? null;
  }
}

const GRID = 30;
const OFFSET = 15;

/** The next minute from then on at which people do something: working days 8:15 to 19:15, and not in an outage. */
export function reachable(at: Minute, outages: readonly Stop[]): Minute {
  const snapped = Math.ceil((at - OFFSET) / GRID) * GRID + OFFSET;
  const outage = outages.find(([from, to]) => snapped >= from - GRID && snapped <= to);
  if (outage) return reachable(outage[1] + 1, outages);
  const day = dayOfMinute(snapped);
  const time = timeOfDay(snapped);
  if (isWorkingDay(day) && time >= 8 * 60 && time <= 19 * 60 + 30) return snapped;
  const next = isWorkingDay(day) && time < 8 * 60 ? day : shiftDays(day, 1);
  return reachable(next * DAY_MINUTES + 8 * 60, outages);
}
