import {
  actionFacts,
  gateOf,
  type IncomingEvent,
  opensGate,
  type Outcome,
  personsIn,
  refuse,
  type SubjectScope,
  TASK_ACTION_EVENTS,
  type TaskActionName,
  upgraded,
} from '#accountability';
import { civilDateOf } from '#calendar';
import {
  constraintCodeOf,
  eventsByKey,
  taskIndicators,
  type SubjectRow,
  type Transaction,
} from '#persistence';
import { applyEvents } from './apply-events.js';
import type { Envelope } from './envelope.js';
import type { Acted, ActCommand, ActOnManyCommand } from './command.js';
import { inTransaction, type EngineContext } from './engine-context.js';
import { askedForClosure } from './own-closure.js';
import { areUnits } from './tasks/are-units.js';
import { changedCadencesOf } from './tasks/changed-cadences-of.js';
import { filedOnBehalf } from './filed-on-behalf.js';

/** A person acts on a task, or on a report that was filed. */
export async function act(context: EngineContext, command: ActCommand): Promise<Outcome<Acted>> {
  const { subject, expectedVersion, ...rest } = command;
  const outcome = await actOnMany(context, { ...rest, subjects: [subject] }, expectedVersion);
  if (!outcome.ok) return outcome;
  const [acted] = outcome.value;
  return acted ? { ok: true, value: acted } : refuse('SubjectNotFound', NOT_FOUND);
}

const NOT_FOUND = '找不到该事项；它可能已被移除，或不在您的权限范围内。';

/**
 * The same act on many things of one kind, in one transaction: all of them, or none.
 *
 * Whether it was done before under its key is not asked where it can be done: had one of the things recorded the key, its
 * line of the trail could not be written a second time. What is refused, by the rules or by the database, is tried again
 * with that asked first: a repeat is answered as it was then.
 */
export async function actOnMany(
  context: EngineContext,
  command: ActOnManyCommand,
  expectedVersion?: number,
): Promise<Outcome<Acted[]>> {
  const done = await attempt(context, command, expectedVersion, false).catch((error: unknown) => {
    if (constraintCodeOf(error) === null) throw error;
    return null;
  });
  return done?.ok === true ? done : attempt(context, command, expectedVersion, true);
}

function attempt(
  context: EngineContext,
  command: ActOnManyCommand,
  expectedVersion: number | undefined,
  asksFirst: boolean,
): Promise<Outcome<Acted[]>> {
  return inTransaction(context, command.jurisdictionId, async (tx): Promise<Outcome<Acted[]>> => {
    const kind = command.subjects[0]?.kind ?? 'task';
    const ids = [...new Set(command.subjects.map(({ id }) => id))].sort();
    // The second is answered when the rows are locked: what was recorded meanwhile is seen.
    const [rows, repeated, own] = await Promise.all([
      context.book.places.lock(tx, kind, ids),
      asksFirst ? eventsByKey(tx, kind, ids, command.idempotencyKey) : [],
      kind === 'task' ? new Set<string>() : filedOnBehalf(tx, ids, command.actor),
    ]);
    if (rows.length !== ids.length) return refuse('SubjectNotFound', NOT_FOUND);
    const now = context.clock.now();
    const envelopes: Envelope[] = [];
    for (const row of rows) {
      const event =
        kind === 'task'
          ? await taskEvent(context, tx, command, row, now)
          : obligationEvent(command, row, now, own);
      // What was done under this key is on record; that its person could not do it a second time is no refusal of the first.
      const done = repeated.find(({ subjectId }) => subjectId === row.id);
      if (!event.ok && done === undefined) return event;
      envelopes.push({
        to: { kind, id: row.id },
        event: event.ok ? event.value : { type: done?.type ?? '', at: now },
        actor: command.actor,
        idempotencyKey: command.idempotencyKey,
        droppable: false,
        ...(expectedVersion === undefined ? {} : { expectedVersion }),
      });
    }
    const shell = { tx, now, book: context.book, fault: context.fault };
    const outcome = await applyEvents(shell, envelopes, {
      kind,
      rows,
      idempotencyKey: command.idempotencyKey,
      repeated,
    });
    if (!outcome.ok) return outcome;
    const asked = new Set(ids);
    const acted = outcome.applied
      .filter(({ to }) => asked.has(to.id))
      .map(({ version, state }) => ({ version, state }));
    return { ok: true, value: acted };
  });
}

async function taskEvent(
  context: EngineContext,
  tx: Transaction,
  command: ActOnManyCommand,
  row: SubjectRow,
  at: string,
): Promise<Outcome<IncomingEvent>> {
  const { action, actor, input } = command;
  if (action === 'amend') return amendedEvent(tx, row.id, input, at);
  if (!isTaskAction(action)) return refuse('EventNotAllowed', `没有“${action}”这一事项。`);
  const type = TASK_ACTION_EVENTS[action];
  const scope = scopeOf(tx, row);
  const snapshot = upgraded('task', row.snapshot);
  const policy = await context.book.policy(tx, row.policyVersion);
  const facts = actionFacts(action, snapshot, scope, actor, policy, civilDateOf(at));
  const reason = textOf(input, 'reason');
  if (NEEDS_REASON.has(action) && reason === '')
    return refuse('ReasonMissing', '请写明理由后再提交。', { field: 'reason' });
  const event = (more: Record<string, unknown> = {}): Outcome<IncomingEvent> => ({
    ok: true,
    value: { type, at, ...facts, ...more },
  });
  switch (action) {
    case 'assignLead':
    case 'resolveDispute':
    case 'changeLead': {
      const unitIds = [...new Set((input['unitIds'] as string[] | undefined) ?? [])];
      if (!(await areUnits(tx, unitIds))) return refuse('UnitUnknown', UNIT_UNKNOWN, { field: 'unitIds' });
      return event({ unitIds, reason, ...(action === 'resolveDispute' && { decision: input['decision'] }) });
    }
    case 'block': {
      const [byUnitId, ...others] = (input['unitIds'] as string[] | undefined) ?? [];
      if (byUnitId === undefined || others.length > 0 || !(await areUnits(tx, [byUnitId])))
        return refuse('UnitUnknown', '请选定所等待的一个单位。', { field: 'unitIds' });
      return event({ byUnitId, reason });
    }
    case 'passGate':
    case 'returnClosure': {
      const gate = gateOf(snapshot);
      if (gate !== null && !opensGate(actor, gate, scope))
        return refuse('NotPermitted', '这一关不由您的岗位审核；请由本关审核单位办理。', { gate });
      if (await askedForClosure(tx, row.id, actor))
        return refuse('NotIndependent', '不能审核本人提出的办结申请；请由本关其他人员办理。');
      return event({
        reason,
        finding: textOf(input, 'finding'),
        ...(input['untrue'] === true && gate === 'verification' && { untrue: true }),
      });
    }
    case 'suspend':
    case 'hold':
      return event({ reason, until: input['until'] });
    case 'extend':
    case 'extendBeyond':
    case 'carryOver':
      return event({ reason, deadlineOn: input['deadlineOn'] });
    case 'reopen':
      return event({
        reason,
        ...(input['deadlineOn'] !== undefined && { deadlineOn: input['deadlineOn'] }),
      });
    case 'changeCadences': {
      const by = { reason, personId: actor.personId, at };
      const changed = await changedCadencesOf(tx, row.id, input, by, policy);
      return changed.ok ? event({ reason, ...changed.value }) : changed;
    }
    case 'skip':
      return event({ reason, approverId: actor.personId });
    case 'closeWithYear':
      return event({ finding: textOf(input, 'finding') });
    case 'correctFigure':
      return correctedFigure(input, event);
    case 'handOver':
    case 'answerCard':
    case 'requestClosure':
      return event({ reason, statement: textOf(input, 'statement') });
    case 'confirm':
    case 'dispatch':
    case 'resume':
    case 'sign':
    case 'takeOver':
    case 'acceptBlockage':
      return event();
    case 'dispute':
    case 'withdraw':
    case 'decreeHandover':
    case 'contestBlockage':
    case 'rejectBlockage':
    case 'unblock':
    case 'lift':
    case 'appeal':
    case 'upholdAppeal':
    case 'rejectAppeal':
      return event({ reason });
  }
}

function correctedFigure(
  input: Record<string, unknown>,
  event: (more: Record<string, unknown>) => Outcome<IncomingEvent>,
): Outcome<IncomingEvent> {
  const { progress } = input;
  if (typeof progress !== 'number' || !(progress >= 0 && progress <= 100))
    return refuse('InputInvalid', '更正后的进度应是 0 到 100 的百分数。', { field: 'progress' });
  const statement = textOf(input, 'statement');
  if (statement === '') return refuse('InputInvalid', '请说明更正情况和原因。', { field: 'statement' });
  return event({ progress, statement });
}

const isTaskAction = (action: string): action is TaskActionName => action in TASK_ACTION_EVENTS;

/** A revised text changes the task: no button of a page, but a part of putting the revision in force. */
async function amendedEvent(
  tx: Transaction,
  taskId: string,
  input: Record<string, unknown>,
  at: string,
): Promise<Outcome<IncomingEvent>> {
  if (textOf(input, 'reason') === '')
    return refuse('ReasonMissing', '请写明修订依据后再提交。', { field: 'reason' });
  for (const field of ['leadUnitIds', 'supportUnitIds'] as const) {
    const unitIds = input[field] as string[] | undefined;
    if (unitIds !== undefined && !(await areUnits(tx, unitIds)))
      return refuse('UnitUnknown', UNIT_UNKNOWN, { field });
  }
  const named = AMENDABLE.flatMap((field) => (input[field] === undefined ? [] : [[field, input[field]]]));
  // What was asked before is in the record from now on: scores of a past day are reckoned by the targets of that day.
  const targets = Array.isArray(input['indicators'])
    ? { targets: { before: await taskIndicators(tx, taskId) } }
    : {};
  return {
    ok: true,
    value: { type: 'AMENDED', at, ...(Object.fromEntries(named) as object), ...targets },
  };
}

const AMENDABLE = [
  'amendmentId',
  'reason',
  'leadUnitIds',
  'supportUnitIds',
  'deadlineOn',
  'title',
  'indicators',
] as const;

const UNIT_UNKNOWN = '所选单位中有不在名录内的，或是统称（如“各乡街道”）；请逐一选定具体单位。';

const NEEDS_REASON = new Set([
  'dispute',
  'resolveDispute',
  'returnClosure',
  'suspend',
  'withdraw',
  'extend',
  'reopen',
  'extendBeyond',
  'changeLead',
  'decreeHandover',
  'block',
  'contestBlockage',
  'rejectBlockage',
  'unblock',
  'changeCadences',
  'carryOver',
  'hold',
  'lift',
  'skip',
  'appeal',
  'upholdAppeal',
  'rejectAppeal',
]);

/** A report is accepted or returned by the office of the task force; nobody judges what they filed themselves. */
function obligationEvent(
  command: ActOnManyCommand,
  row: SubjectRow,
  at: string,
  own: ReadonlySet<string>,
): Outcome<IncomingEvent> {
  const filedBy = String(row.snapshot.context['filedBy']);
  if (own.has(row.id) || personsIn(command.actor).includes(filedBy))
    return refuse('OwnReport', '不能审核本人填报的内容；请由专班办公室其他人员审核。');
  if (command.action === 'accept')
    return { ok: true, value: { type: 'REPORT_ACCEPTED', at, silently: false } };
  if (command.action !== 'return') return refuse('EventNotAllowed', `没有“${command.action}”这一事项。`);
  const reason = textOf(command.input, 'reason');
  if (reason === '') return refuse('ReasonMissing', '请写明退回理由后再提交。', { field: 'reason' });
  return { ok: true, value: { type: 'REPORT_RETURNED', at, reason } };
}

const textOf = (input: Record<string, unknown>, field: string): string => {
  const value = input[field];
  return typeof value === 'string' ? value.trim() : '';
};

const scopeOf = (tx: Transaction, row: SubjectRow): SubjectScope => ({
  jurisdictionId: tx.scope.jurisdictionId,
  planCode: row.planCode,
  actionCode: row.actionCode,
  unitIds: row.unitIds,
});
