import type { Actor, Role } from '../role.js';
import { reaches, type SubjectScope } from './may-send.js';

/** Who hands a task down to jurisdictions below (交办下级): the headquarters' office, and whoever heads a lead unit of it. */
export const HANDERS_DOWN: readonly Role[] = ['headquartersOffice', 'leadUnitHead'];

/** @param scope of the task, with its lead units alone */
export const mayHandDown = (actor: Actor, scope: SubjectScope): boolean =>
  actor.roles.some((held) => HANDERS_DOWN.includes(held.role) && reaches(held, scope));

/** Who adopts, declines or asks about what is handed down from above (上级交办). */
export const DECIDERS_OF_HANDED_DOWN: readonly Role[] = ['headquartersOffice'];

export const mayDecideHandedDown = (actor: Actor): boolean =>
  actor.roles.some(({ role }) => DECIDERS_OF_HANDED_DOWN.includes(role));
