const OF_MANY_LISTS = 'gathers what lists and the plan, whose answers have examples, show one by one';
const NOT_ON_THAT_DAY = 'the day of the bundled plan that examples are recorded on has nothing of the kind';
const ABOVE_OR_BELOW = 'needs a jurisdiction above or below, and the recording has one alone';

/** Operations whose body or answer has no example, each with the reason. */
export const WITHOUT_EXAMPLE: Readonly<Record<string, string>> = {
  jurisdiction: ABOVE_OR_BELOW,
  taskCascade: ABOVE_OR_BELOW,
  handDown: ABOVE_OR_BELOW,
  lowerProgress: ABOVE_OR_BELOW,
  handDownItem: ABOVE_OR_BELOW,
  answerHandDown: ABOVE_OR_BELOW,
  recallHandDown: ABOVE_OR_BELOW,
  handedDownTasks: ABOVE_OR_BELOW,
  handedDownTask: ABOVE_OR_BELOW,
  adoptHandedDown: ABOVE_OR_BELOW,
  declineHandedDown: ABOVE_OR_BELOW,
  askAboutHandedDown: ABOVE_OR_BELOW,
  desk: OF_MANY_LISTS,
  shell: OF_MANY_LISTS,
  taskWhole: OF_MANY_LISTS,
  search: OF_MANY_LISTS,
  wall: OF_MANY_LISTS,
  attachPlanSource:
    'the plan of that day has its text, or its published file is not part of the installation',
  confirmAccountAccess: NOT_ON_THAT_DAY,
  refuseAccountAccess: NOT_ON_THAT_DAY,
  delegations: NOT_ON_THAT_DAY,
  grantDelegation: NOT_ON_THAT_DAY,
  endDelegation: NOT_ON_THAT_DAY,
  productChanges: NOT_ON_THAT_DAY,
  productRelease: NOT_ON_THAT_DAY,
  objectToAssessment: NOT_ON_THAT_DAY,
  decideObjection: NOT_ON_THAT_DAY,
  actOnAssessment: NOT_ON_THAT_DAY,
  amendment: NOT_ON_THAT_DAY,
  decideAmendment: NOT_ON_THAT_DAY,
  checkLedger: 'its body is a workbook that somebody has filled in',
  fileLedger: 'its body is a workbook that somebody has filled in',
  agreeToNotice: 'no unit is silent for so long in those weeks that a notice needs the commander’s agreement',
};
