import { z } from 'zod';
import { civilDateSchema, idSchema, instantSchema, named, versionSchema, wordsSchema } from './primitives.js';

/** Where a task comes from that no plan's text names. */
export const TASK_SOURCE_LABELS = { instruction: '领导批示', meeting: '会议决定' } as const;
export type TaskSource = keyof typeof TASK_SOURCE_LABELS;
export const TASK_SOURCES = Object.keys(TASK_SOURCE_LABELS) as [TaskSource, ...TaskSource[]];

const title = z.string().trim().min(1).max(200);
const units = z.array(idSchema).max(50);

/** What this person may make a task of, in which action, and the limit that the policy gives where none is said. */
export const taskSourceSchema = named(
  'TaskSource',
  z.object({
    actionCode: z.string(),
    actionName: z.string(),
    source: z.enum(TASK_SOURCES),
    sourceLabel: z.string(),
    /** Null: the policy gives none, and the date must be said. */
    deadlineOn: civilDateSchema.nullable(),
    /** The person may also put it to the unit in the same step. */
    mayDispatch: z.boolean(),
  }),
);
export type TaskSourceView = z.infer<typeof taskSourceSchema>;
export const taskSourceListSchema = named('TaskSourceList', z.object({ items: z.array(taskSourceSchema) }));

/** A leader's instruction (批示) or a meeting's decision becomes a task. */
export const createTaskSchema = named(
  'CreateTask',
  z.strictObject({
    planId: idSchema,
    actionCode: z.string().min(1).max(40),
    source: z.enum(TASK_SOURCES),
    /** Whose instruction and of when, or which meeting. */
    ref: z.string().trim().min(1).max(200),
    title,
    text: wordsSchema,
    leadUnitIds: units,
    supportUnitIds: units.default([]),
    /** Left out: what the policy gives for the source. */
    deadlineOn: civilDateSchema.optional(),
    /** Confirmed and put to the unit in the same step; needs who may do that. */
    dispatch: z.boolean().default(false),
  }),
);
export const createdTaskSchema = named(
  'CreatedTask',
  z.object({
    taskId: idSchema,
    code: z.string(),
    state: z.string(),
    stateLabel: z.string(),
    deadlineOn: civilDateSchema,
  }),
);
export type CreatedTask = z.infer<typeof createdTaskSchema>;

/** One of the tasks that take the place of others. Without a date it has the one of those. */
export const successorTaskSchema = named(
  'SuccessorTask',
  z.strictObject({
    title,
    leadUnitIds: units.min(1),
    supportUnitIds: units.default([]),
    deadlineOn: civilDateSchema.optional(),
  }),
);
export const splitTaskSchema = named(
  'SplitTask',
  z.strictObject({ reason: wordsSchema, into: z.array(successorTaskSchema).min(2).max(20) }),
);
/** Each of the tasks with the version that was seen: one ETag would not do for several. */
export const mergeTasksSchema = named(
  'MergeTasks',
  z.strictObject({
    reason: wordsSchema,
    tasks: z
      .array(z.strictObject({ id: idSchema, version: versionSchema }))
      .min(2)
      .max(50),
    into: successorTaskSchema,
  }),
);
export const supersededSchema = named('Superseded', z.object({ taskIds: z.array(idSchema) }));
export type Superseded = z.infer<typeof supersededSchema>;

/** A task that can go to a unit's successor. */
export const taskToHandOverSchema = named(
  'TaskToHandOver',
  z.object({
    id: idSchema,
    code: z.string(),
    title: z.string(),
    section: z.string().nullable(),
    action: z.object({ code: z.string(), name: z.string() }),
    version: versionSchema,
  }),
);
export type TaskToHandOverView = z.infer<typeof taskToHandOverSchema>;

/** A unit was renamed, merged or split: what it leads goes to its successor. With `dryRun` it is only said what that asks of it. */
export const taskSuccessionSchema = named(
  'TaskSuccession',
  z.strictObject({
    toUnitId: idSchema,
    reason: wordsSchema,
    /** Some of its tasks, each with the version that was seen; left out: all. All of them go, or none. */
    tasks: z
      .array(z.strictObject({ id: idSchema, version: versionSchema }))
      .min(1)
      .max(1000)
      .optional(),
    dryRun: z.boolean(),
  }),
);
export const taskSuccessionDoneSchema = named(
  'TaskSuccessionDone',
  z.object({
    tasks: z.int().nonnegative(),
    /** How many the unit keeps. */
    left: z.int().nonnegative(),
    dryRun: z.boolean(),
    /** With `dryRun`: the tasks that would go, and what is asked of the successor in each of them, the soonest first. */
    items: z.array(
      taskToHandOverSchema.extend({
        asked: z.array(z.object({ label: z.string(), at: instantSchema.nullable() })),
      }),
    ),
  }),
);
export type TaskSuccessionDone = z.infer<typeof taskSuccessionDoneSchema>;
