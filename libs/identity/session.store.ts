import type { Instant } from '#calendar';
import type { Queryable, Transaction } from '#persistence';
import { randomToken, tokenHash } from './token.js';

/** A session and whose it is, as stored; whether it is still good is for `findSession` to say. */
export interface StoredSession {
  /** Its name for its person; not the token. */
  id: string;
  jurisdictionId: string;
  personId: string;
  unitId: string;
  name: string;
  username: string;
  active: boolean;
  mustChange: boolean;
  /** Whether the person has a second factor in force. */
  secondFactor: boolean;
  csrfToken: string;
  createdAt: Instant;
  lastSeenAt: Instant;
  expiresAt: Instant;
}

interface SessionRow {
  id: string;
  second_factor: boolean;
  jurisdiction_id: string;
  person_id: string;
  unit_id: string;
  name: string;
  username: string;
  active: boolean;
  must_change: boolean;
  csrf_token: string;
  created_at: Instant;
  last_seen_at: Instant;
  expires_at: Instant;
}

export async function sessionOf(tx: Queryable, hash: string): Promise<StoredSession | null> {
  const [row] = await tx.query<SessionRow>('select * from session_of($1)', [hash]);
  if (row === undefined) return null;
  return {
    id: row.id,
    jurisdictionId: row.jurisdiction_id,
    personId: row.person_id,
    unitId: row.unit_id,
    name: row.name,
    username: row.username,
    active: row.active,
    mustChange: row.must_change,
    secondFactor: row.second_factor,
    csrfToken: row.csrf_token,
    createdAt: row.created_at,
    lastSeenAt: row.last_seen_at,
    expiresAt: row.expires_at,
  };
}

export interface NewSession {
  tokenHash: string;
  jurisdictionId: string;
  personId: string;
  csrfToken: string;
  createdAt: Instant;
  expiresAt: Instant;
  address: string | null;
  agent: string | null;
}

export async function insertSession(tx: Transaction, session: NewSession): Promise<void> {
  await tx.execute(
    `insert into session (token_hash, jurisdiction_id, person_id, csrf_token, created_at, last_seen_at, expires_at, address, agent)
     values ($1, $2, $3, $4, $5, $5, $6, $7, $8)`,
    [
      session.tokenHash,
      session.jurisdictionId,
      session.personId,
      session.csrfToken,
      session.createdAt,
      session.expiresAt,
      session.address,
      session.agent,
    ],
  );
}

export async function touchSession(tx: Transaction, hash: string, now: Instant): Promise<void> {
  await tx.execute('update session set last_seen_at = $2 where token_hash = $1', [hash, now]);
}

export async function deleteSession(tx: Transaction, hash: string): Promise<void> {
  await tx.execute('delete from session where token_hash = $1', [hash]);
}

export async function deleteSessionsOf(
  tx: Transaction,
  jurisdictionId: string,
  personId: string,
): Promise<void> {
  await tx.execute('delete from session where jurisdiction_id = $1 and person_id = $2', [
    jurisdictionId,
    personId,
  ]);
}

/** The person's own sessions that are over: swept at sign-in, so that the table does not grow. */
export async function deleteExpiredSessions(
  tx: Transaction,
  jurisdictionId: string,
  personId: string,
  now: Instant,
): Promise<void> {
  await tx.execute('delete from session where jurisdiction_id = $1 and person_id = $2 and expires_at <= $3', [
    jurisdictionId,
    personId,
    now,
  ]);
}

export async function deleteOtherSessions(tx: Transaction, personId: string, keptId: string): Promise<void> {
  await tx.execute('delete from session where person_id = $1 and id <> $2', [personId, keptId]);
}

/** A new token for a session that goes on: whoever knew the one before has nothing. */
export async function rotateSession(
  tx: Transaction,
  { personId, sessionId }: { personId: string; sessionId: string },
): Promise<string> {
  const token = randomToken();
  await tx.execute('update session set token_hash = $3 where person_id = $1 and id = $2', [
    personId,
    sessionId,
    tokenHash(token),
  ]);
  return token;
}
