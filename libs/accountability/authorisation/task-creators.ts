import type { TaskSourceKind } from '../policy/policy.schema.js';
import type { Actor, Role } from '../role.js';
import { reaches, type SubjectScope } from './may-send.js';

/**
 * Who may draft a task that does not come from a plan's text, by where it comes from. It is drafted: whether it is put
 * to a unit is for who confirms and dispatches it.
 */
export const TASK_CREATORS: Record<Exclude<TaskSourceKind, 'plan'>, readonly Role[]> = {
  instruction: ['commander', 'deputyCommander', 'headquartersOffice'],
  meeting: ['headquartersOffice', 'taskForceConvener'],
  split: ['headquartersOffice'],
  merge: ['headquartersOffice'],
  // 上级交办: adopting it is drafting a task of one's own.
  handedDown: ['headquartersOffice'],
};

/** Whether the actor may draft a task of that source in the scope given. */
export const mayCreateTask = (
  actor: Actor,
  source: Exclude<TaskSourceKind, 'plan'>,
  scope: SubjectScope,
): boolean =>
  actor.personId === null ||
  actor.roles.some((held) => TASK_CREATORS[source].includes(held.role) && reaches(held, scope));
