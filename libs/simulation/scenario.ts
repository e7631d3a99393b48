import { z } from 'zod';
import { readDataFile, type DataFileResult } from '#data-file';

const date = z.string().regex(/^\d{4}-\d{2}-\d{2}$/u, '日期应写成 2024-04-16');
const percent = z.number().min(0).max(100);
const unit = z.string().min(1);

/** How the people of a plan behave on a virtual clock. Units by their codes, tasks by theirs. */
const scenarioSchema = z
  .object({
    schema: z.literal('luoshi.scenario/1'),
    name: z.string().min(1),
    label: z.string().min(1),
    plan: z.string().min(1),
    dispatchAt: z.string().regex(/^\d{2}:\d{2}$/u),
    /** On this day the office gives each task without a lead to the unit listed first. Left out: they stay as they are. */
    assignFirstListedOn: date.optional(),
    signing: z
      .object({ late: z.record(unit, z.number().int().min(1)).default({}) })
      .strict()
      .default({ late: {} }),
    disputes: z
      .array(
        z
          .object({
            task: z.string(),
            unit,
            on: date,
            reason: z.string().min(1),
            decision: z.enum(['insist']),
            decidedOn: date,
          })
          .strict(),
      )
      .default([]),
    filing: z
      .object({
        late: z
          .array(
            z.object({ unit, periods: z.array(z.string()).min(1), days: z.number().int().min(1) }).strict(),
          )
          .default([]),
        /** Files nothing that falls due in this stretch, and makes good on its last day where there is one. */
        silent: z.array(z.object({ unit, from: date, until: date.optional() }).strict()).default([]),
        noChangePercent: percent.default(0),
        behind: z.record(z.string(), z.number().min(0).max(100)).default({}),
      })
      .strict(),
    /** What is owed besides the reports: the share that is seen to too late, and by how many working days. */
    duties: z
      .object({ latePercent: percent.default(0), lateDays: z.number().int().min(1).default(1) })
      .strict()
      .prefault({}),
    /** On this day the lead unit of the task asks its first supporting unit for its part. */
    parts: z.array(z.object({ task: z.string(), on: date }).strict()).default([]),
    office: z.object({ reviewsPercent: percent, returnsPercent: percent }).strict(),
    supervision: z
      .object({ issuesAfterHours: z.number().min(0), agreesAfterHours: z.number().min(0) })
      .strict(),
    liaisons: z.array(z.object({ unit, leavesOn: date, successorOn: date }).strict()).default([]),
    /** What units ask others to help with while a period of these days is reported on. */
    help: z
      .array(z.object({ task: z.string(), from: date, until: date, words: z.string().min(1) }).strict())
      .default([]),
    /** Whether reports give the readings of indicators: as far towards the target as the progress says (`readingAt`). */
    readings: z.boolean().default(false),
    /** On these days the supervision office draws reports by lot, and finds so many working days later what it finds. */
    verification: z
      .object({
        drawsOn: z.array(date).min(1),
        count: z.number().int().min(1),
        foundAfterDays: z.number().int().min(0),
        untruePercent: percent,
        partlyTruePercent: percent,
        /** Of those not found true: how many are corrected the working day after. */
        correctedPercent: percent,
      })
      .strict()
      .optional(),
    closing: z.object({ from: date, percent }).strict().optional(),
  })
  .strict();

export type Scenario = z.output<typeof scenarioSchema>;

export const parseScenario = (text: string): DataFileResult<Scenario> => readDataFile(scenarioSchema, text);
