import { z } from 'zod';
import { burdenSchema } from './burden.schema.js';
import { verificationRules } from './verification.schema.js';
import { cadenceRules } from './cadence.schema.js';
import { importanceIssues, importancesSchema, limitByImportance } from './importance.schema.js';
import { checkDuties, duty, dutyLadder, requestRules } from './duty.schema.js';
import { GATES, reportingLadder, role, taskLadder, time, timeLimit, workingOffset } from './ladder.schema.js';
import { levelsSchema, strangeLevels } from './levels.schema.js';
import { messageRules } from './messages.schema.js';
import { ladderPauseRules } from './ladder-pause.schema.js';
import { outgoingRules } from './outgoing.schema.js';
import { retentionRules } from './retention.schema.js';
import { cascadeRules } from './cascade.schema.js';
import { assessmentRules } from './assessment.schema.js';
import { productRules } from './product.schema.js';
import { publicationRules } from './publication.schema.js';

/**
 * The rules of the house as data (domain.md: every figure marked *default*). A policy is versioned; a subject is
 * governed by the version that was in force when it began. What later versions of the file have added has a default
 * here that says how it was before.
 */

const dueRule = z.discriminatedUnion('anchor', [
  z.object({ anchor: z.literal('lastWorkingDayOfPeriod'), at: time }).strict(),
  z
    .object({ anchor: z.literal('workingDayAfterPeriod'), days: z.number().int().min(1).max(60), at: time })
    .strict(),
]);

/** Where a task comes from; each source may have a time limit of its own. */
export const TASK_SOURCES = ['plan', 'instruction', 'meeting', 'split', 'merge', 'handedDown'] as const;
export type TaskSourceKind = (typeof TASK_SOURCES)[number];

/** The rules of one task's life that came with the second version of its statechart. */
const taskRules = z
  .object({
    /** Whether a unit may still dispute a task when its time to sign has run out. */
    disputeAfterSigningTime: z.boolean().default(true),
    /** What a reopened task has left at least, where its deadline has passed or is nearer than that. */
    reopenedWithin: timeLimit.default({ workingDays: 10, at: '17:30' }),
    /** How long the old and the new lead have to hand over. */
    handoverWithin: timeLimit.default({ workingDays: 3, at: '17:30' }),
    /** Within which a unit may appeal against a card, and within which it is decided. */
    appealWithin: timeLimit.default({ workingDays: 3, at: '17:30' }),
    appealDecidedWithin: timeLimit.default({ workingDays: 5, at: '17:30' }),
    /** How long a unit that is said to be waited for has to confirm or contest, and then to deliver. */
    blockageAnsweredWithin: timeLimit.default({ workingDays: 2, at: '17:30' }),
    awaitedWithin: timeLimit.default({ workingDays: 5, at: '17:30' }),
    /** Within which a unit reports for the first time after the task was dispatched to it; left out: with the others. */
    firstReportWithin: timeLimit.optional(),
    /** The time limit of a task by its importance, where its text names none; it goes before that by source. */
    limits: z.record(z.string(), limitByImportance).default({}),
    /** The time limit of a task by where it comes from, where its text names none. */
    sources: z.partialRecord(z.enum(TASK_SOURCES), timeLimit).default({}),
  })
  .strict();

export const policySchema = z
  .object({
    schema: z.literal('luoshi.policy/1'),
    id: z.string().min(1),
    version: z.number().int().min(1),
    label: z.string().min(1),
    levels: levelsSchema,
    importances: importancesSchema,
    signWithin: workingOffset,
    disputeAnsweredWithin: workingOffset,
    reporting: z
      .object({
        due: dueRule,
        windowOpens: workingOffset,
        minimumWorkingDays: z.number().int().min(0).max(10),
        acceptedSilentlyAfter: workingOffset,
        refileWithin: workingOffset,
        noChangeAtMost: z.number().int().min(0).max(36),
      })
      .strict(),
    lag: z
      .object({ behind: z.number().min(1).max(100), seriouslyBehind: z.number().min(1).max(100) })
      .strict()
      .refine(({ behind, seriouslyBehind }) => seriouslyBehind >= behind, {
        path: ['seriouslyBehind'],
        message: '严重落后的界限不能低于落后的界限',
      }),
    taskDueAt: time,
    gates: z
      .object({ taskForceReview: workingOffset, verification: workingOffset, approval: workingOffset })
      .strict(),
    extensionsAtMost: z.number().int().min(0).max(5),
    quietHours: z.object({ from: time, to: time }).strict(),
    /** Who signs the notices. */
    issuer: z.string().min(1),
    numbering: z.record(
      z.enum(['reminderLetter', 'supervisionNotice', 'circular', 'interviewNotice']),
      z.string().min(1),
    ),
    /** Who stands in for whom where a desk is vacant, in order. */
    standIns: z.partialRecord(role, z.array(role)),
    burden: burdenSchema.optional(),
    tasks: taskRules.prefault({}),
    /** 督查核实与抽查: signals, lots, time limits. */
    verification: verificationRules.prefault({}),
    cadences: cadenceRules.prefault({}),
    reportingLadder,
    /** The ladders of single tasks' matters; a matter that has none is told once and shown, as nothing more was ruled. */
    taskLadders: z.array(taskLadder).default([]),
    /** What is owed besides the reports on tasks, and the ladders of that. Nothing, as long as nothing was ruled. */
    duties: z.array(duty).default([]),
    dutyLadders: z.record(z.string(), dutyLadder).default({}),
    requests: requestRules.prefault({}),
    /** 消息: what nobody can switch off, throttles, ways and their order, calls. */
    messages: messageRules.prefault({}),
    /** 阶梯暂停: who may stop a whole ladder, and for how long. */
    ladderPauses: ladderPauseRules.prefault({}),
    /** 事件推送: how other systems are told. */
    outgoing: outgoingRules.prefault({}),
    retention: retentionRules.prefault({}),
    /** 上下级: what goes up of a task that was handed down. */
    cascade: cascadeRules.prefault({}),
    /** 产品: words in numbers, what is produced by itself, who gets it. */
    products: productRules.prefault({}),
    /** 考核: how long units may object against a preview of their scores. */
    assessments: assessmentRules.prefault({}),
    /** 公开: whether issued publications go to the public, and with how much detail. */
    publication: publicationRules.prefault({}),
  })
  .strict()
  .superRefine((policy, context) => {
    for (const { path, id } of strangeLevels(policy, policy.levels))
      context.addIssue({
        code: 'custom',
        path,
        message: `没有代号为“${id}”的级别；可用的有：${policy.levels.map((level) => level.id).join('、')}`,
      });
    for (const { path, message } of importanceIssues(policy))
      context.addIssue({ code: 'custom', path, message });
  })
  .superRefine(checkDuties)
  .superRefine(({ taskLadders }, context) => {
    taskLadders.forEach((ladder, index) => {
      if (taskLadders.findIndex(({ name }) => name === ladder.name) < index)
        context.addIssue({
          code: 'custom',
          path: ['taskLadders', index, 'name'],
          message: `阶梯名称“${ladder.name}”重复`,
        });
      const rival = taskLadders.findIndex(
        ({ trigger, gate }) => trigger === ladder.trigger && gate === ladder.gate,
      );
      if (rival < index)
        context.addIssue({
          code: 'custom',
          path: ['taskLadders', index],
          message: `“${ladder.name}”与“${taskLadders[rival]?.name ?? ''}”针对同一情形，无法确定用哪一个`,
        });
    });
  });

export type Policy = z.infer<typeof policySchema>;
export type Gate = (typeof GATES)[number];
export { DUTY_KINDS, type Duty, type DutyAcceptance, type DutyDue, type DutyKind } from './duty.schema.js';
export type {
  Ladder,
  LadderTrigger,
  Reminder,
  Rung,
  RungIssue,
  TaskLadder,
  TaskRung,
  WorkingOffset,
} from './ladder.schema.js';
export {
  TRUTH_SIGNALS,
  type DrawRules,
  type SignalRules,
  type TruthSignal,
  type VerificationRules,
} from './verification.schema.js';
export type { ProductRules } from './product.schema.js';
export type { PublicationRules } from './publication.schema.js';
export { GATES, LADDER_TRIGGERS } from './ladder.schema.js';
export { gravest, levelOf, levelsOf, type Level } from './levels.schema.js';
export { importanceOf, importancesOf, type Importance } from './importance.schema.js';
export { burdenSchema, type BurdenFigures } from './burden.schema.js';
export { CHANNEL_KINDS, type MessageRules } from './messages.schema.js';
export type { OutgoingRules } from './outgoing.schema.js';
export type { RetentionRules } from './retention.schema.js';
export {
  classOfMessage,
  CLASS_OF_KIND,
  MESSAGE_CLASSES,
  MESSAGE_CLASS_LABELS,
  type MessageClass,
} from './message-class.js';
