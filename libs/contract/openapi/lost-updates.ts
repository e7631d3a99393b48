import type { RouteName } from '../routes.js';
import type { InBoth } from '../problems/index.js';

/** Why a change needs no If-Match, although every change does: nothing that somebody wrote can be lost by it. */
export const WITHOUT_IF_MATCH_BECAUSE = {
  creates: { 'zh-CN': '新建，没有被覆盖的内容。', en: 'It creates: there is nothing to overwrite.' },
  ends: {
    'zh-CN': '停用或删除，不论其内容如何；没有被覆盖的内容。',
    en: 'It ends a thing, whatever that holds: nothing is overwritten.',
  },
  sends: {
    'zh-CN': '只触发一次发送或重试，不改变内容。',
    en: 'It sends or tries again, and changes no content.',
  },
  switches: {
    'zh-CN': '把一个开关置于请求所说的位置，重复或交叉办理结果相同。',
    en: 'It puts one switch into the position that the request names: sent twice or crosswise, the outcome is the same.',
  },
  provesPassword: {
    'zh-CN': '须核对本人现在的密码、动态码或验证码，以此确认所见是最新的。',
    en: 'It proves itself by the present password, code or proof, which no stale request has.',
  },
  newSecret: {
    'zh-CN': '生成新的密钥或地址，与原内容无关。',
    en: 'It makes a new secret or address, and takes nothing over from the former one.',
  },
  seenInBody: {
    'zh-CN': '一次办理多个对象，各自的版本（version、content）写在正文中，逐个核对。',
    en: 'It is about several things: the version of each (version, content) stands in the body and is compared one by one.',
  },
  countedFirst: {
    'zh-CN': '批量办理：先以 dryRun 计数，再对办理时符合条件的逐个加锁办理，一个对象一个结果。',
    en: 'A batch: counted first by dryRun, then done to whatever fits at that moment, each under its lock.',
  },
} as const satisfies Record<string, InBoth>;
export type WithoutIfMatch = keyof typeof WITHOUT_IF_MATCH_BECAUSE;

/** Changes without If-Match, each with its reason. Every other change has it: a test reads that off the description. */
export const WITHOUT_IF_MATCH: Partial<Record<RouteName, WithoutIfMatch>> = {
  signIn: 'creates',
  createAccount: 'creates',
  importAccounts: 'countedFirst',
  signOut: 'ends',
  changePassword: 'provesPassword',
  beginSecondFactor: 'provesPassword',
  confirmSecondFactor: 'provesPassword',
  renewRecoveryCodes: 'provesPassword',
  endSecondFactor: 'provesPassword',
  endSession: 'ends',
  endOtherSessions: 'ends',
  makeApiToken: 'creates',
  endApiToken: 'ends',
  grantDelegation: 'creates',
  endDelegation: 'ends',
  renewCalendarFeed: 'newSecret',
  endCalendarFeed: 'ends',
  addWebhook: 'creates',
  removeWebhook: 'ends',
  renewWebhook: 'newSecret',
  pauseWebhook: 'switches',
  resumeWebhook: 'switches',
  pingWebhook: 'sends',
  replayWebhook: 'sends',
  sendDeliveryAgain: 'sends',
  offerContact: 'creates',
  sendCode: 'sends',
  proveContact: 'provesPassword',
  giveUpContact: 'ends',
  recordCall: 'creates',
  pauseChannel: 'switches',
  resumeChannel: 'switches',
  tryChannel: 'sends',
  renewReceipts: 'newSecret',
  requeueChannel: 'sends',
  requeueLetter: 'sends',
  recordContact: 'creates',
  takeBackContact: 'ends',
  addEvidence: 'creates',
  checkLedger: 'countedFirst',
  fileLedger: 'countedFirst',
  produceProduct: 'creates',
  openAssessment: 'creates',
  objectToAssessment: 'creates',
  withdrawEvidence: 'ends',
  uploadPlan: 'creates',
  attachPlanSource: 'switches',
  actOnPlanReview: 'seenInBody',
  addDraftTask: 'creates',
  decideAmendment: 'seenInBody',
  registerUnit: 'creates',
  learnUnitAlias: 'creates',
  takeBackUnitAlias: 'ends',
  succeedUnit: 'creates',
  takeBackUnitSuccession: 'ends',
  createTask: 'creates',
  mergeTasks: 'seenInBody',
  succeedInTasks: 'seenInBody',
  taskOfDecision: 'creates',
  askForPart: 'creates',
  withdrawPart: 'ends',
  requestReport: 'creates',
  pauseQueue: 'switches',
  resumeQueue: 'switches',
  requeueFailed: 'sends',
  commitDraw: 'creates',
  orderVerification: 'creates',
  markRead: 'switches',
  turnSignOff: 'switches',
  batch: 'seenInBody',
};

/** POSTs without an Idempotency-Key, each with its reason. */
export const WITHOUT_IDEMPOTENCY_KEY: Partial<Record<RouteName, InBoth>> = {
  signIn: {
    'zh-CN': '登录前没有可归属的人；重复登录只是再开始一次会话。',
    en: 'Nobody is known yet whose key it could be; signing in twice begins another session and nothing else.',
  },
};
