import { addMinutes, type Instant } from '#calendar';
import type { Transaction } from '#persistence';
import type { IdentityShell } from './identity-shell.js';
import { deleteExpiredSessions, insertSession } from './session.store.js';
import { randomToken, tokenHash } from './token.js';

export interface StartedSession {
  /** For the cookie. It is stored nowhere; only its hash is. */
  token: string;
  csrfToken: string;
  jurisdictionId: string;
  personId: string;
  expiresAt: Instant;
}

/** Where a session is begun from, as the request says: for its person to know it again. */
export interface SessionOrigin {
  address?: string | undefined;
  agent?: string | undefined;
}

/** So much of what a browser calls itself is kept. */
const AGENT_LENGTH = 200;

/** A new session with a new token for a person whose identity has been proven. */
export async function startSession(
  tx: Transaction,
  shell: IdentityShell,
  person: { jurisdictionId: string; personId: string },
  from: SessionOrigin = {},
): Promise<StartedSession> {
  const now = shell.clock.now();
  const { jurisdictionId, personId } = person;
  const started: StartedSession = {
    token: randomToken(),
    csrfToken: randomToken(),
    jurisdictionId,
    personId,
    expiresAt: addMinutes(now, shell.settings.absoluteHours * 60),
  };
  await deleteExpiredSessions(tx, jurisdictionId, personId, now);
  await insertSession(tx, {
    tokenHash: tokenHash(started.token),
    jurisdictionId,
    personId,
    csrfToken: started.csrfToken,
    createdAt: now,
    expiresAt: started.expiresAt,
    address: from.address ?? null,
    agent: from.agent?.slice(0, AGENT_LENGTH) ?? null,
  });
  return started;
}
