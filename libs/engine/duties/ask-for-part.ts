import {
  askingUnit,
  dutyLineIdOf,
  identifierOf,
  keepsDuties,
  refuse,
  upgraded,
  type Actor,
  type Duty,
  type LineItem,
  type Outcome,
  type ReportingLineContext,
  type SubjectScope,
} from '#accountability';
import type { CadenceEvery, Instant } from '#calendar';
import {
  insertPartRequest,
  lockSubjects,
  partRequest,
  withdrawPartRequest,
  type SubjectRow,
  type Transaction,
} from '#persistence';
import { applyEvents } from '../apply-events.js';
import { byEngine, type Beginning } from '../envelope.js';
import { inTransaction, type EngineContext } from '../engine-context.js';

/** A lead unit asks a supporting unit for its part of the report on a task. */
export interface AskForPartCommand {
  jurisdictionId: string;
  actor: Actor;
  idempotencyKey: string;
  taskId: string;
  /** Who is asked: a supporting unit of the task. */
  unitId: string;
  /** What is wanted, in words. */
  words: string;
  /** For the period that comes next alone; left out: for the task's life. */
  once?: boolean;
  /** Left out: as the policy has it (by quarter). */
  every?: CadenceEvery;
}

export interface AskedPart {
  /** By which it is withdrawn. */
  requestId: string;
  /** The first period that it is owed for, and by when. */
  period: string;
  dueAt: Instant;
}

export function askForPart(context: EngineContext, command: AskForPartCommand): Promise<Outcome<AskedPart>> {
  return inTransaction(context, command.jurisdictionId, async (tx): Promise<Outcome<AskedPart>> => {
    const now = context.clock.now();
    const [task] = await lockSubjects(tx, 'task', [command.taskId]);
    if (!task) return refuse('SubjectNotFound', '找不到这项任务。');
    const asker = askingUnit(command.actor, scopeOf(tx, task));
    if (asker === null)
      return refuse('NotPermitted', '只有任务的牵头单位可以向配合单位要材料。', { event: 'ITEM_JOINED' });
    const { policy } = await context.book.rules(tx, task.policyVersion);
    const duty = policy.duties.find(({ kind }) => kind === 'part');
    const checked = await check(tx, task, command, asker, duty);
    if (!checked.ok) return checked;
    const { name } = checked.value;
    const every = command.every ?? checked.value.every;
    const requestId = identifierOf(task.id, 'part', asker, command.unitId, command.idempotencyKey);
    const lineId = dutyLineIdOf(task.planId, command.unitId, name, every);
    const asked = await partRequest(tx, requestId);
    if (!asked) {
      const item: Omit<LineItem, 'live'> = {
        id: requestId,
        kind: 'task',
        refId: task.id,
        actionCode: task.actionCode,
        askedByUnitId: asker,
        once: command.once ?? false,
      };
      const to = { kind: 'reportingLine', id: lineId } as const;
      const event = { type: 'ITEM_JOINED', at: now, item, taskId: task.id };
      const begins: Beginning = {
        planId: task.planId,
        policyVersion: task.policyVersion,
        scope: { ...scopeOf(tx, task), actionCode: null, unitIds: [command.unitId] },
        made: { id: lineId, planId: task.planId, unitId: command.unitId, duty: name, cadence: every },
      };
      const outcome = await applyEvents({ tx, now, book: context.book, fault: context.fault }, [
        { ...byEngine(to, event, command.idempotencyKey), droppable: false, begins },
      ]);
      if (!outcome.ok) return outcome;
      await insertPartRequest(tx, {
        id: requestId,
        planId: task.planId,
        taskId: task.id,
        unitId: command.unitId,
        askedByUnitId: asker,
        cadence: every,
        once: command.once ?? false,
        words: command.words.trim(),
        askedAt: now,
        askedBy: command.actor.personId,
      });
    }
    const [line] = await lockSubjects(tx, 'reportingLine', [lineId]);
    const current = (line?.snapshot.context as unknown as ReportingLineContext | undefined)?.current;
    return {
      ok: true,
      value: { requestId, period: current?.period ?? '', dueAt: current?.dueAt ?? now },
    };
  });
}

async function check(
  tx: Transaction,
  task: SubjectRow,
  { unitId, words }: AskForPartCommand,
  asker: string,
  duty: Duty | undefined,
): Promise<Outcome<Duty>> {
  if (!duty) return refuse('EventNotAllowed', '现行规则没有“配合材料”这一项，不能向配合单位要材料。');
  if (words.trim() === '') return refuse('InputInvalid', '请写明要什么材料。', { field: 'words' });
  if (!keepsDuties(upgraded('task', task.snapshot)))
    return refuse('EventNotAllowed', '任务不在推进中，不能要材料。');
  const supports = await tx.query(
    `select 1 from responsibility where task_id = $1 and unit_id = $2 and kind = 'support' limit 1`,
    [task.id, unitId],
  );
  if (supports.length === 0 || unitId === asker)
    return refuse('UnitUnknown', '所选单位不是这项任务的责任（配合）单位。', { field: 'unitId' });
  return { ok: true, value: duty };
}

export interface WithdrawPartCommand {
  jurisdictionId: string;
  actor: Actor;
  idempotencyKey: string;
  requestId: string;
}

/** The lead unit no longer needs the part: what is not filed is excused, what is filed stays. */
export function withdrawPart(
  context: EngineContext,
  command: WithdrawPartCommand,
): Promise<Outcome<{ requestId: string }>> {
  return inTransaction(context, command.jurisdictionId, async (tx) => {
    const now = context.clock.now();
    const asked = await partRequest(tx, command.requestId);
    if (!asked) return refuse('SubjectNotFound', '找不到这一材料要求。');
    const [task] = await lockSubjects(tx, 'task', [asked.taskId]);
    if (!task || !leads(command.actor, scopeOf(tx, task), asked.askedByUnitId))
      return refuse('NotPermitted', '只有提出要求的牵头单位可以撤回。', { event: 'ITEM_LEFT' });
    const done = { ok: true as const, value: { requestId: asked.id } };
    if (asked.withdrawnAt !== null) return done;
    const rows = await tx.query<{ id: string }>(
      `select l.id from reporting_line l where l.plan_id = $1 and l.unit_id = $2 and l.cadence = $3
         and l.snapshot #> '{context,items}' @> jsonb_build_array(jsonb_build_object('id', $4::text))`,
      [asked.planId, asked.unitId, asked.cadence, asked.id],
    );
    const event = {
      type: 'ITEM_LEFT',
      at: now,
      itemId: asked.id,
      taskId: null,
      reason: '牵头单位撤回了要求',
    };
    const outcome = await applyEvents(
      { tx, now, book: context.book, fault: context.fault },
      rows.map(({ id }) => byEngine({ kind: 'reportingLine', id }, event, command.idempotencyKey)),
    );
    if (!outcome.ok) return outcome;
    await withdrawPartRequest(tx, asked.id, now, command.actor.personId);
    return done;
  });
}

/** The unit that asked withdraws; or, when the lead has changed since, the one that leads now. */
const leads = (actor: Actor, task: SubjectScope, askedByUnitId: string): boolean =>
  askingUnit(actor, { ...task, unitIds: [askedByUnitId] }) !== null || askingUnit(actor, task) !== null;

const scopeOf = (tx: Transaction, row: SubjectRow): SubjectScope => ({
  jurisdictionId: tx.scope.jurisdictionId,
  planCode: row.planCode,
  actionCode: row.actionCode,
  unitIds: row.unitIds,
});
