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
    /** What the card is called in the notice: 黄牌. Left out: the notice is no card. */
    card: z.string().min(1).optional(),
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

const isEarlier = (a: z.infer<typeof workingOffset>, b: z.infer<typeof workingOffset>): boolean =>
  a.workingDays < b.workingDays ||
  (a.workingDays === b.workingDays && a.at !== undefined && b.at !== undefined && a.at < b.at);

const hasDoubles = (named: readonly { name: string }[]): boolean =>
  new Set(named.map(({ name }) => name)).size !== named.length;

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
      if (before && isEarlier(current.offset, before.offset))
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
      // The office is asked again every time the stretch has gone by: one of no length would ring without end.
      if ('within' in current.issue && current.issue.within.workingDays < 1)
        context.addIssue({
          code: 'custom',
          path: ['rungs', index, 'issue', 'within'],
          message: '签发时限至少 1 个工作日',
        });
    });
    if (hasDoubles(value.rungs))
      context.addIssue({ code: 'custom', path: ['rungs'], message: '同一阶梯中各级名称不能重复' });
    // A reminder's clock goes by its name: a second one of that name would silently replace the first.
    if (hasDoubles(value.reminders))
      context.addIssue({ code: 'custom', path: ['reminders'], message: '提醒的名称不能重复' });
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
    reportingLadder: ladder,
  })
  .strict();

export type WorkingOffset = z.infer<typeof workingOffset>;
export type Policy = z.infer<typeof policySchema>;
export type Ladder = z.infer<typeof ladder>;
export type RungIssue = z.infer<typeof issue>;
export type Rung = z.infer<typeof rung>;
export type Reminder = z.infer<typeof reminder>;
