import type { Actor } from '../role.js';
import type { Snapshot } from '../subject.js';
import { REVIEWER_OF } from '../task/task-steps.js';
import type { Gate } from '../task/task.event.js';
import { reaches, type SubjectScope } from './may-send.js';

/** The gate at which the closure waits, if it does. */
export function gateOf(snapshot: Snapshot): Gate | null {
  const life = (snapshot.value as { life?: unknown }).life;
  return typeof life === 'object' && life !== null && 'closing' in life ? (life.closing as Gate) : null;
}

/** Whether the actor is the reviewer of the gate, for this task. */
export function opensGate(actor: Actor, gate: Gate | null, scope: SubjectScope): boolean {
  return gate !== null && actor.roles.some((held) => held.role === REVIEWER_OF[gate] && reaches(held, scope));
}

/** Whether the actor may send a gate's event: its own reviewer, or the engine; any other event is not a gate's affair. */
export function maySendToGate(
  actor: Actor,
  event: { type: string; gate?: unknown },
  scope: SubjectScope,
): boolean {
  if (actor.personId === null || !GATE_EVENTS.has(event.type)) return true;
  return isGate(event.gate) && opensGate(actor, event.gate, scope);
}

const GATE_EVENTS: ReadonlySet<string> = new Set(['GATE_PASSED', 'CLOSURE_RETURNED']);

const isGate = (value: unknown): value is Gate => typeof value === 'string' && value in REVIEWER_OF;
