import {
  identifierOf,
  mayHandDown,
  refuse,
  type Actor,
  type Outcome,
  type SubjectScope,
} from '#accountability';
import { civilDateOf, type CivilDate } from '#calendar';
import {
  handDownById,
  insertHandDown,
  jurisdictionRelations,
  sayCascade,
  systemClock,
  taskToHandDown,
  unitNames,
  type HandDownRead,
  type TaskToHandDown,
  type Transaction,
} from '#persistence';
import { inTransaction, type EngineContext } from '../engine-context.js';
import { recordCascade, type TrailOrigin } from '../trail/index.js';

export interface HandDownCommand {
  jurisdictionId: string;
  actor: Actor;
  origin: TrailOrigin;
  idempotencyKey: string;
  taskId: string;
  /** The version of the task that was seen. */
  expectedVersion: number;
  /** Codes of jurisdictions directly below, each once. */
  to: string[];
  /** What is asked of them. */
  requirement: string;
  /** Left out: the task's own. Never later than that. */
  deadlineOn?: CivilDate;
}

/** Whose clock runs: what nobody answers for here is not handed on. */
const ALIVE: ReadonlySet<string> = new Set(['dispatched', 'inProgress']);

export const scopeOfTask = (
  tx: Transaction,
  { planCode, actionCode, leadUnitIds }: TaskToHandDown,
): SubjectScope => ({
  jurisdictionId: tx.scope.jurisdictionId,
  planCode,
  actionCode,
  unitIds: leadUnitIds,
});

/** Whether this person hands the task down, by role and by its state. */
export const mayBeHandedDown = (tx: Transaction, task: TaskToHandDown, actor: Actor): boolean =>
  ALIVE.has(task.state) && mayHandDown(actor, scopeOfTask(tx, task));

/**
 * Hands a task down to jurisdictions below: each gets a copy of what is asked, and says itself what becomes of it. All of
 * them, or none.
 *
 * Refused: SubjectNotFound, NotPermitted, VersionConflict, EventNotAllowed, InputInvalid, JurisdictionNotBelow, HandedDownAlready.
 */
export function handDown(context: EngineContext, command: HandDownCommand): Promise<Outcome<HandDownRead[]>> {
  const { jurisdictionId, actor, to, idempotencyKey } = command;
  return inTransaction(context, jurisdictionId, async (tx): Promise<Outcome<HandDownRead[]>> => {
    const task = await taskToHandDown(tx, command.taskId, { lock: true });
    if (task === null) return refuse('SubjectNotFound', '找不到这项任务。');
    if (actor.personId === null || !mayHandDown(actor, scopeOfTask(tx, task)))
      return refuse('NotPermitted', '交办下级由指挥部办公室或牵头单位负责人办理。');
    const ids = to.map((lowerId) =>
      identifierOf('handDown', task.id, lowerId, actor.personId ?? '', idempotencyKey),
    );
    const before = await all(tx, ids);
    if (before !== null) return { ok: true, value: before };
    const checked = check(task, command, civilDateOf(context.clock.now()));
    if (!checked.ok) return checked;
    const below = new Map(
      (await jurisdictionRelations(tx)).flatMap((one) =>
        one.relation === 'child' ? [[one.id, one.name]] : [],
      ),
    );
    const strange = to.find((id) => !below.has(id));
    if (strange !== undefined)
      return refuse('JurisdictionNotBelow', `${strange} 不是本辖区的直接下级；请从所列下级中选择。`, {
        field: 'to',
      });
    const now = context.clock.now();
    const offer = {
      title: task.title,
      requirement: command.requirement.trim(),
      deadlineOn: checked.value,
      indicators: task.indicators,
    };
    const offeredBy = await deskOf(tx, task, actor);
    for (const [index, lowerId] of to.entries()) {
      const id = ids[index] ?? '';
      const lowerName = below.get(lowerId) ?? lowerId;
      const written = await insertHandDown(tx, {
        ...offer,
        id,
        taskId: task.id,
        lowerId,
        lowerName,
        offeredBy: actor.personId,
        at: now,
      });
      if (written === 0)
        return refuse('HandedDownAlready', `这项任务已交办${lowerName}，尚未退回或收回，不能重复交办。`, {
          field: 'to',
        });
      const body = { ...offer, upperTaskCode: task.code, upperPlanTitle: task.planTitle, offeredBy };
      await sayCascade(tx, { handDownId: id, otherId: lowerId, kind: 'offered', body, at: now });
    }
    await recordCascade(tx, command.origin, {
      action: 'taskHandedDown',
      at: systemClock.now(),
      target: { kind: 'task', id: task.id },
      details: { handDownIds: ids, to, deadlineOn: offer.deadlineOn },
    });
    return { ok: true, value: (await all(tx, ids)) ?? [] };
  });
}

function check(task: TaskToHandDown, command: HandDownCommand, today: CivilDate): Outcome<CivilDate> {
  if (task.version !== command.expectedVersion)
    return refuse('VersionConflict', '该任务刚刚有新的变化；请刷新后，在最新内容上重新办理。', {
      current: task.version,
    });
  if (!ALIVE.has(task.state))
    return refuse('EventNotAllowed', '任务已下发、尚未办结时才能交办下级。', { state: task.state });
  if (command.requirement.trim() === '')
    return refuse('InputInvalid', '请写明交办要求。', { field: 'requirement' });
  if (command.to.length === 0 || new Set(command.to).size < command.to.length)
    return refuse('InputInvalid', '请选择交办给哪些下级，每个一次。', { field: 'to' });
  const deadlineOn = command.deadlineOn ?? task.deadlineOn;
  if (deadlineOn > task.deadlineOn)
    return refuse('InputInvalid', `交办时限不能晚于本级任务的完成时限（${task.deadlineOn}）。`, {
      field: 'deadlineOn',
    });
  if (deadlineOn < today) return refuse('InputInvalid', '交办时限不能早于今天。', { field: 'deadlineOn' });
  return { ok: true, value: deadlineOn };
}

/** All of them as they are; null where one is not there. */
async function all(tx: Transaction, ids: readonly string[]): Promise<HandDownRead[] | null> {
  const found: HandDownRead[] = [];
  for (const id of ids) {
    const one = await handDownById(tx, id);
    if (one === null) return null;
    found.push(one);
  }
  return found;
}

/** The desk that hands down, as the other side reads it: a unit's name, or the office. No person's name goes over. */
async function deskOf(tx: Transaction, { leadUnitIds }: TaskToHandDown, { roles }: Actor): Promise<string> {
  if (roles.some(({ role }) => role === 'headquartersOffice')) return '指挥部办公室';
  const own = leadUnitIds.find((id) =>
    roles.some(({ scopeKind, scopeId }) => scopeKind === 'unit' && scopeId === id),
  );
  return (own !== undefined && (await unitNames(tx, [own])).get(own)) || '牵头单位';
}
