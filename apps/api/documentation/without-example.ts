const NOT_ON_THAT_DAY = 'the day of the bundled plan that examples are recorded on has nothing of the kind';
const ANOTHER_PART = 'needs a part of the installation that the recording is without';
const A_FILE = 'its body is a file; what comes of it depends on the file alone';

const ABOVE_OR_BELOW = 'needs a jurisdiction above or below, and the recording has one alone';

/** Operations whose body or answer has no example, each with the reason. */
export const WITHOUT_EXAMPLE: Readonly<Record<string, string>> = {
  importAccounts: A_FILE,
  jurisdiction: ABOVE_OR_BELOW,
  taskCascade: ABOVE_OR_BELOW,
  handDown: ABOVE_OR_BELOW,
  lowerProgress: ABOVE_OR_BELOW,
  answerHandDown: ABOVE_OR_BELOW,
  recallHandDown: ABOVE_OR_BELOW,
  handedDownTasks: ABOVE_OR_BELOW,
  handedDownTask: ABOVE_OR_BELOW,
  adoptHandedDown: ABOVE_OR_BELOW,
  declineHandedDown: ABOVE_OR_BELOW,
  askAboutHandedDown: ABOVE_OR_BELOW,
  endAccountSecondFactor: NOT_ON_THAT_DAY,
  confirmAccountAccess: NOT_ON_THAT_DAY,
  refuseAccountAccess: NOT_ON_THAT_DAY,
  delegations: NOT_ON_THAT_DAY,
  grantDelegation: NOT_ON_THAT_DAY,
  endDelegation: NOT_ON_THAT_DAY,
  trailProof: ANOTHER_PART,
  publicSeals: ANOTHER_PART,
  sealConsistency: ANOTHER_PART,
  addEvidence: A_FILE,
  withdrawEvidence: ANOTHER_PART,
  editProduct: NOT_ON_THAT_DAY,
  actOnProduct: NOT_ON_THAT_DAY,
  produceProduct: NOT_ON_THAT_DAY,
  product: NOT_ON_THAT_DAY,
  recordCall: NOT_ON_THAT_DAY,
  requeueLetter: NOT_ON_THAT_DAY,
  amendment: NOT_ON_THAT_DAY,
  decideAmendment: NOT_ON_THAT_DAY,
  queueStatus: ANOTHER_PART,
  pauseQueue: ANOTHER_PART,
  resumeQueue: ANOTHER_PART,
  requeueFailed: ANOTHER_PART,
  agreeToNotice: NOT_ON_THAT_DAY,
};
