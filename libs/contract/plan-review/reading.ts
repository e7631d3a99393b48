import { z } from 'zod';
import { civilDateSchema, idSchema, named, unitRefSchema } from '../primitives.js';

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
