import { z } from 'zod';
import { timeLimit } from './ladder.schema.js';

/**
 * Truth checks and the draw (domain.md §11) as policy data: what a signal is, how many lots it adds, how many are
 * drawn, and what time everybody has. All of it is published: whoever is drawn can be told why.
 */

/** What can speak against a report, by name; what each means stands in libs/truth. */
export const TRUTH_SIGNALS = [
  'indicatorGap',
  'milestoneGap',
  'partsGap',
  'earlierFinding',
  'repeatedText',
  'jumpBeforeDue',
  'exactlyExpected',
  'indicatorStill',
  'noChangeRun',
  'closureAfterLag',
] as const;
export type TruthSignal = (typeof TRUTH_SIGNALS)[number];

const points = z.number().min(0).max(100);
const share = z.number().min(0).max(1);

/** From where a figure speaks, and where it speaks as loudly as it can: a score of 0 and of 1, straight between. */
const ramp = z
  .object({ from: points, full: points })
  .strict()
  .refine(({ from, full }) => full > from, { path: ['full'], message: '满分界限须高于起算界限' });

const signalRules = z
  .object({
    /** Points by which the reported progress is above what indicators, milestones or parts show. */
    gap: ramp.prefault({ from: 10, full: 40 }),
    /** Likeness of two texts, 0 to 1, from which they count as repeated. */
    similarFrom: z.number().min(0.5).max(0.99).default(0.8),
    /** Shorter texts are alike by nature. */
    textFrom: z.number().int().min(4).max(200).default(12),
    /** Points gained in one period, and how near before the due time they were filed. */
    jump: ramp.prefault({ from: 10, full: 30 }),
    lastHours: z.number().min(0.5).max(72).default(4),
    /** Reported within so many points of what was expected. */
    exactWithin: z.number().min(0).max(5).default(0.5),
    /** Once is chance: so many running speak as loudly as it can be. */
    exactRun: z.number().int().min(2).max(36).default(3),
    /** Points gained while an indicator's reading stood still. */
    still: ramp.prefault({ from: 10, full: 40 }),
    noChangeRun: z.number().int().min(2).max(36).default(3),
    /** Points of lag with which the closure was asked for, and within how many days after them. */
    closureLag: ramp.prefault({ from: 5, full: 30 }),
    closureDays: z.number().int().min(1).max(365).default(30),
    /** For how long a finding is remembered. */
    findingDays: z.number().int().min(1).max(3650).default(365),
  })
  .strict();

const drawRules = z
  .object({
    /** Everybody's lots, and the bounds that no signal can push anybody over. */
    baseLots: z.number().int().min(1).max(1000).default(10),
    fewestLots: z.number().int().min(1).max(1000).default(10),
    mostLots: z.number().int().min(1).max(1000).default(60),
    /** Lots that each signal adds at its full score; one that is not named adds none. */
    lots: z.partialRecord(z.enum(TRUTH_SIGNALS), z.number().int().min(0).max(1000)).default({
      indicatorGap: 20,
      milestoneGap: 15,
      partsGap: 15,
      earlierFinding: 15,
      repeatedText: 8,
      jumpBeforeDue: 8,
      exactlyExpected: 8,
      indicatorStill: 12,
      noChangeRun: 6,
      closureAfterLag: 12,
    }),
    /** How many are drawn, unless the office says another number. */
    count: z.number().int().min(1).max(200).default(5),
    /** Never more than this share of all: nobody is drawn for certain by the size of the draw. */
    shareAtMost: share.default(0.5),
    /** Drawn for certain, by rule: who has a signal of at least this score. Empty: nobody. */
    certain: z
      .array(z.object({ signal: z.enum(TRUTH_SIGNALS), from: z.number().min(0.01).max(1) }).strict())
      .default([]),
    /** Whether a second person has to type in public randomness after the population is frozen. */
    publicRandomness: z.enum(['required', 'optional']).default('optional'),
  })
  .strict()
  .refine(({ fewestLots, baseLots, mostLots }) => fewestLots <= baseLots && baseLots <= mostLots, {
    path: ['baseLots'],
    message: '基本签数须在最少签数和最多签数之间',
  });

export const verificationRules = z
  .object({
    signals: signalRules.prefault({}),
    draw: drawRules.prefault({}),
    /** Within which the supervision office finds out. */
    within: timeLimit.default({ workingDays: 10, at: '17:30' }),
    /** Within which a unit corrects a figure that was found not to be so. */
    correctedWithin: timeLimit.default({ workingDays: 2, at: '17:30' }),
  })
  .strict();

export type VerificationRules = z.infer<typeof verificationRules>;
export type SignalRules = VerificationRules['signals'];
export type DrawRules = VerificationRules['draw'];
