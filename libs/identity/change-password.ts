import { clearAttempts, credentialOf, replacePassword } from './credential.store.js';
import { identityRejection, type IdentityOutcome } from './identity-rejection.js';
import type { IdentityShell } from './identity-shell.js';
import { hashPassword } from './password.js';
import { provePassword } from './prove-password.js';
import { deleteSessionsOf } from './session.store.js';
import { weaknessOf } from './password-strength.js';
import { startSession, type SessionOrigin, type StartedSession } from './start-session.js';

/**
 * Replaces a person's password. All sessions of the person end, the one that asked gets a new token. Wrong guesses
 * of the old password count like those at sign-in.
 *
 * Rejections: PasswordRefused, PasswordTooWeak, PasswordLeaked, PasswordGuessable.
 */
export async function changePassword(
  shell: IdentityShell,
  change: {
    username: string;
    current: string;
    next: string;
    /** What somebody who guesses knows of the person. */
    words?: readonly string[];
    from?: SessionOrigin;
  },
): Promise<IdentityOutcome<StartedSession>> {
  const weakness = await weaknessOf(change.next, change);
  if (weakness !== null) return identityRejection(weakness);
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
    return { ok: true, value: await startSession(tx, shell, credential, change.from) };
  });
}
