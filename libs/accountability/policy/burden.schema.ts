import { z } from 'zod';

const minutes = z.number().min(0).max(6_000);

/**
 * What is asked of a unit, in minutes, and the most that may be asked of one in a month before it is warned of. Nobody has
 * measured these figures: they are there to compare, and say so (`assumed`) until a jurisdiction has its own.
 */
export const burdenSchema = z
  .object({
    minutesPerReport: z.number().min(0).max(600),
    /** To open, look over and hand in the package of a period, whatever is in it. */
    minutesPerSitting: z.number().min(0).max(600),
    partsPerMonth: z.number().min(0).max(31),
    minutesPerPart: z.number().min(0).max(600),
    /** Of the offices' duties and of one-off reports, by their kind. */
    minutesPerDuty: z
      .object({
        ledger: minutes.default(30),
        meeting: minutes.default(90),
        bulletin: minutes.default(120),
        review: minutes.default(240),
        assessment: minutes.default(480),
        requestedReport: minutes.default(20),
      })
      .strict()
      .prefault({}),
    /** To answer a supervision notice in writing. */
    minutesPerAnswer: minutes.default(60),
    minutesPerMonthCap: z.number().min(1).max(12_000),
    /** Whether the minutes are estimates that nobody has measured. */
    assumed: z.boolean().default(true),
  })
  .strict();

export type BurdenFigures = z.infer<typeof burdenSchema>;
