import { json, type Transaction } from '../transaction.js';
import { appendEvents, type EventWrite } from './event.store.js';
import {
  insertIndicators,
  insertResponsibilities,
  insertTasks,
  type IndicatorWrite,
  type ResponsibilityWrite,
  type TaskWrite,
} from './plan.store.js';

/** A task that does not stand in a plan's text, with everything that is written of it. */
export interface NewTaskRow {
  /** `A1-P`: it gets the next number after it in its plan. */
  codePrefix: string;
  task: Omit<TaskWrite, 'code' | 'section' | 'number' | 'titleIsLabel' | 'place' | 'ongoing' | 'cadences'> & {
    cadences?: readonly unknown[];
  };
  text: string | null;
  origin: unknown;
  event: EventWrite;
  responsibilities: ResponsibilityWrite[];
  indicators: IndicatorWrite[];
}

/** Adds tasks to a plan, each under the next free code of its prefix; the plan's row is locked meanwhile. */
export async function addTaskRows(tx: Transaction, rows: readonly NewTaskRow[]): Promise<void> {
  if (rows.length === 0) return;
  const planIds = [...new Set(rows.map(({ task }) => task.planId))];
  await tx.query('select id from plan where id = any($1::uuid[]) order by id for update', [planIds]);
  const taken = new Map<string, number>();
  for (const row of rows) {
    const key = `${row.task.planId}/${row.codePrefix}`;
    if (!taken.has(key)) taken.set(key, await lastNumberOf(tx, row.task.planId, row.codePrefix));
    const next = (taken.get(key) ?? 0) + 1;
    taken.set(key, next);
    const code = `${row.codePrefix}${String(next).padStart(2, '0')}`;
    await insertTasks(tx, [
      {
        ...row.task,
        code,
        section: '',
        number: code.split('-').at(-1) ?? code,
        titleIsLabel: false,
        place: {},
        ongoing: false,
        cadences: row.task.cadences ?? [],
      },
    ]);
    await tx.execute('update task set text = $3, origin = $4::jsonb where jurisdiction_id = $1 and id = $2', [
      tx.scope.jurisdictionId,
      row.task.id,
      row.text,
      json(row.origin),
    ]);
  }
  await appendEvents(
    tx,
    rows.map(({ event }) => event),
  );
  await insertResponsibilities(
    tx,
    rows.flatMap(({ responsibilities }) => responsibilities),
  );
  await insertIndicators(
    tx,
    rows.flatMap(({ indicators }) => indicators),
  );
}

async function lastNumberOf(tx: Transaction, planId: string, prefix: string): Promise<number> {
  const [row] = await tx.query<{ last: number | null }>(
    `select max(nullif(regexp_replace(substr(code, length($2) + 1), '\\D.*$', ''), '')::integer) as last
     from task where plan_id = $1 and starts_with(code, $2)`,
    [planId, prefix],
  );
  return row?.last ?? 0;
}
