import { z } from 'zod';
import { ROLES } from '../role.js';

/** Ladders as policy data: what happens, when, to whom, while a cause is not cured (domain.md §8). */

export const time = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/u, '时间应写成 HH:mm，例如 17:30');
export const role = z.enum(ROLES);

/** So many working days from a start, at the same time of day or at `at`. Negative: before it. */
export const workingOffset = z
  .object({ workingDays: z.number().int().min(-30).max(260), at: time.optional() })
  .strict();

/** A time that is given to somebody: at least the same day's end. */
export const timeLimit = z
  .object({ workingDays: z.number().int().min(0).max(260), at: time.optional() })
  .strict();

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

const noticeKind = z.enum(['reminderLetter', 'supervisionNotice', 'circular', 'interviewNotice']);

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
    notice: noticeKind.nullable(),
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

type Offset = z.infer<typeof workingOffset>;
const isEarlier = (a: Offset, b: Offset): boolean =>
  a.workingDays < b.workingDays ||
  (a.workingDays === b.workingDays && a.at !== undefined && b.at !== undefined && a.at < b.at);

const hasDoubles = (named: readonly { name: string }[]): boolean =>
  new Set(named.map(({ name }) => name)).size !== named.length;

/** What holds of the rungs of every ladder. */
function checkRungs(rungs: readonly z.infer<typeof rung>[], context: z.RefinementCtx): void {
  rungs.forEach((current, index) => {
    const before = rungs[index - 1];
    if (before && isEarlier(current.offset, before.offset))
      context.addIssue({
        code: 'custom',
        path: ['rungs', index, 'offset'],
        message: `“${current.label}”不能早于“${before.label}”`,
      });
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
  if (hasDoubles(rungs))
    context.addIssue({ code: 'custom', path: ['rungs'], message: '同一阶梯中各级名称不能重复' });
}

export const reportingLadder = z
  .object({
    basis: z.string().min(1),
    reminders: z.array(reminder),
    rungs: z.array(rung).min(1),
  })
  .strict()
  .superRefine((value, context) => {
    checkRungs(value.rungs, context);
    // A reminder's clock goes by its name: a second one of that name would silently replace the first.
    if (hasDoubles(value.reminders))
      context.addIssue({ code: 'custom', path: ['reminders'], message: '提醒的名称不能重复' });
  });

/**
 * What can go wrong with one task, and who is then under the ladder: a unit, or one of the offices that supervise.
 * The cause begins and is cured by events of the task; what happens in between is data.
 */
export const LADDER_TRIGGERS = {
  unsigned: 'unit',
  behind: 'unit',
  pastDeadline: 'unit',
  untrue: 'unit',
  cardAnswer: 'unit',
  handover: 'unit',
  awaited: 'unit',
  disputeLate: 'office',
  gateLate: 'office',
  appealLate: 'office',
  blockageLate: 'office',
  yearTurn: 'office',
} as const satisfies Record<string, 'unit' | 'office'>;
export type LadderTrigger = keyof typeof LADDER_TRIGGERS;
export const TRIGGER_NAMES = Object.keys(LADDER_TRIGGERS) as [LadderTrigger, ...LadderTrigger[]];

export const GATES = ['taskForceReview', 'verification', 'approval'] as const;

const taskRung = rung.extend({
  /** Instead of by the clock: with the so-manieth period running in which the task is found behind. */
  afterPeriods: z.number().int().min(1).max(36).optional(),
});

/** A ladder of one task's matter: its name, what sets it off, whom it is about, and its rungs. */
export const taskLadder = z
  .object({
    name: z.string().min(1),
    /** How the ladder is named where a notice rests on it: 默认督办规则·逾期未签收阶梯. */
    basis: z.string().min(1),
    trigger: z.enum(TRIGGER_NAMES),
    /** Only for the gate of that name; left out: for every gate that has no ladder of its own. */
    gate: z.enum(GATES).optional(),
    rungs: z.array(taskRung).min(1),
  })
  .strict()
  .superRefine((value, context) => {
    checkRungs(value.rungs, context);
    const against = LADDER_TRIGGERS[value.trigger];
    value.rungs.forEach((current, index) => {
      if (against === 'office' && (current.notice !== null || current.colour !== null))
        context.addIssue({
          code: 'custom',
          path: ['rungs', index],
          message: `“${current.label}”督促的是审核（督查）环节，只提醒和上报，不发督办文书、不亮牌`,
        });
      if (current.afterPeriods !== undefined && value.trigger !== 'behind')
        context.addIssue({
          code: 'custom',
          path: ['rungs', index, 'afterPeriods'],
          message: '只有落后序时进度的阶梯可以按连续期数计',
        });
      const before = value.rungs[index - 1]?.afterPeriods;
      if (before !== undefined && (current.afterPeriods ?? 0) < before)
        context.addIssue({
          code: 'custom',
          path: ['rungs', index, 'afterPeriods'],
          message: `“${current.label}”的期数不能少于上一级`,
        });
    });
    if (value.gate !== undefined && value.trigger !== 'gateLate')
      context.addIssue({ code: 'custom', path: ['gate'], message: '只有办结审核超时的阶梯可以指定关口' });
  });

export type WorkingOffset = z.infer<typeof workingOffset>;
export type Ladder = z.infer<typeof reportingLadder>;
export type TaskLadder = z.infer<typeof taskLadder>;
export type RungIssue = z.infer<typeof issue>;
export type Rung = z.infer<typeof rung>;
export type TaskRung = z.infer<typeof taskRung>;
export type Reminder = z.infer<typeof reminder>;
