import type { TaskContext } from '#accountability';
import type { Instant } from '#calendar';
import type { Transaction } from '../transaction.js';

/** A sitting as it stands, with what is owed in it. */
export interface SittingNow {
  id: string;
  planId: string;
  unitId: string;
  duty: string;
  period: string;
  opensAt: Instant;
  dueAt: Instant;
  /** How many reports or other things are owed in it. */
  owed: number;
  taskIds: string[];
}

export const sittingsNow = (tx: Transaction, ids: readonly string[]): Promise<SittingNow[]> =>
  tx.query(
    `select s.id, s.plan_id as "planId", s.unit_id as "unitId", s.duty, s.period, s.opens_at as "opensAt", s.due_at as "dueAt",
       count(o.id)::integer as owed, coalesce(array_agg(distinct o.task_id) filter (where o.task_id is not null), '{}') as "taskIds"
     from sitting s left join obligation o on o.jurisdiction_id = s.jurisdiction_id and o.sitting_id = s.id
     where s.jurisdiction_id = $1 and s.id = any($2::uuid[]) group by s.id, s.jurisdiction_id`,
    [tx.scope.jurisdictionId, ids],
  );

/** Of a task what says who acts by its clocks. */
export interface TaskActing {
  id: string;
  leadUnitIds: TaskContext['leadUnitIds'];
  blockage: TaskContext['blockage'];
  cards: TaskContext['cards'];
}

/** Out of thousands of snapshots the few facts that are asked for: most of each would be read for nothing. */
export const tasksActing = (tx: Transaction, ids: readonly string[]): Promise<TaskActing[]> =>
  ids.length === 0
    ? Promise.resolve([])
    : tx.query(
        `select id, snapshot #> '{context,leadUnitIds}' as "leadUnitIds", snapshot #> '{context,blockage}' as blockage,
           snapshot #> '{context,cards}' as cards
         from task where jurisdiction_id = $1 and id = any($2::uuid[])`,
        [tx.scope.jurisdictionId, ids],
      );

/** Whose an obligation is, and on which task. */
export const obligationPlaces = (
  tx: Transaction,
  ids: readonly string[],
): Promise<{ id: string; unitId: string; taskId: string | null }[]> =>
  ids.length === 0
    ? Promise.resolve([])
    : tx.query(
        `select id, unit_id as "unitId", task_id as "taskId" from obligation
         where jurisdiction_id = $1 and id = any($2::uuid[])`,
        [tx.scope.jurisdictionId, ids],
      );
