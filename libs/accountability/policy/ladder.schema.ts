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
    /** The level that it leads to, one of the policy's `levels`; null: told, and nothing shown. */
    colour: z.string().min(1).nullable(),
    /** What the card is called in the notice: 黄牌. Left out: the notice is no card. */
    card: z.string().min(1).optional(),
    offset: workingOffset,
    audience: z.array(role).min(1),
    message: z.string().min(1),
    notice: noticeKind.nullable(),
    issue,
    /**
     * The rung comes at once when the unit has earned so many cards of a level within the stretch: from all its lines
     * and tasks in the plan, those that were rescinded not counted.
     */
    early: z
      .object({
        colour: z.string().min(1),
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
  unreported: 'unit',
  handover: 'unit',
  awaited: 'unit',
  correctionLate: 'unit',
  disputeLate: 'office',
  gateLate: 'office',
  appealLate: 'office',
  verificationLate: 'office',
  blockageLate: 'office',
  yearTurn: 'office',
} as const satisfies Record<string, 'unit' | 'office'>;
export type LadderTrigger = keyof typeof LADDER_TRIGGERS;
export const TRIGGER_NAMES = Object.keys(LADDER_TRIGGERS) as [LadderTrigger, ...LadderTrigger[]];

export const GATES = ['taskForceReview', 'verification', 'approval'] as const;

const taskRung = rung.extend({
  /** Instead of by the clock: with the so-manieth period running in which the task is found behind. */
  afterPeriods: z.number().int().min(1).max(36).optional(),
  /** Of being behind: it waits until the unit is more points behind than this. */
  lagOver: z.number().min(0).max(100).optional(),
  /** Of being behind: it is for lags up to this one, and passed over where the unit is further behind. */
  lagAtMost: z.number().min(0).max(100).optional(),
});

/** The rung at which a climb begins leads to a level, and comes no sooner than what stands before it. */
function checkStart(
  {
    startAt = {},
    rungs,
  }: { startAt?: Record<string, string> | undefined; rungs: z.infer<typeof taskRung>[] },
  context: z.RefinementCtx,
): void {
  for (const [importance, name] of Object.entries(startAt)) {
    const rung = rungs.find((one) => one.name === name);
    if (rung?.colour == null)
      context.addIssue({
        code: 'custom',
        path: ['startAt', importance],
        message: rung ? `“${rung.label}”没有级别，不能作为起始级` : `没有名为“${name}”的一级`,
      });
  }
}

function checkLag(
  { lagOver, lagAtMost, label }: z.infer<typeof taskRung>,
  index: number,
  trigger: LadderTrigger,
  context: z.RefinementCtx,
): void {
  const complain = (key: string, message: string): void =>
    context.addIssue({ code: 'custom', path: ['rungs', index, key], message });
  const key = lagOver === undefined ? 'lagAtMost' : 'lagOver';
  if ((lagOver ?? lagAtMost) !== undefined && trigger !== 'behind')
    complain(key, '只有落后序时进度的阶梯可以按落后百分点分级');
  if (lagOver !== undefined && lagAtMost !== undefined && lagAtMost <= lagOver)
    complain('lagAtMost', `“${label}”的落后上限应大于下限`);
}

/** A ladder of one task's matter: its name, what sets it off, whom it is about, and its rungs. */
export const taskLadder = z
  .object({
    name: z.string().min(1),
    /** How the ladder is named where a notice rests on it: 默认督办规则·逾期未签收阶梯. */
    basis: z.string().min(1),
    trigger: z.enum(TRIGGER_NAMES),
    /** Only for the gate of that name; left out: for every gate that has no ladder of its own. */
    gate: z.enum(GATES).optional(),
    /**
     * Where a climb begins by the importance of its task: the rung of that name takes the place of the first one that
     * leads to a level, those between are left out, and what follows keeps its gap to it.
     */
    startAt: z.record(z.string(), z.string()).optional(),
    /** Whether what several tasks of a unit come to at one moment is one notice that lists them, or one for each matter (left out). */
    notices: z.enum(['perUnit', 'perMatter']).optional(),
    rungs: z.array(taskRung).min(1),
  })
  .strict()
  .superRefine((value, context) => {
    checkRungs(value.rungs, context);
    checkStart(value, context);
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
      checkLag(current, index, value.trigger, context);
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
