import { identifierOf, personIdOf, unitIdOf, type Role } from '#accountability';
import type { PersonWrite, RoleAssignmentWrite } from '#persistence';
import { resolveUnitName, type PlanSeed, type UnitDirectory } from '#plan';
import { leadUnitCodes, supportUnitCodes } from './plan-units.js';
import type { PeopleSeed } from './people-seed.js';

export interface DemoPeople {
  people: PersonWrite[];
  roles: RoleAssignmentWrite[];
}

/** The posts that a plan needs filled so that every desk has somebody: those listed, and one a unit and task force. */
export function demoPeople(
  seed: PeopleSeed,
  plan: PlanSeed,
  directory: UnitDirectory,
  jurisdictionId: string,
): DemoPeople {
  const result: DemoPeople = { people: [], roles: [] };
  const nameOf = new Map([...directory.units.values()].map(({ code, name }) => [code, name]));
  const add = (
    username: string,
    name: string,
    unitCode: string,
    role: Role,
    scopeKind: RoleAssignmentWrite['scopeKind'],
    scopeId: string,
  ): void => {
    const personId = personIdOf(jurisdictionId, username);
    result.people.push({ id: personId, unitId: unitIdOf(jurisdictionId, unitCode), name, username });
    result.roles.push({
      id: identifierOf(personId, role, scopeKind, scopeId),
      personId,
      role,
      scopeKind,
      scopeId,
      validFrom: null,
      validTo: null,
    });
  };

  for (const office of seed.offices) {
    add(
      office.username,
      office.name,
      office.unit,
      office.role,
      office.scope,
      office.scope === 'plan' ? plan.id : jurisdictionId,
    );
  }
  for (const action of plan.actions) {
    const force = action.taskForce;
    if (!force) continue;
    const scope = `${plan.id}/${action.code}`;
    const code = action.code.toLowerCase();
    const office = force.officeUnit === null ? null : resolveUnitName(force.officeUnit, directory);
    add(`convener-${code}`, `${action.name}专班召集人`, 'government', 'taskForceConvener', 'action', scope);
    add(
      `office-${code}`,
      `${action.name}专班办公室经办人`,
      office?.ok ? office.unit : 'government-office',
      'taskForceOffice',
      'action',
      scope,
    );
  }
  const leads = leadUnitCodes(plan, directory);
  for (const code of leads) {
    const unitId = unitIdOf(jurisdictionId, code);
    add(`head-${code}`, `${nameOf.get(code) ?? code}负责人`, code, 'leadUnitHead', 'unit', unitId);
    add(`liaison-${code}`, `${nameOf.get(code) ?? code}联络员`, code, 'liaison', 'unit', unitId);
  }
  for (const code of supportUnitCodes(plan, directory).filter((unit) => !leads.includes(unit))) {
    add(
      `support-${code}`,
      `${nameOf.get(code) ?? code}联络员`,
      code,
      'supportUnitLiaison',
      'unit',
      unitIdOf(jurisdictionId, code),
    );
  }
  return result;
}
