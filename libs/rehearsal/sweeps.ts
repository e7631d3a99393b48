import { addMinutes, type Instant } from '#calendar';
import { sourceOf, type PlayedRecord, type TrailLine } from './record.js';

/** A sweep that comes this much later is still on time: the clock's event is dated to the clock. */
const PUNCTUAL_WITHIN_MINUTES = 10;

export interface Sweeps {
  /** When the sweep looked that found a clock set for this instant: then, or when the system was up again. */
  lookedAt: (due: Instant) => Instant;
  /** The place of a given event among the clocks: before those that the sweep took only after it. */
  placeOf: (line: TrailLine) => Instant;
}

/** What the record says of when clocks were really looked at: outages, and people who were quicker than the sweep. */
export function sweepsOf(record: PlayedRecord): Sweeps {
  const outages: { from: Instant; to: Instant }[] = [];
  const place = new Map<TrailLine, Instant>();
  let firstAfter: Instant | null = null;
  for (const line of [...record.events].reverse()) {
    const source = sourceOf(line);
    if (source === 'clock') {
      const firing = record.firings.get(line.idempotencyKey.slice('deadline:'.length));
      if (firing) {
        const set = firing.armedAt > firing.projectedAt ? firing.armedAt : firing.projectedAt;
        if (line.at > addMinutes(set, PUNCTUAL_WITHIN_MINUTES)) outages.push({ from: set, to: line.at });
      }
      if (firstAfter === null || line.at < firstAfter) firstAfter = line.at;
    } else if (source === 'given' && firstAfter !== null && firstAfter < line.at) {
      // A moment before the clocks that it overtook.
      place.set(line, new Date(Date.parse(firstAfter) - 1).toISOString());
    }
  }
  return {
    lookedAt: (due) =>
      outages
        .filter(({ from, to }) => from <= due && due < to)
        .reduce((at, { to }) => (to > at ? to : at), due),
    placeOf: (line) => place.get(line) ?? line.at,
  };
}

/** The moment that a clock's event is dated to, when a sweep looks at `now`. */
export function momentOf(armedAt: Instant, projectedAt: Instant, now: Instant): Instant {
  const at = armedAt > projectedAt ? armedAt : projectedAt;
  return addMinutes(at, PUNCTUAL_WITHIN_MINUTES) >= now ? at : now;
}
