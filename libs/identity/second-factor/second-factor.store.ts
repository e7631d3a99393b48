import type { Instant } from '#calendar';
import type { Transaction } from '#persistence';
import { tokenHash } from '../token.js';

export interface StoredFactor {
  secretSealed: string;
  confirmed: boolean;
}

export async function factorOf(tx: Transaction, personId: string): Promise<StoredFactor | null> {
  const [row] = await tx.query<{ secret_sealed: string; confirmed: boolean }>(
    'select secret_sealed, confirmed_at is not null as confirmed from second_factor where person_id = $1',
    [personId],
  );
  return row === undefined ? null : { secretSealed: row.secret_sealed, confirmed: row.confirmed };
}

/** Begins anew where one was begun and not confirmed; false: one is in force. */
export async function beginFactor(
  tx: Transaction,
  person: { jurisdictionId: string; personId: string },
  secretSealed: string,
  at: Instant,
): Promise<boolean> {
  const rows = await tx.query(
    `insert into second_factor (jurisdiction_id, person_id, secret_sealed, begun_at) values ($1, $2, $3, $4)
     on conflict (jurisdiction_id, person_id) do update set secret_sealed = $3, begun_at = $4, last_step = null
       where second_factor.confirmed_at is null
     returning person_id`,
    [person.jurisdictionId, person.personId, secretSealed, at],
  );
  return rows.length > 0;
}

export async function confirmFactor(tx: Transaction, personId: string, at: Instant): Promise<void> {
  await tx.execute('update second_factor set confirmed_at = $2 where person_id = $1', [personId, at]);
}

/** Takes a code's step, once: false if it or a later one has been taken. */
export async function takeStep(tx: Transaction, personId: string, step: number): Promise<boolean> {
  const rows = await tx.query(
    `update second_factor set last_step = $2
     where person_id = $1 and (last_step is null or last_step < $2) returning person_id`,
    [personId, step],
  );
  return rows.length > 0;
}

/** Takes a recovery code, once. */
export async function takeRecoveryCode(
  tx: Transaction,
  personId: string,
  code: string,
  at: Instant,
): Promise<boolean> {
  const rows = await tx.query(
    `update recovery_code set used_at = $3
     where person_id = $1 and code_hash = $2 and used_at is null returning person_id`,
    [personId, tokenHash(code), at],
  );
  return rows.length > 0;
}

/** These codes instead of those before. */
export async function replaceRecoveryCodes(
  tx: Transaction,
  person: { jurisdictionId: string; personId: string },
  codes: readonly string[],
): Promise<void> {
  await tx.execute('delete from recovery_code where person_id = $1', [person.personId]);
  await tx.execute(
    'insert into recovery_code (jurisdiction_id, person_id, code_hash) select $1, $2, unnest($3::text[])',
    [person.jurisdictionId, person.personId, codes.map(tokenHash)],
  );
}

export async function recoveryCodesLeft(tx: Transaction, personId: string): Promise<number> {
  const [row] = await tx.query<{ left: number }>(
    'select count(*)::int as left from recovery_code where person_id = $1 and used_at is null',
    [personId],
  );
  return row?.left ?? 0;
}

export async function deleteFactor(tx: Transaction, personId: string): Promise<boolean> {
  const rows = await tx.query('delete from second_factor where person_id = $1 returning person_id', [
    personId,
  ]);
  return rows.length > 0;
}
