import type { Actor } from '../role.js';
import type { Snapshot } from '../subject.js';
import { REVIEWER_OF } from '../task/supervision/matters.js';
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
