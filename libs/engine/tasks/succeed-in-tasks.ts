import { refuse, type Actor, type Outcome } from '#accountability';
import { eventsByKey, rolledBack, type Transaction } from '#persistence';
import { applyEvents } from '../apply-events.js';
import { inTransaction, type EngineContext } from '../engine-context.js';
import { areUnits } from './are-units.js';
import { askedOfUnit, type Asked } from './asked-of-unit.js';
import { tasksToHandOver, type TaskToHandOver } from './tasks-to-hand-over.js';

export interface SucceedInTasksCommand {
  jurisdictionId: string;
  actor: Actor;
  idempotencyKey: string;
  fromUnitId: string;
  toUnitId: string;
  reason: string;
  /** Some of them, each as it was seen; left out: all that the unit has when it is done. */
  tasks?: readonly { id: string; version: number }[] | undefined;
  /** Say what would be asked of the successor, and change nothing. */
  dryRun?: boolean;
}

export interface SucceededInTasks {
  /** How many are moved. */
  tasks: number;
  /** How many stay with the unit. */
  left: number;
  /** Those that would be moved, with what is then asked of the successor; none unless `dryRun`. */
  items: (TaskToHandOver & { asked: Asked[] })[];
}

/**
 * A unit was renamed, merged or split: its successor takes over the tasks that it leads, is to lead, or is waited for in,
 * signed for as they are: all of them, or those that are chosen. Cards and what was filed stay with the unit that they
 * were of. Tasks that are drafted or confirmed, closed or withdrawn are left as they are. All are moved or none: one that
 * cannot be moved refuses the whole (`EventNotAllowed`: not the unit's any more, `VersionConflict`: changed since it was seen).
 */
export function succeedInTasks(
  context: EngineContext,
  command: SucceedInTasksCommand,
): Promise<Outcome<SucceededInTasks>> {
  const dryRun = command.dryRun === true;
  // What would be asked is read off the record as it would be.
  const within = dryRun ? { ...context, database: rolledBack(context.database), wake: () => {} } : context;
  return inTransaction(within, command.jurisdictionId, async (tx): Promise<Outcome<SucceededInTasks>> => {
    const { fromUnitId, toUnitId, actor, idempotencyKey } = command;
    const reason = command.reason.trim();
    if (reason === '') return refuse('ReasonMissing', '请写明理由后再提交。', { field: 'reason' });
    if (fromUnitId === toUnitId || !(await areUnits(tx, [fromUnitId, toUnitId])))
      return refuse('UnitUnknown', '请选定名录内的两个具体单位。', { field: 'toUnitId' });
    const now = context.clock.now();
    const all = await tasksToHandOver(tx, fromUnitId);
    const chosen = await chosenOf(tx, all, command);
    if (!chosen.ok) return chosen;
    const ids = chosen.value;
    const seen = new Map(command.tasks?.map(({ id, version }) => [id, version]));
    const outcome = await applyEvents(
      { tx, now, book: context.book, fault: context.fault },
      ids.map((id) => {
        const expectedVersion = seen.get(id);
        return {
          to: { kind: 'task' as const, id },
          event: { type: 'UNIT_SUCCEEDED', at: now, fromUnitId, toUnitId, reason },
          actor,
          idempotencyKey,
          droppable: false,
          ...(expectedVersion === undefined ? {} : { expectedVersion }),
        };
      }),
    );
    if (!outcome.ok) return outcome;
    const moved = new Set(ids);
    const left = all.filter(({ id }) => !moved.has(id)).length;
    if (!dryRun) return { ok: true, value: { tasks: ids.length, left, items: [] } };
    const asked = await askedOfUnit(tx, toUnitId, ids);
    const items = all.flatMap((task) =>
      moved.has(task.id) ? [{ ...task, asked: asked.filter(({ taskId }) => taskId === task.id) }] : [],
    );
    return { ok: true, value: { tasks: ids.length, left, items } };
  });
}

/** The ids of those that go, in the order in which rows are locked; all of the chosen ones can go as they were seen. */
async function chosenOf(
  tx: Transaction,
  all: readonly TaskToHandOver[],
  { tasks, idempotencyKey }: SucceedInTasksCommand,
): Promise<Outcome<string[]>> {
  if (tasks === undefined) return { ok: true, value: all.map(({ id }) => id).sort() };
  const ids = [...new Set(tasks.map(({ id }) => id))].sort();
  const done = new Set(
    (await eventsByKey(tx, 'task', ids, idempotencyKey)).map(({ subjectId }) => subjectId),
  );
  const known = new Map(all.map((task) => [task.id, task]));
  const gone = ids.filter((id) => !known.has(id) && !done.has(id));
  if (gone.length > 0)
    return refuse(
      'EventNotAllowed',
      `所选任务中有 ${gone.length} 项已不由该单位承担，或已办结、撤销，没有转接任何一项；请刷新后重新选择。`,
      { taskIds: gone },
    );
  const changed = tasks.flatMap(({ id, version }) => {
    const task = known.get(id);
    return task && !done.has(id) && task.version !== version ? [task] : [];
  });
  if (changed.length === 0) return { ok: true, value: ids };
  return refuse(
    'VersionConflict',
    `${changed.map(({ code }) => code).join('、')}在您查看之后有了变化，没有转接任何一项；请刷新后重新查看。`,
    { taskIds: changed.map(({ id }) => id) },
  );
}
