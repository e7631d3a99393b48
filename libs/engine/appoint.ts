import { identifierOf, personIdOf, type Role } from '#accountability';
import { addDays, type CivilDate } from '#calendar';
import {
  endRole,
  insertPeople,
  insertRoleAssignments,
  latestPolicyVersion,
  settleVacancies,
  unitsOfEndedRole,
} from '#persistence';
import type { EngineContext } from './engine-context.js';
import { reportVacancy } from './report-vacancy.js';

export interface Appointment {
  jurisdictionId: string;
  username: string;
  name: string;
  unitId: string;
  role: Role;
  from: CivilDate;
  /** The last day, where it is known: an acting deputy stands in while somebody is away. */
  until?: CivilDate;
}

/** A new person takes a post of a unit; that the post was vacant is settled. */
export async function appoint(
  context: EngineContext,
  { jurisdictionId, role, unitId, from, until, ...person }: Appointment,
): Promise<void> {
  const id = personIdOf(jurisdictionId, person.username);
  const assignment = {
    id: identifierOf(id, role, 'unit', unitId, ...(until === undefined ? [] : [from])),
    personId: id,
    role,
    scopeKind: 'unit',
    scopeId: unitId,
    validFrom: from,
    validTo: until ?? null,
  };
  await context.database.transaction({ jurisdictionId }, async (tx) => {
    await insertPeople(tx, [{ id, unitId, ...person }]);
    await insertRoleAssignments(tx, [assignment]);
    await settleVacancies(tx, unitId, role, context.clock.now());
  });
}

/**
 * A person leaves a post; `lastDay` is the last on which they hold it. Where nobody else holds it then, that it falls
 * vacant is shown, and the administrator and whoever stands in are told at once.
 */
export async function relieve(
  context: EngineContext,
  {
    jurisdictionId,
    username,
    role,
    lastDay,
  }: { jurisdictionId: string; username: string; role: Role; lastDay: CivilDate },
): Promise<void> {
  const personId = personIdOf(jurisdictionId, username);
  await context.database.transaction({ jurisdictionId }, async (tx) => {
    if ((await endRole(tx, personId, role, lastDay)) === 0) return;
    const rules = await context.book.rules(tx, await latestPolicyVersion(tx));
    for (const unitId of await unitsOfEndedRole(tx, personId, role, lastDay))
      await reportVacancy(tx, rules, { unitId, role, from: addDays(lastDay, 1) }, context.clock.now());
  });
}
