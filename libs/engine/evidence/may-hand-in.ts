import { actingUnit, reaches, type Actor, type Role, type SubjectScope } from '#accountability';

/** Who hands in evidence: the people who report, check or verify; not who commands, scores, audits or administers. */
const HAND_IN: readonly Role[] = [
  'liaison',
  'leadUnitHead',
  'supportUnitLiaison',
  'taskForceOffice',
  'taskForceConvener',
  'headquartersOffice',
  'supervisor',
];

/**
 * For whom this person hands in evidence for a task: a unit (its id), an office (null), or nobody (undefined). An office's
 * evidence is not seen by units: what supervision finds is told them by the finding.
 */
export function actsForEvidence(actor: Actor, scope: SubjectScope): string | null | undefined {
  const held = actor.roles.filter(({ role }) => HAND_IN.includes(role));
  if (!held.some((role) => reaches(role, scope))) return undefined;
  return actingUnit({ ...actor, roles: held }, scope);
}
