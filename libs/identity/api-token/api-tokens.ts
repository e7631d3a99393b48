import { randomUUID } from 'node:crypto';
import { addMinutes, compareInstants, type Instant } from '#calendar';
import { clearAttempts, credentialOf } from '../credential.store.js';
import { identityRejection, type IdentityOutcome } from '../identity-rejection.js';
import type { IdentityShell } from '../identity-shell.js';
import { provePassword } from '../prove-password.js';
import type { StoredSession } from '../session.store.js';
import { randomToken, tokenHash } from '../token.js';

/** What a token may do of what its person may: look; report (sittings and duties); everything else that changes something. */
export const TOKEN_SCOPES = ['read', 'report', 'act'] as const;
export type TokenScope = (typeof TOKEN_SCOPES)[number];

/** So that one that is found in a file is known for what it is. */
export const TOKEN_MARK = 'luoshi_';
/** How exact the time of the last use is kept. */
const TOUCH_EVERY_MINUTES = 1;
const DAY_MINUTES = 24 * 60;
/** So many living ones a person may have. */
const AT_MOST = 20;

export interface OwnToken {
  id: string;
  name: string;
  scopes: TokenScope[];
  createdAt: Instant;
  expiresAt: Instant;
  lastUsedAt: Instant | null;
  lastUsedFrom: string | null;
}

interface Person {
  jurisdictionId: string;
  personId: string;
}

/**
 * A new token of a person, shown this once. Asks for the password: an open page on an unwatched desk is not enough.
 *
 * Rejections: PasswordRefused, TooManyTokens.
 */
export async function makeToken(
  shell: IdentityShell,
  person: Person & { username: string },
  wanted: { name: string; scopes: readonly TokenScope[]; days: number; password: string },
): Promise<IdentityOutcome<{ token: string; made: OwnToken }>> {
  const { jurisdictionId, personId } = person;
  const credential = await shell.database.outsideTenants((tx) => credentialOf(tx, person.username));
  if (credential === null || !(await provePassword(shell, credential, wanted.password)))
    return identityRejection('PasswordRefused');
  const now = shell.clock.now();
  const token = `${TOKEN_MARK}${randomToken()}`;
  const made: OwnToken = {
    id: randomUUID(),
    name: wanted.name,
    scopes: TOKEN_SCOPES.filter((scope) => wanted.scopes.includes(scope)),
    createdAt: now,
    expiresAt: addMinutes(now, wanted.days * DAY_MINUTES),
    lastUsedAt: null,
    lastUsedFrom: null,
  };
  return shell.database.transaction({ jurisdictionId }, async (tx) => {
    await clearAttempts(tx, jurisdictionId, personId);
    const inserted = await tx.query(
      `insert into api_token (jurisdiction_id, id, person_id, name, token_hash, scopes, created_at, expires_at)
       select $1, $2, $3, $4, $5, $6, $7, $8
       where (select count(*) from api_token where person_id = $3 and ended_at is null and expires_at > $7) < $9
       returning id`,
      [
        jurisdictionId,
        made.id,
        personId,
        made.name,
        tokenHash(token),
        made.scopes,
        now,
        made.expiresAt,
        AT_MOST,
      ],
    );
    if (inserted.length === 0) return identityRejection('TooManyTokens');
    return { ok: true, value: { token, made } };
  });
}

/** The person's living tokens, the newest first. */
export function tokensOf(shell: IdentityShell, { jurisdictionId, personId }: Person): Promise<OwnToken[]> {
  return shell.database.transaction(
    { jurisdictionId },
    (tx) =>
      tx.query<OwnToken>(
        `select id, name, scopes, created_at as "createdAt", expires_at as "expiresAt",
           last_used_at as "lastUsedAt", last_used_from as "lastUsedFrom"
         from api_token where person_id = $1 and ended_at is null and expires_at > $2 order by created_at desc, id`,
        [personId, shell.clock.now()],
      ),
    { readOnly: true },
  );
}

/** Revokes one of the person's tokens; false: it is none of theirs, or over. */
export function endToken(
  shell: IdentityShell,
  { jurisdictionId, personId }: Person,
  id: string,
): Promise<boolean> {
  return shell.database.transaction({ jurisdictionId }, async (tx) => {
    const ended = await tx.query(
      'update api_token set ended_at = $3 where person_id = $1 and id = $2 and ended_at is null returning id',
      [personId, id, shell.clock.now()],
    );
    return ended.length > 0;
  });
}

/** Who acts by a token, and how far. */
export interface Bearer {
  session: StoredSession;
  scopes: readonly TokenScope[];
}

/** The living bearer of a token; null: it is unknown, revoked or over, or its person has retired. */
export async function findBearer(
  shell: IdentityShell,
  token: string,
  { touch = true, from }: { touch?: boolean; from?: string | undefined } = {},
): Promise<Bearer | null> {
  const hash = tokenHash(token);
  const [row] = await shell.database.outsideTenants((tx) =>
    tx.query<BearerRow>('select * from bearer_of($1)', [hash]),
  );
  const now = shell.clock.now();
  if (row === undefined || !row.active || row.ended_at !== null) return null;
  if (compareInstants(now, row.expires_at) >= 0) return null;
  const { last_used_at: lastUsed } = row;
  if (touch && (lastUsed === null || compareInstants(now, addMinutes(lastUsed, TOUCH_EVERY_MINUTES)) >= 0)) {
    await shell.database.transaction({ jurisdictionId: row.jurisdiction_id }, (tx) =>
      tx.execute('update api_token set last_used_at = $2, last_used_from = $3 where id = $1', [
        row.id,
        now,
        from ?? null,
      ]),
    );
  }
  return {
    scopes: row.scopes,
    session: {
      id: row.id,
      jurisdictionId: row.jurisdiction_id,
      personId: row.person_id,
      unitId: row.unit_id,
      name: row.name,
      username: row.username,
      active: row.active,
      mustChange: row.must_change,
      secondFactor: row.second_factor,
      csrfToken: '',
      createdAt: row.created_at,
      lastSeenAt: lastUsed ?? row.created_at,
      expiresAt: row.expires_at,
    },
  };
}

interface BearerRow {
  jurisdiction_id: string;
  id: string;
  person_id: string;
  unit_id: string;
  name: string;
  username: string;
  active: boolean;
  must_change: boolean;
  second_factor: boolean;
  scopes: TokenScope[];
  created_at: Instant;
  expires_at: Instant;
  last_used_at: Instant | null;
  ended_at: Instant | null;
}
