import { z } from 'zod';
import {
  CALENDAR_ROUTES,
  changedDaySchema,
  changedHoursSchema,
  DAY_KINDS,
  officeHoursSchema,
  YEAR_STATUSES,
} from './calendar.js';
import { CADENCE_EVERY_LABELS } from './labels.js';
import { levelSchema } from './level.js';
import { civilDateSchema, instantSchema, labelledSchema, named } from './primitives.js';

const time = z.string().regex(/^\d{2}:\d{2}$/u);
const count = z.int().nonnegative();

/** A year of the working calendar in force, with what falls due in it by the policy's rhythms. */
export const calendarYearSchema = named(
  'CalendarYear',
  z.object({
    calendar: z.object({ id: z.string(), version: z.int() }),
    year: z.int(),
    today: civilDateSchema,
    /** `provisional`: what the State Council will arrange is not known; days may still change. */
    status: z.enum(YEAR_STATUSES),
    source: z.string().nullable(),
    /** All years that it holds. */
    years: z.array(z.object({ year: z.int(), status: z.enum(YEAR_STATUSES) })),
    hours: officeHoursSchema,
    workingDays: count,
    /** All twelve. */
    months: z.array(
      z.object({
        month: z.int().min(1).max(12),
        workingDays: count,
        days: z.array(z.object({ on: civilDateSchema, kind: z.enum(DAY_KINDS) })),
      }),
    ),
    /** Runs of days off; `label` names the feasts that lie in one, null where none does. */
    holidays: z.array(
      z.object({
        from: civilDateSchema,
        to: civilDateSchema,
        label: z.string().nullable(),
        days: count,
      }),
    ),
    /** Weekend days that are worked. */
    worked: z.array(civilDateSchema),
    /** Periods whose reports fall due in the year, by their due times. */
    dues: z.array(
      z.object({
        at: instantSchema,
        on: civilDateSchema,
        every: z.enum(Object.keys(CADENCE_EVERY_LABELS) as [keyof typeof CADENCE_EVERY_LABELS]),
        everyLabel: z.string(),
        /** `2024年5月中旬`. */
        label: z.string(),
      }),
    ),
    /** Versions that were announced, the newest first; `moved`: how many deadlines it put elsewhere. */
    changes: z.array(
      z.object({
        version: z.int(),
        announcedAt: instantSchema,
        announcedBy: z.string().nullable(),
        reason: z.string(),
        /** What it changed, the first days of many. */
        days: z.array(changedDaySchema),
        /** How many days it changed. */
        dayCount: count,
        hours: changedHoursSchema,
        /** Since when every open deadline follows it; null: they are being put there. */
        finishedAt: instantSchema.nullable(),
        moved: count,
        /** How many reporting lines and clocks do not follow it yet. */
        left: count,
      }),
    ),
    /** Whether who asks may announce another one. */
    mayAnnounce: z.boolean(),
  }),
);
export type CalendarYearView = z.infer<typeof calendarYearSchema>;

const offset = z.object({ workingDays: z.int(), at: time.nullable() });

/** A step of a ladder as the policy has it. */
export const ladderRungSchema = named(
  'LadderRung',
  z.object({
    name: z.string(),
    label: z.string(),
    /** The level that it leads to; null: told only. */
    level: levelSchema.nullable(),
    offset,
    /** Instead of by the clock: with the so-manieth period running. */
    afterPeriods: z.int().nullable(),
    lagOver: z.number().nullable(),
    lagAtMost: z.number().nullable(),
    /** Who is told once it is in force. */
    to: z.array(labelledSchema),
    /** The notice that is drafted; null: none. */
    notice: labelledSchema.nullable(),
    /** What its card is called; null: it is no card. */
    card: z.string().nullable(),
    /** Null: by the system, at once. */
    issuedBy: labelledSchema.extend({ within: offset, agreedBy: labelledSchema.nullable() }).nullable(),
    answerWithin: offset.nullable(),
    /** At once with so many cards of a level in the quarter or year. */
    early: z
      .object({ level: z.string(), label: z.string(), count: z.int(), within: z.enum(['quarter', 'year']) })
      .nullable(),
  }),
);
export type LadderRungView = z.infer<typeof ladderRungSchema>;

export const LADDER_GROUPS = ['reports', 'task', 'office', 'duty'] as const;

/** A ladder of the policy in force. */
export const ladderSchema = named(
  'Ladder',
  z.object({
    name: z.string(),
    label: z.string(),
    /** Who is on it: a unit for its reports or a task, an office that reviews, an office for its duty. */
    group: z.enum(LADDER_GROUPS),
    /** What sets it off: `reports`, a trigger of tasks, or `duty`. */
    cause: z.string(),
    gate: labelledSchema.nullable(),
    /** Of duties: which. */
    duties: z.array(z.string()),
    /** Where a climb begins by the weight of its task. */
    startAt: z.array(labelledSchema.extend({ rung: z.string() })),
    /** Several tasks of a unit share one notice. */
    together: z.boolean(),
    paused: z.object({ since: instantSchema, until: civilDateSchema, reason: z.string() }).nullable(),
    reminders: z.array(z.object({ offset, to: z.array(labelledSchema) })),
    rungs: z.array(ladderRungSchema),
  }),
);
export type LadderView = z.infer<typeof ladderSchema>;

export const ladderListSchema = named(
  'LadderList',
  z.object({
    policy: z.object({ id: z.string(), label: z.string(), version: z.int() }),
    importances: z.array(labelledSchema),
    /** Points behind the schedule from which on a task is behind. */
    lagBehind: z.number(),
    /** The due time that a rehearsal begins with where none is given: the next one of the ten-day reports. */
    dueNext: instantSchema,
    items: z.array(ladderSchema),
  }),
);
export type LadderList = z.infer<typeof ladderListSchema>;

export const COURSE_MOMENTS = [
  'reminder',
  'due',
  'reached',
  'toIssue',
  'issueOverdue',
  'issued',
  'answered',
  'answerOverdue',
  'cured',
  'appealed',
  'appealUpheld',
  'appealRejected',
  'appealOverdue',
  'stopped',
  'resumed',
  'refused',
] as const;
export const COURSE_ENDS = [
  'cured',
  'top',
  'upheld',
  'waitsForIssue',
  'waitsForLag',
  'waitsForDecision',
  'notBegun',
  'calendarEnds',
] as const;
/** Why a ladder stands still for a while: held for one, its task suspended, another unit waited for, stopped for all. */
export const LADDER_STOPS = ['held', 'suspended', 'waiting', 'paused'] as const;
export type LadderStop = (typeof LADDER_STOPS)[number];

/** On which working day which step would reach whose desk, if what was asked came true. Nothing of it is written. */
export const ladderCourseSchema = named(
  'LadderCourse',
  z.object({
    ladder: z.string(),
    label: z.string(),
    dueAt: instantSchema,
    moments: z.array(
      z.object({
        at: instantSchema,
        on: civilDateSchema,
        /** Working days from the due time; negative before it. */
        workingDay: z.int(),
        kind: z.enum(COURSE_MOMENTS),
        /** The step; null: it is about none. */
        rung: z.string().nullable(),
        /** What the step is called. */
        label: z.string().nullable(),
        level: levelSchema.nullable(),
        notice: labelledSchema.nullable(),
        /** Beside the ladder: about the answer to a notice, or on a ladder that this one has set off. */
        aside: z.boolean(),
        /** That other ladder; null: the moment is on the one that was asked for. */
        beside: labelledSchema.nullable(),
        to: z.array(labelledSchema),
        early: z.boolean(),
        /** What stopped it, lets it go on, or cannot be done then (`refused`); else null. */
        why: z.enum([...LADDER_STOPS, 'appeal', 'decision']).nullable(),
      }),
    ),
    end: z.enum(COURSE_ENDS),
    /** What can be supposed of this ladder besides. */
    may: z.array(z.enum([...LADDER_STOPS, 'appeal'])),
  }),
);
export type LadderCourseView = z.infer<typeof ladderCourseSchema>;

const days = z.coerce.number().int().min(1).max(120).optional();

export const courseQuerySchema = z.strictObject({
  due: instantSchema,
  issued: z.enum(['promptly', 'atLimit', 'never']).default('atLimit'),
  cured: days,
  answered: days,
  cards: z.coerce.number().int().min(0).max(9).default(0),
  lag: z.coerce.number().min(0).max(100).optional(),
  importance: z.string().max(64).optional(),
  /** The unit appeals, so many working days after the due time, against the latest card that it can appeal against. */
  appealed: days,
  /** It is decided so many working days after the due time; left out: never. */
  decided: days,
  decision: z.enum(['upheld', 'rejected']).default('rejected'),
  /** The ladder stands still from noon of one working day after the due time until another. */
  stop: z.enum(LADDER_STOPS).optional(),
  from: days,
  until: days,
});

export const calendarQuerySchema = z.strictObject({
  year: z.coerce.number().int().min(1900).max(2999).optional(),
});

/** What the house goes by: its calendar and its ladders. For administrators, the offices that supervise, the auditor. */
export const RULES_ROUTES = {
  ...CALENDAR_ROUTES,
  calendarYear: {
    method: 'get',
    path: '/api/v1/calendar',
    summary: '工作日历：一年中的工作日、节假日、调休，以及各报告期的截止',
    tag: 'rules',
    status: 200,
    query: calendarQuerySchema,
    answer: calendarYearSchema,
    problems: ['NotFound'],
  },
  ladders: {
    method: 'get',
    path: '/api/v1/ladders',
    summary: '现行规则的各督办阶梯',
    tag: 'rules',
    status: 200,
    answer: ladderListSchema,
  },
  ladderCourse: {
    method: 'get',
    path: '/api/v1/ladders/{name}/course',
    summary: '推演一个阶梯：逾期之后，哪个工作日由哪一级到哪里；只计算，不办理',
    tag: 'rules',
    status: 200,
    params: z.object({ name: z.string().min(1).max(64) }),
    query: courseQuerySchema,
    answer: ladderCourseSchema,
    problems: ['NotFound'],
  },
} as const;
