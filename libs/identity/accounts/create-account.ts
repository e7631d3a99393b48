import { identifierOf, personIdOf } from '#accountability';
import { recordAccountChange } from '#engine';
import { insertCredential, insertPeople } from '#persistence';
import { identityRejection, type IdentityOutcome } from '../identity-rejection.js';
import { hashPassword } from '../password.js';
import { mayAct } from './account-acts.js';
import { inOneTransaction, type Administering } from './administer.js';
import { firstPassword } from './first-password.js';

export interface NewAccount {
  username: string;
  name: string;
  unitId: string;
  reason: string;
}

export interface MadeAccount {
  personId: string;
  /** Told this once. */
  password: string;
}

/**
 * A new person of a unit, with a password that must be changed when it is first used, and no role: that is the security
 * administrator's to give.
 *
 * Rejections: NotPermitted, AccountUnitUnknown, UsernameTaken.
 */
export async function createAccount(
  by: Administering,
  { username, name, unitId, reason }: NewAccount,
): Promise<IdentityOutcome<MadeAccount>> {
  if (!mayAct(by.actor, 'create')) return identityRejection('NotPermitted');
  const password = firstPassword();
  const passwordHash = await hashPassword(password);
  const personId = personIdOf(by.jurisdictionId, username);
  const at = by.identity.clock.now();
  return inOneTransaction(by, async (tx) => {
    const [unit] = await tx.query<{ group: boolean }>(
      'select is_group as "group" from unit where jurisdiction_id = $1 and id = $2',
      [by.jurisdictionId, unitId],
    );
    if (unit?.group !== false) return identityRejection('AccountUnitUnknown');
    await insertPeople(tx, [{ id: personId, unitId, name, username }]);
    await insertCredential(tx, { personId, passwordHash, mustChange: true, at });
    await recordAccountChange(tx, by.origin, {
      action: 'accountCreated',
      at,
      personIds: [personId],
      details: { unitId },
      after: { username, name, reason },
    });
    return { ok: true, value: { personId, password } };
  });
}

/** An assignment's id: of the person, the role, the scope and the time it was given, so that it can be given again later. */
export const assignmentIdOf = (personId: string, ...of: readonly string[]): string =>
  identifierOf(personId, 'assignment', ...of);
