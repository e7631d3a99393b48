import { reaches, type SubjectScope } from '../authorisation/may-send.js';
import type { Actor, Role } from '../role.js';

/** Who may ask for something besides the rhythm: a lead unit for parts, the supervising offices for a report. */
export const ASKERS = {
  part: ['liaison', 'leadUnitHead'],
  requestedReport: ['headquartersOffice', 'supervisor'],
} as const satisfies Record<string, readonly Role[]>;

/** The unit for which the actor may ask supporting units for parts of this task; null: for none. */
export function askingUnit(actor: Actor, task: SubjectScope): string | null {
  const held = actor.roles.find(
    (role) => (ASKERS.part as readonly Role[]).includes(role.role) && reaches(role, task),
  );
  return held?.scopeId ?? null;
}

/** As which office the actor may ask for a one-off report on this task; null: as none. */
export function askingOffice(actor: Actor, task: SubjectScope): Role | null {
  const held = actor.roles.find(
    (role) => (ASKERS.requestedReport as readonly Role[]).includes(role.role) && reaches(role, task),
  );
  return held?.role ?? null;
}
