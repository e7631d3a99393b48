import type { Transaction } from '../transaction.js';

/** What people call a plan, an action or a task. */
export interface PlaceRow {
  kind: 'plan' | 'action' | 'task';
  id: string;
  code: string;
  /** Null: an action's, which nobody asks for. */
  title: string | null;
  /** The action's of a task; else null. */
  actionCode: string | null;
}

/** What plans, actions and tasks are called, by their ids. */
export const placesOf = (
  tx: Transaction,
  { plans, actions, tasks }: Record<'plans' | 'actions' | 'tasks', readonly string[]>,
): Promise<PlaceRow[]> =>
  tx.query<PlaceRow>(
    `select 'plan' as kind, p.id, p.code, p.title, null as "actionCode" from plan p
     where p.jurisdiction_id = $1 and p.id = any($2::uuid[])
     union all
     select 'action', a.id, a.code, null, null from action a where a.jurisdiction_id = $1 and a.id = any($3::uuid[])
     union all
     select 'task', t.id, t.code, t.title, a.code from task t
       join action a on a.jurisdiction_id = t.jurisdiction_id and a.id = t.action_id
     where t.jurisdiction_id = $1 and t.id = any($4::uuid[])`,
    [tx.scope.jurisdictionId, plans, actions, tasks],
  );
