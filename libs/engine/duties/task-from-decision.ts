import { refuse, type Outcome } from '#accountability';
import { chineseDate } from '#calendar';
import { inTransaction, type EngineContext } from '../engine-context.js';
import { createTask, type CreatedTask, type CreateTaskCommand } from '../tasks/create-task.js';
import type { MeetingRecord } from './duty-record.schema.js';

/** What a meeting decided becomes a task of its action. */
export type TaskFromDecisionCommand = Pick<
  CreateTaskCommand,
  | 'jurisdictionId'
  | 'actor'
  | 'idempotencyKey'
  | 'title'
  | 'leadUnitIds'
  | 'supportUnitIds'
  | 'deadlineOn'
  | 'dispatch'
> & {
  /** The record of the meeting. */
  recordId: string;
  /** Which of its decisions, from 0. */
  decision: number;
};

/** The task's words and its source are those of the record: they are written once. */
export async function taskFromDecision(
  context: EngineContext,
  { recordId, decision, ...task }: TaskFromDecisionCommand,
): Promise<Outcome<CreatedTask>> {
  const found = await inTransaction(context, task.jurisdictionId, async (tx) => {
    const [row] = await tx.query<{ body: MeetingRecord; planId: string; actionCode: string; action: string }>(
      `select r.body, o.plan_id as "planId", a.code as "actionCode", a.name as action from duty_record r
         join obligation o on o.jurisdiction_id = r.jurisdiction_id and o.id = r.obligation_id
         join action a on a.jurisdiction_id = o.jurisdiction_id and a.id = o.action_id
       where r.id = $1 and r.kind = 'meeting'`,
      [recordId],
    );
    return row ? { ok: true as const, value: row } : refuse('SubjectNotFound', '找不到这次调度会的记录。');
  });
  if (!found.ok) return found;
  const { body, planId, actionCode, action } = found.value;
  const text = body.decisions[decision];
  if (text === undefined)
    return refuse('InputInvalid', '会议记录中没有这一项议定事项。', { field: 'decision' });
  const ref = `${action}${chineseDate(body.heldOn)}调度会议定事项第${decision + 1}项`;
  return createTask(context, { ...task, planId, actionCode, source: 'meeting', ref, text });
}
