import { initialTransition, transition, type AnyStateMachine, type AnyStateNode } from 'xstate';
import { maySendNow } from './authorisation/may-send-now.js';
import type { Decision, IncomingEvent, Rules, Subject } from './decision.js';
import type { Effect } from './effect.js';
import { machinesOf } from './machines.js';
import type { ObligationInput } from './obligation/obligation.machine.js';
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
  if (!maySendNow(actor, kind, snapshot, incoming.type, scope)) {
    return refuse('NotPermitted', '您的岗位无权办理此事项；如需办理，请联系指挥部办公室核对岗位授权。', {
      event: incoming.type,
    });
  }
  const event = withFacts({ ...subject, snapshot }, incoming, rules);
  const taken = take(machinesOf(rules.policy)[kind], snapshot, event);
  if (taken === null) {
    return refuse('EventNotAllowed', '当前状态下不能办理此事项；请刷新页面，查看最新状态和可办事项。', {
      event: incoming.type,
    });
  }
  const { type, at, ...payload } = event;
  return { ok: true, ...taken, event: { type, at, payload } };
}

/** Replays a kept event: no permission, no calendar, the facts as they were. */
export function replay(
  kind: SubjectKind,
  snapshot: Snapshot,
  event: RecordedEvent,
  policy: Policy,
): Snapshot | null {
  return (
    take(machinesOf(policy)[kind], upgraded(kind, snapshot), {
      type: event.type,
      at: event.at,
      ...event.payload,
    })?.snapshot ?? null
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
  const machine: AnyStateMachine = machinesOf(policy)[kind];
  return restore(machine, upgraded(kind, snapshot)).can(event);
}

function take(
  machine: AnyStateMachine,
  snapshot: Snapshot,
  event: IncomingEvent,
): { snapshot: Snapshot; effects: Effect[] } | null {
  const resolved = restore(machine, snapshot);
  if (!resolved.can(event)) return null;
  const [next, actions] = transition(machine, resolved, event);
  return {
    snapshot: bare(next),
    effects: (actions as readonly { type: string; params?: unknown }[])
      .filter((action) => action.type === 'effect')
      .map((action) => action.params as Effect),
  };
}

/**
 * A parsed row is no snapshot: resolveState checks it against the chart and throws on a state that is no longer there.
 * Regions are put in the order of the chart first: jsonb orders keys by length, and the regions of one event would
 * then act in another order than in memory.
 */
function restore(machine: AnyStateMachine, snapshot: Snapshot) {
  return machine.resolveState({ ...snapshot, value: inChartOrder(machine.root, snapshot.value) } as never);
}

function inChartOrder(node: AnyStateNode, value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  const regions = value as Record<string, unknown>;
  const known = Object.keys(node.states).filter((key) => key in regions);
  const strange = Object.keys(regions).filter((key) => !(key in node.states));
  return Object.fromEntries([
    ...known.map((key) => [key, inChartOrder(node.states[key] as AnyStateNode, regions[key])] as const),
    ...strange.map((key) => [key, regions[key]] as const),
  ]);
}

const bare = (snapshot: { value?: unknown; context?: unknown }): Snapshot => ({
  value: snapshot.value,
  context: snapshot.context as Record<string, unknown>,
});
