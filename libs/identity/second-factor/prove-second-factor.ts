import type { Transaction } from '#persistence';
import type { IdentityRejectionCode } from '../identity-rejection.js';
import type { IdentityShell } from '../identity-shell.js';
import { recoveryCodeOf, stepOf } from './one-time-code.js';
import { factorOf, takeRecoveryCode, takeStep } from './second-factor.store.js';

/**
 * Whether who knows the password also has the app, or a recovery code; null: yes, or there is no second factor. A code
 * that is right is taken, and never again.
 *
 * @throws Error where the secret was sealed with another key
 */
export async function proveSecondFactor(
  tx: Transaction,
  shell: IdentityShell,
  personId: string,
  code: string | undefined,
): Promise<IdentityRejectionCode | null> {
  const factor = await factorOf(tx, personId);
  if (!factor?.confirmed) return null;
  if (code === undefined || code.trim() === '') return 'SecondFactorNeeded';
  const proven = await takeCode(tx, shell, { personId, secretSealed: factor.secretSealed }, code);
  return proven ? null : 'SecondFactorRefused';
}

/** A code of the app, or where that is allowed a recovery code. */
export async function takeCode(
  tx: Transaction,
  shell: IdentityShell,
  { personId, secretSealed }: { personId: string; secretSealed: string },
  code: string,
): Promise<boolean> {
  const now = shell.clock.now();
  const digits = code.normalize('NFKC').replaceAll(/\s/g, '');
  if (!/^\d{6}$/.test(digits)) return takeRecoveryCode(tx, personId, recoveryCodeOf(code), now);
  const step = stepOf(String(shell.secrets.open(secretSealed)), digits, now);
  return step !== null && takeStep(tx, personId, step);
}
