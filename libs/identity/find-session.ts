import { addMinutes, compareInstants } from '#calendar';
import type { IdentityShell } from './identity-shell.js';
import { sessionOf, touchSession, type StoredSession } from './session.store.js';
import { tokenHash } from './token.js';

/** How exact the time of the last request is kept: not every request need write a row. */
const TOUCH_EVERY_MINUTES = 1;

/**
 * The living session of a cookie's token; null when it is unknown, was idle too long, is over, or its person retired.
 * With `touch: false` the look does not count as a request.
 */
export async function findSession(
  shell: IdentityShell,
  token: string,
  { touch = true }: { touch?: boolean } = {},
): Promise<StoredSession | null> {
  const hash = tokenHash(token);
  const session = await shell.database.outsideTenants((tx) => sessionOf(tx, hash));
  if (session === null || !session.active) return null;
  const now = shell.clock.now();
  const idleUntil = addMinutes(session.lastSeenAt, shell.settings.idleMinutes);
  if (compareInstants(now, session.expiresAt) >= 0 || compareInstants(now, idleUntil) >= 0) return null;
  if (touch && compareInstants(now, addMinutes(session.lastSeenAt, TOUCH_EVERY_MINUTES)) >= 0) {
    await shell.database.transaction({ jurisdictionId: session.jurisdictionId }, (tx) =>
      touchSession(tx, hash, now),
    );
  }
  return session;
}
