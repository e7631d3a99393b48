import {
  beginWebhooks,
  insertPlaced,
  lockStream,
  outgoingNotices,
  outgoingObligations,
  outgoingTasks,
  saveStream,
  unplacedEarlier,
  unplacedSince,
  type LockedStream,
  type PlacedEvent,
  type Transaction,
  type UnplacedEvent,
} from '#persistence';
import type { EngineContext } from '../engine-context.js';
import { eventDocument, type OutgoingFacts } from './event-document.js';

export interface PlaceOptions {
  /** Where people reach the system, for the links in documents; null: none. */
  baseUrl: string | null;
  /** In one transaction. */
  batch?: number;
  stopped?: () => boolean;
}

const BATCH = 1_000;

/**
 * Gives every event of a jurisdiction that is committed and has none yet its position, and writes its document
 * (docs/adr/0029). Returns how many; 0 also where nobody follows this trail, or somebody else is at it just now.
 */
export async function placeEvents(
  context: EngineContext,
  jurisdictionId: string,
  options: PlaceOptions,
): Promise<number> {
  const { batch = BATCH, stopped = () => false } = options;
  for (let placed = 0; ;) {
    const { count, more } = await context.database.transaction({ jurisdictionId }, async (tx) => {
      const stream = await lockStream(tx);
      if (stream === null) return { count: 0, more: false };
      const done = await placeBatch(tx, stream, batch, options.baseUrl);
      context.fault('placeEvents.written');
      return done;
    });
    context.fault('placeEvents.committed');
    placed += count;
    if (!more || stopped()) return placed;
  }
}

async function placeBatch(
  tx: Transaction,
  stream: LockedStream,
  batch: number,
  baseUrl: string | null,
): Promise<{ count: number; more: boolean }> {
  const { earlierFrom: from, earlierBelow: below, horizon, horizonNow } = stream;
  // What was there before comes before what has come since, so that a subject's events stay in their order.
  const events =
    from === null
      ? await unplacedSince(tx, horizon, batch)
      : await unplacedEarlier(tx, { below, from, limit: batch });
  const whole = events.length < batch;
  const count = await write(tx, stream.lastPosition, events, baseUrl);
  const lastPosition = stream.lastPosition + count;
  if (from === null) {
    // Everything that ended below `horizonNow` was visible to the statement that came after it was asked for.
    const drawn = whole ? Math.max(horizon, horizonNow) : horizon;
    if (count > 0 || drawn !== horizon) await saveStream(tx, { ...stream, lastPosition, horizon: drawn });
    return { count, more: !whole };
  }
  const earlierFrom = whole ? null : (events.at(-1)?.recordedAt ?? from);
  await saveStream(tx, { ...stream, lastPosition, earlierFrom });
  if (whole) await beginWebhooks(tx, lastPosition);
  return { count, more: true };
}

async function write(
  tx: Transaction,
  last: number,
  events: readonly UnplacedEvent[],
  baseUrl: string | null,
): Promise<number> {
  if (events.length === 0) return 0;
  const facts = await factsOf(tx, events);
  const { jurisdictionId } = tx.scope;
  const placed = events.map((event, index): PlacedEvent => {
    const position = last + index + 1;
    const written = eventDocument(event, facts, { jurisdictionId, position, baseUrl });
    if (written === null) throw new Error(`${event.kind} ${event.subjectId} has events and is not there`);
    return {
      position,
      subjectKind: event.kind,
      subjectId: event.subjectId,
      seq: event.seq,
      type: written.type,
      at: event.at,
      unitIds: written.unitIds,
      document: written.text,
    };
  });
  await insertPlaced(tx, placed);
  return placed.length;
}

async function factsOf(tx: Transaction, events: readonly UnplacedEvent[]): Promise<OutgoingFacts> {
  const ids = (kind: UnplacedEvent['kind']): string[] => [
    ...new Set(events.filter((event) => event.kind === kind).map(({ subjectId }) => subjectId)),
  ];
  const byId = <T extends { id: string }>(rows: readonly T[]): Map<string, T> =>
    new Map(rows.map((row) => [row.id, row]));
  return {
    tasks: byId(await outgoingTasks(tx, ids('task'))),
    obligations: byId(await outgoingObligations(tx, ids('obligation'))),
    notices: byId(await outgoingNotices(tx, ids('notice'))),
  };
}
