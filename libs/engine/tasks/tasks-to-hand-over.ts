import type { Transaction } from '#persistence';

/** A task under way that a unit leads, is to lead, or is waited for in: what goes to its successor. */
export interface TaskToHandOver {
  id: string;
  code: string;
  title: string;
  section: string | null;
  actionCode: string;
  actionName: string;
  version: number;
}

/** In the order of the plan. */
export const tasksToHandOver = (tx: Transaction, unitId: string): Promise<TaskToHandOver[]> =>
  tx.query<TaskToHandOver>(
    `select t.id, t.code, t.title, t.section, a.code as "actionCode", a.name as "actionName", t.version
     from task t join action a on a.jurisdiction_id = t.jurisdiction_id and a.id = t.action_id
     where (t.state in ('dispatched', 'disputed', 'inProgress', 'suspended') or t.state like 'closing.%') and (
       t.snapshot #> '{context,leadUnitIds}' ? $1 or t.snapshot #>> '{context,blockage,byUnitId}' = $1
       or t.snapshot #> '{context,handover,toUnitIds}' ? $1)
     order by a.position, t.code, t.id`,
    [unitId],
  );
