import { json, type Transaction } from '../transaction.js';

export interface IdempotentAnswer {
  requestHash: string;
  status: number;
  body: unknown;
}

/** The answer that was given to this key of this person, if one was. */
export async function readAnswer(
  tx: Transaction,
  personId: string,
  key: string,
): Promise<IdempotentAnswer | null> {
  const [row] = await tx.query<{ request_hash: string; status: number; body: unknown }>(
    `select request_hash, status, body from idempotent_answer
     where jurisdiction_id = $1 and person_id = $2 and key = $3`,
    [tx.scope.jurisdictionId, personId, key],
  );
  return row === undefined ? null : { requestHash: row.request_hash, status: row.status, body: row.body };
}

/** Keeps an answer; where one is kept already, that one stands. */
export async function keepAnswer(
  tx: Transaction,
  personId: string,
  key: string,
  answer: IdempotentAnswer,
  now: string,
): Promise<void> {
  await tx.execute(
    `insert into idempotent_answer (jurisdiction_id, person_id, key, request_hash, status, body, created_at)
     values ($1, $2, $3, $4, $5, $6, $7) on conflict do nothing`,
    [tx.scope.jurisdictionId, personId, key, answer.requestHash, answer.status, json(answer.body), now],
  );
}
