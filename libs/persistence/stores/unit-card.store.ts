import type { Transaction } from '../transaction.js';

export interface PlanCards {
  kind: 'task' | 'reportingLine';
  id: string;
  /** As the snapshot has them. */
  cards: unknown[];
  /** Whose line it is; of a task each card says it itself. */
  unitId: string;
}

/** The cards on all tasks and lines of a plan: those that have any are in an index of their own. */
export const cardsOfPlan = (tx: Transaction, planId: string): Promise<PlanCards[]> =>
  tx.query(
    `select 'task' as kind, id, snapshot #> '{context,cards}' as cards, '' as "unitId" from task
     where jurisdiction_id = $1 and plan_id = $2 and has_cards
     union all select 'reportingLine', id, snapshot #> '{context,cards}', unit_id::text from reporting_line
     where jurisdiction_id = $1 and plan_id = $2 and has_cards`,
    [tx.scope.jurisdictionId, planId],
  );
