import { z } from 'zod';
import { TRUTH_SIGNALS } from '#accountability';

/** The record of a draw as it is exported: all that is needed to repeat it, and nothing of it is secret any more. */

const instant = z.iso.datetime({ precision: 3 });
const hash = z.string().regex(/^[0-9a-f]{64}$/u, '应为 64 位十六进制数');
const whole = z.number().int();

const signal = z
  .object({
    name: z.enum(TRUTH_SIGNALS),
    /** 0 to 1, in steps of 0.001. */
    score: z.number().min(0).max(1),
    says: z.string(),
    evidence: z.array(
      z
        .object({
          kind: z.enum(['report', 'event', 'verification', 'part', 'milestone']),
          id: z.string(),
          seq: whole.optional(),
        })
        .strict(),
    ),
  })
  .strict();

const entry = z
  .object({
    /** `A1-03/education`: the task’s number and the unit’s code. */
    key: z.string().min(1),
    taskId: z.string(),
    code: z.string(),
    title: z.string(),
    unitId: z.string(),
    unit: z.string(),
    reportId: z.string(),
    period: z.string(),
    progress: z.number(),
    expected: z.number().nullable(),
    lots: whole.min(1),
    signals: z.array(signal),
  })
  .strict();

const drawn = z
  .object({
    /** 1: drawn first. */
    order: whole.min(1),
    key: z.string(),
    /** `rule`: for certain, as the rules say; `lot`: by lot. */
    because: z.enum(['rule', 'lot']),
    lot: whole.min(1),
    number: hash,
  })
  .strict();

export const drawRecordSchema = z
  .object({
    schema: z.literal('luoshi.draw/1'),
    id: z.string().min(1),
    plan: z.object({ code: z.string(), title: z.string() }).strict(),
    policy: z.object({ id: z.string(), version: whole }).strict(),
    rules: z
      .object({
        baseLots: whole,
        fewestLots: whole,
        mostLots: whole,
        lots: z.partialRecord(z.enum(TRUTH_SIGNALS), whole),
        shareAtMost: z.number(),
        certain: z.array(z.object({ signal: z.enum(TRUTH_SIGNALS), from: z.number() }).strict()),
        publicRandomness: z.enum(['required', 'optional']),
      })
      .strict(),
    /** How many were to be drawn by lot. */
    count: whole.min(1),
    commitment: z.object({ hash, at: instant, by: z.string().nullable() }).strict(),
    population: z
      .object({ hash, frozenAt: instant, by: z.string().nullable(), entries: z.array(entry).min(2) })
      .strict(),
    randomness: z
      .object({ text: z.string().min(1), source: z.string(), at: instant, by: z.string().nullable() })
      .strict()
      .nullable(),
    seed: z.object({ secret: hash, seed: hash, at: instant, by: z.string().nullable() }).strict(),
    drawn: z.array(drawn),
    hash,
  })
  .strict();

export type DrawRecord = z.infer<typeof drawRecordSchema>;
export type DrawEntry = z.infer<typeof entry>;
export type Drawn = z.infer<typeof drawn>;
