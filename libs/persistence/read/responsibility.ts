import type { Transaction } from '../transaction.js';

export interface ResponsibilityRow {
  task_id: string;
  unit_id: string;
  unit_name: string;
  desk: string;
  kind: 'lead' | 'support';
  printed_name: string;
}

/** Who is responsible for a task, lead units first, in the order of the text. */
export function listResponsibilities(tx: Transaction, taskId: string): Promise<ResponsibilityRow[]> {
  return tx.query<ResponsibilityRow>(
    `select r.task_id, r.unit_id, u.name as unit_name, r.desk, r.kind, r.printed_name
     from responsibility r join unit u on u.jurisdiction_id = r.jurisdiction_id and u.id = r.unit_id
     where r.jurisdiction_id = $1 and r.task_id = $2 order by r.kind, r.position, r.desk`,
    [tx.scope.jurisdictionId, taskId],
  );
}
