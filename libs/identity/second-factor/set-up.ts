import { clearAttempts, credentialOf } from '../credential.store.js';
import { identityRejection, type IdentityOutcome } from '../identity-rejection.js';
import type { IdentityShell } from '../identity-shell.js';
import { provePassword } from '../prove-password.js';
import { deleteOtherSessions, rotateSession } from '../session.store.js';
import { addressOf, newRecoveryCodes, newSecret } from './one-time-code.js';
import { takeCode } from './prove-second-factor.js';
import {
  beginFactor,
  confirmFactor,
  deleteFactor,
  factorOf,
  replaceRecoveryCodes,
} from './second-factor.store.js';

/** Who sets up: the person of a session. */
export interface Owner {
  jurisdictionId: string;
  personId: string;
  username: string;
}

/** What the app needs to know, once. */
export interface BegunFactor {
  /** Base32, for typing. */
  secret: string;
  /** `otpauth://…`, for the picture. */
  address: string;
}

/**
 * Begins a second factor: in force once a code of it has been shown. Asks for the password, like all that changes how one
 * signs in: an open page on an unwatched desk is not enough.
 *
 * Rejections: PasswordRefused, SecondFactorOn.
 */
export async function beginSecondFactor(
  shell: IdentityShell,
  owner: Owner,
  password: string,
): Promise<IdentityOutcome<BegunFactor>> {
  if (!(await isOwner(shell, owner, password))) return identityRejection('PasswordRefused');
  const secret = newSecret();
  const begun = await shell.database.transaction(scopeOf(owner), (tx) =>
    beginFactor(tx, owner, shell.secrets.seal(secret), shell.clock.now()),
  );
  if (!begun) return identityRejection('SecondFactorOn');
  await forgetAttempts(shell, owner);
  return { ok: true, value: { secret, address: addressOf(secret, owner.username) } };
}

/**
 * Puts the second factor in force with a first code, ends the person's other sessions (they were begun without it), and
 * gives the recovery codes: shown once, kept as hashes. The session that asked is worth more from now on: its token is a new one.
 *
 * Rejections: SecondFactorOff, SecondFactorOn, SecondFactorRefused.
 */
export async function confirmSecondFactor(
  shell: IdentityShell,
  owner: Owner & { sessionId: string },
  code: string,
): Promise<IdentityOutcome<{ codes: string[]; token: string }>> {
  return shell.database.transaction(scopeOf(owner), async (tx) => {
    const factor = await factorOf(tx, owner.personId);
    if (factor === null) return identityRejection('SecondFactorOff');
    if (factor.confirmed) return identityRejection('SecondFactorOn');
    if (!(await takeCode(tx, shell, { ...owner, ...factor }, code)))
      return identityRejection('SecondFactorRefused');
    const codes = newRecoveryCodes();
    await confirmFactor(tx, owner.personId, shell.clock.now());
    await replaceRecoveryCodes(tx, owner, codes);
    await deleteOtherSessions(tx, owner.personId, owner.sessionId);
    return { ok: true, value: { codes, token: await rotateSession(tx, owner) } };
  });
}

/**
 * New recovery codes instead of those before.
 *
 * Rejections: PasswordRefused, SecondFactorOff.
 */
export async function renewRecoveryCodes(
  shell: IdentityShell,
  owner: Owner,
  password: string,
): Promise<IdentityOutcome<string[]>> {
  if (!(await isOwner(shell, owner, password))) return identityRejection('PasswordRefused');
  return shell.database.transaction(scopeOf(owner), async (tx) => {
    if (!(await factorOf(tx, owner.personId))?.confirmed) return identityRejection('SecondFactorOff');
    const codes = newRecoveryCodes();
    await clearAttempts(tx, owner.jurisdictionId, owner.personId);
    await replaceRecoveryCodes(tx, owner, codes);
    return { ok: true, value: codes };
  });
}

/**
 * Goes back to the password alone.
 *
 * Rejections: PasswordRefused, SecondFactorOff, SecondFactorRefused.
 */
export async function endSecondFactor(
  shell: IdentityShell,
  owner: Owner,
  proof: { password: string; code: string },
): Promise<IdentityOutcome<null>> {
  if (!(await isOwner(shell, owner, proof.password))) return identityRejection('PasswordRefused');
  return shell.database.transaction(scopeOf(owner), async (tx) => {
    const factor = await factorOf(tx, owner.personId);
    if (factor === null) return identityRejection('SecondFactorOff');
    if (factor.confirmed && !(await takeCode(tx, shell, { ...owner, ...factor }, proof.code)))
      return identityRejection('SecondFactorRefused');
    await clearAttempts(tx, owner.jurisdictionId, owner.personId);
    await deleteFactor(tx, owner.personId);
    return { ok: true, value: null };
  });
}

/** Wrong guesses count like those at sign-in; they are forgotten once everything that was asked for was right. */
async function isOwner(shell: IdentityShell, { username }: Owner, password: string): Promise<boolean> {
  const credential = await shell.database.outsideTenants((tx) => credentialOf(tx, username));
  return credential !== null && provePassword(shell, credential, password);
}

const forgetAttempts = (shell: IdentityShell, { jurisdictionId, personId }: Owner): Promise<void> =>
  shell.database.transaction({ jurisdictionId }, (tx) => clearAttempts(tx, jurisdictionId, personId));

const scopeOf = ({ jurisdictionId }: Owner): { jurisdictionId: string } => ({ jurisdictionId });
