import type { Actor, Outcome } from '#accountability';
import { applyEvents } from '../apply-events.js';
import type { Envelope, Shell } from '../envelope.js';

/** Confirms drafted tasks and dispatches those that somebody leads; the others wait. */
export async function confirmAndDispatch(
  shell: Shell,
  ids: readonly string[],
  actor: Actor,
  key: string,
): Promise<Outcome<{ dispatched: number }>> {
  const { tx, now } = shell;
  const send = (id: string, type: 'CONFIRMED' | 'DISPATCHED'): Envelope => ({
    to: { kind: 'task', id },
    event: { type, at: now },
    actor,
    idempotencyKey: `${key}:${type}`,
    droppable: false,
  });
  const confirmed = await applyEvents(
    shell,
    ids.map((id) => send(id, 'CONFIRMED')),
  );
  if (!confirmed.ok) return confirmed;
  const led = await tx.query<{ id: string }>(
    `select id from task where jurisdiction_id = $1 and id = any ($2::uuid[]) and not needs_assignment order by code`,
    [tx.scope.jurisdictionId, ids],
  );
  const dispatched = await applyEvents(
    shell,
    led.map(({ id }) => send(id, 'DISPATCHED')),
  );
  return dispatched.ok ? { ok: true, value: { dispatched: led.length } } : dispatched;
}
