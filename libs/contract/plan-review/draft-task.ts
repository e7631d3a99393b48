import { z } from 'zod';
import {
  idSchema,
  instantSchema,
  labelledSchema,
  named,
  personRefSchema,
  versionSchema,
  wordsSchema,
} from '../primitives.js';
import {
  cadenceReplacementSchema,
  effectiveCadenceSchema,
  evidenceSchema,
  readCadenceSchema,
  readDeadlineSchema,
  readIndicatorSchema,
  readingSpanSchema,
  readUnitSchema,
} from './reading.js';

/** proposed: as read, or corrected and not yet confirmed. */
export const DRAFT_TASK_STATES = ['proposed', 'confirmed', 'dropped'] as const;
export type DraftTaskState = (typeof DRAFT_TASK_STATES)[number];
export const DRAFT_TASK_STATE_LABELS: Record<DraftTaskState, string> = {
  proposed: '待确认',
  confirmed: '已确认',
  dropped: '不列为任务',
};

export const subItemSchema = named(
  'SubItem',
  z.object({ number: z.string().max(20), text: z.string().max(2000) }),
);

/** A task as the document was understood and persons corrected it; `version` is its ETag. */
export const draftTaskSchema = named(
  'DraftTask',
  z.object({
    id: idSchema,
    version: versionSchema,
    state: z.enum(DRAFT_TASK_STATES),
    stateLabel: z.string(),
    /** Its place in the order of the tasks, from 1. */
    position: z.int().positive(),
    /** Identity within the plan: A2-03. */
    code: z.string(),
    actionCode: z.string(),
    section: z.string(),
    number: z.string(),
    title: z.string().nullable(),
    /** The text prints no heading: the title is a short label of our own. */
    titleIsLabel: z.boolean(),
    text: z.string(),
    span: readingSpanSchema,
    lead: z.array(readUnitSchema),
    support: z.array(readUnitSchema),
    leadIsInferred: z.boolean(),
    openEnded: z.boolean(),
    needsAssignment: z.boolean(),
    deadlines: z.array(readDeadlineSchema),
    ongoing: z.boolean(),
    cadences: z.array(readCadenceSchema),
    /** Where a cadence of its own takes the place of an inherited one. */
    replacements: z.array(cadenceReplacementSchema),
    /** How often, all in all: inherited ones, its own, and those that were replaced. */
    effectiveCadences: z.array(effectiveCadenceSchema),
    /** The rhythms in which its lead unit will report, the finest first. */
    reportsEvery: z.array(labelledSchema),
    indicators: z.array(readIndicatorSchema),
    subItems: z.array(subItemSchema),
    people: z.array(z.object({ name: z.string(), role: z.string() })),
    evidence: z.array(evidenceSchema),
    /** Places that a person should look at, the most doubtful first; confirming the task answers them. */
    doubts: z.array(
      z.object({
        code: z.string(),
        message: z.string(),
        path: z.string(),
        span: readingSpanSchema,
        confidence: z.number().min(0).max(1),
      }),
    ),
    dropReason: z.string().nullable(),
    /** Fields that a person has changed. */
    corrected: z.array(z.string()),
    /** Codes of the tasks as read that it came from: two after a merge, none for one added by hand. */
    origin: z.array(z.string()),
    changedBy: personRefSchema.nullable(),
    changedAt: instantSchema.nullable(),
  }),
);
export type DraftTask = z.infer<typeof draftTaskSchema>;

/** A unit as a person gives it: one of the directory, or a printed name that is still to be matched. */
export const unitChoiceSchema = z.strictObject({
  printed: z.string().trim().min(2).max(60),
  unitId: idSchema.optional(),
});

/** What a person may correct of a task; what is left out stays. Confirming is a step of its own. */
export const correctDraftTaskSchema = named(
  'CorrectDraftTask',
  z.strictObject({
    title: z.string().trim().min(2).max(120).optional(),
    actionCode: z.string().max(20).optional(),
    section: z.string().max(200).optional(),
    number: z.string().max(20).optional(),
    lead: z.array(unitChoiceSchema).max(50).optional(),
    support: z.array(unitChoiceSchema).max(200).optional(),
    deadlines: z.array(readDeadlineSchema).max(20).optional(),
    ongoing: z.boolean().optional(),
    cadences: z
      .array(z.strictObject({ kind: z.string().max(40), every: z.string().max(20) }))
      .max(20)
      .optional(),
    replacements: z.array(cadenceReplacementSchema).max(40).optional(),
    indicators: z.array(readIndicatorSchema).max(50).optional(),
    subItems: z.array(subItemSchema).max(100).optional(),
    /** Where the task's words stand in the text. */
    span: readingSpanSchema.optional(),
  }),
);
export type CorrectDraftTask = z.infer<typeof correctDraftTaskSchema>;

/** What a person may do with one task of a review. */
export const draftTaskActSchema = named(
  'DraftTaskAct',
  z.discriminatedUnion('type', [
    z.strictObject({ type: z.literal('confirm') }),
    /** Takes a confirmation back. */
    z.strictObject({ type: z.literal('doubt') }),
    z.strictObject({ type: z.literal('drop'), reason: wordsSchema }),
    z.strictObject({ type: z.literal('restore') }),
    /** Cuts the task's text at offsets (code points of the document); each part is read anew. */
    z.strictObject({ type: z.literal('split'), at: z.array(z.int().positive()).min(1).max(20) }),
    /** Moves it behind another task, or to the front. */
    z.strictObject({ type: z.literal('move'), after: idSchema.nullable() }),
  ]),
);
export type DraftTaskAct = z.infer<typeof draftTaskActSchema>;

/** A passage that nobody took for a task becomes one; it is read by the same rules. */
export const addDraftTaskSchema = named(
  'AddDraftTask',
  z.strictObject({ span: readingSpanSchema, actionCode: z.string().max(20), after: idSchema.nullable() }),
);

/** The tasks that an act touched, as they are now. */
export const draftTaskListSchema = named('DraftTaskList', z.object({ tasks: z.array(draftTaskSchema) }));
