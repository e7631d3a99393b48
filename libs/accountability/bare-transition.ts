import { transition, type AnyStateMachine } from 'xstate';
import type { IncomingEvent } from './decision.js';
import { machinesOf } from './machines.js';
import type { Policy } from './policy/policy.schema.js';
import type { Snapshot, SubjectKind } from './subject.js';

/**
 * The same event by XState's public functions alone: `resolveState` and `transition`. No permission, no facts, nothing
 * kept. It is there for `decide` to be measured against.
 */
export function bareTransition(
  kind: SubjectKind,
  snapshot: Snapshot,
  event: IncomingEvent,
  policy: Policy,
): unknown {
  const machine: AnyStateMachine = machinesOf(policy)[kind];
  return transition(machine, machine.resolveState(snapshot as never), event);
}
