import {
  askingOffice,
  identifierOf,
  keepsDuties,
  reaches,
  refuse,
  upgraded,
  type Actor,
  type Outcome,
  type Policy,
  type SubjectScope,
} from '#accountability';
import { chineseDateTime, civilDateOf, periodOf, workingMsBetween, type Instant } from '#calendar';
import { lockSubjects, roleHolders, type SubjectRow, type Transaction } from '#persistence';
import { applyEvents } from '../apply-events.js';
import type { Beginning } from '../envelope.js';
import { inTransaction, type EngineContext } from '../engine-context.js';
import type { MadeObligation } from '../loaded-subject.js';

/** The headquarters or the supervision office asks a unit for a one-off report on a task, by a given time. */
export interface RequestReportCommand {
  jurisdictionId: string;
  actor: Actor;
  idempotencyKey: string;
  taskId: string;
  /** A lead or supporting unit of the task. */
  unitId: string;
  dueAt: Instant;
  /** What is wanted, in words. */
  words: string;
  /** Who answers for a notice shorter than the policy's; never who asks. */
  approvedBy?: string;
}

export interface RequestedReport {
  obligationId: string;
  dueAt: Instant;
  /** Working hours between now and then. */
  noticeHours: number;
}

export function requestReport(
  context: EngineContext,
  command: RequestReportCommand,
): Promise<Outcome<RequestedReport>> {
  return inTransaction(context, command.jurisdictionId, async (tx): Promise<Outcome<RequestedReport>> => {
    const now = context.clock.now();
    const { actor, unitId, dueAt } = command;
    const [task] = await lockSubjects(tx, 'task', [command.taskId]);
    if (!task) return refuse('SubjectNotFound', '找不到这项任务。');
    const scope = scopeOf(tx, task);
    const office = askingOffice(actor, scope);
    if (office === null)
      return refuse('NotPermitted', '只有指挥部办公室和督查室可以临时要求报送材料。', {
        event: 'REPORT_REQUESTED',
      });
    const { policy, calendar } = await context.book.rules(tx, task.policyVersion);
    const id = identifierOf(task.id, 'requestedReport', unitId, command.idempotencyKey);
    const [known] = await tx.query<{ at: Instant; dueAt: Instant; hours: number }>(
      `select at, o.due_at as "dueAt", (payload->>'noticeHours')::float as hours from event e join obligation o on o.id = e.subject_id
       where e.subject_kind = 'obligation' and e.subject_id = $1 and e.type = 'REPORT_REQUESTED'`,
      [id],
    );
    if (known) return { ok: true, value: { obligationId: id, dueAt: known.dueAt, noticeHours: known.hours } };
    const refused = await check(tx, task, command, now);
    if (refused) return refused;
    const noticeHours = workingMsBetween(calendar, now, dueAt) / 3_600_000;
    const unapproved = await checkApproval(tx, command, scope, noticeHours, policy, now);
    if (unapproved) return unapproved;
    const approvedBy = command.approvedBy ?? null;
    const made: MadeObligation = {
      id,
      kind: 'requestedReport',
      duty: 'requestedReport',
      itemKind: 'task',
      itemId: task.id,
      taskId: task.id,
      unitId,
      period: periodOfRequest(now),
      dueAt,
      owedBy: ['liaison', 'leadUnitHead', 'supportUnitLiaison'],
      acceptedBy: [],
      request: {
        requestedBy: actor.personId,
        requestedFor: office,
        approvedBy,
        words: command.words.trim(),
      },
      sittingId: null,
      actionId: null,
    };
    const begins: Beginning = {
      planId: task.planId,
      policyVersion: task.policyVersion,
      scope: { ...scope, unitIds: [unitId] },
      made,
    };
    const outcome = await applyEvents({ tx, now, book: context.book, fault: context.fault }, [
      {
        to: { kind: 'obligation', id },
        event: { type: 'REPORT_REQUESTED', at: now, approvedBy },
        actor,
        idempotencyKey: command.idempotencyKey,
        droppable: false,
        begins,
      },
    ]);
    if (!outcome.ok) return outcome;
    return { ok: true, value: { obligationId: id, dueAt, noticeHours } };
  });
}

/** It belongs to no rhythm: it goes under the ten days in which it was asked for. */
const periodOfRequest = (now: Instant): string => periodOf('ten-day', civilDateOf(now)).key;

async function check(
  tx: Transaction,
  task: SubjectRow,
  { unitId, dueAt, words }: RequestReportCommand,
  now: Instant,
): Promise<Outcome<never> | null> {
  if (words.trim() === '') return refuse('InputInvalid', '请写明要报送什么。', { field: 'words' });
  if (dueAt <= now) return refuse('InputInvalid', '报送时限须晚于现在。', { field: 'dueAt' });
  if (!keepsDuties(upgraded('task', task.snapshot)))
    return refuse('EventNotAllowed', '任务不在推进中，不能要求报送材料。');
  const part = await tx.query('select 1 from responsibility where task_id = $1 and unit_id = $2 limit 1', [
    task.id,
    unitId,
  ]);
  return part.length === 0
    ? refuse('UnitUnknown', '所选单位不是这项任务的牵头或责任单位。', { field: 'unitId' })
    : null;
}

/** With little notice somebody else, who holds one of the policy's posts, answers for it. */
async function checkApproval(
  tx: Transaction,
  { approvedBy, actor, dueAt }: RequestReportCommand,
  scope: SubjectScope,
  noticeHours: number,
  { requests }: Policy,
  now: Instant,
): Promise<Outcome<never> | null> {
  if (approvedBy === undefined)
    return noticeHours >= requests.noticeHours
      ? null
      : refuse(
          'ApproverMissing',
          `距${chineseDateTime(dueAt)}不足${requests.noticeHours}个工作小时，须写明批准人；或把时限改晚。`,
          { field: 'approvedBy', noticeHours },
        );
  if (approvedBy === actor.personId)
    return refuse('ApproverMissing', '批准人不能是提出要求的本人。', { field: 'approvedBy' });
  const holders = await roleHolders(tx, civilDateOf(now));
  const may = holders.some(
    (held) => held.personId === approvedBy && requests.approvedBy.includes(held.role) && reaches(held, scope),
  );
  return may
    ? null
    : refuse('ApproverMissing', '所选批准人没有批准的职责；须为指挥部办公室、副指挥长或指挥长。', {
        field: 'approvedBy',
      });
}

const scopeOf = (tx: Transaction, row: SubjectRow): SubjectScope => ({
  jurisdictionId: tx.scope.jurisdictionId,
  planCode: row.planCode,
  actionCode: row.actionCode,
  unitIds: row.unitIds,
});
