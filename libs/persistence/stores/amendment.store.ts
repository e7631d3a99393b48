import type { Transaction } from '../transaction.js';
import { insertIndicators, type IndicatorWrite } from './plan.store.js';

/** What a revised text prints anew of a task; null: as it was. */
export interface TaskAmendmentWrite {
  taskId: string;
  title: string | null;
  indicators: Omit<IndicatorWrite, 'taskId'>[] | null;
  supportUnitIds: readonly string[] | null;
}

/** Writes what a revised text changes of a task besides what its statechart knows. */
export async function amendTask(tx: Transaction, amendment: TaskAmendmentWrite): Promise<void> {
  const { taskId, title, indicators, supportUnitIds } = amendment;
  const { jurisdictionId } = tx.scope;
  if (title !== null)
    await tx.execute('update task set title = $3 where jurisdiction_id = $1 and id = $2', [
      jurisdictionId,
      taskId,
      title,
    ]);
  if (indicators !== null) {
    await tx.execute('delete from indicator where jurisdiction_id = $1 and task_id = $2', [
      jurisdictionId,
      taskId,
    ]);
    await insertIndicators(
      tx,
      indicators.map((indicator) => ({ ...indicator, taskId })),
    );
  }
  if (supportUnitIds !== null) await replaceUnits(tx, taskId, 'support', supportUnitIds);
}

/** Units that have a part in the task from now on see it: they are printed as supporting it, where they are not there yet. */
export async function addSupportingUnits(
  tx: Transaction,
  taskId: string,
  unitIds: readonly string[],
): Promise<void> {
  await tx.execute(
    `insert into responsibility (jurisdiction_id, task_id, unit_id, desk, kind, printed_name, position)
     select $1, $2, u.id, '', 'support', u.name, 1000
     from unit u where u.jurisdiction_id = $1 and u.id = any($3::uuid[]) and not exists (
       select from responsibility r where r.jurisdiction_id = $1 and r.task_id = $2 and r.unit_id = u.id)`,
    [tx.scope.jurisdictionId, taskId, unitIds],
  );
}

/**
 * Prints the lead or supporting units of a task anew. One that stays keeps its desk and its printed name; one that
 * is none any more drops out, its record stays in the trail.
 */
export async function replaceUnits(
  tx: Transaction,
  taskId: string,
  kind: 'lead' | 'support',
  unitIds: readonly string[],
): Promise<void> {
  const { jurisdictionId } = tx.scope;
  await tx.execute(
    `delete from responsibility
     where jurisdiction_id = $1 and task_id = $2 and kind = $3 and unit_id <> all($4::uuid[])`,
    [jurisdictionId, taskId, kind, unitIds],
  );
  await tx.execute(
    `update responsibility set position = array_position($4::uuid[], unit_id)
     where jurisdiction_id = $1 and task_id = $2 and kind = $3`,
    [jurisdictionId, taskId, kind, unitIds],
  );
  await tx.execute(
    `insert into responsibility (jurisdiction_id, task_id, unit_id, desk, kind, printed_name, position)
     select $1, $2, u.id, '', $3, u.name, array_position($4::uuid[], u.id)
     from unit u where u.jurisdiction_id = $1 and u.id = any($4::uuid[]) and not exists (
       select from responsibility r where r.jurisdiction_id = $1 and r.task_id = $2 and r.kind = $3 and r.unit_id = u.id)`,
    [jurisdictionId, taskId, kind, unitIds],
  );
}
