import type { SubjectRef } from '#accountability';
import { byEngine, type Cause, type Envelope } from './envelope.js';
import { keyOf } from './subjects.js';

/**
 * What one event brings about elsewhere is the engine's doing, whoever caused it.
 *
 * @param index which of the things that this cause brings about it is, from 0: the key depends on the cause alone, and
 * not on what else happened in the same transaction
 */
export function following(
  to: SubjectRef,
  event: { type: string; [fact: string]: unknown },
  from: SubjectRef,
  cause: Cause,
  index: number,
): Envelope {
  return byEngine(to, { ...event, at: cause.at }, `from:${keyOf(from)}/${cause.seq}/${event.type}/${index}`);
}
