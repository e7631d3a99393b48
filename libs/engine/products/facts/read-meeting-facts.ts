import { chineseDate, periodFromKey } from '#calendar';
import type { Transaction } from '#persistence';
import { meetingFacts, type MeetingFacts } from '#products';
import type { MeetingRecord } from '../../duties/duty-record.schema.js';
import type { EngineContext } from '../../engine-context.js';
import { issueOf } from './issue-of.js';
import { planRow, TASK_FORCE } from './plan-rows.js';

interface MeetingRow {
  id: string;
  planId: string;
  actionId: string;
  action: string;
  actionCode: string;
  office: string | null;
  taskForce: string | null;
  period: string;
  body: MeetingRecord;
}

/** A dispatch meeting as it was recorded last, by the obligation or by its record. Null where none was recorded. */
export async function readMeetingFacts(
  context: EngineContext,
  tx: Transaction,
  { meetingId }: { meetingId: string },
): Promise<MeetingFacts | null> {
  const [row] = await tx.query<MeetingRow>(
    `select o.id, o.plan_id as "planId", a.id as "actionId", a.name as action, a.code as "actionCode", u.name as office,
       ${TASK_FORCE} as "taskForce", o.period, r.body
     from obligation o join action a on a.jurisdiction_id = o.jurisdiction_id and a.id = o.action_id
       join duty_record r on r.jurisdiction_id = o.jurisdiction_id and r.obligation_id = o.id and r.kind = 'meeting'
       left join unit u on u.jurisdiction_id = a.jurisdiction_id and u.id = a.office_unit_id
     where o.id = $1 or r.id = $1 order by r.revision desc limit 1`,
    [meetingId],
  );
  const plan = row && (await planRow(tx, row.planId));
  if (!plan) return null;
  const { body } = row;
  const policy = await context.book.policy(tx, plan.policyVersion);
  return meetingFacts({
    id: row.id,
    plan: { id: plan.id, title: plan.title, documentNumber: plan.documentNumber },
    action: row.action,
    period: periodFromKey(row.period).label,
    issue: await issueOf(tx, plan, {
      office: policy.products.issuers.ofActions[row.actionCode] ?? row.taskForce ?? row.office,
      now: context.clock.now(),
      fallback: policy.issuer,
      addressees: [],
    }),
    heldOn: body.heldOn,
    chairedBy: body.chairedBy,
    attended: body.attended,
    decisions: body.decisions,
    note: body.note,
    tasks: await tasksOf(tx, row),
  });
}

/** The tasks that its decisions became: their origin names the meeting's day and the decision's number. */
async function tasksOf(
  tx: Transaction,
  { actionId, action, body }: MeetingRow,
): Promise<{ id: string; code: string; decision: number }[]> {
  const prefix = `${action}${chineseDate(body.heldOn)}调度会议定事项第`;
  const rows = await tx.query<{ id: string; code: string; ref: string }>(
    `select id, code, origin ->> 'ref' as ref from task
     where action_id = $1 and origin ->> 'kind' = 'meeting' and starts_with(origin ->> 'ref', $2) order by code`,
    [actionId, prefix],
  );
  return rows.map(({ id, code, ref }) => ({
    id,
    code,
    decision: Number.parseInt(ref.slice(prefix.length), 10) - 1,
  }));
}
