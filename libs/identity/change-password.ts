import { clearAttempts, credentialOf, replacePassword } from './credential.store.js';
import { identityRejection, type IdentityOutcome } from './identity-rejection.js';
import type { IdentityShell } from './identity-shell.js';
import { hashPassword } from './password.js';
import { provePassword } from './prove-password.js';
import { deleteSessionsOf } from './session.store.js';
import { startSession, type StartedSession } from './start-session.js';

/**
 * Replaces a person's password. All sessions of the person end, the one that asked gets a new token. Wrong guesses
 * of the old password count like those at sign-in.
 *
 * Rejections: PasswordRefused, PasswordTooWeak.
 */
export async function changePassword(
  shell: IdentityShell,
  change: { username: string; current: string; next: string },
): Promise<IdentityOutcome<StartedSession>> {
  if (isWeak(change)) return identityRejection('PasswordTooWeak');
  const credential = await shell.database.outsideTenants((tx) => credentialOf(tx, change.username));
  if (credential === null) return identityRejection('PasswordRefused');
  const { jurisdictionId, personId } = credential;
  if (!(await provePassword(shell, credential, change.current))) {
    return identityRejection('PasswordRefused');
  }
  const passwordHash = await hashPassword(change.next);
  return shell.database.transaction({ jurisdictionId }, async (tx) => {
    await clearAttempts(tx, jurisdictionId, personId);
    await replacePassword(tx, jurisdictionId, personId, passwordHash, shell.clock.now());
    await deleteSessionsOf(tx, jurisdictionId, personId);
    return { ok: true, value: await startSession(tx, shell, credential) };
  });
}

/** The few rules worth having (NIST SP 800-63B): length, not the name, not the old one, not one character. */
function isWeak({ username, current, next }: { username: string; current: string; next: string }): boolean {
  return (
    [...next].length < 10 ||
    next === current ||
    next.toLowerCase().includes(username.toLowerCase()) ||
    new Set(next).size < 4
  );
}
