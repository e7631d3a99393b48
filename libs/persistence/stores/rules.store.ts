import type { Transaction } from '../transaction.js';

/** The newest version of a calendar in the jurisdiction. */
export async function latestCalendar(tx: Transaction): Promise<{ version: number; body: unknown } | null> {
  const [row] = await tx.query<{ version: number; body: unknown }>(
    `select c.version, c.body from calendar_version c join jurisdiction j on j.id = c.jurisdiction_id and j.calendar_id = c.calendar_id
     where c.jurisdiction_id = $1 order by c.version desc limit 1`,
    [tx.scope.jurisdictionId],
  );
  return row ?? null;
}

/** Which version of a calendar is the newest in the jurisdiction; null: it has no calendar. */
export async function latestCalendarVersion(tx: Transaction): Promise<number | null> {
  const [row] = await tx.query<{ version: number | null }>(
    `select max(c.version) as version from calendar_version c join jurisdiction j on j.id = c.jurisdiction_id and j.calendar_id = c.calendar_id
     where c.jurisdiction_id = $1`,
    [tx.scope.jurisdictionId],
  );
  return row?.version ?? null;
}

/** A version of the policy in force in the jurisdiction. */
export async function policyOf(tx: Transaction, version: number): Promise<unknown> {
  const [row] = await tx.query<{ body: unknown }>(
    'select body from policy_version where jurisdiction_id = $1 and version = $2 order by policy_id limit 1',
    [tx.scope.jurisdictionId, version],
  );
  return row?.body ?? null;
}

/** The newest version of the jurisdiction's policy. */
export async function latestPolicyVersion(tx: Transaction): Promise<number> {
  const [row] = await tx.query<{ version: number }>(
    'select version from policy_version where jurisdiction_id = $1 order by version desc limit 1',
    [tx.scope.jurisdictionId],
  );
  if (!row) throw new Error(`jurisdiction ${tx.scope.jurisdictionId} has no policy`);
  return row.version;
}

/** Beats a heartbeat and gives the one before it, if there was one. */
export async function beat(tx: Transaction, name: string, at: string): Promise<string | null> {
  const [row] = await tx.query<{ before: string | null }>(
    `with before as (select beat_at from heartbeat where jurisdiction_id = $1 and name = $2),
     written as (insert into heartbeat (jurisdiction_id, name, beat_at) values ($1, $2, $3)
       on conflict (jurisdiction_id, name) do update set beat_at = greatest(heartbeat.beat_at, excluded.beat_at) returning 1)
     select (select beat_at from before) as before from written`,
    [tx.scope.jurisdictionId, name, at],
  );
  return row?.before ?? null;
}
