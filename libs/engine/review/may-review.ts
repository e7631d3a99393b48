import type { Actor } from '#accountability';

/**
 * Whether somebody may review plans: the headquarters office, of the jurisdiction or of any of its plans, for a plan in
 * review is not yet one that a role could be held in.
 */
export function mayReview(actor: Actor, jurisdictionId: string): boolean {
  return actor.roles.some(
    ({ role, scopeKind, scopeId }) =>
      role === 'headquartersOffice' &&
      (scopeKind === 'plan' || (scopeKind === 'jurisdiction' && scopeId === jurisdictionId)),
  );
}
