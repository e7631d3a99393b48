import { identifierOf, personIdOf, unitIdOf, type Role } from '#accountability';
import type { Instant } from '#calendar';
import {
  insertCredential,
  insertPeople,
  insertRoleAssignments,
  settleVacancies,
  type Transaction,
} from '#persistence';

export interface NewPerson {
  username: string;
  name: string;
  /** The unit's code. */
  unit: string;
  role: Role;
  /** Of the first password, which must be changed when it is used. */
  passwordHash: string;
}

const OF_A_UNIT: ReadonlySet<Role> = new Set<Role>(['leadUnitHead', 'liaison', 'supportUnitLiaison']);

/**
 * Lets people into a jurisdiction: units' people with a role for their unit, the others for the whole jurisdiction and
 * so for every plan of it. A post that was vacant is settled.
 *
 * @throws where a username is taken, anywhere (constraint `person_username_key`)
 */
export async function admitPeople(tx: Transaction, people: readonly NewPerson[], at: Instant): Promise<void> {
  const { jurisdictionId } = tx.scope;
  const idOf = (username: string): string => personIdOf(jurisdictionId, username);
  await insertPeople(
    tx,
    people.map(({ username, name, unit }) => ({
      id: idOf(username),
      unitId: unitIdOf(jurisdictionId, unit),
      name,
      username,
    })),
  );
  await insertRoleAssignments(
    tx,
    people.map(({ username, unit, role }) => {
      const scope = OF_A_UNIT.has(role)
        ? { scopeKind: 'unit', scopeId: unitIdOf(jurisdictionId, unit) }
        : { scopeKind: 'jurisdiction', scopeId: jurisdictionId };
      const personId = idOf(username);
      const id = identifierOf(personId, role, scope.scopeKind, scope.scopeId);
      return { id, personId, role, ...scope, validFrom: null, validTo: null };
    }),
  );
  for (const { username, passwordHash } of people)
    await insertCredential(tx, { personId: idOf(username), passwordHash, mustChange: true, at });
  for (const { unit, role } of people)
    if (OF_A_UNIT.has(role)) await settleVacancies(tx, unitIdOf(jurisdictionId, unit), role, at);
}
