import { identifierOf, personIdOf, type Role } from '#accountability';
import type { CivilDate } from '#calendar';
import { endRole, insertPeople, insertRoleAssignments, settleVacancies } from '#persistence';
import type { EngineContext } from './engine-context.js';

export interface Appointment {
  jurisdictionId: string;
  username: string;
  name: string;
  unitId: string;
  role: Role;
  from: CivilDate;
}

/** A new person takes a post of a unit; that the post was vacant is settled. */
export async function appoint(
  context: EngineContext,
  { jurisdictionId, role, unitId, from, ...person }: Appointment,
): Promise<void> {
  const id = personIdOf(jurisdictionId, person.username);
  const assignment = {
    id: identifierOf(id, role, 'unit', unitId),
    personId: id,
    role,
    scopeKind: 'unit',
    scopeId: unitId,
    validFrom: from,
    validTo: null,
  };
  await context.database.transaction({ jurisdictionId }, async (tx) => {
    await insertPeople(tx, [{ id, unitId, ...person }]);
    await insertRoleAssignments(tx, [assignment]);
    await settleVacancies(tx, unitId, role, context.clock.now());
  });
}

/** A person leaves a post; `lastDay` is the last on which they hold it. */
export async function relieve(
  context: EngineContext,
  {
    jurisdictionId,
    username,
    role,
    lastDay,
  }: { jurisdictionId: string; username: string; role: Role; lastDay: CivilDate },
): Promise<void> {
  await context.database.transaction({ jurisdictionId }, (tx) =>
    endRole(tx, personIdOf(jurisdictionId, username), role, lastDay),
  );
}
