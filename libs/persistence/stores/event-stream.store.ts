import { json, type Transaction } from '../transaction.js';

/** How far the trail has been given positions (docs/adr/0029). Numbers of transactions are those of `cluster`. */
export interface EventStream {
  lastPosition: number;
  /** Every transaction below has ended, and all that it wrote has been looked at. */
  horizon: number;
  cluster: string;
  /** Null: everything from before the horizon was first drawn has its position. */
  earlierFrom: string | null;
  earlierBelow: number;
}

/** What the numbers of transactions are now: of which cluster, and which is the oldest that is under way. */
const NOW = `select (select system_identifier::text from pg_control_system()) as cluster,
  pg_snapshot_xmin(pg_current_snapshot())::text::bigint as horizon`;
/** Before everything. */
const BEGINNING = '1970-01-01T00:00:00.000Z';

/** From now on somebody follows the trail: it is given positions, from its first event on. May be repeated. */
export const followTrail = (tx: Transaction): Promise<number> =>
  tx.execute(
    `insert into event_stream (jurisdiction_id, last_position, horizon, cluster, earlier_from, earlier_below)
     select $1, 0, n.horizon, n.cluster, $2, n.horizon from (${NOW}) n on conflict do nothing`,
    [tx.scope.jurisdictionId, BEGINNING],
  );

export interface LockedStream extends EventStream {
  /** The horizon as it may be drawn once everything visible after this has been placed. */
  horizonNow: number;
}

/**
 * The stream, for one process at a time; null: somebody else has it, or nobody follows this trail. Where the record
 * has come to another cluster, everything is looked through once more: positions that were given stay.
 */
export async function lockStream(tx: Transaction): Promise<LockedStream | null> {
  const [row] = await tx.query<LockedStream & { clusterNow: string }>(
    `select s.last_position as "lastPosition", s.horizon, s.cluster, s.earlier_from as "earlierFrom",
       s.earlier_below as "earlierBelow", n.cluster as "clusterNow", n.horizon as "horizonNow"
     from event_stream s cross join (${NOW}) n where s.jurisdiction_id = $1 for update of s skip locked`,
    [tx.scope.jurisdictionId],
  );
  if (row === undefined) return null;
  const { clusterNow, ...stream } = row;
  if (clusterNow === row.cluster) return stream;
  return {
    ...stream,
    cluster: clusterNow,
    horizon: row.horizonNow,
    earlierFrom: BEGINNING,
    earlierBelow: row.horizonNow,
  };
}

export const saveStream = (tx: Transaction, stream: EventStream): Promise<number> =>
  tx.execute(
    `update event_stream set last_position = $2, horizon = $3, cluster = $4, earlier_from = $5, earlier_below = $6
     where jurisdiction_id = $1`,
    [
      tx.scope.jurisdictionId,
      stream.lastPosition,
      stream.horizon,
      stream.cluster,
      stream.earlierFrom,
      stream.earlierBelow,
    ],
  );

export type OutgoingKind = 'task' | 'obligation' | 'notice';

/** A line of the trail, or a turn of a notice, that has no position yet. */
export interface UnplacedEvent {
  kind: OutgoingKind;
  subjectId: string;
  seq: number;
  type: string;
  payload: Record<string, unknown>;
  at: string;
  unitId: string | null;
  /** No earlier than that of the events of the same subject before it. */
  recordedAt: string;
}

/**
 * What `where` picks of the two tables, oldest first. Within a subject always by its own sequence, also where the
 * server's clock was set back between two events.
 */
const unplaced = (where: string): string => `
  select kind, "subjectId", seq, type, payload, at, "unitId", "recordedAt" from (
    select f.*, max(recorded_at) over (partition by kind, "subjectId" order by seq) as "recordedAt" from (
      select e.subject_kind as kind, e.subject_id as "subjectId", e.seq, e.type, e.payload, e.at, e.unit_id as "unitId",
        e.recorded_at
      from event e where e.jurisdiction_id = $1 and e.subject_kind <> 'reportingLine' and ${where.replaceAll('row.', 'e.')}
      union all
      select 'notice', n.notice_id, n.seq, n.type, '{}', n.at, null, n.recorded_at
      from notice_event n where n.jurisdiction_id = $1 and ${where.replaceAll('row.', 'n.')}) f
    where not exists (select from outgoing_event o where o.jurisdiction_id = $1 and o.subject_kind = f.kind
      and o.subject_id = f."subjectId" and o.seq = f.seq)) g
  order by "recordedAt", kind, "subjectId", seq limit $2`;

const SINCE_HORIZON = unplaced('row.recorded_xid >= $3');
// A clock that was set back by less than a day makes nothing disappear behind the mark.
const EARLIER = unplaced(
  `(row.recorded_xid is null or row.recorded_xid < $3) and row.recorded_at >= $4::timestamptz - interval '1 day'`,
);

/** Events of transactions that had not been looked at with the horizon, as far as they are committed. */
export const unplacedSince = (tx: Transaction, horizon: number, limit: number): Promise<UnplacedEvent[]> =>
  tx.query(SINCE_HORIZON, [tx.scope.jurisdictionId, limit, horizon]);

/** Events of before the horizon was first drawn, from a moment of recording on. */
export const unplacedEarlier = (
  tx: Transaction,
  { below, from, limit }: { below: number; from: string; limit: number },
): Promise<UnplacedEvent[]> => tx.query(EARLIER, [tx.scope.jurisdictionId, limit, below, from]);

export interface PlacedEvent {
  position: number;
  subjectKind: OutgoingKind;
  subjectId: string;
  seq: number;
  type: string;
  at: string;
  unitIds: readonly string[];
  document: string;
}

export const insertPlaced = (tx: Transaction, events: readonly PlacedEvent[]): Promise<number> =>
  tx.execute(
    `insert into outgoing_event (jurisdiction_id, position, subject_kind, subject_id, seq, type, at, unit_ids, document)
     select $2, w.position, w."subjectKind", w."subjectId", w.seq, w.type, w.at, w."unitIds", w.document
     from jsonb_to_recordset($1::jsonb) as w (position bigint, "subjectKind" text, "subjectId" uuid, seq integer, type text,
       at timestamptz, "unitIds" uuid[], document text)`,
    [json(events), tx.scope.jurisdictionId],
  );

/** What stands at the positions after one up to another, as far as it is visible. */
export const placedAfter = (
  tx: Transaction,
  after: number,
  upTo: number,
): Promise<{ position: number; type: string; document: string }[]> =>
  tx.query(
    `select position, type, document from outgoing_event
     where jurisdiction_id = $1 and position > $2 and position <= $3 order by position`,
    [tx.scope.jurisdictionId, after, upTo],
  );

/** The same without their documents. */
export const placedHeads = (
  tx: Transaction,
  after: number,
  upTo: number,
): Promise<{ position: number; subject: string; type: string; eventId: string }[]> =>
  tx.query(
    `select position, subject_kind || '/' || subject_id as subject, type, document::jsonb ->> 'id' as "eventId"
     from outgoing_event where jurisdiction_id = $1 and position > $2 and position <= $3 order by position`,
    [tx.scope.jurisdictionId, after, upTo],
  );

/** How far the trail has been given positions; `earlierFrom` null: all of its past is there. */
export async function streamProgress(
  tx: Transaction,
): Promise<{ lastPosition: number; earlierFrom: string | null }> {
  const [row] = await tx.query<{ lastPosition: number; earlierFrom: string | null }>(
    `select last_position as "lastPosition", earlier_from as "earlierFrom" from event_stream where jurisdiction_id = $1`,
    [tx.scope.jurisdictionId],
  );
  return row ?? { lastPosition: 0, earlierFrom: BEGINNING };
}

/** The position before the first event that happened at an instant or after it; null: there is none. */
export async function positionBefore(tx: Transaction, since: string): Promise<number | null> {
  const [row] = await tx.query<{ first: number | null }>(
    'select min(position) as first from outgoing_event where jurisdiction_id = $1 and at >= $2',
    [tx.scope.jurisdictionId, since],
  );
  return row?.first == null ? null : row.first - 1;
}
