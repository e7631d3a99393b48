import { z } from 'zod';
import { ROLES, SCOPE_KINDS } from './labels.js';
import {
  civilDateSchema,
  idParamsSchema,
  idSchema,
  instantSchema,
  named,
  personRefSchema,
  unitRefSchema,
  versionSchema,
  wordsSchema,
} from './primitives.js';

/** Accounts and who may do what: for the three administrators; the auditor looks on. */

export const ACCOUNT_STATES = {
  active: '在用',
  locked: '暂时锁定',
  barred: '已停用',
  left: '已离任',
} as const;
export type AccountState = keyof typeof ACCOUNT_STATES;
const stateSchema = z.enum(Object.keys(ACCOUNT_STATES) as [AccountState, ...AccountState[]]);

/** What somebody of this role may do to this account now: the page shows no other button. */
export const ACCOUNT_ACTS = {
  change: '修改资料',
  bar: '停用',
  unbar: '解锁（恢复）',
  resetPassword: '重置密码',
  endSecondFactor: '重置第二重验证',
  confirmAccess: '复核同意',
  refuseAccess: '不予同意',
  revoke: '强制退出',
  grantRole: '授予角色',
  withdrawRole: '撤销角色',
  leave: '离任交接',
} as const;
export type AccountActName = keyof typeof ACCOUNT_ACTS;
const actSchema = z.enum(Object.keys(ACCOUNT_ACTS) as [AccountActName, ...AccountActName[]]);

export const assignmentSchema = named(
  'Assignment',
  z.object({
    id: idSchema,
    role: z.enum(ROLES),
    label: z.string(),
    scopeKind: z.enum(SCOPE_KINDS),
    scopeId: z.string(),
    scopeLabel: z.string(),
    validFrom: civilDateSchema.nullable(),
    validTo: civilDateSchema.nullable(),
    /** `provider`: said anew by unified sign-in each time. */
    origin: z.enum(['record', 'provider']),
  }),
);
export type AssignmentView = z.infer<typeof assignmentSchema>;

export const accountSchema = named(
  'Account',
  z.object({
    id: idSchema,
    username: z.string(),
    name: z.string(),
    unit: unitRefSchema,
    state: stateSchema,
    stateLabel: z.string(),
    lockedUntil: instantSchema.nullable(),
    barredAt: instantSchema.nullable(),
    roles: z.array(assignmentSchema),
    password: z.boolean(),
    /** A first password has not been changed yet. */
    mustChange: z.boolean(),
    secondFactor: z.boolean(),
    /** Signs in by the provider of unified sign-in. */
    linked: z.boolean(),
    /** A new way in that one administrator asked for and another has to confirm. */
    accessRequest: z
      .object({
        password: z.boolean(),
        secondFactor: z.boolean(),
        reason: z.string(),
        askedBy: personRefSchema,
        askedAt: instantSchema,
        until: instantSchema,
      })
      .nullable(),
    sessions: z.int(),
    tokens: z.int(),
    lastSeenAt: instantSchema.nullable(),
    version: versionSchema,
    allowedActs: z.array(actSchema),
  }),
);
export type AccountView = z.infer<typeof accountSchema>;

export const accountPageSchema = named(
  'AccountPage',
  z.object({
    items: z.array(accountSchema),
    total: z.int(),
    nextCursor: z.string().nullable(),
    /** Whether the person may open accounts, and bring in a list of people. */
    mayCreate: z.boolean(),
    mayImport: z.boolean(),
  }),
);
export type AccountPage = z.infer<typeof accountPageSchema>;

export const accountQuerySchema = z.object({
  q: z.string().trim().min(1).max(60).optional(),
  unitId: idSchema.optional(),
  role: z.enum(ROLES).optional(),
  state: stateSchema.optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
  cursor: z.string().max(200).optional(),
});

const username = z
  .string()
  .trim()
  .regex(/^[a-z0-9][a-z0-9._-]{1,39}$/u, '用户名用小写字母、数字、点和连字符，2 至 40 位');
const reason = wordsSchema.max(500);
const reasonOnly = named('AccountReason', z.object({ reason }));

export const newAccountSchema = named(
  'NewAccount',
  z.object({ username, name: z.string().trim().min(1).max(60), unitId: idSchema, reason }),
);
export const firstPasswordSchema = named(
  'FirstPassword',
  z.object({
    account: accountSchema,
    /** Shown this once; must be changed when it is first used. */
    firstPassword: z.string(),
    version: versionSchema,
  }),
);
export type FirstPassword = z.infer<typeof firstPasswordSchema>;
export const confirmedAccessSchema = named(
  'ConfirmedAccess',
  z.object({
    account: accountSchema,
    /** Shown this once; null where only the second factor ended. */
    firstPassword: z.string().nullable(),
    version: versionSchema,
  }),
);
export type ConfirmedAccess = z.infer<typeof confirmedAccessSchema>;

export const accountChangeSchema = named(
  'AccountChange',
  z.object({ name: z.string().trim().min(1).max(60), unitId: idSchema, reason }),
);
export const grantSchema = named(
  'RoleGrant',
  z.object({
    role: z.enum(ROLES),
    scopeKind: z.enum(SCOPE_KINDS),
    /** The jurisdiction’s code, the plan’s, `plan/action`, or the unit’s id. */
    scopeId: z.string().min(1).max(100),
    from: civilDateSchema.nullable().default(null),
    until: civilDateSchema.nullable().default(null),
    reason,
  }),
);
export type RoleGrant = z.input<typeof grantSchema>;
export const departureSchema = named('Departure', z.object({ successorId: idSchema.nullable(), reason }));

/** What a line of a list would do, or did. */
export const IMPORT_RESULTS = {
  newUnit: '新增单位',
  newPerson: '新增人员',
  movedPerson: '调整单位或姓名',
  granted: '授予角色',
  toGrant: '待授予角色',
  unchanged: '没有变化',
  refused: '不予办理',
} as const;
export type ImportResult = keyof typeof IMPORT_RESULTS;
export const accountImportSchema = named(
  'AccountImport',
  z.object({
    dryRun: z.boolean(),
    /** By result, how many lines. */
    counts: z.record(z.string(), z.int()),
    lines: z.array(
      z.object({
        /** Of the sheet, from 1; null: of the whole file. */
        line: z.int().nullable(),
        what: z.string(),
        result: z.enum(Object.keys(IMPORT_RESULTS) as [ImportResult, ...ImportResult[]]),
        resultLabel: z.string(),
        message: z.string(),
      }),
    ),
    /** Shown this once, where people were made. */
    firstPasswords: z.array(z.object({ username: z.string(), name: z.string(), password: z.string() })),
  }),
);
export type AccountImportView = z.infer<typeof accountImportSchema>;

const accounts = '/api/v1/accounts';
const one = `${accounts}/{id}`;
/** What an act may meet on whatever account. */
const OF_ACCOUNT = ['NotFound', 'OwnAccount', 'AdministratorAccount', 'AccountLeft'] as const;
const act = {
  method: 'post',
  tag: 'account',
  status: 200,
  params: idParamsSchema,
  body: reasonOnly,
  answer: accountSchema,
  personal: 'recorded',
  change: true,
  conditional: true,
  problems: OF_ACCOUNT,
} as const;

export const ACCOUNT_ROUTES = {
  accounts: {
    method: 'get',
    path: accounts,
    summary: '账号列表（三员和审计）',
    tag: 'account',
    status: 200,
    query: accountQuerySchema,
    answer: accountPageSchema,
    personal: { of: 'accounts', whose: 'answer.items.id' },
  },
  account: {
    method: 'get',
    path: one,
    summary: '一个账号',
    tag: 'account',
    status: 200,
    params: idParamsSchema,
    answer: accountSchema,
    etag: true,
    personal: { of: 'accounts', whose: 'params.id' },
  },
  createAccount: {
    method: 'post',
    path: accounts,
    summary: '开设账号（系统管理员；初始密码只显示一次）',
    problems: ['AccountUnitUnknown', 'UsernameTaken'],
    tag: 'account',
    status: 201,
    body: newAccountSchema,
    answer: firstPasswordSchema,
    personal: 'recorded',
    change: true,
    answerShownOnce: true,
  },
  changeAccount: {
    ...act,
    method: 'put',
    path: one,
    summary: '修改姓名、调整单位（系统管理员）',
    problems: [...OF_ACCOUNT, 'AccountUnitUnknown', 'AccountUnchanged'],
    body: accountChangeSchema,
  },
  barAccount: {
    ...act,
    path: `${one}/bar`,
    summary: '停用账号（系统管理员、安全管理员）',
    problems: [...OF_ACCOUNT, 'AccountBarred'],
  },
  unbarAccount: {
    ...act,
    path: `${one}/unbar`,
    summary: '恢复账号、解除锁定（安全管理员）',
    problems: [...OF_ACCOUNT, 'AccountNotBarred'],
  },
  resetAccountPassword: {
    ...act,
    path: `${one}/password-reset`,
    summary: '申请重置密码（系统管理员；由安全管理员复核）',
    problems: [...OF_ACCOUNT, 'AccessRequestOpen'],
  },
  endAccountSecondFactor: {
    ...act,
    path: `${one}/second-factor-end`,
    summary: '申请重置第二重验证（安全管理员；由系统管理员复核）',
    problems: [...OF_ACCOUNT, 'SecondFactorOff', 'AccessRequestOpen'],
  },
  confirmAccountAccess: {
    ...act,
    path: `${one}/access-request/confirmation`,
    summary: '复核同意重置（另一位管理员；初始密码只显示一次）',
    problems: [...OF_ACCOUNT, 'AccessRequestNone', 'AccessRequestNotYours'],
    answer: confirmedAccessSchema,
    answerShownOnce: true,
  },
  refuseAccountAccess: {
    ...act,
    path: `${one}/access-request/refusal`,
    summary: '不予同意重置，或撤回申请',
    problems: [...OF_ACCOUNT, 'AccessRequestNone', 'AccessRequestNotYours'],
  },
  revokeAccountAccess: {
    ...act,
    path: `${one}/revocation`,
    summary: '结束全部登录和接口令牌（系统管理员、安全管理员）',
  },
  grantRole: {
    ...act,
    path: `${one}/roles`,
    summary: '授予角色（安全管理员）',
    problems: [...OF_ACCOUNT, 'OfficesApart', 'RoleScopeWrong', 'RoleHeld', 'RoleDaysWrong'],
    body: grantSchema,
    status: 201,
  },
  withdrawRole: {
    ...act,
    path: `${one}/roles/{assignmentId}/withdrawal`,
    summary: '撤销角色（安全管理员）',
    problems: [...OF_ACCOUNT, 'RoleNotHeld'],
    params: z.object({ id: idSchema, assignmentId: idSchema }),
  },
  leaveOffice: {
    ...act,
    path: `${one}/departure`,
    summary: '离任：岗位交给接任人，或提示空缺（安全管理员）',
    problems: [...OF_ACCOUNT, 'SuccessorWrong', 'OfficesApart'],
    body: departureSchema,
  },
  importAccounts: {
    method: 'post',
    path: `${accounts}/import`,
    summary: '从表格导入单位和人员（dryRun=true 只试算）',
    problems: ['ImportUnreadable'],
    tag: 'account',
    status: 200,
    query: z.object({
      dryRun: z.enum(['true', 'false']).transform((text) => text === 'true'),
      reason: wordsSchema.max(500).optional(),
    }),
    bodyMediaType: 'application/octet-stream',
    answer: accountImportSchema,
    personal: 'recorded',
    change: true,
    answerShownOnce: true,
  },
} as const;
