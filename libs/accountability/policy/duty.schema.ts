import { z } from 'zod';
import { dueRuleSchema } from '#calendar';
import { reportingLadder, role, time, timeLimit, workingOffset } from './ladder.schema.js';

/**
 * What else is owed in a plan's rhythm besides a lead unit's report on its tasks (domain.md §4, §7, §9): a task
 * force's ledger, a convener's monthly meeting, the bulletin, the review, the assessment, a supporting unit's part.
 * Who owes it, what it is about, by when, who accepts it and what silence sets off are data.
 */

export const DUTY_KINDS = ['ledger', 'meeting', 'bulletin', 'review', 'assessment', 'part'] as const;
export type DutyKind = (typeof DUTY_KINDS)[number];

/** Who can owe a duty, and who can accept one: those whom the statechart lets. */
export const DUTY_OWNERS = [
  'taskForceOffice',
  'taskForceConvener',
  'headquartersOffice',
  'assessor',
  'supervisor',
  'supportUnitLiaison',
] as const;
export const DUTY_JUDGES = [
  'taskForceOffice',
  'taskForceConvener',
  'headquartersOffice',
  'deputyCommander',
  'commander',
  'supervisor',
] as const;
const OF_ACTIONS: readonly string[] = ['taskForceOffice', 'taskForceConvener'];

const cadence = z.enum(['week', 'ten-day', 'month', 'quarter', 'half-year', 'year']);

/** So many working days before the report that it is a part of is due. */
const beforeTheWhole = z
  .object({ anchor: z.literal('beforeTheWhole'), workingDays: z.number().int().min(0).max(30), at: time })
  .strict();

/** Who judges what was filed, and after which silence it counts as accepted. */
const acceptance = z
  .object({
    by: z.union([z.array(z.enum(DUTY_JUDGES)).min(1), z.literal('askingUnit')]),
    silentlyAfter: timeLimit,
    refileWithin: timeLimit,
  })
  .strict();

export const duty = z
  .object({
    name: z.string().regex(/^[a-z][A-Za-z0-9]*$/u, '职责名称须为英文标识，例如 monthlyBulletin'),
    label: z.string().min(1),
    kind: z.enum(DUTY_KINDS),
    every: cadence,
    owedBy: z.enum(DUTY_OWNERS),
    about: z.enum(['task', 'action', 'plan']),
    due: z.union([dueRuleSchema, beforeTheWhole]),
    /** When filing opens: so long before it is due, or with the period itself. */
    windowOpens: z.union([workingOffset, z.literal('periodStart')]),
    /** A period with fewer working days joins the next one; a first one with fewer left is skipped. */
    minimumWorkingDays: z.number().int().min(0).max(30).default(0),
    /** Null: it stands as soon as it is filed. */
    acceptance: acceptance.nullable(),
    ladder: z.string().min(1),
  })
  .strict()
  .superRefine((value, context) => {
    if ((value.kind === 'part') !== (value.about === 'task'))
      context.addIssue({
        code: 'custom',
        path: ['about'],
        message: '只有配合单位的材料（part）针对任务，也只能针对任务',
      });
    if ((value.kind === 'part') !== (value.owedBy === 'supportUnitLiaison'))
      context.addIssue({
        code: 'custom',
        path: ['owedBy'],
        message: '配合材料由配合单位联络员（supportUnitLiaison）提供，也只有它由其提供',
      });
    if (value.about === 'plan' && OF_ACTIONS.includes(value.owedBy))
      context.addIssue({
        code: 'custom',
        path: ['about'],
        message: '专班的岗位只对本行动负责：about 须为 action',
      });
    if (value.due.anchor === 'beforeTheWhole' && value.kind !== 'part')
      context.addIssue({
        code: 'custom',
        path: ['due'],
        message: '只有配合单位的材料可以按“整体填报之前”计',
      });
    if (value.acceptance?.by === 'askingUnit' && value.kind !== 'part')
      context.addIssue({
        code: 'custom',
        path: ['acceptance', 'by'],
        message: '只有配合单位的材料由提出要求的单位接收',
      });
  });

/** The ladder of a duty: it reminds and goes up the office's own line; it draws no notice and shows no card. */
export const dutyLadder = reportingLadder.superRefine((ladder, context) => {
  ladder.rungs.forEach((rung, index) => {
    if (rung.notice !== null || rung.colour !== null || rung.issue.by !== 'system')
      context.addIssue({
        code: 'custom',
        path: ['rungs', index],
        message: `“${rung.label}”督促的是调度、通报等职责，只提醒和上报，不发督办文书、不亮牌`,
      });
  });
});

/** One-off reports that are asked for besides the plan's rhythm. */
export const requestRules = z
  .object({
    /** With less notice than this an approver has to be named. */
    noticeHours: z.number().min(0).max(80).default(4),
    /** Who may approve a shorter one; never who asks. */
    approvedBy: z.array(role).min(1).default(['headquartersOffice', 'deputyCommander', 'commander']),
    /** When the unit is reminded, in working hours before it is due. */
    remindHoursBefore: z.number().min(0).max(80).default(2),
    /** How long after it was due it is missed. */
    missedAfter: timeLimit.default({ workingDays: 2, at: '17:30' }),
  })
  .strict();

interface Named {
  duties: readonly Duty[];
  dutyLadders: Readonly<Record<string, unknown>>;
}

/** What holds of all duties of a policy together. */
export function checkDuties({ duties, dutyLadders }: Named, context: z.RefinementCtx): void {
  duties.forEach(({ name, ladder, kind }, index) => {
    if (name === 'taskReport' || duties.findIndex((other) => other.name === name) < index)
      context.addIssue({ code: 'custom', path: ['duties', index, 'name'], message: `职责名称“${name}”重复` });
    if (kind === 'part' && duties.findIndex((other) => other.kind === 'part') < index)
      context.addIssue({
        code: 'custom',
        path: ['duties', index, 'kind'],
        message: '配合材料的规则只能有一条',
      });
    if (!(ladder in dutyLadders))
      context.addIssue({
        code: 'custom',
        path: ['duties', index, 'ladder'],
        message: `没有名为“${ladder}”的阶梯；请在 dutyLadders 中写明`,
      });
  });
}

export type Duty = z.infer<typeof duty>;
export type DutyAcceptance = z.infer<typeof acceptance>;
export type DutyDue = Duty['due'];
