import { ROLES, type Role, type Rules } from '#accountability';
import type { Broken } from './broken.js';
import { attempt, type Move } from './moves.js';
import { OTHER, UNIT, type World } from './world.js';

const THE_UNIT: readonly Role[] = ['liaison', 'leadUnitHead'];
const HEADQUARTERS: readonly Role[] = ['headquartersOffice'];
const SUPERVISOR: readonly Role[] = ['supervisor'];
const DECIDING: readonly Role[] = ['supervisor', 'commander'];

/** Who may do what (domain.md §2, §6 to §8), written down apart from the charts, which say it themselves. */
const MAY: Readonly<Record<string, readonly Role[]>> = {
  CONFIRMED: HEADQUARTERS,
  DISPATCHED: HEADQUARTERS,
  INSISTED: HEADQUARTERS,
  REASSIGNED: HEADQUARTERS,
  SUSPENDED: HEADQUARTERS,
  RESUMED: HEADQUARTERS,
  WITHDRAWN: HEADQUARTERS,
  EXTENDED: HEADQUARTERS,
  LEAD_CHANGED: HEADQUARTERS,
  HANDOVER_DECREED: HEADQUARTERS,
  SPLIT: HEADQUARTERS,
  AMENDED: HEADQUARTERS,
  CADENCES_CHANGED: HEADQUARTERS,
  CARRIED_OVER: HEADQUARTERS,
  CLOSED_WITH_YEAR: HEADQUARTERS,
  SIGNED: THE_UNIT,
  DISPUTED: THE_UNIT,
  CLOSURE_REQUESTED: THE_UNIT,
  HANDED_OVER: THE_UNIT,
  TAKEN_OVER: THE_UNIT,
  BLOCKED: THE_UNIT,
  BLOCKAGE_CONTESTED: THE_UNIT,
  BLOCKAGE_ACCEPTED: [...THE_UNIT, 'headquartersOffice', 'supervisor'],
  BLOCKAGE_REJECTED: ['supervisor', 'headquartersOffice'],
  UNBLOCKED: [...THE_UNIT, 'headquartersOffice', 'supervisor'],
  CARD_ANSWERED: THE_UNIT,
  APPEALED: THE_UNIT,
  'FILED:nothing': THE_UNIT,
  'FILED:everything': THE_UNIT,
  REFILED: THE_UNIT,
  'PASSED:taskForceReview': ['taskForceOffice'],
  'RETURNED:taskForceReview': ['taskForceOffice'],
  'PASSED:verification': SUPERVISOR,
  'RETURNED:verification': SUPERVISOR,
  FOUND_UNTRUE: SUPERVISOR,
  'PASSED:approval': HEADQUARTERS,
  'RETURNED:approval': HEADQUARTERS,
  REOPENED: SUPERVISOR,
  HELD: SUPERVISOR,
  LIFTED: DECIDING,
  NOTICE_AGREED: ['commander', 'deputyCommander'],
  NOTICE_ISSUED: SUPERVISOR,
  SKIPPED: SUPERVISOR,
  'AMENDED:lead': HEADQUARTERS,
  UNIT_SUCCEEDED: ['administrator', 'headquartersOffice'],
  IMPORTANCE_SET: ['supervisor', 'headquartersOffice'],
  MERGED: HEADQUARTERS,
  VERIFICATION_ORDERED: SUPERVISOR,
  'FOUND:true': SUPERVISOR,
  'FOUND:partlyTrue': SUPERVISOR,
  'FOUND:untrue': SUPERVISOR,
  FIGURE_CORRECTED: THE_UNIT,
  LINE_HELD: SUPERVISOR,
  LINE_LIFTED: DECIDING,
  LINE_SKIPPED: SUPERVISOR,
  LINE_CARD_ANSWERED: THE_UNIT,
  LINE_APPEALED: THE_UNIT,
  LINE_APPEAL_UPHELD: DECIDING,
  LINE_APPEAL_REJECTED: DECIDING,
  LINE_NOTICE_AGREED: ['commander', 'deputyCommander'],
  LINE_NOTICE_ISSUED: SUPERVISOR,
  APPEAL_UPHELD: DECIDING,
  APPEAL_REJECTED: DECIDING,
  REPORT_ACCEPTED: ['taskForceOffice'],
  REPORT_RETURNED: ['taskForceOffice'],
};

/** The units of the model, and one that has no part in anything. */
const UNITS = [UNIT, OTHER, 'third', 'stranger'];

/** Nobody but who may moves anything: every other role is refused, and so are the people of every other unit. */
export function movedByOthers(world: World, move: Move, rules: Rules): Broken {
  const may = MAY[move.name];
  if (may === undefined) return [`nobody has said who may do ${move.name}`];
  const others = ROLES.filter((role) => !may.includes(role) && attempt(world, move, rules, role) !== null);
  const strangers =
    move.unitId === null
      ? []
      : UNITS.filter((unitId) => unitId !== move.unitId).flatMap((unitId) =>
          THE_UNIT.filter((role) => attempt(world, { ...move, unitId }, rules, role) !== null).map(
            (role) => `the ${role} of ${unitId} may do ${move.name} for ${move.unitId ?? ''}`,
          ),
        );
  return [...others.map((role) => `${role} may do ${move.name}`), ...strangers];
}
