import type { ProblemCode } from '../problems/index.js';
import type { Route, RouteName } from '../routes.js';
import { sparseFieldsOf } from './sparse-fields.js';
import { scopeOf } from './token-scope.js';

/** What the engine may say of an act on a task or a report. */
const ACT: readonly ProblemCode[] = [
  'EventNotAllowed',
  'InputInvalid',
  'ReasonMissing',
  'SubjectNotFound',
  'OwnReport',
  'NotIndependent',
  'ApproverMissing',
  'DeadlineNotSettable',
  'LeadMissing',
  'UnitUnknown',
];
const NEW_TASK: readonly ProblemCode[] = [
  'InputInvalid',
  'LeadMissing',
  'SubjectNotFound',
  'UnitUnknown',
  'DeadlineNotSettable',
];
const DRAW: readonly ProblemCode[] = [
  'DrawNotOpen',
  'InputInvalid',
  'ReasonMissing',
  'SamePerson',
  'SubjectNotFound',
];
const REVIEW: readonly ProblemCode[] = [
  'ReviewNotOpen',
  'SubjectNotFound',
  'EventNotAllowed',
  'InputInvalid',
  'UnitUnknown',
  'PassageInvalid',
  'VersionConflict',
];
const NOTICE: readonly ProblemCode[] = ['SubjectNotFound', 'EventNotAllowed', 'DeadlineNotSettable'];
const WEBHOOK: readonly ProblemCode[] = ['SubjectNotFound', 'InputInvalid'];
const PASSWORD: readonly ProblemCode[] = ['PasswordRefused', 'SignInRefused'];
const FILES: readonly ProblemCode[] = [
  'DOCUMENT_TOO_LARGE',
  'DOCUMENT_EMPTY',
  'DOCUMENT_DAMAGED',
  'DOCUMENT_ENCRYPTED',
  'DOCUMENT_EXPANDS_TOO_MUCH',
  'DOCUMENT_TOO_MANY_ROWS',
  'DOCUMENT_TAKES_TOO_LONG',
  'DOCUMENT_NEEDS_TOO_MUCH_MEMORY',
  'DOCUMENT_KIND_UNKNOWN',
  'DOCUMENT_IS_OLD_OFFICE',
  'PDF_HAS_NO_TEXT',
  'DOCUMENT_NOT_READ',
  'DOCUMENTS_WAITING',
];

const ASSESSMENT: readonly ProblemCode[] = ['SubjectNotFound', 'NotPermitted'];
const PRODUCT: readonly ProblemCode[] = ['SubjectNotFound', 'NotPermitted'];

/** What single routes refuse with, beside what follows from their shape. In tests no other code leaves. */
const SPECIAL: Partial<Record<RouteName, readonly ProblemCode[]>> = {
  signIn: ['SignInRefused', 'SecondFactorNeeded', 'SecondFactorRefused', 'SessionOver'],
  changePassword: [...PASSWORD, 'PasswordTooWeak', 'PasswordLeaked', 'PasswordGuessable'],
  beginSecondFactor: [...PASSWORD, 'SecondFactorOn'],
  confirmSecondFactor: ['SecondFactorRefused', 'SecondFactorOn', 'SecondFactorOff'],
  renewRecoveryCodes: [...PASSWORD, 'SecondFactorOff'],
  endSecondFactor: [...PASSWORD, 'SecondFactorRefused', 'SecondFactorOff'],
  makeApiToken: [...PASSWORD, 'TooManyTokens'],
  ledger: ['NotAvailable'],
  tasks: [],
  timeline: ['SubjectNotFound'],
  why: ['SubjectNotFound'],
  whyObligation: ['SubjectNotFound'],
  whyNotice: ['SubjectNotFound'],
  createTask: NEW_TASK,
  mergeTasks: ['NotFound', ...ACT, ...NEW_TASK, 'VersionConflict'],
  splitTask: [...ACT, ...NEW_TASK],
  succeedInTasks: ['ReasonMissing', 'UnitUnknown', ...ACT, 'VersionConflict'],
  actOnTask: [...ACT, 'ExtensionNotAllowed', 'SamePerson'],
  taskOfDecision: [...NEW_TASK, 'EventNotAllowed'],
  fulfilDuty: [...ACT, 'SittingAlreadyFiled', 'SittingNotOpen'],
  askForPart: ACT,
  withdrawPart: ACT,
  requestReport: [...ACT, 'ApproverMissing'],
  taskAsks: ['SubjectNotFound'],
  fileSitting: [
    ...ACT,
    'SittingIncomplete',
    'SittingNotOpen',
    'SittingAlreadyFiled',
    'NoChangeTooOften',
    'SignOffWanted',
  ],
  sendForSignOff: ACT,
  takeBackFromSignOff: ['SubjectNotFound', 'NotPermitted'],
  signOff: ACT,
  returnFromSignOff: ['SubjectNotFound', 'NotPermitted'],
  acceptReport: ACT,
  returnReport: ACT,
  agreeToNotice: [...NOTICE, 'NoticeNotDrafted'],
  issueNotice: [...NOTICE, 'NoticeNotDrafted', 'NoticeNotAgreed'],
  acknowledgeNotice: [...NOTICE, 'NoticeNotIssued'],
  actOnNotice: [
    ...ACT,
    'NoticeNotIssued',
    'NoticeNotDrafted',
    'LadderUnknown',
    'LadderPaused',
    'LadderNotPaused',
    'PauseNotAllowed',
    'PauseTooLong',
  ],
  drawPreview: ['PopulationTooSmall', 'SubjectNotFound'],
  draw: ['SubjectNotFound'],
  draws: ['SubjectNotFound'],
  drawRecord: ['SubjectNotFound'],
  commitDraw: [...DRAW, 'DrawAlreadyOpen', 'PopulationTooSmall'],
  freezeDraw: [...DRAW, 'PopulationTooSmall'],
  addRandomness: DRAW,
  carryOutDraw: [...DRAW, 'RandomnessMissing', 'PopulationTooSmall'],
  abandonDraw: DRAW,
  orderVerification: [
    'SubjectNotFound',
    'ReasonMissing',
    'AlreadyVerified',
    'EventNotAllowed',
    'NotIndependent',
    'InputInvalid',
  ],
  recordFinding: [...ACT, 'AlreadyFound', 'NotIndependent'],
  taskEvidence: ['SubjectNotFound'],
  addEvidence: [
    'SubjectNotFound',
    'NotPermitted',
    'NotAvailable',
    'DOCUMENT_TOO_LARGE',
    'EvidenceEmpty',
    'EvidenceNameInvalid',
    'EvidenceKindUnknown',
    'EvidenceKindDiffers',
    'EvidenceInfected',
    'EvidenceTooMuch',
    'FilesUnavailable',
  ],
  evidenceContent: ['NotAvailable', 'FilesUnavailable', 'NotPermitted'],
  handDown: [
    'SubjectNotFound',
    'EventNotAllowed',
    'InputInvalid',
    'JurisdictionNotBelow',
    'HandedDownAlready',
  ],
  answerHandDown: ['SubjectNotFound', 'EventNotAllowed', 'InputInvalid'],
  recallHandDown: ['SubjectNotFound', 'EventNotAllowed', 'ReasonMissing'],
  adoptHandedDown: [...NEW_TASK, 'EventNotAllowed', 'DeadlineLaterThanUpper'],
  declineHandedDown: ['SubjectNotFound', 'EventNotAllowed', 'ReasonMissing'],
  askAboutHandedDown: ['SubjectNotFound', 'EventNotAllowed', 'InputInvalid'],
  withdrawEvidence: ['SubjectNotFound', 'NotPermitted', 'ReasonMissing', 'EvidenceWithdrawn'],
  produceProduct: [...PRODUCT, 'ProductUnknown', 'NothingToReport'],
  editProduct: [...PRODUCT, 'InputInvalid'],
  actOnProduct: [
    ...PRODUCT,
    'ReasonMissing',
    'NothingToReport',
    'ProductUnknown',
    'ReleaseRefused',
    'PublicationEmpty',
  ],
  uploadPlan: [...FILES, 'SubjectNotFound', 'InputInvalid'],
  checkLedger: FILES,
  fileLedger: [...FILES, ...ACT, 'NoChangeTooOften'],
  importAccounts: [...FILES, 'SubjectNotFound', 'InputInvalid'],
  planReview: ['SubjectNotFound'],
  reviewDocument: ['SubjectNotFound'],
  reviewOriginal: ['SubjectNotFound'],
  reviewGold: ['SubjectNotFound', 'ReviewNotReady'],
  reviewSteps: ['SubjectNotFound'],
  planSource: ['SubjectNotFound'],
  attachPlanSource: [...FILES, 'SubjectNotFound', 'SourceDiffers'],
  correctPlanFacts: REVIEW,
  actOnPlanReview: REVIEW,
  addDraftTask: REVIEW,
  correctDraftTask: REVIEW,
  actOnDraftTask: REVIEW,
  amendment: ['SubjectNotFound'],
  decideAmendment: [...REVIEW, 'ReasonMissing', 'AmendmentUndecided'],
  dispatchPlan: [
    ...REVIEW,
    'ReviewNotReady',
    'AmendmentUndecided',
    'SourceDiffers',
    'PlanAlreadyLoaded',
    'LeadMissing',
    'DeadlineNotSettable',
    'ReasonMissing',
  ],
  burden: ['InputInvalid', 'NotFound'],
  scores: ['InputInvalid', 'SchemeMissing', 'SubjectNotFound'],
  unitScore: ['InputInvalid', 'SchemeMissing', 'UnitUnknown', 'SubjectNotFound'],
  scoringScheme: ['SchemeMissing'],
  whatIf: ['InputInvalid', 'SchemeMissing', 'SchemeInvalid', 'SubjectNotFound', 'NotPermitted'],
  openAssessment: [
    ...ASSESSMENT,
    'InputInvalid',
    'SchemeMissing',
    'AssessmentExists',
    'NothingToReport',
    'CalendarInvalid',
  ],
  assessmentUnit: ['SubjectNotFound', 'UnitUnknown'],
  objectToAssessment: [
    ...ASSESSMENT,
    'ObjectionsClosed',
    'AssessmentNotOpen',
    'ReasonMissing',
    'InputInvalid',
  ],
  decideObjection: [...ASSESSMENT, 'ObjectionDecided', 'AssessmentNotOpen', 'ReasonMissing', 'InputInvalid'],
  actOnAssessment: [
    ...ASSESSMENT,
    'AssessmentNotOpen',
    'ObjectionsOpen',
    'ObjectionUndecided',
    'RecordChanged',
    'ReasonMissing',
  ],
  chooseMessages: ['InputInvalid'],
  offerContact: ['InputInvalid', 'SubjectNotFound', 'TooManyCodes'],
  sendCode: ['SubjectNotFound', 'EventNotAllowed', 'TooManyCodes'],
  proveContact: ['SubjectNotFound', 'EventNotAllowed', 'CodeExpired', 'CodeWrong'],
  chooseForContact: ['SubjectNotFound', 'DemandedMessages', 'InputInvalid'],
  giveUpContact: ['SubjectNotFound', 'DemandedMessages', 'EventNotAllowed'],
  recordCall: ['InputInvalid', 'SubjectNotFound'],
  pauseChannel: ['SubjectNotFound', 'EventNotAllowed', 'ReasonMissing', 'InputInvalid'],
  resumeChannel: ['SubjectNotFound', 'EventNotAllowed'],
  tryChannel: ['SubjectNotFound', 'EventNotAllowed', 'InputInvalid'],
  renewReceipts: ['SubjectNotFound', 'EventNotAllowed', 'InputInvalid'],
  requeueChannel: ['SubjectNotFound', 'EventNotAllowed'],
  requeueLetter: ['SubjectNotFound', 'EventNotAllowed'],
  letter: ['SubjectNotFound'],
  recordContact: ['SubjectNotFound', 'InputInvalid'],
  takeBackContact: ['SubjectNotFound', 'EventNotAllowed'],
  addWebhook: [...WEBHOOK, 'UnitUnknown'],
  updateWebhook: WEBHOOK,
  removeWebhook: WEBHOOK,
  renewWebhook: WEBHOOK,
  pauseWebhook: [...WEBHOOK, 'EventNotAllowed'],
  resumeWebhook: WEBHOOK,
  pingWebhook: [...WEBHOOK, 'EventNotAllowed'],
  replayWebhook: WEBHOOK,
  sendDeliveryAgain: WEBHOOK,
  webhookDeliveries: WEBHOOK,
  queueStatus: ['NotAvailable', 'QueueUnavailable'],
  pauseQueue: ['NotAvailable', 'QueueUnavailable'],
  resumeQueue: ['NotAvailable', 'QueueUnavailable'],
  requeueFailed: ['NotAvailable', 'QueueUnavailable'],
};

/** Every code that a route answers with, without repetition. */
export function problemsOf(name: string, route: Route): ProblemCode[] {
  const special = SPECIAL[name as RouteName] ?? [];
  return [
    ...new Set([...ofShape(route), ...ofAccess(route), ...special, ...(route.problems ?? []), ...EVERYWHERE]),
  ];
}

const EVERYWHERE: readonly ProblemCode[] = ['TooManyRequests', 'Unexpected', 'DatabaseUnavailable'];

function ofShape(route: Route): ProblemCode[] {
  const codes: ProblemCode[] = [];
  if (route.params ?? route.query ?? route.body) codes.push('RequestInvalid');
  if (sparseFieldsOf(route) !== null) codes.push('FieldUnknown');
  if (Object.hasOwn(route.query?.shape ?? {}, 'cursor')) codes.push('CursorInvalid');
  if (Object.hasOwn(route.query?.shape ?? {}, 'format')) codes.push('TooManyExports');
  if (route.mediaType === 'text/event-stream') codes.push('TooManyStreams');
  if (route.params) codes.push('NotFound');
  if (route.method !== 'get') codes.push('RequestUnreadable', 'RequestTooLarge', 'ProgramOutdated');
  if (route.change) codes.push('IdempotencyKeyMissing', 'IdempotencyKeyReused');
  if (route.answerShownOnce) codes.push('AnswerShownOnce');
  if (route.conditional) codes.push('IfMatchMissing', 'VersionConflict');
  return codes;
}

function ofAccess(route: Route): ProblemCode[] {
  const changes = route.method !== 'get';
  const foreign: ProblemCode[] = changes ? ['CrossSiteRequest'] : [];
  if (route.open) return foreign;
  if (route.byKey) return [...foreign, 'KeyUnknown'];
  return [
    'SessionMissing',
    'SessionOver',
    'TokenOver',
    'TokenScopeMissing',
    'PasswordMustChange',
    'SecondFactorMustBegin',
    ...(changes ? (['CsrfTokenWrong'] as const) : []),
    ...foreign,
    ...(scopeOf(route) === null ? [] : (['NotPermitted'] as const)),
  ];
}
