import {
  actingUnit,
  can,
  maySend,
  reaches,
  REVIEWER_OF,
  type Actor,
  type Gate,
  type IncomingEvent,
  type Policy,
  type Snapshot,
  type SubjectScope,
  type TaskEventType,
} from '#accountability';
import { civilDateOf, type Instant } from '#calendar';
import { TASK_ACTION_NAMES, type TaskAction } from '#contract';

/** A day after every deadline: whether an extension or a suspension is possible at all. */
const SOME_LATER_DAY = '2999-12-31';

const EVENT_OF: Record<TaskAction, TaskEventType> = {
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
};

/** What the actor may do with a task now: permitted to the role, and possible in the state. */
export function allowedTaskActions(
  task: { snapshot: Snapshot; state: string; scope: SubjectScope },
  actor: Actor,
  policy: Policy,
  now: Instant,
): TaskAction[] {
  const gate = gateOf(task.state);
  return TASK_ACTION_NAMES.filter((action) => {
    const type = EVENT_OF[action];
    if (!maySend(actor, 'task', type, task.scope)) return false;
    if ((action === 'passGate' || action === 'returnClosure') && !keepsGate(actor, gate, task.scope))
      return false;
    const event: IncomingEvent = {
      type,
      at: now,
      on: civilDateOf(now),
      unitId: actingUnit(actor, task.scope),
      unitIds: ['*'],
      decision: 'insist',
      gate,
      reason: '',
      until: SOME_LATER_DAY,
      deadlineOn: SOME_LATER_DAY,
    };
    return can('task', task.snapshot, event, policy);
  });
}

function gateOf(state: string): Gate | null {
  const gate = state.startsWith('closing.') ? state.slice('closing.'.length) : '';
  return Object.hasOwn(REVIEWER_OF, gate) ? (gate as Gate) : null;
}

function keepsGate(actor: Actor, gate: Gate | null, scope: SubjectScope): boolean {
  if (gate === null) return false;
  return actor.roles.some((held) => held.role === REVIEWER_OF[gate] && reaches(held, scope));
}
