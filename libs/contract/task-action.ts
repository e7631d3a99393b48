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
}

const reason = (label = '理由'): ActionField => ({ name: 'reason', label, kind: 'text', required: true });
const unitIds = (required: boolean): ActionField => ({
  name: 'unitIds',
  label: '牵头单位',
  kind: 'units',
  required,
});

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
    grave: true,
    input: z.strictObject({ reason: wordsSchema, until: civilDateSchema }),
    fields: [{ name: 'until', label: '暂缓至', kind: 'date', required: true }, reason('暂缓理由')],
  },
  resume: { label: '恢复推进', grave: false, input: nothing, fields: [] },
  withdraw: { label: '撤销任务', grave: true, input: reasoned, fields: [reason('撤销理由')] },
  extend: {
    label: '批准延期',
    grave: true,
    input: z.strictObject({ deadlineOn: civilDateSchema, reason: wordsSchema }),
    fields: [{ name: 'deadlineOn', label: '延期至', kind: 'date', required: true }, reason('延期理由')],
  },
  reopen: { label: '回头看重启', grave: true, input: reasoned, fields: [reason('重启理由')] },
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
    until: civilDateSchema.optional(),
    deadlineOn: civilDateSchema.optional(),
  }),
);
