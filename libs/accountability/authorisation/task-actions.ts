import type { CivilDate, Instant } from '#calendar';
import { can } from '../decide.js';
import type { IncomingEvent } from '../decision.js';
import type { Policy } from '../policy/policy.schema.js';
import type { Actor } from '../role.js';
import type { Snapshot } from '../subject.js';
import type { TaskEventType } from '../task/task.event.js';
import { upgraded } from '../upgrade.js';
import { gateOf } from './gate.js';
import { actingUnit, type SubjectScope } from './may-send.js';
import { maySendNow } from './may-send-now.js';

/** What a person can do with a task, in the words of the API, and the event that it becomes. */
export const TASK_ACTION_EVENTS = {
  confirm: 'CONFIRMED',
  assignLead: 'LEAD_ASSIGNED',
  dispatch: 'DISPATCHED',
  sign: 'SIGNED',
  dispute: 'DISPUTED',
  resolveDispute: 'DISPUTE_RESOLVED',
  requestClosure: 'CLOSURE_REQUESTED',
  passGate: 'GATE_PASSED',
  returnClosure: 'CLOSURE_RETURNED',
  suspend: 'SUSPENDED',
  resume: 'RESUMED',
  withdraw: 'WITHDRAWN',
  extend: 'EXTENDED',
  reopen: 'REOPENED',
} as const satisfies Record<string, TaskEventType>;

export type TaskActionName = keyof typeof TASK_ACTION_EVENTS;

/** A far day: for asking whether a date could be set at all. */
const FAR: CivilDate = '9999-12-31';

/**
 * The actions open to this person on this task now: the role permits the event, and the statechart has a way out by
 * it. Where the event needs facts, it is asked with the likeliest ones.
 */
export function allowedTaskActions(
  snapshot: Snapshot,
  scope: SubjectScope,
  actor: Actor,
  policy: Policy,
  at: Instant,
  on: CivilDate,
): TaskActionName[] {
  const unitId = actingUnit(actor, scope) ?? '';
  const gate = gateOf(snapshot);
  const facts = {
    unitId,
    unitIds: [unitId || 'some'],
    gate,
    decision: 'insist',
    reason: '',
    until: FAR,
    deadlineOn: FAR,
    statement: '',
    finding: '',
  };
  return (Object.entries(TASK_ACTION_EVENTS) as [TaskActionName, TaskEventType][])
    .filter(([, type]) => {
      const event: IncomingEvent = { type, at, on, ...facts };
      if (!maySendNow(actor, 'task', upgraded('task', snapshot), type, scope)) return false;
      return can('task', snapshot, event, policy);
    })
    .map(([name]) => name);
}
