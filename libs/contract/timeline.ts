import { z } from 'zod';
import { listShape, strictly } from './lists/declare-list.js';
import { idSchema, instantSchema, named, pageOf, personRefSchema, unitRefSchema } from './primitives.js';

/**
 * One line of the trail. `actor` null: the engine itself. Names are looked up now, the trail holds ids only.
 * `hash` chains the line to the one before it of the same subject.
 */
export const timelineEventSchema = named(
  'TimelineEvent',
  z.object({
    subjectKind: z.enum(['task', 'obligation', 'reportingLine']),
    subjectId: idSchema,
    seq: z.int(),
    type: z.string(),
    label: z.string(),
    /** What this line says in a sentence: 退回填报：数据与统计口径不符. */
    summary: z.string(),
    period: z.string().nullable(),
    at: instantSchema,
    actor: personRefSchema.nullable(),
    unit: unitRefSchema.nullable(),
    payload: z.record(z.string(), z.unknown()),
    prevHash: z.string(),
    hash: z.string(),
  }),
);
export type TimelineEvent = z.infer<typeof timelineEventSchema>;

/** Newest first. */
export const timelineQuerySchema = strictly(listShape());
export const timelinePageSchema = named('TimelinePage', pageOf(timelineEventSchema));
export type TimelinePage = z.infer<typeof timelinePageSchema>;
