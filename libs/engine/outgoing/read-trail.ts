import { followTrail, placedAfter, streamProgress } from '#persistence';
import type { EngineContext } from '../engine-context.js';
import { placeEvents } from './place-events.js';

/** So many positions are looked at in one go. */
const SCANNED = 500;

/** Follows the trail of a jurisdiction from now on, and gives what has happened its positions. Returns the last one. */
export async function lastOfTrail(
  context: EngineContext,
  jurisdictionId: string,
  { baseUrl }: { baseUrl: string | null },
): Promise<number> {
  const placed = await placeEvents(context, jurisdictionId, { baseUrl });
  const last = await context.database.transaction(
    { jurisdictionId },
    async (tx) => (await streamProgress(tx)).lastPosition,
    { readOnly: true },
  );
  if (placed > 0 || last > 0) return last;
  await context.database.transaction({ jurisdictionId }, (tx) => followTrail(tx));
  await placeEvents(context, jurisdictionId, { baseUrl });
  return context.database.transaction(
    { jurisdictionId },
    async (tx) => (await streamProgress(tx)).lastPosition,
    { readOnly: true },
  );
}

export interface TrailRead {
  events: { position: number; type: string; document: string }[];
  /** Where to go on, also where nothing of what was looked at is this reader's. */
  next: number;
}

/** What comes after a position, as a unit (null: an office of the whole jurisdiction) may see it, oldest first. */
export function readTrail(
  context: EngineContext,
  reader: { jurisdictionId: string; unitId: string | null },
  { after, last }: { after: number; last: number },
): Promise<TrailRead> {
  const upTo = Math.max(after, Math.min(after + SCANNED, last));
  return context.database.transaction(
    reader,
    async (tx) => ({ events: await placedAfter(tx, after, upTo), next: upTo }),
    { readOnly: true },
  );
}
