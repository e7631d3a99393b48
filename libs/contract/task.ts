import { z } from 'zod';
import { listQuery } from './lists/declare-list.js';
import { TASK_LIST } from './lists/of-tasks.js';
import { allowedActionSchema } from './allowed-action.js';
import { clockLifeShape } from './clock.js';
import { SCHEDULES, TASK_STATES } from './labels.js';
import { noticeSummarySchema } from './notice.js';
import { cadenceSchema } from './plan.js';
import {
  civilDateSchema,
  idSchema,
  instantSchema,
  named,
  pageOf,
  percentSchema,
  unitRefSchema,
  versionSchema,
} from './primitives.js';
import { reportSchema } from './report.js';
import { standingSchema } from './standing.js';

/** Original and current deadline side by side; `inferred`: the text has none, the plan's year ends it. */
export const taskDeadlineSchema = named(
  'TaskDeadline',
  z.object({
    currentOn: civilDateSchema,
    originalOn: civilDateSchema,
    inferred: z.boolean(),
    extended: z.boolean(),
    passed: z.boolean(),
  }),
);

/** What falls due next on this task, and at what instant. */
export const nextDueSchema = named(
  'NextDue',
  z.object({ name: z.string(), label: z.string(), at: instantSchema, overdue: z.boolean() }),
);
export type NextDue = z.infer<typeof nextDueSchema>;

/** Of what period a report was, when it came, and how many days that is ago. */
export const lastReportSchema = named(
  'LastReport',
  z.object({ periodLabel: z.string(), at: instantSchema, daysAgo: z.int().nonnegative() }),
);
export type LastReport = z.infer<typeof lastReportSchema>;

export const taskSummarySchema = named(
  'TaskSummary',
  z.object({
    id: idSchema,
    code: z.string(),
    title: z.string(),
    /** The text prints no heading: the title is a short label of our own. */
    titleIsLabel: z.boolean(),
    action: z.object({ id: idSchema, code: z.string(), name: z.string() }),
    section: z.string().nullable(),
    number: z.string().nullable(),
    state: z.enum(TASK_STATES),
    /** With the gate, while a closure is under way: 申请办结（专班审核）. */
    stateLabel: z.string(),
    needsAssignment: z.boolean(),
    ongoing: z.boolean(),
    leads: z.array(unitRefSchema),
    supportCount: z.int().nonnegative(),
    deadline: taskDeadlineSchema,
    /** As last reported. */
    progress: percentSchema,
    /** What is expected as of now; of a task that is over or not dispatched, as recorded last. */
    expected: percentSchema,
    /** Expected less reported, in points, of the lead unit furthest behind; negative: ahead. */
    lag: z.number(),
    /** As of now. What the record says, and ladders follow, is `recorded`. */
    schedule: z.enum(SCHEDULES),
    scheduleLabel: z.string(),
    /** The report that `progress` is reckoned of; null: there is none. */
    lastReport: lastReportSchema.nullable(),
    /** How it stood when it was last reported on: what ladders follow. */
    recorded: z.object({
      expected: percentSchema,
      schedule: z.enum(SCHEDULES),
      scheduleLabel: z.string(),
    }),
    nextDue: nextDueSchema.nullable(),
    /** The highest rung among the lead units' reporting lines and the task's own; null: none. */
    standing: standingSchema.nullable(),
    version: versionSchema,
  }),
);
export type TaskSummary = z.infer<typeof taskSummarySchema>;

export const taskQuerySchema = listQuery(TASK_LIST);
export type TaskQuery = z.infer<typeof taskQuerySchema>;
export const taskPageSchema = named('TaskPage', pageOf(taskSummarySchema));
export type TaskPage = z.infer<typeof taskPageSchema>;

/** Where in the plan's text the task stands; offsets are code points of the decoded file. */
export const placeSchema = named(
  'Place',
  z.object({
    annex: z.string().nullable(),
    section: z.string().nullable(),
    number: z.string().nullable(),
    start: z.int().nullable(),
    end: z.int().nullable(),
    label: z.string(),
  }),
);
export type Place = z.infer<typeof placeSchema>;

export const responsibilitySchema = named(
  'Responsibility',
  z.object({
    unit: unitRefSchema,
    desk: z.string(),
    kind: z.enum(['lead', 'support']),
    label: z.string(),
    printedName: z.string(),
  }),
);
export type ResponsibilityView = z.infer<typeof responsibilitySchema>;

export const indicatorSchema = named(
  'Indicator',
  z.object({
    position: z.int(),
    name: z.string(),
    comparator: z.string(),
    value: z.number(),
    upper: z.number().nullable(),
    unit: z.string(),
    per: z.string().nullable(),
    /** The target in words: 不低于 95%. */
    target: z.string(),
    lastReading: z.object({ value: z.number(), period: z.string(), filedAt: instantSchema }).nullable(),
  }),
);
export type IndicatorView = z.infer<typeof indicatorSchema>;

/** A clock that runs on the task or on what is owed for it; `projectedAt` null: it is suspended. */
export const armedDeadlineSchema = named(
  'ArmedDeadline',
  z.object({
    name: z.string(),
    label: z.string(),
    subjectKind: z.enum(['task', 'obligation', 'reportingLine']),
    /** Whose it is, where it is one unit's: a task of three lead units has the clocks of three. */
    unit: unitRefSchema.nullable(),
    projectedAt: instantSchema.nullable(),
    armedAt: instantSchema,
    calendarVersion: z.int(),
    overdue: z.boolean(),
    ...clockLifeShape,
  }),
);
export type ArmedDeadline = z.infer<typeof armedDeadlineSchema>;

/** What is open on a task beside its state: who waits for whom, what a unit owes an answer to, what stands still. */
export const taskMatterSchema = named(
  'TaskMatter',
  z.object({
    kind: z.enum(['dispute', 'suspension', 'handover', 'blockage', 'answer', 'appeal', 'correction', 'hold']),
    label: z.string(),
    /** What it is, in whole sentences. */
    words: z.string(),
    /** Whose turn it is, in words; null: nobody's, it ends by itself. */
    waitsFor: z.string().nullable(),
    since: instantSchema.nullable(),
  }),
);
export type TaskMatter = z.infer<typeof taskMatterSchema>;

export const taskSchema = named(
  'Task',
  taskSummarySchema.extend({
    plan: z.object({
      id: idSchema,
      code: z.string(),
      title: z.string(),
      documentNumber: z.string().nullable(),
    }),
    place: placeSchema,
    /** The sentences of the plan; null until the document is attached. */
    text: z.string().nullable(),
    startOn: civilDateSchema.nullable(),
    responsibilities: z.array(responsibilitySchema),
    indicators: z.array(indicatorSchema),
    /** The plan's rhythm, which every task inherits, and the task's own; they add up. */
    cadences: z.object({ inherited: z.array(cadenceSchema), own: z.array(cadenceSchema) }),
    armedDeadlines: z.array(armedDeadlineSchema),
    reports: z.array(reportSchema),
    notices: z.array(noticeSummarySchema),
    matters: z.array(taskMatterSchema),
    /** The person may split it, or merge it with others of its action. */
    mayBeSplit: z.boolean(),
    allowedActions: z.array(allowedActionSchema),
  }),
);
export type TaskView = z.infer<typeof taskSchema>;
