import { initialTransition, type AnyStateMachine } from 'xstate';
import { maySendNow, sentOnBehalfOf } from './authorisation/may-send-now.js';
import { bare, chartOf, type Taken } from './chart.js';
import type { Decision, IncomingEvent, Rules, Subject } from './decision.js';
import { machinesOf } from './machines.js';
import type { ObligationInput } from './obligation/obligation.context.js';
import type { Policy } from './policy/policy.schema.js';
import { refuse } from './rejection.js';
import type { Actor } from './role.js';
import type { ReportingLineInput } from './reporting-line/reporting-line.context.js';
import type { RecordedEvent, Snapshot, SubjectKind } from './subject.js';
import type { TaskInput } from './task/task.context.js';
import { upgraded } from './upgrade.js';
import { withFacts } from './with-facts.js';

/**
 * What follows from an event: the next snapshot and what is to be done, or why not. Pure: `at` is part of the
 * event, and everything the rules added to it is written into the event that is kept, so that a replay needs
 * neither clock nor calendar.
 */
export function decide(subject: Subject, incoming: IncomingEvent, rules: Rules, actor: Actor): Decision {
  const { kind, scope } = subject;
  const snapshot = upgraded(kind, subject.snapshot);
  const { unitId } = incoming;
  const forUnitId = typeof unitId === 'string' ? unitId : undefined;
  if (!maySendNow(actor, kind, snapshot, incoming.type, scope, forUnitId)) {
    return refuse('NotPermitted', '您的岗位无权办理此事项；如需办理，请联系指挥部办公室核对岗位授权。', {
      event: incoming.type,
    });
  }
  // Who sends it does not say themselves for whom: it follows from the role that lets them.
  const event = withFacts({ ...subject, snapshot }, withoutBehalf(incoming), rules);
  const taken = take(kind, snapshot, event, rules.policy);
  if (taken === null) {
    return refuse('EventNotAllowed', '当前状态下不能办理此事项；请刷新页面，查看最新状态和可办事项。', {
      event: incoming.type,
    });
  }
  const { type, at, ...payload } = event;
  const behalf = sentOnBehalfOf(actor, kind, snapshot, type, scope, forUnitId);
  return {
    ok: true,
    ...taken,
    event: { type, at, payload: behalf === null ? payload : { ...payload, onBehalfOf: behalf } },
  };
}

function withoutBehalf(incoming: IncomingEvent): IncomingEvent {
  if (!('onBehalfOf' in incoming)) return incoming;
  const { onBehalfOf: _, ...said } = incoming;
  return said;
}

/** Replays a kept event: no permission, no calendar, the facts as they were. */
export function replay(
  kind: SubjectKind,
  snapshot: Snapshot,
  event: RecordedEvent,
  policy: Policy,
): Snapshot | null {
  return (
    take(kind, upgraded(kind, snapshot), { type: event.type, at: event.at, ...event.payload }, policy)
      ?.snapshot ?? null
  );
}

export type SubjectInput =
  | { kind: 'task'; input: TaskInput }
  | { kind: 'obligation'; input: ObligationInput }
  | { kind: 'reportingLine'; input: ReportingLineInput };

/** The snapshot in which a subject begins. */
export function begin(subject: SubjectInput, policy: Policy): Snapshot {
  const machine: AnyStateMachine = machinesOf(policy)[subject.kind];
  const [initial] = initialTransition(machine, subject.input);
  return bare(initial);
}

/** Whether the statechart has a way out of this state by this event. */
export function can(kind: SubjectKind, snapshot: Snapshot, event: IncomingEvent, policy: Policy): boolean {
  return chartOf(machinesOf(policy)[kind]).can(upgraded(kind, snapshot), event);
}

const take = (kind: SubjectKind, snapshot: Snapshot, event: IncomingEvent, policy: Policy): Taken | null =>
  chartOf(machinesOf(policy)[kind]).take(snapshot, event);
