import type { Clock } from '#persistence';

export interface Span {
  days?: number;
  hours?: number;
  minutes?: number;
  seconds?: number;
}

/** A clock that stands still until it is told otherwise. */
export interface ManualClock extends Clock {
  set(instant: string): void;
  /** By so many milliseconds, or by days of 24 hours, hours, minutes, seconds. */
  advance(by: number | Span): void;
}

export function manualClock(start: string): ManualClock {
  let now = parse(start);
  return {
    now: () => new Date(now).toISOString(),
    set: (instant) => {
      now = parse(instant);
    },
    advance: (by) => {
      now += typeof by === 'number' ? by : milliseconds(by);
    },
  };
}

function parse(instant: string): number {
  const epochMs = Date.parse(instant);
  if (Number.isNaN(epochMs)) throw new Error(`not an instant: ${instant}`);
  return epochMs;
}

function milliseconds({ days = 0, hours = 0, minutes = 0, seconds = 0 }: Span): number {
  return (((days * 24 + hours) * 60 + minutes) * 60 + seconds) * 1000;
}
