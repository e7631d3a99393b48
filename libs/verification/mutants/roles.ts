import type { Fault } from './fault.js';

const CHART = 'libs/accountability/task/task.machine.ts';

/** People who may do what is not theirs. */
export const roles: readonly Fault[] = [
  {
    name: 'gate-opened-by-who-opened-the-last',
    file: CHART,
    text: "actions: step(closure.gateIsPassed('approval')),\n                    ...supervisor,",
    replacement:
      "actions: step(closure.gateIsPassed('approval')),\n                    ...by('taskForceOffice'),",
    breaks: 'The task force office verifies what it has reviewed itself.',
  },
  {
    name: 'unit-suspends-its-task',
    file: CHART,
    text: 'actions: step(suspension.isSuspended),\n                ...hq,',
    replacement: 'actions: step(suspension.isSuspended),\n                ...unit,',
    breaks: 'A unit suspends its own task.',
  },
  {
    name: 'officer-agrees-with-himself',
    file: CHART,
    text: "actions: step(supervision.noticeIsAgreed),\n            ...by('commander', 'deputyCommander'),",
    replacement:
      "actions: step(supervision.noticeIsAgreed),\n            ...by('commander', 'deputyCommander', 'supervisor'),",
    breaks: 'The officer who issues a red card agrees to it himself.',
  },
  {
    name: 'lead-accepts-for-the-other',
    file: CHART,
    text: "...byPeopleOf('awaited', 'liaison', 'leadUnitHead', 'headquartersOffice', 'supervisor'),",
    replacement: "...by('liaison', 'leadUnitHead', 'headquartersOffice', 'supervisor'),",
    breaks: 'The lead itself confirms that another unit is to blame.',
  },
  {
    name: 'unit-lifts-its-ladder',
    file: CHART,
    text: "actions: step(supervision.isLifted),\n            ...by('supervisor', 'commander'),",
    replacement:
      "actions: step(supervision.isLifted),\n            ...by('supervisor', 'commander', 'leadUnitHead'),",
    breaks: 'A unit lifts the ladder that it is under.',
  },
  {
    name: 'taken-over-by-who-hands-over',
    file: CHART,
    text: "TAKEN_OVER: signOver(byPeopleOf('takingOver',",
    replacement: "TAKEN_OVER: signOver(byPeopleOf('handingOver',",
    breaks: 'The old lead signs for the new one.',
  },
  {
    name: 'any-unit-for-any-unit',
    file: 'libs/accountability/authorisation/may-send.ts',
    text: "if (UNIT_ROLES.has(held.role)) return held.scopeKind === 'unit' && scope.unitIds.includes(held.scopeId);",
    replacement: "if (UNIT_ROLES.has(held.role)) return held.scopeKind === 'unit';",
    breaks: 'The people of every unit act for every other.',
  },
  {
    name: 'unit-accepts-its-report',
    file: 'libs/accountability/obligation/obligation.context.ts',
    text: "acceptedBy: input.acceptedBy ?? ['taskForceOffice'],",
    replacement: "acceptedBy: input.acceptedBy ?? ['taskForceOffice', 'liaison'],",
    breaks: 'A unit accepts its own report.',
  },
];
