import {
  gateOf,
  refuse,
  upgraded,
  type Actor,
  type CadenceReplacement,
  type Outcome,
  type TaskContext,
} from '#accountability';
import type { CivilDate } from '#calendar';
import {
  cadencesOfTasks,
  lockSubjects,
  type CadencesOfTask,
  type SubjectRow,
  type Transaction,
} from '#persistence';
import { applyEvents } from '../apply-events.js';
import { inTransaction, type EngineContext } from '../engine-context.js';
import type { Envelope } from '../envelope.js';
import { areUnits } from './are-units.js';
import { dispatchDrafted, placeIn } from './create-task.js';
import { draftedTaskId, draftTasks, type TaskDraft } from './draft-tasks.js';

/** One of the tasks that take the place of others. */
export interface SuccessorTask {
  title: string;
  leadUnitIds: string[];
  supportUnitIds?: string[];
  /** Left out: that of the task that was split, the latest of those that were merged. */
  deadlineOn?: CivilDate;
}

interface SupersedeCommand {
  jurisdictionId: string;
  actor: Actor;
  idempotencyKey: string;
  reason: string;
  /** The versions that the person has seen, by task; another one is refused. */
  versionsSeen?: Readonly<Record<string, number>>;
}

export interface SplitTaskCommand extends SupersedeCommand {
  taskId: string;
  into: SuccessorTask[];
}

export interface MergeTasksCommand extends SupersedeCommand {
  taskIds: string[];
  into: SuccessorTask;
}

/** A task is split: it ends as superseded, and its parts begin, each with a life of its own and nothing of its past. */
export const splitTask = (
  context: EngineContext,
  { taskId, into, ...command }: SplitTaskCommand,
): Promise<Outcome<{ taskIds: string[] }>> =>
  into.length < 2
    ? Promise.resolve(refuse('InputInvalid', '拆分至少为两项任务。', { field: 'into' }))
    : supersede(context, command, 'SPLIT', [taskId], into);

/** Several tasks are merged into one, which begins afresh. */
export const mergeTasks = (
  context: EngineContext,
  { taskIds, into, ...command }: MergeTasksCommand,
): Promise<Outcome<{ taskIds: string[] }>> =>
  new Set(taskIds).size < 2
    ? Promise.resolve(refuse('InputInvalid', '合并至少选两项任务。', { field: 'taskIds' }))
    : supersede(context, command, 'MERGED', [...new Set(taskIds)], [into]);

function supersede(
  context: EngineContext,
  command: SupersedeCommand,
  type: 'SPLIT' | 'MERGED',
  taskIds: string[],
  into: SuccessorTask[],
): Promise<Outcome<{ taskIds: string[] }>> {
  return inTransaction(
    context,
    command.jurisdictionId,
    async (tx): Promise<Outcome<{ taskIds: string[] }>> => {
      const now = context.clock.now();
      const rows = await lockSubjects(tx, 'task', taskIds);
      const [first] = rows;
      if (!first || rows.length < taskIds.length)
        return refuse('SubjectNotFound', '找不到该事项；它可能已被移除，或不在您的权限范围内。');
      const requestKey = `${command.actor.personId ?? ''}/${command.idempotencyKey}`;
      const ids = into.map((_, index) => draftedTaskId(first.planId, requestKey, index));
      const repeat = await tx.query('select 1 from task where id = any($1::uuid[])', [ids]);
      if (repeat.length > 0) return { ok: true, value: { taskIds: ids } };
      const checked = await check(tx, command, rows, into);
      if (!checked.ok) return checked;
      const place = await placeIn(tx, first.planId, first.actionCode ?? '');
      if (!place) return refuse('SubjectNotFound', '找不到所选方案或行动。');
      const shell = { tx, now, book: context.book, fault: context.fault };
      const ended = await applyEvents(
        shell,
        rows.map(({ id }) => ({
          to: { kind: 'task' as const, id },
          event: { type, at: now, intoTaskIds: ids, reason: command.reason.trim() },
          actor: command.actor,
          idempotencyKey: command.idempotencyKey,
          droppable: false,
          ...versionSeen(command, id),
        })),
      );
      if (!ended.ok) return ended;
      const cadences = sharedCadences(await cadencesOfTasks(tx, taskIds));
      const drafts = into.map((task) => ({ ...draftOf(task, type, rows), ...cadences }));
      const by = { personId: command.actor.personId, requestKey, at: now };
      await draftTasks(tx, context.book, place, drafts, by);
      // What had been put to units is put to them again; what had not waits as before.
      if (rows.some(isDispatched) && into.every(({ leadUnitIds }) => leadUnitIds.length > 0)) {
        const refused = await dispatchDrafted(context, tx, ids, command, now);
        if (refused) return refused;
      }
      return { ok: true, value: { taskIds: ids } };
    },
  );
}

const versionSeen = (
  { versionsSeen }: SupersedeCommand,
  id: string,
): Pick<Envelope, 'expectedVersion'> | undefined => {
  const expectedVersion = versionsSeen?.[id];
  return expectedVersion === undefined ? undefined : { expectedVersion };
};

async function check(
  tx: Transaction,
  { reason }: SupersedeCommand,
  rows: readonly SubjectRow[],
  into: readonly SuccessorTask[],
): Promise<Outcome<null>> {
  if (reason.trim() === '') return refuse('ReasonMissing', '请写明理由后再提交。', { field: 'reason' });
  if (into.some(({ title }) => title.trim() === ''))
    return refuse('InputInvalid', '请写明新任务的名称。', { field: 'title' });
  if (rows.some((row) => gateOf(row.snapshot) !== null))
    return refuse('EventNotAllowed', '任务正在申请办结；请先退回办结申请。');
  if (new Set(rows.map(({ planId, actionCode }) => `${planId}/${actionCode}`)).size > 1)
    return refuse('InputInvalid', '只能合并同一行动中的任务。', { field: 'taskIds' });
  const units = into.flatMap(({ leadUnitIds, supportUnitIds = [] }) => [...leadUnitIds, ...supportUnitIds]);
  return (await areUnits(tx, units))
    ? { ok: true, value: null }
    : refuse('UnitUnknown', '所选单位中有不在名录内的，或是统称；请逐一选定具体单位。', {
        field: 'leadUnitIds',
      });
}

/**
 * How often the words of the tasks say, taken over by what takes their place: everything that one of several says, and
 * of replacements what a person said of all of them.
 */
function sharedCadences(
  said: readonly Pick<CadencesOfTask, 'task' | 'replacements'>[],
): Pick<TaskDraft, 'cadences' | 'cadenceReplacements'> {
  const named = (replacement: unknown): string => {
    const { own, inherited } = replacement as CadenceReplacement;
    return JSON.stringify([own.kind, own.every, inherited.origin, inherited.kind, inherited.every]);
  };
  const [first, ...others] = said;
  return {
    cadences: said.flatMap(({ task }) => task),
    cadenceReplacements: (first?.replacements ?? []).filter((one) =>
      others.every(({ replacements }) => replacements.some((other) => named(other) === named(one))),
    ),
  };
}

const contextOf = ({ snapshot }: SubjectRow): TaskContext =>
  upgraded('task', snapshot).context as unknown as TaskContext;

const isDispatched = (row: SubjectRow): boolean => contextOf(row).startOn !== null;

function draftOf(task: SuccessorTask, type: 'SPLIT' | 'MERGED', rows: readonly SubjectRow[]): TaskDraft {
  const dates = rows.map((row) => contextOf(row).deadlineOn).sort();
  return {
    title: task.title.trim(),
    text: null,
    leadUnitIds: [...new Set(task.leadUnitIds)],
    supportUnitIds: [...new Set(task.supportUnitIds ?? [])],
    deadlineOn: task.deadlineOn ?? dates.at(-1) ?? '',
    deadlineInferred: task.deadlineOn === undefined,
    indicators: [],
    origin: { kind: type === 'SPLIT' ? 'split' : 'merge', taskIds: rows.map(({ id }) => id) },
  };
}
