import type { ObligationContext } from '../obligation/obligation.context.js';
import type { Actor, Role, RoleInScope } from '../role.js';
import type { Snapshot, SubjectKind } from '../subject.js';
import type { TaskContext } from '../task/task.context.js';
import { isNotLentAgainst, maySend, reaches, speaksFor, type SubjectScope } from './may-send.js';
import type { Whose } from './metadata.js';
import { permissionsIn } from './permission-table.js';

/**
 * Whether the actor holds a role that may send this event to this subject in its present state. An event that the
 * state does not take at all is judged by who may send it anywhere: what to answer to it is the statechart's affair.
 * Where several units lead, `forUnitId` is the one that the event speaks for: a unit's people speak for no other.
 */
export function maySendNow(
  actor: Actor,
  kind: SubjectKind,
  snapshot: Snapshot,
  eventType: string,
  scope: SubjectScope,
  forUnitId?: string,
): boolean {
  if (actor.personId === null) return true;
  const permissions = permissionsIn(kind, snapshot.value, eventType);
  if (permissions.length === 0) return maySend(actor, kind, eventType, scope);
  return permissions.some((permission) => rolesFor(permission, actor, snapshot, scope, forUnitId).length > 0);
}

/** For whom the event is sent (代办), where no role of the actor's own would do; null: for nobody else. */
export function sentOnBehalfOf(
  actor: Actor,
  kind: SubjectKind,
  snapshot: Snapshot,
  eventType: string,
  scope: SubjectScope,
  forUnitId?: string,
): string | null {
  if (!actor.roles.some(({ onBehalfOf }) => onBehalfOf !== undefined)) return null;
  const held = permissionsIn(kind, snapshot.value, eventType).flatMap((permission) =>
    rolesFor(permission, actor, snapshot, scope, forUnitId),
  );
  return held.some(({ onBehalfOf }) => onBehalfOf === undefined) ? null : (held[0]?.onBehalfOf ?? null);
}

/** The roles of the actor that a permission is given to. */
function rolesFor(
  { by, whose, named }: ReturnType<typeof permissionsIn>[number],
  actor: Actor,
  snapshot: Snapshot,
  scope: SubjectScope,
  forUnitId: string | undefined,
): RoleInScope[] {
  const reached = named === undefined ? scopeOf(whose, snapshot, scope) : namedScope(named, snapshot, scope);
  const roles = named === undefined ? by : namedRoles(named, snapshot).filter((role) => by.includes(role));
  return actor.roles.filter(
    (held) =>
      roles.includes(held.role) &&
      reaches(held, reached) &&
      speaksFor(held, forUnitId) &&
      isNotLentAgainst(held, actor, scope),
  );
}

/** The roles that something owed names itself. */
const namedRoles = (named: 'owedBy' | 'acceptedBy', { context }: Snapshot): Role[] =>
  (context as unknown as ObligationContext)[named];

/** What a unit asked for is accepted by that unit's people. */
function namedScope(
  named: 'owedBy' | 'acceptedBy',
  { context }: Snapshot,
  scope: SubjectScope,
): SubjectScope {
  const { askedByUnitId } = context as unknown as ObligationContext;
  return named === 'acceptedBy' && askedByUnitId !== null ? { ...scope, unitIds: [askedByUnitId] } : scope;
}

/** The scope with the units whose people are meant: the lead's, or another's that has a part in the matter now. */
export const scopeOf = (whose: Whose, { context }: Snapshot, scope: SubjectScope): SubjectScope =>
  whose === 'lead' ? scope : { ...scope, unitIds: unitsOf(whose, context as unknown as TaskContext) };

function unitsOf(whose: Exclude<Whose, 'lead'>, { blockage, handover, cards }: TaskContext): string[] {
  switch (whose) {
    case 'awaited':
      return blockage ? [blockage.byUnitId] : [];
    case 'handingOver':
      return handover?.fromUnitIds ?? [];
    case 'takingOver':
      return handover?.toUnitIds ?? [];
    case 'carded':
      return (cards ?? []).map(({ unitId }) => unitId);
  }
}
