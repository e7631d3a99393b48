import { z } from 'zod';
import { COUNT_FACT_NAMES, SHARE_FACT_NAMES } from '../facts/vocabulary.js';
import { checkScheme } from './check-scheme.js';

/** A scoring scheme as data (domain.md §9): what the assessor keeps, and changes as a new version. */

const id = z
  .string()
  .regex(/^[a-z][A-Za-z0-9]{0,39}$/u, '标识须以小写字母开头，只用字母和数字，例如 tasksOnTime');
const marks = z.number().min(0).max(1000).multipleOf(0.01);
const shareFact = z.enum(SHARE_FACT_NAMES);

/** So many of so many: the marks times the share that was met. */
const share = z
  .object({ kind: z.literal('share'), of: shareFact, byWeight: z.boolean().default(false) })
  .strict();

/** Like a share, but full from `fullAt` percent on. */
const capped = z
  .object({
    kind: z.literal('capped'),
    of: shareFact,
    byWeight: z.boolean().default(false),
    fullAt: z.number().min(1).max(100),
  })
  .strict();

/** Steps: the marks of the highest band whose percentage is reached, 0 under the lowest. */
const banded = z
  .object({
    kind: z.literal('banded'),
    of: shareFact,
    byWeight: z.boolean().default(false),
    bands: z.array(z.object({ from: z.number().min(0).max(100), marks }).strict()).min(1),
  })
  .strict();

/** Full, and so much off for each one; never under 0. */
const perItem = z
  .object({
    kind: z.literal('perItem'),
    of: z.enum(COUNT_FACT_NAMES),
    /** Of cards: only those of this level. */
    level: z.string().min(1).optional(),
    each: marks,
  })
  .strict();

/** As the assessor decided, with a reason; nothing decided counts as nothing to score. */
const decided = z.object({ kind: z.literal('decided') }).strict();

const item = z
  .object({
    id,
    label: z.string().min(1),
    marks,
    formula: z.discriminatedUnion('kind', [share, capped, banded, perItem, decided]),
    /**
     * Where a unit has no case to score: its marks go to the section's other items (`spread`), are given (`full`), or
     * are not (`none`).
     */
    ifNothing: z.enum(['spread', 'full', 'none']).default('spread'),
    /**
     * Of a share: a case counts as met only where the unit has handed in evidence for the task. Of what the assessor
     * decides: nothing is decided without naming what it rests on.
     */
    evidence: z.literal('required').optional(),
  })
  .strict();

const section = z.object({ id, label: z.string().min(1), marks, items: z.array(item).min(1) }).strict();

/** Points off the sum of the sections, for each one. */
const deduction = z
  .object({
    id,
    label: z.string().min(1),
    of: z.enum(COUNT_FACT_NAMES),
    level: z.string().min(1).optional(),
    each: marks,
    /** The most that it can cost; left out: no limit but 0 points. */
    atMost: marks.optional(),
  })
  .strict();

/** Units that may be compared with each other: the first group that a unit fits is its own. */
const group = z
  .object({
    id,
    label: z.string().min(1),
    /** Kinds of the unit directory. */
    kinds: z.array(z.string().min(1)).default([]),
    /** Units by name, whatever their kind. */
    units: z.array(z.string().min(1)).default([]),
  })
  .strict();

export const schemeSchema = z
  .object({
    schema: z.literal('luoshi.scoring/1'),
    id: z.string().min(1),
    version: z.number().int().min(1),
    label: z.string().min(1),
    sections: z.array(section).min(1),
    deductions: z.array(deduction).default([]),
    /** What the assessor may add for practice taken up elsewhere; each with a reason. */
    bonus: z
      .object({ atMost: marks, label: z.string().min(1), evidence: z.literal('required').optional() })
      .strict()
      .nullable()
      .default(null),
    /** Weights of tasks by their code, for what is scored by weight; a task that is not named weighs 1. */
    weights: z.record(z.string(), z.number().min(0.01).max(100)).default({}),
    groups: z.array(group).default([]),
    /** Nobody scores their own unit: it stands outside the ranking, or in it with a mark. */
    ownUnit: z.enum(['exclude', 'mark']).default('exclude'),
  })
  .strict()
  .superRefine(checkScheme);

export type Scheme = z.infer<typeof schemeSchema>;
export type SchemeSection = Scheme['sections'][number];
export type SchemeItem = SchemeSection['items'][number];
export type Formula = SchemeItem['formula'];
export type SchemeDeduction = Scheme['deductions'][number];
export type ComparabilityGroup = Scheme['groups'][number];
