import { addMinutes, type Instant } from '#calendar';
import type { DeadlineRead } from '#persistence';
import { byEngine, type Envelope } from './envelope.js';

/** A sweep that comes this much later is still on time: what happens is dated to the clock, not to the sweep. */
export const PUNCTUAL_WITHIN_MINUTES = 10;

/** The events that clocks become which were taken: always in the same order, which RETURNING does not keep. */
export function firedEnvelopes(due: readonly DeadlineRead[], now: Instant): Envelope[] {
  const keyed = due.map((deadline) => ({ deadline, key: `${deadline.name}/${deadline.subjectId}` }));
  keyed.sort((a, b) => (a.key < b.key ? -1 : 1));
  return keyed.map(({ deadline }) => {
    const { event, ...facts } = deadline.detail;
    const to = { kind: deadline.subjectKind, id: deadline.subjectId };
    return byEngine(to, { type: event, at: momentOf(deadline, now), ...facts }, `deadline:${deadline.id}`);
  });
}

/**
 * The moment that the clock stands for: when it ran down, or when it was armed, if that instant lay behind it then
 * already (a window that opens at once). Too long ago for a punctual sweep: now.
 */
function momentOf(deadline: DeadlineRead, now: Instant): Instant {
  const projected = deadline.projectedAt ?? now;
  const at = deadline.armedAt > projected ? deadline.armedAt : projected;
  return addMinutes(at, PUNCTUAL_WITHIN_MINUTES) >= now ? at : now;
}
