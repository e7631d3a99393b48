import { setTimeout as pause } from 'node:timers/promises';
import { clearAttempts, credentialOf } from './credential.store.js';
import { identityRejection, type IdentityOutcome } from './identity-rejection.js';
import type { IdentityShell } from './identity-shell.js';
import { verifyNobody } from './password.js';
import { provePassword } from './prove-password.js';
import { deleteSession } from './session.store.js';
import { proveSecondFactor } from './second-factor/prove-second-factor.js';
import { startSession, type SessionOrigin, type StartedSession } from './start-session.js';
import { tokenHash } from './token.js';

export interface SignInAttempt {
  username: string;
  password: string;
  /** The token of a session the browser still had: it ends, whoever signs in (rotation). */
  formerToken?: string;
  /** Of the second factor: a code of the app, or a recovery code. */
  code?: string | undefined;
  from?: SessionOrigin;
}

/**
 * Starts a session for a name and a password. Unknown name, wrong password, locked account and retired person are
 * refused in the same words and after the same time: nothing is learnt about who exists.
 *
 * Who gave the right password and has a second factor is asked for its code; a wrong code counts like a wrong password.
 *
 * Rejections: SignInRefused, SecondFactorNeeded, SecondFactorRefused.
 */
export async function signIn(
  shell: IdentityShell,
  attempt: SignInAttempt,
): Promise<IdentityOutcome<StartedSession>> {
  const floor = pause(shell.settings.refusalTakesMs, undefined, { ref: false });
  const credential = await shell.database.outsideTenants((tx) => credentialOf(tx, attempt.username));
  const proven =
    credential === null
      ? await verifyNobody(attempt.password)
      : await provePassword(shell, credential, attempt.password);
  if (credential === null || !proven) {
    await floor;
    return identityRejection('SignInRefused');
  }
  const { jurisdictionId, personId } = credential;
  const started = await shell.database.transaction({ jurisdictionId }, async (tx) => {
    const missing = await proveSecondFactor(tx, shell, personId, attempt.code);
    if (missing !== null) return identityRejection(missing);
    await clearAttempts(tx, jurisdictionId, personId);
    if (attempt.formerToken !== undefined) await deleteSession(tx, tokenHash(attempt.formerToken));
    return { ok: true as const, value: await startSession(tx, shell, credential, attempt.from) };
  });
  if (!started.ok) await floor;
  return started;
}
