import { identifierOf, type Actor } from '#accountability';
import { civilDateOf, type Instant } from '#calendar';
import { insertRoleAssignments, type Transaction } from '#persistence';

/**
 * Who puts a plan in force is its headquarters office from that day on, unless they are that of the jurisdiction: a role
 * in a plan can only be held once there is the plan. The other posts of the plan are the administrator's to fill.
 */
export async function officeOfNewPlan(
  tx: Transaction,
  actor: Actor,
  planCode: string,
  now: Instant,
): Promise<Actor> {
  const { personId } = actor;
  const everywhere = actor.roles.some(
    ({ role, scopeKind, scopeId }) =>
      role === 'headquartersOffice' && scopeKind === 'jurisdiction' && scopeId === tx.scope.jurisdictionId,
  );
  if (everywhere || personId === null) return actor;
  const held = { role: 'headquartersOffice', scopeKind: 'plan', scopeId: planCode } as const;
  await insertRoleAssignments(tx, [
    {
      id: identifierOf(personId, held.role, held.scopeKind, held.scopeId),
      personId,
      ...held,
      validFrom: civilDateOf(now),
      validTo: null,
    },
  ]);
  return { ...actor, roles: [...actor.roles, held] };
}
