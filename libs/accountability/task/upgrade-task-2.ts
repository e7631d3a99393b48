import type { Snapshot } from '../subject.js';

/** From version 2 to 3: a task says in which rhythms it is reported on; until then every one was, every ten days. */
export function upgradeTask2(snapshot: Snapshot): Snapshot {
  if ('reportsEvery' in snapshot.context) return snapshot;
  return { ...snapshot, context: { ...snapshot.context, reportsEvery: ['ten-day'] } };
}
