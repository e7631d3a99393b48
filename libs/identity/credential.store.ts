import type { Instant } from '#calendar';
import type { Queryable, Transaction } from '#persistence';

/** The person of a name with the hash to compare with, as far as sign-in needs it. */
export interface StoredCredential {
  jurisdictionId: string;
  personId: string;
  active: boolean;
  passwordHash: string;
}

/** The one question that is asked before the jurisdiction is known: a function of the owner answers it. */
export async function credentialOf(tx: Queryable, username: string): Promise<StoredCredential | null> {
  const [row] = await tx.query<{
    jurisdiction_id: string;
    person_id: string;
    active: boolean;
    password_hash: string;
  }>('select jurisdiction_id, person_id, active, password_hash from credential_of($1)', [username]);
  return row === undefined
    ? null
    : {
        jurisdictionId: row.jurisdiction_id,
        personId: row.person_id,
        active: row.active,
        passwordHash: row.password_hash,
      };
}

/**
 * Counts an attempt before its password is looked at, so that many at once cannot slip past the limit. Keeps the
 * row locked until the transaction ends. Null: the account is locked now, and the attempt does not count.
 */
export async function countAttempt(
  tx: Transaction,
  jurisdictionId: string,
  personId: string,
  now: Instant,
): Promise<number | null> {
  const [row] = await tx.query<{ failed_attempts: number }>(
    `update credential set failed_attempts = failed_attempts + 1
     where jurisdiction_id = $1 and person_id = $2 and (locked_until is null or locked_until <= $3)
     returning failed_attempts`,
    [jurisdictionId, personId, now],
  );
  return row?.failed_attempts ?? null;
}

export async function lockCredential(
  tx: Transaction,
  jurisdictionId: string,
  personId: string,
  until: Instant,
): Promise<void> {
  await tx.execute('update credential set locked_until = $3 where jurisdiction_id = $1 and person_id = $2', [
    jurisdictionId,
    personId,
    until,
  ]);
}

/** After a right password: earlier attempts are forgotten. */
export async function clearAttempts(
  tx: Transaction,
  jurisdictionId: string,
  personId: string,
): Promise<void> {
  await tx.execute(
    `update credential set failed_attempts = 0, locked_until = null
     where jurisdiction_id = $1 and person_id = $2`,
    [jurisdictionId, personId],
  );
}

/** Sets a password that its owner chose. */
export async function replacePassword(
  tx: Transaction,
  jurisdictionId: string,
  personId: string,
  passwordHash: string,
  now: Instant,
): Promise<void> {
  await tx.execute(
    `update credential
     set password_hash = $3, must_change = false, failed_attempts = 0, locked_until = null, changed_at = $4
     where jurisdiction_id = $1 and person_id = $2`,
    [jurisdictionId, personId, passwordHash, now],
  );
}
