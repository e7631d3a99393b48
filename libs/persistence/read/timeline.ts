import type { Instant } from '#calendar';
import type { Transaction } from '../transaction.js';

export interface EventRow {
  subject_kind: 'task' | 'obligation' | 'reportingLine';
  subject_id: string;
  seq: number;
  type: string;
  payload: Record<string, unknown>;
  at: Instant;
  actor_id: string | null;
  actor_name: string | null;
  /** Who wrote it, where the actor has signed it. */
  author_name: string | null;
  unit_id: string | null;
  unit_name: string | null;
  period: string | null;
  prev_hash: string;
  hash: string;
}

/** The last event of the page before: its moment and its place in its subject's chain. */
export interface TimelineMark {
  at: Instant;
  subjectId: string;
  seq: number;
}

/** The trail of a task and of all that was owed for it, newest first; names as they are now. */
export async function listTimeline(
  tx: Transaction,
  taskId: string,
  page: { limit: number; before?: TimelineMark | undefined },
): Promise<{ rows: EventRow[]; total: number }> {
  const rows = await tx.query<EventRow & { total: number }>(
    `with trail as (
       select e.subject_kind, e.subject_id, e.seq, e.type, e.payload, e.at, e.actor_id, e.unit_id, e.prev_hash, e.hash,
         null::text as period
       from event e where e.jurisdiction_id = $1 and e.subject_kind = 'task' and e.subject_id = $2
       union all
       select e.subject_kind, e.subject_id, e.seq, e.type, e.payload, e.at, e.actor_id, e.unit_id, e.prev_hash, e.hash,
         o.period
       from obligation o join event e on e.jurisdiction_id = o.jurisdiction_id and e.subject_kind = 'obligation'
         and e.subject_id = o.id
       where o.jurisdiction_id = $1 and o.task_id = $2)
     select (select count(*)::int from trail) as total, trail.*, p.name as actor_name, w.name as author_name,
       u.name as unit_name
     from trail
       left join person p on p.jurisdiction_id = $1 and p.id = trail.actor_id
       left join person w on w.jurisdiction_id = $1 and trail.payload ? 'signedBy' and w.id::text = trail.payload ->> 'filedBy'
       left join unit u on u.jurisdiction_id = $1 and u.id = trail.unit_id
     where $3::timestamptz is null or (trail.at, trail.subject_id, trail.seq) < ($3, $4::uuid, $5::int)
     order by trail.at desc, trail.subject_id desc, trail.seq desc limit $6`,
    [tx.scope.jurisdictionId, taskId, page.before?.at, page.before?.subjectId, page.before?.seq, page.limit],
  );
  return { rows, total: rows[0]?.total ?? 0 };
}
