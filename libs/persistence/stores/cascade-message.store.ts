import type { Instant } from '#calendar';
import { json, type Transaction } from '../transaction.js';
import type { CascadeMessage } from './cascade.store.js';

const READ = `hand_down_id as "handDownId", seq, other_id as "otherId", kind, body, at`;

/** Says something to the other side, behind what was said before; the row of the hand-down is locked, or new. */
export async function sayCascade(
  tx: Transaction,
  { handDownId, otherId, kind, body, at }: Omit<CascadeMessage, 'seq'>,
): Promise<void> {
  await tx.execute(
    `insert into cascade_message (jurisdiction_id, hand_down_id, direction, seq, other_id, kind, body, at, state)
     select $1, $2::uuid, 'out', 1 + coalesce(max(m.seq), 0), $3, $4, $5::jsonb, $6, 'pending'
     from cascade_message m where m.jurisdiction_id = $1 and m.hand_down_id = $2::uuid and m.direction = 'out'`,
    [tx.scope.jurisdictionId, handDownId, otherId, kind, json(body), at],
  );
}

/** What has been said by then and is not carried over, in the order in which it was said of each. */
export const pendingCascade = (tx: Transaction, by: Instant, limit: number): Promise<CascadeMessage[]> =>
  tx.query(
    `select ${READ} from (
       select * from cascade_message where jurisdiction_id = $1 and state = 'pending' and at <= $2 order by at limit $3) m
     order by hand_down_id, seq`,
    [tx.scope.jurisdictionId, by, limit],
  );

/** The copy of what the other side said; here already: false. */
export async function receiveCascade(
  tx: Transaction,
  { handDownId, seq, otherId, kind, body, at }: CascadeMessage,
  now: Instant,
): Promise<boolean> {
  const written = await tx.execute(
    `insert into cascade_message (jurisdiction_id, hand_down_id, direction, seq, other_id, kind, body, at, state, settled_at)
     values ($1, $2, 'in', $3, $4, $5, $6, $7, 'received', $8) on conflict do nothing`,
    [tx.scope.jurisdictionId, handDownId, seq, otherId, kind, json(body), at, now],
  );
  return written === 1;
}

/** The number of the last that was received about a hand-down; 0: none. */
export async function lastReceived(tx: Transaction, handDownId: string): Promise<number> {
  const [row] = await tx.query<{ seq: number }>(
    `select coalesce(max(seq), 0)::int as seq from cascade_message
     where jurisdiction_id = $1 and hand_down_id = $2 and direction = 'in'`,
    [tx.scope.jurisdictionId, handDownId],
  );
  return row?.seq ?? 0;
}

/** Carried over, or given up for good; what was settled before stays as it is. */
export const settleCascade = (
  tx: Transaction,
  messages: readonly Pick<CascadeMessage, 'handDownId' | 'seq'>[],
  state: 'delivered' | 'stopped',
  now: Instant,
): Promise<number> =>
  tx.execute(
    `update cascade_message m set state = $3, settled_at = $4
     from jsonb_to_recordset($2::jsonb) as w ("handDownId" uuid, seq int)
     where m.jurisdiction_id = $1 and m.hand_down_id = w."handDownId" and m.direction = 'out' and m.seq = w.seq
       and m.state = 'pending'`,
    [tx.scope.jurisdictionId, json(messages.map(({ handDownId, seq }) => ({ handDownId, seq }))), state, now],
  );

export interface CascadeSaid extends CascadeMessage {
  direction: 'out' | 'in';
  state: 'pending' | 'delivered' | 'stopped' | 'received';
  settledAt: Instant | null;
}

/** What was said about some hand-downs, the newest first. */
export const cascadeSaid = (
  tx: Transaction,
  handDownIds: readonly string[],
  limit: number,
): Promise<CascadeSaid[]> =>
  tx.query(
    `select ${READ}, direction, state, settled_at as "settledAt" from cascade_message
     where jurisdiction_id = $1 and hand_down_id = any($2::uuid[])
     order by at desc, hand_down_id, direction, seq desc limit $3`,
    [tx.scope.jurisdictionId, [...handDownIds], limit],
  );

/** When the next message may be carried; null: none waits. */
export async function nextCascadeAt(tx: Transaction): Promise<Instant | null> {
  const [row] = await tx.query<{ at: Instant | null }>(
    `select min(at) as at from cascade_message where jurisdiction_id = $1 and state = 'pending'`,
    [tx.scope.jurisdictionId],
  );
  return row?.at ?? null;
}
