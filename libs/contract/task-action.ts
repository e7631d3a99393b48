import { z } from 'zod';
import type { ActionField } from './allowed-action.js';
import { civilDateSchema, idSchema, named, wordsSchema } from './primitives.js';

const nothing = z.strictObject({});
const reasoned = z.strictObject({ reason: wordsSchema });
const units = z.array(idSchema).min(1).max(50);

interface TaskActionDefinition {
  label: string;
  grave: boolean;
  input: z.ZodObject;
  fields: ActionField[];
  /** Possible at any time and wanted rarely. */
  seldom?: true;
}

const reason = (label = '理由'): ActionField => ({ name: 'reason', label, kind: 'text', required: true });
const unitIds = (required: boolean): ActionField => ({
  name: 'unitIds',
  label: '牵头单位',
  kind: 'units',
  required,
});

const RHYTHM_CHOICES: { code: string; label: string }[] = [
  { code: 'week', label: '每周' },
  { code: 'ten-day', label: '每旬' },
  { code: 'month', label: '每月' },
  { code: 'quarter', label: '每季度' },
  { code: 'half-year', label: '每半年' },
  { code: 'year', label: '每年' },
];

/** Every step a person can take with a task: its words, its form, and the shape of its input. */
export const TASK_ACTIONS = {
  confirm: { label: '校核确认', grave: false, input: nothing, fields: [] },
  assignLead: {
    label: '指定牵头单位',
    grave: false,
    input: z.strictObject({ unitIds: units }),
    fields: [unitIds(true)],
  },
  dispatch: { label: '下发', grave: false, input: nothing, fields: [] },
  sign: { label: '签收', grave: false, input: nothing, fields: [] },
  dispute: { label: '提出职责争议', grave: true, input: reasoned, fields: [reason('争议理由')] },
  resolveDispute: {
    label: '裁定职责争议',
    grave: true,
    input: z
      .strictObject({
        decision: z.enum(['reassign', 'insist']),
        unitIds: units.optional(),
        reason: wordsSchema,
      })
      .refine((input) => input.decision === 'insist' || input.unitIds !== undefined, {
        path: ['unitIds'],
        message: '改派须选定新的牵头单位',
      }),
    fields: [
      {
        name: 'decision',
        label: '裁定',
        kind: 'choice',
        required: true,
        choices: [
          { code: 'reassign', label: '改派' },
          { code: 'insist', label: '维持原分工' },
        ],
      },
      unitIds(false),
      reason('裁定理由'),
    ],
  },
  requestClosure: {
    label: '申请办结',
    grave: false,
    input: z.strictObject({ statement: wordsSchema }),
    fields: [{ name: 'statement', label: '完成情况说明', kind: 'text', required: true }],
  },
  passGate: {
    label: '审核通过',
    grave: true,
    input: z.strictObject({ finding: wordsSchema.optional() }),
    fields: [{ name: 'finding', label: '审核意见', kind: 'text', required: false }],
  },
  returnClosure: { label: '退回办结申请', grave: false, input: reasoned, fields: [reason('退回理由')] },
  suspend: {
    label: '暂缓',
    seldom: true,
    grave: true,
    input: z.strictObject({ reason: wordsSchema, until: civilDateSchema }),
    fields: [{ name: 'until', label: '暂缓至', kind: 'date', required: true }, reason('暂缓理由')],
  },
  resume: { label: '恢复推进', grave: false, input: nothing, fields: [] },
  withdraw: { label: '撤销任务', seldom: true, grave: true, input: reasoned, fields: [reason('撤销理由')] },
  extend: {
    label: '批准延期',
    seldom: true,
    grave: true,
    input: z.strictObject({ deadlineOn: civilDateSchema, reason: wordsSchema }),
    fields: [{ name: 'deadlineOn', label: '延期至', kind: 'date', required: true }, reason('延期理由')],
  },
  extendBeyond: {
    label: '特批延期',
    seldom: true,
    grave: true,
    input: z.strictObject({ deadlineOn: civilDateSchema, reason: wordsSchema }),
    fields: [
      { name: 'deadlineOn', label: '延期至', kind: 'date', required: true },
      reason('超出规定延期的理由'),
    ],
  },
  reopen: {
    label: '回头看重启',
    seldom: true,
    grave: true,
    input: z.strictObject({ reason: wordsSchema, deadlineOn: civilDateSchema.optional() }),
    fields: [
      reason('重启理由'),
      { name: 'deadlineOn', label: '整改期限（不填按规定给期限）', kind: 'date', required: false },
    ],
  },
  changeLead: {
    label: '变更牵头单位',
    seldom: true,
    grave: true,
    input: z.strictObject({ unitIds: units, reason: wordsSchema }),
    fields: [unitIds(true), reason('变更理由')],
  },
  handOver: {
    label: '签字移交',
    grave: true,
    input: z.strictObject({ statement: wordsSchema }),
    fields: [{ name: 'statement', label: '移交情况说明', kind: 'text', required: true }],
  },
  takeOver: { label: '签字接手', grave: true, input: nothing, fields: [] },
  decreeHandover: { label: '裁定完成交接', seldom: true, grave: true, input: reasoned, fields: [reason()] },
  block: {
    label: '等待其他单位',
    grave: false,
    input: z.strictObject({ unitIds: z.array(idSchema).length(1), reason: wordsSchema }),
    fields: [
      { name: 'unitIds', label: '所等待的单位（一个）', kind: 'units', required: true, atMost: 1 },
      reason('所等待的事项'),
    ],
  },
  acceptBlockage: { label: '确认被等待', grave: true, input: nothing, fields: [] },
  contestBlockage: { label: '对等待提出异议', grave: false, input: reasoned, fields: [reason('异议理由')] },
  rejectBlockage: { label: '不认可等待', grave: true, input: reasoned, fields: [reason()] },
  unblock: { label: '等待事项已办', grave: false, input: reasoned, fields: [reason('办理情况')] },
  changeCadences: {
    label: '调整填报频次',
    seldom: true,
    grave: true,
    input: z.strictObject({
      how: z.enum(['add', 'instead', 'drop']),
      every: z.enum(['week', 'ten-day', 'month', 'quarter', 'half-year', 'year']),
      reason: wordsSchema,
    }),
    fields: [
      {
        name: 'how',
        label: '怎样调整',
        kind: 'choice',
        required: true,
        choices: [
          { code: 'add', label: '在现有频次之外增加' },
          { code: 'instead', label: '代替方案、行动规定的频次' },
          { code: 'drop', label: '取消本任务自己的这一频次' },
        ],
      },
      {
        name: 'every',
        label: '频次',
        kind: 'choice',
        required: true,
        choices: RHYTHM_CHOICES,
      },
      reason('调整理由'),
    ],
  },
  carryOver: {
    label: '结转下年',
    seldom: true,
    grave: true,
    input: z.strictObject({ deadlineOn: civilDateSchema, reason: wordsSchema }),
    fields: [{ name: 'deadlineOn', label: '新的完成时限', kind: 'date', required: true }, reason('结转理由')],
  },
  closeWithYear: {
    label: '随年度办结',
    seldom: true,
    grave: true,
    input: z.strictObject({ finding: wordsSchema }),
    fields: [{ name: 'finding', label: '办结意见', kind: 'text', required: true }],
  },
  hold: {
    label: '暂停督办',
    seldom: true,
    grave: true,
    input: z.strictObject({ reason: wordsSchema, until: civilDateSchema }),
    fields: [{ name: 'until', label: '暂停至', kind: 'date', required: true }, reason()],
  },
  lift: { label: '解除督办', seldom: true, grave: true, input: reasoned, fields: [reason('解除理由')] },
  skip: { label: '跳过下一级督办', seldom: true, grave: true, input: reasoned, fields: [reason('跳过理由')] },
  correctFigure: {
    label: '更正进度',
    grave: true,
    input: z.strictObject({ progress: z.number().min(0).max(100), statement: wordsSchema }),
    fields: [
      { name: 'progress', label: '更正后的进度（%）', kind: 'percent', required: true },
      { name: 'statement', label: '更正情况和原因', kind: 'text', required: true },
    ],
  },
  answerCard: {
    label: '书面回复督办单',
    grave: false,
    input: z.strictObject({ statement: wordsSchema }),
    fields: [{ name: 'statement', label: '原因和整改措施', kind: 'text', required: true }],
  },
  appeal: { label: '申诉', grave: true, input: reasoned, fields: [reason('申诉理由')] },
  upholdAppeal: { label: '申诉成立，撤销文书', grave: true, input: reasoned, fields: [reason('认定理由')] },
  rejectAppeal: { label: '申诉不成立', grave: true, input: reasoned, fields: [reason('认定理由')] },
} as const satisfies Record<string, TaskActionDefinition>;

export type TaskAction = keyof typeof TASK_ACTIONS;
export const TASK_ACTION_NAMES = Object.keys(TASK_ACTIONS) as [TaskAction, ...TaskAction[]];
export const taskActionParamsSchema = z.object({ id: idSchema, action: z.enum(TASK_ACTION_NAMES) });

/** The body of a task action; which members it has follows from the action, see the page's `fields`. */
export const taskActionInputSchema = named(
  'TaskActionInput',
  z.object({
    unitIds: z.array(idSchema).optional(),
    reason: z.string().optional(),
    decision: z.enum(['reassign', 'insist']).optional(),
    statement: z.string().optional(),
    finding: z.string().optional(),
    progress: z.number().optional(),
    until: civilDateSchema.optional(),
    deadlineOn: civilDateSchema.optional(),
    how: z.enum(['add', 'instead', 'drop']).optional(),
    every: z.string().optional(),
  }),
);
