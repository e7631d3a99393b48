import type { Actor, Role, RoleInScope } from '#accountability';
import { civilDateOf, type Instant } from '#calendar';
import { HELD_ROLES, type Transaction } from '#persistence';

/** Roles that see the tasks of their own unit only; every other role is an office of the plan. */
const UNIT_ROLES: ReadonlySet<Role> = new Set<Role>(['leadUnitHead', 'liaison', 'supportUnitLiaison']);

/** Who a person is to the engine: their unit, and the roles that hold on the day of `now`, their own and those that they exercise for others. */
export async function actorOf(
  tx: Transaction,
  person: { jurisdictionId: string; personId: string; unitId: string },
  now: Instant,
): Promise<Actor> {
  const rows = await tx.query<{
    role: Role;
    scope_kind: RoleInScope['scopeKind'];
    scope_id: string;
    on_behalf_of: string | null;
  }>(
    `select role, scope_kind, scope_id, on_behalf_of from ${HELD_ROLES} h
     where jurisdiction_id = $1 and person_id = $2
       and (valid_from is null or valid_from <= $3) and (valid_to is null or valid_to >= $3)
     order by role, scope_kind, scope_id, on_behalf_of nulls first`,
    [person.jurisdictionId, person.personId, civilDateOf(now)],
  );
  return {
    personId: person.personId,
    unitId: person.unitId,
    roles: rows.map((row) => ({
      role: row.role,
      scopeKind: row.scope_kind,
      scopeId: row.scope_id,
      ...(row.on_behalf_of === null ? {} : { onBehalfOf: row.on_behalf_of }),
    })),
  };
}

/** The unit that the person's transactions are bound to; undefined for one who holds a role of an office. */
export function boundUnit(actor: Actor): string | undefined {
  if (actor.unitId === null || actor.roles.some(({ role }) => !UNIT_ROLES.has(role))) return undefined;
  return actor.unitId;
}
