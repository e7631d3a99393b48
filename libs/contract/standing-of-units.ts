import { z } from 'zod';
import { civilDateSchema, idSchema, instantSchema, named, unitRefSchema } from './primitives.js';

const part = z.object({ label: z.string(), marks: z.number(), points: z.number() });

/** One unit's score in a line. */
export const unitScoreSchema = named(
  'UnitScore',
  z.object({
    unit: unitRefSchema,
    /** Nothing that is scored has come its way yet: it is not ranked. */
    empty: z.boolean(),
    /** Of those who score: shown, and not compared. */
    own: z.boolean(),
    rank: z.int().nullable(),
    total: z.number(),
    /** What it would be, had no card been taken back. */
    totalBeforeUndoing: z.number(),
    sections: z.array(part),
    deductions: z.number(),
    bonus: z.number(),
  }),
);
export type UnitScoreView = z.infer<typeof unitScoreSchema>;

/** A preview: what the record gives so far by the scheme in force. Kept and published scores are another thing. */
export const scoreSheetSchema = named(
  'ScoreSheet',
  z.object({
    scheme: z.object({ label: z.string(), version: z.int() }),
    from: civilDateSchema,
    to: civilDateSchema,
    asOf: instantSchema,
    groups: z.array(z.object({ label: z.string(), scores: z.array(unitScoreSchema) })),
  }),
);
export type ScoreSheet = z.infer<typeof scoreSheetSchema>;

/** What a point rests on: a task or a card, and the lines of the trail. */
export const scoreGroundSchema = named(
  'ScoreGround',
  z.object({
    label: z.string(),
    task: z.object({ id: idSchema, code: z.string(), title: z.string() }).nullable(),
    /** Of a share: reached or not. */
    met: z.boolean().nullable(),
    /** Of a deduction: what it costs; 0 where it was taken back. */
    points: z.number().nullable(),
    undone: z.boolean(),
    at: instantSchema,
    /** The lines of the trail: of which subject, and its how-manieth. */
    events: z.array(
      z.object({
        label: z.string(),
        at: instantSchema,
        kind: z.string(),
        id: idSchema,
        seq: z.int(),
      }),
    ),
    /** Of a card its notice. */
    noticeId: idSchema.nullable(),
    /** Of a report the sitting that it was owed in. */
    sittingId: idSchema.nullable(),
    /** It was met, and counts as not: the scheme asks for evidence, and none was handed in. */
    lacksEvidence: z.boolean(),
  }),
);
export const scoreDetailSchema = named(
  'ScoreDetail',
  z.object({
    scheme: z.object({ label: z.string(), version: z.int() }),
    asOf: instantSchema,
    group: z.string(),
    rankedUnits: z.int(),
    score: unitScoreSchema,
    sections: z.array(
      part.extend({
        items: z.array(
          part.extend({
            id: z.string(),
            share: z.object({ met: z.number(), of: z.number() }).nullable(),
            note: z.string().nullable(),
            grounds: z.array(scoreGroundSchema),
          }),
        ),
      }),
    ),
    deductions: z.array(
      z.object({
        id: z.string(),
        label: z.string(),
        points: z.number(),
        grounds: z.array(scoreGroundSchema),
      }),
    ),
    decisions: z.array(
      z.object({
        points: z.number(),
        reason: z.string(),
        evidence: z.array(z.string()),
        at: instantSchema,
      }),
    ),
  }),
);
export type ScoreDetail = z.infer<typeof scoreDetailSchema>;

export const scoreQuerySchema = z.object({
  from: civilDateSchema.optional(),
  to: civilDateSchema.optional(),
});
export const unitScoreParamsSchema = z.object({ id: idSchema, unit: idSchema });

const month = z.string().regex(/^\d{4}-(?:0[1-9]|1[0-2])$/u, '月份应写成 2024-05');
export const burdenQuerySchema = z.object({
  from: month.optional(),
  to: month.optional(),
  unit: idSchema.optional(),
});

/** What was asked of units, month by month, in demands, fields and estimated minutes. */
export const burdenViewSchema = named(
  'Burden',
  z.object({
    capMinutes: z.number(),
    /** The minutes are estimates that nobody has measured. */
    assumed: z.boolean(),
    months: z.array(
      z.object({
        month: z.string(),
        units: z.array(
          z.object({
            unit: unitRefSchema,
            demands: z.int(),
            fields: z.int(),
            minutes: z.number(),
            overCap: z.boolean(),
            made: z.array(z.object({ label: z.string(), demands: z.int(), minutes: z.number() })),
          }),
        ),
      }),
    ),
  }),
);
export type BurdenView = z.infer<typeof burdenViewSchema>;

const TAG = 'standing';
/** Routes of what units are asked for, and what the record gives them in points. */
export const STANDING_ROUTES = {
  burden: {
    method: 'get',
    path: '/api/v1/burden',
    summary: '各单位填报负担',
    tag: TAG,
    status: 200,
    query: burdenQuerySchema,
    answer: burdenViewSchema,
  },
  scores: {
    method: 'get',
    path: '/api/v1/plans/{id}/scores',
    summary: '各单位得分试算',
    tag: TAG,
    status: 200,
    params: z.object({ id: idSchema }),
    query: scoreQuerySchema,
    answer: scoreSheetSchema,
  },
  unitScore: {
    method: 'get',
    path: '/api/v1/plans/{id}/scores/{unit}',
    summary: '一个单位的得分及依据',
    tag: TAG,
    status: 200,
    params: unitScoreParamsSchema,
    query: scoreQuerySchema,
    answer: scoreDetailSchema,
  },
} as const;
