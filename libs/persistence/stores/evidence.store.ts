import type { Instant } from '#calendar';
import type { Transaction } from '../transaction.js';

export interface EvidenceWrite {
  id: string;
  taskId: string;
  obligationId: string | null;
  /** Null: an office's. */
  unitId: string | null;
  name: string;
  mediaType: string;
  size: number;
  sha256: string;
  scanned: boolean;
  note: string;
  addedAt: Instant;
  addedBy: string;
}

export interface EvidenceRead extends EvidenceWrite {
  unitName: string | null;
  period: string | null;
  addedByName: string;
  withdrawnAt: Instant | null;
  withdrawnByName: string | null;
  withdrawnReason: string | null;
  /** Erased by law: the bytes, the name and the note are gone. */
  erasedAt: Instant | null;
}

const READ = `select e.id, e.task_id as "taskId", e.obligation_id as "obligationId", e.unit_id as "unitId", u.name as "unitName",
    o.period, e.name, e.media_type as "mediaType", e.size, e.sha256, e.scanned, e.note, e.added_at as "addedAt",
    e.added_by as "addedBy", p.name as "addedByName", e.withdrawn_at as "withdrawnAt", w.name as "withdrawnByName",
    e.withdrawn_reason as "withdrawnReason", e.erased_at as "erasedAt"
  from evidence e
  join person p on p.jurisdiction_id = e.jurisdiction_id and p.id = e.added_by
  left join person w on w.jurisdiction_id = e.jurisdiction_id and w.id = e.withdrawn_by
  left join unit u on u.jurisdiction_id = e.jurisdiction_id and u.id = e.unit_id
  left join obligation o on o.jurisdiction_id = e.jurisdiction_id and o.id = e.obligation_id
  where e.jurisdiction_id = $1`;

/** What was handed in for a task, the oldest first. */
export const evidenceOfTask = (tx: Transaction, taskId: string): Promise<EvidenceRead[]> =>
  tx.query(`${READ} and e.task_id = $2 order by e.added_at, e.id`, [tx.scope.jurisdictionId, taskId]);

export async function evidenceById(tx: Transaction, id: string): Promise<EvidenceRead | null> {
  const [found] = await tx.query<EvidenceRead>(`${READ} and e.id = $2`, [tx.scope.jurisdictionId, id]);
  return found ?? null;
}

/** Handed in already, by the same id: 0. */
export const insertEvidence = (tx: Transaction, row: EvidenceWrite): Promise<number> =>
  tx.execute(
    `insert into evidence (jurisdiction_id, id, task_id, obligation_id, unit_id, name, media_type, size, sha256, scanned, note,
       added_at, added_by)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13) on conflict (jurisdiction_id, id) do nothing`,
    [
      tx.scope.jurisdictionId,
      row.id,
      row.taskId,
      row.obligationId,
      row.unitId,
      row.name,
      row.mediaType,
      row.size,
      row.sha256,
      row.scanned,
      row.note,
      row.addedAt,
      row.addedBy,
    ],
  );

/** Withdrawn already, by whomever: 0. */
export const markEvidenceWithdrawn = (
  tx: Transaction,
  id: string,
  of: { at: Instant; by: string; reason: string },
): Promise<number> =>
  tx.execute(
    `update evidence set withdrawn_at = $3, withdrawn_by = $4, withdrawn_reason = $5
     where jurisdiction_id = $1 and id = $2 and withdrawn_at is null`,
    [tx.scope.jurisdictionId, id, of.at, of.by, of.reason],
  );

/**
 * Erases what was handed in with these bytes, wherever it was: name and note go, who, when, size and SHA-256 stay. Returns the rows.
 */
export async function eraseEvidenceOf(
  tx: Transaction,
  sha256: string,
  of: { at: Instant; askedBy: string; confirmedBy: string; reason: string },
): Promise<{ id: string; taskId: string }[]> {
  const { jurisdictionId } = tx.scope;
  await tx.execute(
    `update evidence set erasure_asked_at = $3, erasure_asked_by = $4, erasure_reason = $5
     where jurisdiction_id = $1 and sha256 = $2 and erased_at is null and erasure_asked_at is null`,
    [jurisdictionId, sha256, of.at, of.askedBy, of.reason],
  );
  return tx.query(
    `update evidence set erased_at = $3, erased_by = $4, name = '（已依法删除）', note = '',
       withdrawn_reason = case when withdrawn_reason is not null then '' end
     where jurisdiction_id = $1 and sha256 = $2 and erased_at is null
     returning id, task_id as "taskId"`,
    [jurisdictionId, sha256, of.at, of.confirmedBy],
  );
}

/** How much was handed in for a task and stands. */
export async function countEvidence(tx: Transaction, taskId: string): Promise<number> {
  const [row] = await tx.query<{ count: number }>(
    `select count(*)::integer as count from evidence where jurisdiction_id = $1 and task_id = $2 and withdrawn_at is null`,
    [tx.scope.jurisdictionId, taskId],
  );
  return row?.count ?? 0;
}

export interface EvidencePlace {
  planCode: string;
  actionCode: string | null;
  /** Of lead and support. */
  unitIds: string[];
}

/** Where a task stands, for whoever wants to hand something in; null: there is no such task. */
export async function placeOfTask(tx: Transaction, taskId: string): Promise<EvidencePlace | null> {
  const [found] = await tx.query<EvidencePlace>(
    `select p.code as "planCode", a.code as "actionCode",
       array(select r.unit_id from responsibility r where r.jurisdiction_id = t.jurisdiction_id and r.task_id = t.id
         order by r.unit_id) as "unitIds"
     from task t join plan p on p.jurisdiction_id = t.jurisdiction_id and p.id = t.plan_id
     left join action a on a.jurisdiction_id = t.jurisdiction_id and a.id = t.action_id
     where t.jurisdiction_id = $1 and t.id = $2`,
    [tx.scope.jurisdictionId, taskId],
  );
  return found ?? null;
}

/** The files that the record knows of a jurisdiction, each once, in order, after one. */
export const evidenceObjects = (
  tx: Transaction,
  after: string,
  limit: number,
): Promise<{ sha256: string; size: number; mediaType: string }[]> =>
  tx.query(
    `select distinct on (sha256) sha256, size, media_type as "mediaType" from evidence
     where jurisdiction_id = $1 and sha256 > $2 and erased_at is null order by sha256 limit $3`,
    [tx.scope.jurisdictionId, after, limit],
  );

/** Whose the obligation is, where it is one of the task. */
export async function unitOfObligation(
  tx: Transaction,
  taskId: string,
  obligationId: string,
): Promise<string | null> {
  const [found] = await tx.query<{ unitId: string }>(
    `select unit_id as "unitId" from obligation where jurisdiction_id = $1 and task_id = $2 and id = $3`,
    [tx.scope.jurisdictionId, taskId, obligationId],
  );
  return found?.unitId ?? null;
}
