import { z } from 'zod';
import {
  civilDateSchema,
  idSchema,
  instantSchema,
  named,
  personRefSchema,
  unitRefSchema,
} from '../primitives.js';

/** Code points of the document's text, `end` not included; for a table the sheet and its row as printed. */
export const readingSpanSchema = named(
  'ReadingSpan',
  z.union([
    z.object({ start: z.int().nonnegative(), end: z.int().nonnegative() }),
    z.object({ sheet: z.string(), row: z.int().positive() }),
  ]),
);
export type ReadingSpan = z.infer<typeof readingSpanSchema>;

/**
 * Where a field was read and how sure it is. `path` is a JSON pointer into the task (`/lead/0`); `confidence` 1 means
 * as printed; `reason` says in words what was inferred, null where nothing was.
 */
export const evidenceSchema = named(
  'Evidence',
  z.object({
    path: z.string(),
    span: readingSpanSchema,
    confidence: z.number().min(0).max(1),
    rule: z.string().nullable(),
    reason: z.string().nullable(),
  }),
);
export type EvidenceView = z.infer<typeof evidenceSchema>;

/** Something a person should look at. `error` keeps the plan from being dispatched, `advice` does not. */
export const findingSchema = named(
  'PlanFinding',
  z.object({
    code: z.string(),
    severity: z.enum(['error', 'advice']),
    message: z.string(),
    /** Null: about the plan as a whole. */
    draftTaskId: idSchema.nullable(),
    span: readingSpanSchema.nullable(),
  }),
);
export type FindingView = z.infer<typeof findingSchema>;

/** A unit that the directory holds and that a printed name may mean; `score` 0 to 1. */
export const unitSuggestionSchema = named(
  'UnitSuggestion',
  z.object({ unit: unitRefSchema, score: z.number().min(0).max(1), reason: z.string() }),
);
export type UnitSuggestionView = z.infer<typeof unitSuggestionSchema>;

/** A unit as the text prints it; `unit` null: in no directory yet, then `suggestions` may help. */
export const readUnitSchema = named(
  'ReadUnit',
  z.object({
    printed: z.string(),
    canonical: z.string(),
    unit: unitRefSchema.nullable(),
    /** The desks of the unit that are meant. */
    desks: z.array(z.string()),
    group: z.boolean(),
    suggestions: z.array(unitSuggestionSchema),
  }),
);
export type ReadUnitView = z.infer<typeof readUnitSchema>;

export const readIndicatorSchema = named(
  'ReadIndicator',
  z.object({
    name: z.string().trim().min(1).max(60),
    comparator: z.enum(['>=', '<=', '=', '~', '+', '>', '<', 'range']),
    value: z.number(),
    upper: z.number().optional(),
    unit: z.string().max(20),
    per: z.enum(['year', 'half-year', 'quarter', 'month', 'week', 'day']).optional(),
  }),
);
export type ReadIndicator = z.infer<typeof readIndicatorSchema>;

export const readDeadlineSchema = named(
  'ReadDeadline',
  z.object({ date: civilDateSchema, raw: z.string().max(60), inferred: z.boolean() }),
);
export type ReadDeadline = z.infer<typeof readDeadlineSchema>;

export const readCadenceSchema = named(
  'ReadCadence',
  z.object({ kind: z.string().max(40), every: z.string().max(20), label: z.string() }),
);
export type ReadCadence = z.infer<typeof readCadenceSchema>;

const namedCadence = z.strictObject({ kind: z.string().max(40), every: z.string().max(20) });

/** A cadence of the task's own takes the place of one that it inherits from plan or action. */
export const cadenceReplacementSchema = named(
  'CadenceReplacement',
  z.strictObject({
    own: namedCadence,
    inherited: namedCadence.extend({ origin: z.enum(['plan', 'action']) }),
    reason: z.string().trim().min(2, '请写明代替的理由').max(200),
  }),
);
export type CadenceReplacementInput = z.infer<typeof cadenceReplacementSchema>;

/** A cadence that holds for a task, or would: where it comes from, whose it is, what replaced it. */
export const effectiveCadenceSchema = named(
  'EffectiveCadence',
  readCadenceSchema.extend({
    origin: z.enum(['plan', 'action', 'task']),
    originLabel: z.string(),
    /** `leadUnit`: the lead unit reports in this rhythm; `office`: an office writes it; `nobody`: there are no periods. */
    duty: z.enum(['leadUnit', 'office', 'nobody']),
    dutyLabel: z.string(),
    /** Whose it is, as printed; empty where nobody is named. */
    by: z.string(),
    /** Where it is printed; null where a person said it. */
    span: readingSpanSchema.nullable(),
    replacedBy: z
      .object({
        label: z.string(),
        reason: z.string(),
        by: personRefSchema.nullable(),
        at: instantSchema.nullable(),
      })
      .nullable(),
  }),
);
export type EffectiveCadenceView = z.infer<typeof effectiveCadenceSchema>;
