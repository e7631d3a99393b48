import { isAdministration, permittedRoles, ROLES, TASK_CREATORS, type Role } from '#accountability';
import { ACCOUNT_ACTS } from '#identity';
import { UNITS } from '../../testing/district.js';
import type { Authorisation } from './authorisation.js';
import { CASCADE_AUTHORISATION } from './authorisation-of-cascade.js';
import { DESK_AUTHORISATION } from './authorisation-of-desks.js';
import { UNIT_AUTHORISATION } from './authorisation-of-units.js';
import { LEDGER_AUTHORISATION } from './authorisation-of-ledgers.js';
import { ASSESSMENT_AUTHORISATION } from './authorisation-of-assessments.js';
import { PRODUCT_AUTHORISATION } from './authorisation-of-products.js';
import { SIGN_OFF_AUTHORISATION } from './authorisation-of-sign-off.js';
import type { KindName, Things } from './things.js';

export const EVERYBODY: readonly Role[] = ROLES;
const OFFICES: readonly Role[] = ROLES.filter(
  (role) => !['leadUnitHead', 'liaison', 'supportUnitLiaison'].includes(role),
);
const UNIT = ['leadUnitHead', 'liaison', 'supportUnitLiaison'] as const;
const LEADERS = ['commander', 'deputyCommander'] as const;
const SUPERVISING = ['supervisor', 'headquartersOffice', ...LEADERS, 'auditor'] as const;
const READERS_OF_FINDINGS = ['supervisor', 'auditor', ...LEADERS] as const;
const REVIEWERS = ['headquartersOffice', 'supervisor', ...LEADERS, 'auditor'] as const;
const WEBHOOK_OWNERS = ['administrator', 'leadUnitHead'] as const;
const ACCOUNT_READERS = ['administrator', 'securityAdministrator', 'auditAdministrator', 'auditor'] as const;
const HAND_IN_EVIDENCE = [
  ...UNIT,
  'taskForceOffice',
  'taskForceConvener',
  'headquartersOffice',
  'supervisor',
] as const;
const ids = (own: Things['own'], kind: KindName): string => own[kind] ?? '';

const part = (of: Things['own'], title: string): object => ({ title, leadUnitIds: [ids(of, 'unit')] });

const webhook = (own: Things['own']): object => ({
  name: '指挥大屏',
  url: 'https://oa.example.gov.cn/hook',
  eventTypes: ['*'],
  unitId: ids(own, 'unit'),
});

/** How one signs in oneself, and what one is told oneself: anybody's own. */
const OWN: Authorisation = { may: EVERYBODY };

/**
 * Who may use which endpoint: one entry for each operation of the API description, by its operationId. The matrix
 * test asks every one of them as every role, about a thing of the own unit, of another unit and of another
 * jurisdiction; an endpoint without an entry fails it.
 */
export const AUTHORISATION: Readonly<Record<string, Authorisation>> = {
  // Signing in, and what is one's own
  signIn: { may: 'nobodySignedIn' },
  signInWays: { may: 'nobodySignedIn' },
  signOutElsewhere: { ...OWN, orNotThere: 'nobody signed in elsewhere' },
  session: OWN,
  signOut: { ...OWN, refusalsOnly: 'it ends the session of the matrix' },
  changePassword: OWN,
  secondFactor: OWN,
  beginSecondFactor: OWN,
  confirmSecondFactor: OWN,
  renewRecoveryCodes: OWN,
  endSecondFactor: OWN,
  sessions: OWN,
  endSession: { ...OWN, of: 'session', otherUnit: 'seen', refusalsOnly: 'it ends the session of the matrix' },
  endOtherSessions: OWN,
  apiTokens: OWN,
  makeApiToken: { ...OWN, body: () => ({ name: '平台', scopes: ['read'], days: 1, password: 'not mine' }) },
  endApiToken: { ...OWN, of: 'apiToken', orNotThere: 'nobody has one' },
  delegations: OWN,
  // Lent is what one holds oneself, and what is asked for is a liaison's.
  grantDelegation: {
    may: ['liaison'],
    body: (own) => ({
      delegateId: ids(own, 'person'),
      roles: ['liaison'],
      from: '2024-05-01',
      to: '2024-05-02',
      reason: '休假',
    }),
  },
  endDelegation: { ...OWN, of: 'delegation', orNotThere: 'it is between two people' },
  calendarFeed: OWN,
  renewCalendarFeed: OWN,
  endCalendarFeed: OWN,
  inbox: OWN,
  markRead: OWN,
  messageDelivery: { ...OWN, of: 'message', orNotThere: 'it is one person’s own' },
  myMessages: OWN,
  chooseMessages: { ...OWN, body: () => ({ inOrder: true, hours: null, order: [] }) },
  offerContact: { ...OWN, body: (own) => ({ channelId: ids(own, 'channel'), address: 'a@example.gov.cn' }) },
  sendCode: { ...OWN, of: 'contact', orNotThere: 'the address is the liaison’s' },
  proveContact: { ...OWN, of: 'contact', orNotThere: 'the address is the liaison’s' },
  chooseForContact: { ...OWN, of: 'contact', orNotThere: 'the address is the liaison’s' },
  giveUpContact: { ...OWN, of: 'contact', orNotThere: 'the address is the liaison’s' },

  // Plans and their tasks
  plans: { may: EVERYBODY },
  plan: { may: EVERYBODY, of: 'plan' },
  planSource: { may: EVERYBODY, of: 'plan' },
  attachPlanSource: { may: ['headquartersOffice'], of: 'plan' },
  ledger: { may: EVERYBODY, of: 'plan', params: { period: '2024-04 中旬' } },
  units: { may: EVERYBODY },
  ...UNIT_AUTHORISATION,
  tasks: { may: EVERYBODY },
  task: { may: EVERYBODY, of: 'task' },
  timeline: { may: EVERYBODY, of: 'task' },
  why: { may: EVERYBODY, of: 'task' },
  taskAsks: { may: EVERYBODY, of: 'task' },
  taskEvidence: { may: EVERYBODY, of: 'task' },
  addEvidence: { may: HAND_IN_EVIDENCE, of: 'task', query: '?name=x.txt' },
  ...PRODUCT_AUTHORISATION,
  ...ASSESSMENT_AUTHORISATION,
  ...LEDGER_AUTHORISATION,
  ...SIGN_OFF_AUTHORISATION,
  ...DESK_AUTHORISATION,
  ...CASCADE_AUTHORISATION,
  evidenceContent: { may: ROLES.filter((role) => !isAdministration(role)), of: 'evidence' },
  withdrawEvidence: {
    may: [...UNIT],
    of: 'evidence',
    body: () => ({ reason: '传错了' }),
    orNotThere: 'offices take back what offices handed in; the first takes it back',
    late: true,
  },
  actOnTask: {
    may: permittedRoles('task', 'EXTENDED'),
    of: 'task',
    params: { action: 'extend' },
    body: () => ({ deadlineOn: '2025-03-31', reason: '汛期顺延', approvedBy: '指挥长' }),
  },
  taskSources: { may: [...TASK_CREATORS.instruction, ...TASK_CREATORS.meeting], of: 'plan' },
  createTask: {
    may: [...TASK_CREATORS.instruction, ...TASK_CREATORS.meeting],
    body: (of, { role }) => ({
      planId: ids(of, 'plan'),
      actionCode: 'A1',
      source: role === 'taskForceConvener' ? 'meeting' : 'instruction',
      ref: '指挥长4月25日批示',
      title: '排查隐患点',
      text: '排查全部隐患点。',
      leadUnitIds: [ids(of, 'unit')],
    }),
  },
  mergeTasks: {
    may: TASK_CREATORS.merge,
    late: true,
    body: async (of, { versionOf }) => ({
      reason: '内容重复',
      tasks: [
        { id: ids(of, 'task'), version: await versionOf(ids(of, 'task')) },
        { id: ids(of, 'sharedTask'), version: await versionOf(ids(of, 'sharedTask')) },
      ],
      into: part(of, '合并后的任务'),
    }),
  },
  splitTask: {
    may: TASK_CREATORS.split,
    late: true,
    of: 'task',
    body: (of) => ({ reason: '分头推进', into: [part(of, '前期工作'), part(of, '后期工作')] }),
  },
  succeedInTasks: {
    may: permittedRoles('task', 'UNIT_SUCCEEDED'),
    of: 'unit',
    body: () => ({ toUnitId: UNITS.office.id, reason: '机构改革', dryRun: true }),
  },

  // Reports
  sittings: { may: EVERYBODY },
  sitting: { may: EVERYBODY, of: 'sitting' },
  fileSitting: {
    may: ['liaison', 'leadUnitHead'],
    of: 'sitting',
    late: true,
    body: (of) => ({
      reports: [...new Set([ids(of, 'obligation'), ids(of, 'lastObligation')])].map((obligationId) => ({
        obligationId,
        progress: 10,
        done: '完成选址',
      })),
    }),
  },
  reviews: { may: ['taskForceOffice'] },
  acceptReport: { may: ['taskForceOffice'], of: 'submittedReport' },
  returnReport: { may: ['taskForceOffice'], of: 'submittedReport' },
  whyObligation: { may: EVERYBODY, of: 'obligation' },
  reportingLines: { may: EVERYBODY },
  duties: {
    may: [
      ...UNIT,
      'taskForceOffice',
      'taskForceConvener',
      'headquartersOffice',
      'assessor',
      'supervisor',
      'auditor',
    ],
  },
  /** The one of the test is an office's; a unit is shown its own. */
  duty: { may: OFFICES, of: 'duty' },
  fulfilDuty: {
    may: ['taskForceConvener', 'taskForceOffice'],
    of: 'duty',
    body: () => ({
      record: {
        heldOn: '2024-04-25',
        chairedBy: '召集人',
        attended: ['区政府办公室'],
        decisions: ['加快进度'],
      },
    }),
  },
  taskOfDecision: {
    may: ['headquartersOffice', 'taskForceConvener'],
    of: 'duty',
    orNotThere: 'the meeting has no record yet',
  },
  askForPart: {
    may: ['liaison', 'leadUnitHead'],
    of: 'task',
    body: () => ({ unitId: UNITS.forestry.id, words: '请提供本月数据' }),
    orNotThere: 'no unit supports the task of the test',
  },
  withdrawPart: { may: ['liaison', 'leadUnitHead'], of: 'partRequest', orNotThere: 'none was asked for' },
  requestReport: { may: ['headquartersOffice', 'supervisor'], of: 'task' },
  burden: { may: [...UNIT, ...SUPERVISING, 'assessor', 'taskForceOffice'] },
  scores: { may: [...UNIT, ...SUPERVISING, 'assessor'], of: 'plan' },
  unitScore: { may: [...UNIT, ...SUPERVISING, 'assessor'], of: 'plan', params: { unit: { thing: 'unit' } } },

  // Supervision
  alerts: { may: SUPERVISING },
  alertStream: { may: SUPERVISING },
  eventStream: { may: EVERYBODY },
  // Who may do what is decided item by item, as for the single acts; what is refused of an item is said of it.
  batch: {
    may: EVERYBODY,
    params: { act: 'signTasks' },
    body: (of) => ({ dryRun: true, items: [{ id: ids(of, 'task'), version: 0 }] }),
  },
  notices: { may: EVERYBODY },
  notice: { may: EVERYBODY, of: 'notice' },
  whyNotice: { may: EVERYBODY, of: 'notice' },
  agreeToNotice: { may: LEADERS, of: 'draftNotice' },
  issueNotice: { may: ['supervisor'], of: 'draftNotice' },
  acknowledgeNotice: { may: ['liaison', 'leadUnitHead'], of: 'notice' },
  actOnNotice: {
    may: ['liaison', 'leadUnitHead'],
    of: 'notice',
    params: { action: 'appeal' },
    body: () => ({ reason: '当日已电话报告' }),
  },
  drawPreview: { may: READERS_OF_FINDINGS, of: 'plan' },
  draws: { may: SUPERVISING, of: 'plan' },
  commitDraw: { may: ['supervisor'], of: 'plan' },
  draw: { may: SUPERVISING, of: 'draw' },
  freezeDraw: { may: ['supervisor'], of: 'draw' },
  addRandomness: { may: ['supervisor', 'headquartersOffice', ...LEADERS], of: 'draw' },
  carryOutDraw: { may: ['supervisor'], of: 'draw' },
  abandonDraw: { may: ['supervisor'], of: 'draw' },
  drawRecord: { may: READERS_OF_FINDINGS, of: 'draw', orNotThere: 'nothing was drawn yet' },
  verifications: { may: READERS_OF_FINDINGS },
  verification: { may: READERS_OF_FINDINGS, of: 'verification' },
  orderVerification: {
    may: ['supervisor'],
    body: (of) => ({ taskId: ids(of, 'sharedTask'), unitId: ids(of, 'unit'), reason: '群众反映' }),
  },
  recordFinding: { may: ['supervisor'], of: 'verification' },

  // Messages that leave the house
  toCall: { may: ['supervisor', 'headquartersOffice', 'auditor'] },
  recordCall: { may: ['supervisor', 'headquartersOffice'] },
  channels: { may: ['administrator', 'auditor'] },
  pauseChannel: { may: ['administrator'], of: 'channel' },
  resumeChannel: { may: ['administrator'], of: 'channel' },
  tryChannel: { may: ['administrator'], of: 'channel' },
  renewReceipts: { may: ['administrator'], of: 'channel' },
  requeueChannel: { may: ['administrator'], of: 'channel' },
  letters: { may: ['administrator', 'auditor'] },
  letter: { may: ['administrator', 'auditor'], of: 'letter' },
  requeueLetter: { may: ['administrator'], of: 'letter' },
  peopleContacts: { may: ['administrator'] },
  recordContact: { may: ['administrator'], of: 'person' },
  takeBackContact: { may: ['administrator'], of: 'person', params: { contact: { thing: 'contact' } } },
  webhooks: { may: [...WEBHOOK_OWNERS, 'auditor'] },
  addWebhook: { may: WEBHOOK_OWNERS, body: webhook },
  updateWebhook: { may: WEBHOOK_OWNERS, of: 'webhook', body: webhook },
  renewWebhook: { may: WEBHOOK_OWNERS, of: 'webhook' },
  pauseWebhook: { may: WEBHOOK_OWNERS, of: 'webhook' },
  resumeWebhook: { may: WEBHOOK_OWNERS, of: 'webhook' },
  pingWebhook: { may: WEBHOOK_OWNERS, of: 'webhook' },
  replayWebhook: { may: WEBHOOK_OWNERS, of: 'webhook', body: () => ({ after: 0 }) },
  webhookDeliveries: { may: [...WEBHOOK_OWNERS, 'auditor'], of: 'webhook' },
  sendDeliveryAgain: {
    may: WEBHOOK_OWNERS,
    of: 'webhook',
    params: { deliveryId: { thing: 'delivery' } },
    orNotThere: 'nothing was sent',
  },
  removeWebhook: { may: WEBHOOK_OWNERS, of: 'webhook', orNotThere: 'the first removes it', late: true },
  events: { may: 'key' },

  // Plans in review
  planReviews: { may: REVIEWERS },
  uploadPlan: { may: ['headquartersOffice'], query: '?fileName=x.txt' },
  planReview: { may: REVIEWERS, of: 'planReview' },
  reviewDocument: { may: REVIEWERS, of: 'planReview' },
  reviewOriginal: { may: REVIEWERS, of: 'planReview' },
  reviewGold: { may: REVIEWERS, of: 'planReview' },
  reviewSteps: { may: REVIEWERS, of: 'planReview' },
  amendment: { may: REVIEWERS, of: 'planReview', orNotThere: 'it is a new plan' },
  correctPlanFacts: { may: ['headquartersOffice'], of: 'planReview' },
  actOnPlanReview: { may: ['headquartersOffice'], of: 'planReview' },
  addDraftTask: { may: ['headquartersOffice'], of: 'planReview' },
  correctDraftTask: {
    may: ['headquartersOffice'],
    of: 'planReview',
    params: { taskId: { thing: 'draftTask' } },
  },
  actOnDraftTask: {
    may: ['headquartersOffice'],
    of: 'planReview',
    params: { taskId: { thing: 'draftTask' } },
  },
  decideAmendment: { may: ['headquartersOffice'], of: 'planReview', orNotThere: 'it is a new plan' },
  dispatchPlan: { may: ['headquartersOffice'], of: 'planReview' },

  // Accounts, by the three administrators
  accounts: { may: ACCOUNT_READERS },
  account: { may: ACCOUNT_READERS, of: 'person' },
  createAccount: {
    may: ACCOUNT_ACTS.create,
    body: (of, { role }) => ({
      username: `new-${role.toLowerCase()}`,
      name: '新同志',
      unitId: ids(of, 'unit'),
      reason: '新任联络员',
    }),
  },
  changeAccount: {
    may: ACCOUNT_ACTS.change,
    of: 'person',
    body: (of) => ({ name: '改名', unitId: ids(of, 'unit'), reason: '更正' }),
  },
  barAccount: { may: ACCOUNT_ACTS.bar, of: 'person', late: true },
  unbarAccount: { may: ACCOUNT_ACTS.unbar, of: 'person', late: true },
  resetAccountPassword: { may: ACCOUNT_ACTS.resetPassword, of: 'person', late: true },
  confirmAccountAccess: {
    may: ACCOUNT_ACTS.confirmAccess,
    of: 'person',
    late: true,
    orNotThere: 'nobody has asked',
  },
  refuseAccountAccess: {
    may: ACCOUNT_ACTS.refuseAccess,
    of: 'person',
    late: true,
    orNotThere: 'nobody has asked',
  },
  endAccountSecondFactor: { may: ACCOUNT_ACTS.endSecondFactor, of: 'person', late: true },
  revokeAccountAccess: { may: ACCOUNT_ACTS.revoke, of: 'person', late: true },
  grantRole: {
    may: ACCOUNT_ACTS.grantRole,
    of: 'person',
    body: (of) => ({ role: 'liaison', scopeKind: 'unit', scopeId: ids(of, 'unit'), reason: '任命' }),
  },
  withdrawRole: {
    may: ACCOUNT_ACTS.withdrawRole,
    of: 'person',
    params: { assignmentId: { thing: 'session' } },
    orNotThere: 'it names no role that is held',
  },
  leaveOffice: {
    may: ACCOUNT_ACTS.leave,
    of: 'person',
    late: true,
    body: () => ({ successorId: null, reason: '调离' }),
  },
  importAccounts: { may: [...ACCOUNT_ACTS.create, ...ACCOUNT_ACTS.grantRole], query: '?dryRun=true' },

  // The trail
  trail: { may: ['auditor', 'auditAdministrator'] },
  trailChain: { may: ['auditor', 'auditAdministrator'], of: 'task', params: { kind: 'task' } },
  trailProof: {
    may: ['auditor', 'auditAdministrator'],
    of: 'task',
    params: { kind: 'task', seq: '1' },
    orNotThere: 'nothing was sealed yet',
  },
  publicSeals: { may: 'nobodySignedIn' },
  sealConsistency: { may: 'nobodySignedIn' },

  // What runs below
  queueStatus: { may: ['administrator'] },
  pauseQueue: { may: ['administrator'] },
  resumeQueue: { may: ['administrator'] },
  requeueFailed: { may: ['administrator'] },
  health: { may: 'nobodySignedIn' },
  readiness: { may: 'nobodySignedIn' },
  description: { may: 'nobodySignedIn' },
};
