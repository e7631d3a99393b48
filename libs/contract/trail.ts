import { z } from 'zod';
import { idSchema, instantSchema, named, personRefSchema, unitRefSchema } from './primitives.js';

/** The trail as auditors search it: what happened to subjects, and accounts, configuration, exports and looks at personal data. */

export const TRAIL_KIND_LABELS = {
  task: '任务',
  obligation: '应报事项',
  reportingLine: '报送线',
  account: '账号',
  configuration: '配置',
  export: '导出',
  read: '查看个人信息',
  retention: '个人信息清除',
  evidence: '佐证材料',
  cascade: '上下级交办',
  product: '产品',
  filing: '填报送审',
} as const;
export type TrailKindName = keyof typeof TRAIL_KIND_LABELS;
export const TRAIL_KINDS = Object.keys(TRAIL_KIND_LABELS) as [TrailKindName, ...TrailKindName[]];

export const TRAIL_WAY_LABELS = {
  page: '网页',
  token: '接口令牌',
  command: '服务器命令',
  system: '系统自动',
  open: '未登录',
} as const;

const hash = z.string().regex(/^[0-9a-f]{64}$/u);
const chainKind = z.enum(['task', 'obligation', 'reportingLine', 'actor']);
const chainSchema = z.object({ kind: chainKind, id: idSchema });
const sealRefSchema = z.object({ number: z.int(), sealedAt: instantSchema });

export const trailEntrySchema = named(
  'TrailEntry',
  z.object({
    /** Where it stands: of which chain it is which link. */
    chain: chainSchema,
    seq: z.int().positive(),
    at: instantSchema,
    kind: z.enum(TRAIL_KINDS),
    kindLabel: z.string(),
    action: z.string(),
    /** What was done, as the verb of the sentence. */
    actionLabel: z.string(),
    /** Null: the system, a command at the server, or somebody unknown. */
    actor: personRefSchema.nullable(),
    onBehalfOf: personRefSchema.nullable(),
    unit: unitRefSchema.nullable(),
    /** What it was done to, in words; null: nothing besides the people. */
    subject: z.object({ kind: z.string(), id: z.string(), title: z.string() }).nullable(),
    /** Whose data it is about; at most twenty of them, `personCount` says how many there are. */
    persons: z.array(personRefSchema),
    personCount: z.int().nonnegative(),
    viaLabel: z.string().nullable(),
    sessionId: idSchema.nullable(),
    tokenId: idSchema.nullable(),
    /** Null: not said, or erased. */
    address: z.string().nullable(),
    agent: z.string().nullable(),
    before: z.unknown(),
    after: z.unknown(),
    details: z.unknown(),
    /** Its personal part was erased when its time was over; the chain holds. */
    erased: z.boolean(),
    hash,
    /** The seal that vouches for it; null: none does yet. */
    seal: sealRefSchema.nullable(),
  }),
);
export type TrailEntryView = z.infer<typeof trailEntrySchema>;

export const trailPageSchema = named(
  'TrailPage',
  z.object({
    items: z.array(trailEntrySchema),
    nextCursor: z.string().nullable(),
    /** From when on was searched. */
    from: instantSchema,
  }),
);
export type TrailPage = z.infer<typeof trailPageSchema>;

export const trailQuerySchema = z.object({
  /** Who acted, for whom it was done, or whose data it is about. */
  person: idSchema.optional(),
  unit: idSchema.optional(),
  /** A task, an obligation, a reporting line, or what a line names as its target. */
  subject: idSchema.optional(),
  kind: z.enum(TRAIL_KINDS).optional(),
  /** Absent: thirty-one days back. */
  from: instantSchema.optional(),
  until: instantSchema.optional(),
  /** Exactly, or the beginning of one with `*` at its end: `10.1.*`. */
  address: z.string().trim().min(1).max(60).optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
  cursor: z.string().max(400).optional(),
});

export const chainParamsSchema = z.object({ kind: chainKind, id: idSchema });
export const chainStateSchema = named(
  'ChainState',
  z.object({
    chain: chainSchema,
    title: z.string(),
    length: z.int().nonnegative(),
    holds: z.boolean(),
    /** The first place at which it does not, and how, in words. */
    fault: z.object({ seq: z.int(), tampering: z.string(), label: z.string() }).nullable(),
    /** How far a seal vouches; 0: none does. */
    sealedUpTo: z.int().nonnegative(),
    seals: z.array(sealRefSchema.extend({ seq: z.int() })),
  }),
);
export type ChainStateView = z.infer<typeof chainStateSchema>;

export const publicSealSchema = named(
  'Seal',
  z.object({
    jurisdictionId: z.string(),
    number: z.int().positive(),
    sealedAt: instantSchema,
    previousHash: hash,
    root: hash,
    leaves: z.int().positive(),
    history: hash.nullable(),
    hash,
    publicKey: z.string(),
    signature: z.string(),
  }),
  'What is signed, and how to check it: docs/trail.md.',
);
export const sealListSchema = named(
  'SealList',
  z.object({ items: z.array(publicSealSchema), nextAfter: z.int().nullable() }),
);
const jurisdictionParams = z.object({ id: z.string().regex(/^[0-9]{2,12}$/u) });

const API = '/api/v1';

export const TRAIL_ROUTES = {
  trail: {
    method: 'get',
    path: `${API}/trail`,
    summary: '审计检索：谁在何时、何处做了什么、看了什么',
    tag: 'trail',
    status: 200,
    query: trailQuerySchema,
    answer: trailPageSchema,
    personal: { of: 'trail', whose: 'answer.items.persons.id' },
  },
  trailChain: {
    method: 'get',
    path: `${API}/trail/{kind}/{id}`,
    summary: '一条记录链是否完好，封存到哪里',
    tag: 'trail',
    status: 200,
    params: chainParamsSchema,
    answer: chainStateSchema,
  },
  trailProof: {
    method: 'get',
    path: `${API}/trail/{kind}/{id}/{seq}/proof`,
    summary: '一条记录已被封存的证明，可离线核验',
    tag: 'trail',
    status: 200,
    params: chainParamsSchema.extend({ seq: z.coerce.number().int().min(1).max(2_147_483_647) }),
    answer: named('EventProof', z.looseObject({ format: z.literal('luoshi.proof/1') }), 'docs/trail.md'),
  },
  publicSeals: {
    method: 'get',
    path: `${API}/public/jurisdictions/{id}/seals`,
    summary: '公布的封存（无需登录）',
    tag: 'trail',
    status: 200,
    params: jurisdictionParams,
    query: z.object({
      after: z.coerce.number().int().min(0).max(2_147_483_647).default(0),
      limit: z.coerce.number().int().min(1).max(500).default(100),
    }),
    answer: sealListSchema,
    open: true,
  },
  sealConsistency: {
    method: 'get',
    path: `${API}/public/jurisdictions/{id}/seals/consistency`,
    summary: '前一次封存原样包含在后一次之内的证明（无需登录）',
    tag: 'trail',
    status: 200,
    params: jurisdictionParams,
    query: z.object({
      from: z.coerce.number().int().min(1).max(2_147_483_647),
      to: z.coerce.number().int().min(1).max(2_147_483_647),
    }),
    answer: named(
      'SealConsistency',
      z.looseObject({ format: z.literal('luoshi.consistency/1') }),
      'docs/trail.md',
    ),
    open: true,
  },
} as const;
