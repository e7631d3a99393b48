import { permittedRoles, TASK_CREATORS, type Actor, type Role } from '#accountability';
import { AREAS, type Area } from '#contract';
import { problem } from '../http/problem.js';
import type { Who } from './who.js';

const EVERYBODY = null;
const UNIT: readonly Role[] = ['leadUnitHead', 'liaison', 'supportUnitLiaison'];
const SUPERVISING: readonly Role[] = [
  'supervisor',
  'headquartersOffice',
  'commander',
  'deputyCommander',
  'auditor',
];

/** Which parts of the system concern which roles (domain.md §2). */
const CONCERNED: Record<Area, readonly Role[] | null> = {
  tasks: EVERYBODY,
  newTasks: [...TASK_CREATORS.instruction, ...TASK_CREATORS.meeting],
  handedDown: ['headquartersOffice', 'supervisor', 'commander', 'deputyCommander', 'auditor'],
  successions: permittedRoles('task', 'UNIT_SUCCEEDED'),
  sittings: [...UNIT, 'taskForceOffice', 'headquartersOffice', 'supervisor', 'auditor'],
  duties: [
    ...UNIT,
    'taskForceOffice',
    'taskForceConvener',
    'headquartersOffice',
    'assessor',
    'supervisor',
    'auditor',
  ],
  // Its makers; and whoever it goes to, which is the policy's to say: everybody but who keeps accounts.
  products: [...UNIT, ...SUPERVISING, 'taskForceOffice', 'taskForceConvener', 'assessor'],
  burden: [...UNIT, ...SUPERVISING, 'assessor', 'taskForceOffice'],
  // A unit its own; who scores, leads or checks all.
  scores: [...UNIT, ...SUPERVISING, 'assessor'],
  planReviews: ['headquartersOffice', 'supervisor', 'commander', 'deputyCommander', 'auditor'],
  reviews: ['taskForceOffice'],
  reportingLines: [...SUPERVISING, 'taskForceConvener', 'taskForceOffice', 'assessor'],
  alerts: SUPERVISING,
  draws: SUPERVISING,
  // What speaks against whom, and what is being looked at, is for who supervises, and for the auditor to read.
  verifications: ['supervisor', 'auditor', 'commander', 'deputyCommander'],
  notices: [...UNIT, ...SUPERVISING, 'taskForceConvener', 'taskForceOffice'],
  // Who calls is said by the policy, of these offices; the auditor reads.
  calls: ['supervisor', 'headquartersOffice', 'auditor'],
  letters: ['administrator', 'auditor'],
  // What leaves the house is for the administrator and the unit's head to say, and for the auditor to read.
  webhooks: ['administrator', 'leadUnitHead', 'auditor'],
  // The three administrators; the auditor reads.
  accounts: ['administrator', 'securityAdministrator', 'auditAdministrator', 'auditor'],
  // Who keeps the directory of units, who appoints people to their posts, who dispatches to units, and who checks.
  units: ['administrator', 'securityAdministrator', 'auditAdministrator', 'headquartersOffice', 'auditor'],
  // By what the house goes, for who administers, supervises or checks; nobody changes it here.
  rules: ['administrator', ...SUPERVISING],
  health: ['administrator', 'auditor'],
  // The whole trail is for who audits, and for nobody else's curiosity.
  trail: ['auditor', 'auditAdministrator'],
  inbox: EVERYBODY,
};

export function areasOf(actor: Actor): Area[] {
  return AREAS.filter((area) => concerns(area, actor));
}

/** Rejects with NotPermitted where an area is none of the person's. */
export function refuseUnconcerned(area: Area, who: Who): void {
  if (!concerns(area, who.actor)) throw problem('NotPermitted');
}

/** Drafts of notices are papers of the offices that supervise; a unit sees what was issued to it. */
export function seesDrafts(actor: Actor): boolean {
  return actor.roles.some(({ role }) => SUPERVISING.includes(role));
}

function concerns(area: Area, actor: Actor): boolean {
  const roles = CONCERNED[area];
  return roles === EVERYBODY || actor.roles.some(({ role }) => roles.includes(role));
}
