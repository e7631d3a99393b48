import type { Actor, Role, RoleInScope } from '../role.js';
import type { SubjectKind } from '../subject.js';
import { permittedRoles } from './permissions.js';
import type { SubjectScope } from './subject-scope.js';

export type { SubjectScope } from './subject-scope.js';

/** The roles of units: held for a unit, and for that unit's own things alone. */
const UNIT_ROLES: ReadonlySet<Role> = new Set<Role>(['liaison', 'leadUnitHead', 'supportUnitLiaison']);

/** Whether the actor holds a role that may send this event to this subject. The engine may send anything. */
export function maySend(actor: Actor, kind: SubjectKind, eventType: string, scope: SubjectScope): boolean {
  if (actor.personId === null) return true;
  const roles = permittedRoles(kind, eventType);
  return actor.roles.some(
    (held) => roles.includes(held.role) && reaches(held, scope) && isNotLentAgainst(held, actor, scope),
  );
}

/** An office's role that is exercised for another decides nothing about the unit of who exercises it. */
export const isNotLentAgainst = (held: RoleInScope, { unitId }: Actor, scope: SubjectScope): boolean =>
  held.onBehalfOf === undefined ||
  UNIT_ROLES.has(held.role) ||
  unitId === null ||
  !scope.unitIds.includes(unitId);

/** Whether a role held in its scope reaches the subject. */
export function reaches(held: RoleInScope, scope: SubjectScope): boolean {
  if (UNIT_ROLES.has(held.role)) return held.scopeKind === 'unit' && scope.unitIds.includes(held.scopeId);
  switch (held.scopeKind) {
    case 'jurisdiction':
      return held.scopeId === scope.jurisdictionId;
    case 'plan':
      return held.scopeId === scope.planCode;
    case 'action':
      return scope.actionCode !== null && held.scopeId === `${scope.planCode}/${scope.actionCode}`;
    case 'unit':
      return scope.unitIds.includes(held.scopeId);
  }
}

/** Whether a role may be used in the name of a unit: a unit's own for that unit alone. */
export const speaksFor = (held: RoleInScope, unitId: string | undefined): boolean =>
  unitId === undefined || !UNIT_ROLES.has(held.role) || held.scopeId === unitId;

/** The unit for which a unit's person acts on a subject, where they act for one. */
export function actingUnit(actor: Actor, scope: SubjectScope): string | null {
  const held = actor.roles.find((role) => UNIT_ROLES.has(role.role) && reaches(role, scope));
  return held?.scopeId ?? null;
}
