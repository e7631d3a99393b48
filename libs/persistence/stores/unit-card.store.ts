import { arrayLiteral } from '../array-literal.js';
import type { Transaction } from '../transaction.js';

export interface PlanCards {
  kind: 'task' | 'reportingLine';
  id: string;
  planId: string;
  /** As the snapshot has them. */
  cards: unknown[];
  /** Whose line it is; of a task each card says it itself. */
  unitId: string;
}

/**
 * The cards of units in plans: on a unit's own lines, and on tasks that have a card of one of the units. Those that have
 * any are in an index of their own, and a line has its unit's alone; a close asks for a chunk's units, not for whole plans.
 *
 * @param of pairs of a plan and a unit
 */
export const cardsOfUnits = (
  tx: Transaction,
  of: readonly { planId: string; unitId: string }[],
): Promise<PlanCards[]> =>
  tx.query(
    `with wanted as (select * from unnest($2::uuid[], $3::uuid[]) as w (plan_id, unit_id))
     select 'task' as kind, t.id, t.plan_id as "planId", t.snapshot #> '{context,cards}' as cards, '' as "unitId" from task t
     where t.jurisdiction_id = $1 and t.plan_id in (select plan_id from wanted) and t.has_cards
       and exists (select from jsonb_array_elements(t.snapshot #> '{context,cards}') c
         join wanted w on w.plan_id = t.plan_id and w.unit_id::text = c ->> 'unitId')
     union all
     select 'reportingLine', l.id, l.plan_id, l.snapshot #> '{context,cards}', l.unit_id::text
     from wanted w join reporting_line l on l.jurisdiction_id = $1 and l.plan_id = w.plan_id and l.unit_id = w.unit_id and l.has_cards`,
    [
      tx.scope.jurisdictionId,
      arrayLiteral(of.map(({ planId }) => planId)),
      arrayLiteral(of.map(({ unitId }) => unitId)),
    ],
  );
