import { z } from 'zod';
import { time, workingOffset } from './ladder.schema.js';

/** How often what has to be done, as policy data (domain.md §4). The ten-day rhythm is `reporting`. */

/** When what a period owes is due. */
const due = z.discriminatedUnion('anchor', [
  z.object({ anchor: z.literal('lastWorkingDayOfPeriod'), at: time }).strict(),
  z
    .object({ anchor: z.literal('workingDayAfterPeriod'), days: z.number().int().min(1).max(60), at: time })
    .strict(),
  z.object({ anchor: z.literal('dayOfNextMonth'), day: z.number().int().min(1).max(31), at: time }).strict(),
]);

const rhythm = z
  .object({
    due,
    windowOpens: workingOffset,
    /** A period with fewer working days is merged into the next; so few left at the beginning, and it is skipped. */
    minimumWorkingDays: z.number().int().min(0).max(120),
  })
  .strict();

export const CADENCE_KINDS = [
  'dispatch',
  'bulletin',
  'review',
  'assessment',
  'report',
  'check',
  'drill',
  'other',
] as const;

const after = (days: number): z.input<typeof due> => ({ anchor: 'workingDayAfterPeriod', days, at: '17:30' });
const opens = (workingDays: number): z.input<typeof workingOffset> => ({ workingDays, at: '09:00' });

export const cadenceRules = z
  .object({
    /** The rhythm of a task for which nothing says any. */
    default: z.enum(['week', 'ten-day', 'month', 'quarter', 'half-year', 'year']).default('ten-day'),
    /** What a lead unit reports on; the rest (通报, 讲评, 考核) the offices owe. */
    reportedByLead: z
      .array(z.enum(CADENCE_KINDS))
      .min(1)
      .default(['dispatch', 'report', 'check', 'drill', 'other']),
    /** Who is an office, where plan or action says whose cadence it is: one of these words stands in the name. */
    offices: z
      .array(z.string().min(1))
      .default(['指挥部办公室', '指挥长', '召集人', '督查室', '绩效办', '考核办']),
    /** Whether a report filed in a finer rhythm, for the period that ends the coarser one, is the coarser report too. */
    coarserCountsWhenFinerFiled: z.boolean().default(true),
    week: rhythm.default({
      due: { anchor: 'lastWorkingDayOfPeriod', at: '17:30' },
      windowOpens: { workingDays: -2, at: '09:00' },
      minimumWorkingDays: 2,
    }),
    month: rhythm.prefault({ due: after(1), windowOpens: opens(-3), minimumWorkingDays: 5 }),
    quarter: rhythm.prefault({ due: after(3), windowOpens: opens(-5), minimumWorkingDays: 10 }),
    'half-year': rhythm.prefault({ due: after(5), windowOpens: opens(-7), minimumWorkingDays: 20 }),
    year: rhythm.prefault({ due: after(5), windowOpens: opens(-7), minimumWorkingDays: 20 }),
  })
  .strict();

export type CadenceKind = (typeof CADENCE_KINDS)[number];
