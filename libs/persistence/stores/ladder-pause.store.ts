import type { Suspension } from '#calendar';
import { json, type Transaction } from '../transaction.js';
import type { DeadlineRead } from './deadline.store.js';

/** Which clocks a ladder has: silence on lines of these duties, or a matter of tasks and lines. */
export type LadderCovers =
  { lines: string[] } | { trigger: string; gate: string | null; otherGates: string[] };

export interface LadderPauseWrite {
  id: string;
  ladder: string;
  label: string;
  covers: LadderCovers;
  reason: string;
  pausedAt: string;
  pausedBy: string | null;
  /** The last day of it. */
  until: string;
}

export interface LadderPauseRead extends LadderPauseWrite {
  resumedAt: string | null;
  resumedBy: string | null;
  followed: boolean;
}

const READ = `id, ladder, label, covers, reason, paused_at as "pausedAt", paused_by as "pausedBy", until,
  resumed_at as "resumedAt", resumed_by as "resumedBy", followed`;

/** All pauses there ever were, the newest first. */
export const ladderPauses = (tx: Transaction): Promise<LadderPauseRead[]> =>
  tx.query(`select ${READ} from ladder_pause where jurisdiction_id = $1 order by paused_at desc, ladder`, [
    tx.scope.jurisdictionId,
  ]);

/** Lasts already: 0. */
export const insertLadderPause = (tx: Transaction, row: LadderPauseWrite): Promise<number> =>
  tx.execute(
    `insert into ladder_pause (jurisdiction_id, id, ladder, label, covers, reason, paused_at, paused_by, until)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9) on conflict (jurisdiction_id, ladder) where resumed_at is null do nothing`,
    [
      tx.scope.jurisdictionId,
      row.id,
      row.ladder,
      row.label,
      json(row.covers),
      row.reason,
      row.pausedAt,
      row.pausedBy,
      row.until,
    ],
  );

/** Ended already, by whomever: 0. */
export const endLadderPause = (tx: Transaction, id: string, at: string, by: string | null): Promise<number> =>
  tx.execute(
    `update ladder_pause set resumed_at = $3, resumed_by = $4, followed = false
     where jurisdiction_id = $1 and id = $2 and resumed_at is null`,
    [tx.scope.jurisdictionId, id, at, by],
  );

export const ladderPauseIsFollowed = (tx: Transaction, id: string, resumed: boolean): Promise<number> =>
  tx.execute(
    `update ladder_pause set followed = true where jurisdiction_id = $1 and id = $2 and (resumed_at is not null) = $3`,
    [tx.scope.jurisdictionId, id, resumed],
  );

export type SuspendedClock = Pick<DeadlineRead, 'id' | 'budget' | 'suspensions'>;

/**
 * Armed clocks of rungs of the ladder whose ledger of suspensions does not have this stretch yet; with `dueBy`, only those
 * that have run down by then. Locked; those that another process holds are left out.
 */
export function clocksWithoutPause(
  tx: Transaction,
  covers: LadderCovers,
  stretch: Suspension,
  dueBy: string | null,
  limit: number,
): Promise<SuspendedClock[]> {
  const given = [tx.scope.jurisdictionId, json([stretch]), stretch.to, dueBy, limit];
  const waiting = `d.jurisdiction_id = $1 and d.state = 'armed' and d.detail->>'event' = 'RUNG_DUE'
    and not d.suspensions @> $2::jsonb
    and ($3::text is null or d.armed_at < $3::timestamptz or coalesce(d.budget->>'from', '') < $3)
    and ($4::timestamptz is null or d.projected_at <= $4)`;
  if ('lines' in covers)
    return tx.query(
      `select d.id, d.budget, d.suspensions from deadline d where ${waiting} and d.subject_kind = 'reportingLine'
         and d.name = 'rung' and exists (select from reporting_line l where l.jurisdiction_id = $1 and l.id = d.subject_id
           and l.duty = any($6::text[]))
       order by d.id limit $5 for update of d skip locked`,
      [...given, covers.lines],
    );
  return tx.query(
    `select d.id, d.budget, d.suspensions from deadline d where ${waiting}
       and (d.name like 'rung:%' or d.name like 'card:rung:%') and exists (
         select from (
           select t.snapshot->'context'->'climbs' as climbs from task t
           where d.subject_kind = 'task' and t.jurisdiction_id = $1 and t.id = d.subject_id
           union all
           select l.snapshot->'context'->'matters'->'climbs' from reporting_line l
           where d.subject_kind = 'reportingLine' and l.jurisdiction_id = $1 and l.id = d.subject_id) s,
         jsonb_array_elements(s.climbs) c
         where c->>'generation' = d.detail->>'generation' and c->>'trigger' = $6
           and case when $7::text is null then not coalesce(c->>'gate', '') = any($8::text[]) else c->>'gate' = $7 end)
     order by d.id limit $5 for update of d skip locked`,
    [...given, covers.trigger, covers.gate, covers.otherGates],
  );
}

/** Puts clocks where their ledgers of suspensions have them. */
export async function saveSuspensions(
  tx: Transaction,
  rows: readonly { id: string; suspensions: Suspension[]; projectedAt: string | null }[],
): Promise<void> {
  if (rows.length === 0) return;
  await tx.execute(
    `update deadline d set suspensions = w.suspensions, projected_at = w."projectedAt"
     from jsonb_to_recordset($1::jsonb) as w (id uuid, suspensions jsonb, "projectedAt" timestamptz)
     where d.jurisdiction_id = $2 and d.id = w.id`,
    [json(rows), tx.scope.jurisdictionId],
  );
}
