import type { Snapshot } from '../subject.js';

/** What version 3 knows of a task besides, as it was until then. */
const ADDED = {
  /** Every task was reported on every ten days. */
  reportsEvery: ['ten-day'],
  /** No report had been drawn for verification. */
  verifications: [],
};

/** From version 2 to 3: a task says in which rhythms it is reported on, and which reports on it are being verified. */
export function upgradeTask2(snapshot: Snapshot): Snapshot {
  const missing = Object.entries(ADDED).filter(([field]) => !(field in snapshot.context));
  if (missing.length === 0) return snapshot;
  return { ...snapshot, context: { ...snapshot.context, ...Object.fromEntries(missing) } };
}
