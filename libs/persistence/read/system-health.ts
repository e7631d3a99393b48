import { addMinutes, type Instant } from '#calendar';
import type { Transaction } from '../transaction.js';

/** What waits, what was done last: as far as the database of one jurisdiction knows. Nobody's words are among it. */
export interface HealthFacts {
  /** When clocks were last looked at. */
  sweptAt: Instant | null;
  /** Clocks that ran down before the patience began, and the first of them. */
  clocks: number;
  clocksSince: Instant | null;
  /** Messages that were due before the patience began. */
  messages: number;
  messagesSince: Instant | null;
  /** Letters that were given up. */
  lettersFailed: number;
  lettersFailedSince: Instant | null;
  auditedAt: Instant | null;
  findings: { code: string; what: string; where: string; mend: string }[];
  sealedAt: Instant | null;
  backupAt: Instant | null;
}

/** @param patienceMinutes what waits for less may be under way */
export async function readHealthFacts(
  tx: Transaction,
  now: Instant,
  patienceMinutes: number,
): Promise<HealthFacts> {
  const [row] = await tx.query<HealthFacts>(
    `select
       (select beat_at from heartbeat where jurisdiction_id = $1 and name = 'sweeper') as "sweptAt",
       c.count as clocks, c.since as "clocksSince", m.count as messages, m.since as "messagesSince",
       l.count as "lettersFailed", l.since as "lettersFailedSince", a.at as "auditedAt",
       coalesce(a.findings, '[]'::jsonb) as findings,
       (select sealed_at from seal where jurisdiction_id = $1 order by number desc limit 1) as "sealedAt",
       (select max(at) from trail_line where jurisdiction_id = $1 and action = 'backupTaken') as "backupAt"
     from
       (select count(*)::integer as count, min(projected_at) as since from deadline
        where jurisdiction_id = $1 and state = 'armed' and projected_at < $2) c,
       (select count(*)::integer as count, min(deliver_at) as since from message
        where jurisdiction_id = $1 and state in ('pending', 'sending') and deliver_at < $2) m,
       (select count(*)::integer as count, min(created_at) as since from letter
        where jurisdiction_id = $1 and state = 'failedForGood') l
       left join lateral (select at, findings from audit_run where jurisdiction_id = $1 order by at desc limit 1) a on true`,
    [tx.scope.jurisdictionId, addMinutes(now, -patienceMinutes)],
  );
  if (!row) throw new Error('a question without a table always has a row');
  return row;
}
