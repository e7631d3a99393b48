import {
  limitOf,
  mayCreateTask,
  refuse,
  type Actor,
  type AmendedIndicator,
  type Outcome,
  type SubjectScope,
} from '#accountability';
import { civilDateOf, type CivilDate, type Instant } from '#calendar';
import type { Transaction } from '#persistence';
import { applyEvents } from '../apply-events.js';
import { inTransaction, type EngineContext } from '../engine-context.js';
import { areUnits } from './are-units.js';
import { draftedTaskId, draftTasks, type TaskPlaceIn } from './draft-tasks.js';

/** A leader's instruction (批示) or a meeting's decision becomes a task. */
export interface CreateTaskCommand {
  jurisdictionId: string;
  actor: Actor;
  idempotencyKey: string;
  planId: string;
  /** The code of the action that it belongs to: `A1`. */
  actionCode: string;
  source: 'instruction' | 'meeting';
  /** Whose instruction, or which meeting, and where it stands. */
  ref: string;
  title: string;
  /** Its words. */
  text: string;
  leadUnitIds: string[];
  supportUnitIds?: string[];
  /** Left out: what the policy gives for its source. */
  deadlineOn?: CivilDate;
  /** How much it weighs, as the policy names it; left out: as usual. */
  importance?: string;
  indicators?: AmendedIndicator[];
  /** Confirmed and dispatched in the same step, by who may do that; else it is drafted and waits for them. */
  dispatch?: boolean;
}

export interface CreatedTask {
  taskId: string;
  code: string;
  state: string;
  deadlineOn: CivilDate;
}

export function createTask(
  context: EngineContext,
  command: CreateTaskCommand,
): Promise<Outcome<CreatedTask>> {
  return inTransaction(context, command.jurisdictionId, async (tx): Promise<Outcome<CreatedTask>> => {
    const now = context.clock.now();
    const place = await placeIn(tx, command.planId, command.actionCode);
    if (!place) return refuse('SubjectNotFound', '找不到所选方案或行动。');
    const scope = scopeAt(tx, place, command.leadUnitIds);
    if (!mayCreateTask(command.actor, command.source, scope))
      return refuse('NotPermitted', '您的岗位无权以此来源新建任务；请由指挥部办公室办理。', {
        source: command.source,
      });
    const requestKey = `${command.actor.personId ?? ''}/${command.idempotencyKey}`;
    const taskId = draftedTaskId(place.planId, requestKey, 0);
    const made = await created(tx, taskId);
    if (made) return { ok: true, value: made };
    const checked = await check(tx, command, civilDateOf(now));
    if (!checked.ok) return checked;
    const deadline = await deadlineOf(context, tx, command, place, now);
    if (deadline === null)
      return refuse('InputInvalid', '请写明完成时限；现行规则没有规定这一来源的任务时限。', {
        field: 'deadlineOn',
      });
    const { leadUnitIds, supportUnitIds = [], indicators = [] } = command;
    const draft = {
      title: command.title.trim(),
      text: command.text.trim(),
      leadUnitIds: [...new Set(leadUnitIds)],
      supportUnitIds: [...new Set(supportUnitIds)].filter((unitId) => !leadUnitIds.includes(unitId)),
      ...deadline,
      indicators,
      ...(command.importance !== undefined && { importance: command.importance }),
      origin: {
        kind: command.source,
        ref: command.ref.trim(),
        ...(command.actor.personId !== null && { personId: command.actor.personId }),
      },
    };
    await draftTasks(tx, context.book, place, [draft], {
      personId: command.actor.personId,
      requestKey,
      at: now,
    });
    if (command.dispatch === true) {
      const refused = await dispatchDrafted(context, tx, [taskId], command, now);
      if (refused) return refused;
    }
    const result = await created(tx, taskId);
    return result ? { ok: true, value: result } : refuse('SubjectNotFound', '任务未能建立。');
  });
}

async function check(
  tx: Transaction,
  { title, text, ref, leadUnitIds, supportUnitIds = [], deadlineOn, dispatch }: CreateTaskCommand,
  today: CivilDate,
): Promise<Outcome<null>> {
  const missing = Object.entries({ title, text, ref }).find(([, words]) => words.trim() === '');
  if (missing)
    return refuse('InputInvalid', '请写明任务名称、内容和来源（何人何时批示，或何次会议）。', {
      field: missing[0],
    });
  if (!(await areUnits(tx, [...leadUnitIds, ...supportUnitIds])))
    return refuse('UnitUnknown', '所选单位中有不在名录内的，或是统称；请逐一选定具体单位。', {
      field: 'leadUnitIds',
    });
  if (dispatch === true && leadUnitIds.length === 0)
    return refuse('LeadMissing', '下发前须指定牵头单位。', { field: 'leadUnitIds' });
  if (deadlineOn !== undefined && deadlineOn < today)
    return refuse('InputInvalid', '完成时限不能早于今天。', { field: 'deadlineOn' });
  return { ok: true, value: null };
}

/** The date that was said, else the one that the policy gives by importance or by where it comes from. */
async function deadlineOf(
  context: EngineContext,
  tx: Transaction,
  { deadlineOn, source, importance }: CreateTaskCommand,
  place: TaskPlaceIn,
  now: Instant,
): Promise<{ deadlineOn: CivilDate; deadlineInferred: boolean } | null> {
  if (deadlineOn !== undefined) return { deadlineOn, deadlineInferred: false };
  const limit = limitOf({ source, importance }, await context.book.rules(tx, place.policyVersion), now);
  return limit === null ? null : { deadlineOn: limit, deadlineInferred: true };
}

/** Confirms and dispatches what was drafted a moment ago, as the same person. Null: done. */
export async function dispatchDrafted(
  context: EngineContext,
  tx: Transaction,
  taskIds: readonly string[],
  { actor, idempotencyKey }: { actor: Actor; idempotencyKey: string },
  at: Instant,
): Promise<Outcome<never> | null> {
  const shell = { tx, now: at, book: context.book, fault: context.fault };
  for (const type of ['CONFIRMED', 'DISPATCHED'] as const) {
    const outcome = await applyEvents(
      shell,
      taskIds.map((id) => ({
        to: { kind: 'task' as const, id },
        event: { type, at },
        actor,
        idempotencyKey: `${idempotencyKey}/${type}`,
        droppable: false,
      })),
    );
    if (!outcome.ok) return outcome;
  }
  return null;
}

export async function placeIn(
  tx: Transaction,
  planId: string,
  actionCode: string,
): Promise<TaskPlaceIn | null> {
  const [row] = await tx.query<TaskPlaceIn>(
    `select p.id as "planId", p.code as "planCode", a.id as "actionId", a.code as "actionCode",
       p.policy_version as "policyVersion"
     from plan p join action a on a.jurisdiction_id = p.jurisdiction_id and a.plan_id = p.id
     where p.id = $1 and a.code = $2`,
    [planId, actionCode],
  );
  return row ?? null;
}

const scopeAt = (tx: Transaction, place: TaskPlaceIn, unitIds: readonly string[]): SubjectScope => ({
  jurisdictionId: tx.scope.jurisdictionId,
  planCode: place.planCode,
  actionCode: place.actionCode,
  unitIds,
});

async function created(tx: Transaction, id: string): Promise<CreatedTask | null> {
  const [row] = await tx.query<CreatedTask>(
    'select id as "taskId", code, state, deadline_on as "deadlineOn" from task where id = $1',
    [id],
  );
  return row ?? null;
}
