import { z } from 'zod';
import { listQuery } from './lists/declare-list.js';
import { ALERT_LIST } from './lists/of-messages.js';
import { idSchema, instantSchema, named, pageOf, unitRefSchema } from './primitives.js';

/** By when something must happen, what, and whose turn it is. */
export const alertClockSchema = named(
  'AlertClock',
  z.object({
    name: z.string(),
    label: z.string(),
    at: instantSchema,
    overdue: z.boolean(),
    /** The unit whose turn it is; null: it is an office's, or nobody's alone. */
    unit: unitRefSchema.nullable(),
    /** The office whose turn it is. */
    officeLabel: z.string().nullable(),
  }),
);
export type AlertClock = z.infer<typeof alertClockSchema>;

/** Something that the supervision office has to look at. */
export const alertSchema = named(
  'Alert',
  z.object({
    id: idSchema,
    kind: z.string(),
    kindLabel: z.string(),
    /** A level of the policy (see `levels` of the session), or `info`. */
    level: z.string(),
    levelLabel: z.string(),
    unit: unitRefSchema.nullable(),
    planId: idSchema.nullable(),
    subjectKind: z.string().nullable(),
    subjectId: idSchema.nullable(),
    noticeId: idSchema.nullable(),
    title: z.string(),
    detail: z.string(),
    state: z.enum(['open', 'settled']),
    raisedAt: instantSchema,
    /** The clock that runs while it is open, projected on today's calendar; null: it stands under none. */
    clock: alertClockSchema.nullable(),
    settledAt: instantSchema.nullable(),
  }),
);
export type AlertView = z.infer<typeof alertSchema>;

export const alertQuerySchema = listQuery(ALERT_LIST);
export type AlertQuery = z.infer<typeof alertQuerySchema>;
export const alertPageSchema = named('AlertPage', pageOf(alertSchema));

/**
 * The events of the stream. `snapshot` comes first on every connection and lists what is open; `alert` is
 * one that was raised or changed, `settled` one that is over. Comment lines keep the connection alive.
 */
export const ALERT_STREAM_EVENTS = ['snapshot', 'alert', 'settled'] as const;
export const alertSnapshotSchema = named('AlertSnapshot', z.object({ items: z.array(alertSchema) }));

export const ALERT_KIND_LABELS: Readonly<Record<string, string>> = {
  rung: '逾期未报',
  silent: '逾期未报',
  issue: '文书待签发',
  noticeToIssue: '文书待签发',
  notSigned: '逾期未签收',
  disputed: '职责争议',
  gate: '办结审核超时',
  gateLate: '办结审核超时',
  refile: '逾期未重报',
  taskOverdue: '任务到期未办结',
  matter: '任务督办升级',
  yearTurn: '年度任务待处置',
  behind: '落后序时进度',
  untrue: '核实不实',
  correctionLate: '逾期未更正数据',
  verificationLate: '督查核实超时',
  cardAnswer: '督办单逾期未复',
  unreported: '逾期未作首次反馈',
  handover: '逾期未签字交接',
  awaited: '配合事项逾期未办',
  blockage: '等待其他单位',
  appeal: '申诉待答复',
  disputeLate: '争议裁定超时',
  appealLate: '申诉答复超时',
  blockageLate: '等待事项答复超时',
  vacancy: '岗位空缺',
  unreached: '消息未送达',
  outage: '系统停机',
  ladderPause: '阶梯暂停',
  needsAssignment: '待指定牵头单位',
  burden: '填报负担超限',
  webhook: '事件订阅暂停',
};
