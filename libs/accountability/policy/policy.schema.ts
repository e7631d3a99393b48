import { z } from 'zod';
import { ROLES } from '../role.js';

/**
 * The rules of the house as data (domain.md: every figure marked *default*). A policy is versioned; a subject is
 * governed by the version that was in force when it began.
 */

const time = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/u, '时间应写成 HH:mm，例如 17:30');
const role = z.enum(ROLES);

/** So many working days from a start, at the same time of day or at `at`. Negative: before it. */
const workingOffset = z
  .object({ workingDays: z.number().int().min(-30).max(260), at: time.optional() })
  .strict();

const dueRule = z.discriminatedUnion('anchor', [
  z.object({ anchor: z.literal('lastWorkingDayOfPeriod'), at: time }).strict(),
  z
    .object({ anchor: z.literal('workingDayAfterPeriod'), days: z.number().int().min(1).max(60), at: time })
    .strict(),
]);

const reminder = z
  .object({
    name: z.string().min(1),
    offset: workingOffset,
    audience: z.array(role).min(1),
    message: z.string().min(1),
  })
  .strict();

/** Who puts the notice out: the system at once, or an officer who has a deadline of their own for it. */
const issue = z.union([
  z.object({ by: z.literal('system') }).strict(),
  z.object({ by: role, within: workingOffset, agreedBy: role.optional() }).strict(),
]);

const rung = z
  .object({
    name: z.string().min(1),
    label: z.string().min(1),
    colour: z.enum(['blue', 'yellow', 'red', 'interview']).nullable(),
    offset: workingOffset,
    audience: z.array(role).min(1),
    message: z.string().min(1),
    notice: z.enum(['reminderLetter', 'supervisionNotice', 'circular', 'interviewNotice']).nullable(),
    issue,
    /** The rung comes at once when so many cards of a colour have been earned within the stretch. */
    early: z
      .object({
        colour: z.enum(['blue', 'yellow', 'red']),
        count: z.number().int().min(2),
        within: z.enum(['quarter', 'year']),
      })
      .strict()
      .optional(),
    /** What the notice gives the unit to make it good; the next rung does not wait longer than its own gap. */
    answerWithin: workingOffset.optional(),
  })
  .strict();

const ladder = z
  .object({
    basis: z.string().min(1),
    reminders: z.array(reminder),
    rungs: z.array(rung).min(1),
  })
  .strict()
  .superRefine((value, context) => {
    value.rungs.forEach((current, index) => {
      const before = value.rungs[index - 1];
      if (before && current.offset.workingDays < before.offset.workingDays)
        context.addIssue({
          code: 'custom',
          path: ['rungs', index, 'offset'],
          message: `“${current.label}”不能早于“${before.label}”`,
        });
    });
    value.rungs.forEach((current, index) => {
      if (current.notice === 'supervisionNotice' && current.answerWithin === undefined)
        context.addIssue({
          code: 'custom',
          path: ['rungs', index],
          message: `“${current.label}”是督办单，须写明办理期限 answerWithin`,
        });
    });
    const names = value.rungs.map((r) => r.name);
    if (new Set(names).size !== names.length)
      context.addIssue({ code: 'custom', path: ['rungs'], message: '同一阶梯中各级名称不能重复' });
  });

export const policySchema = z
  .object({
    schema: z.literal('luoshi.policy/1'),
    id: z.string().min(1),
    version: z.number().int().min(1),
    label: z.string().min(1),
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
      .strict(),
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
    reportingLadder: ladder,
  })
  .strict();

export type WorkingOffset = z.infer<typeof workingOffset>;
export type Policy = z.infer<typeof policySchema>;
export type Ladder = z.infer<typeof ladder>;
export type RungIssue = z.infer<typeof issue>;
export type Rung = z.infer<typeof rung>;
export type Reminder = z.infer<typeof reminder>;
