import { z } from 'zod';

/**
 * 公开: whether an issued publication (公示) goes to the public, and with how much detail. Nothing is public where nothing was
 * ruled. What the rules allow is decided when the publication is issued and frozen with it: a later policy changes no release.
 */
export const publicationRules = z
  .object({
    /** Whether an issued publication is released to everybody, without sign-in. */
    enabled: z.boolean().default(false),
    /** Lead units are named. */
    units: z.boolean().default(true),
    /** Tasks are named, not only numbered. */
    titles: z.boolean().default(true),
    /** Whether what was verified keeps up with the schedule (序时进度). */
    schedule: z.boolean().default(false),
    /** The progress that was verified, in percent. */
    progress: z.boolean().default(false),
    /** Indicators of verified tasks: targets, and the readings of the reports that were verified. */
    indicators: z.boolean().default(false),
    /** How many tasks were closed and verified at the end of each ten-day period of the month. */
    tenDays: z.boolean().default(false),
    /** Also tasks that are not of the published plan: instructions and requests that became tasks. */
    addedTasks: z.boolean().default(false),
    /** Under which terms the data may be used, in words, and where those terms stand. */
    licence: z.string().trim().min(1).max(200).default('可自由复制、传播和使用，使用时请注明来源'),
    licenceUrl: z
      .url({ protocol: /^https?$/u })
      .nullable()
      .default(null),
    /** How citizens reach the office that published: a telephone number of the office, an address; never a person's. */
    contact: z.string().trim().min(1).max(200).nullable().default(null),
  })
  .strict();

export type PublicationRules = z.infer<typeof publicationRules>;
