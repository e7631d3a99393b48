import { z } from 'zod';
import { civilDateSchema, idSchema, instantSchema, named, unitRefSchema } from './primitives.js';

const count = z.int().nonnegative();
const yearNumber = z.int().min(1900).max(2999);

/** What a day of the calendar is: `off` a public holiday or a day moved to one, `worked` a weekend day that is worked instead. */
export const DAY_KINDS = ['working', 'weekend', 'off', 'worked'] as const;
export type DayKind = (typeof DAY_KINDS)[number];
export const YEAR_STATUSES = ['published', 'provisional'] as const;

/** A day that is something else from then on; of a year that was not held, `before` is what the day of the week says. */
export const changedDaySchema = named(
  'ChangedDay',
  z.object({ on: civilDateSchema, before: z.enum(DAY_KINDS), after: z.enum(DAY_KINDS) }),
);
export type ChangedDayView = z.infer<typeof changedDaySchema>;

const time = z.string().regex(/^(?:(?:[01]\d|2[0-3]):[0-5]\d|24:00)$/u);
/** When the offices are open, in civil time of Asia/Shanghai. */
export const officeHoursSchema = named(
  'OfficeHours',
  z.strictObject({ morning: z.tuple([time, time]), afternoon: z.tuple([time, time]) }),
);
export type OfficeHours = z.infer<typeof officeHoursSchema>;
/** Null: they stay as they are. */
export const changedHoursSchema = z
  .object({ before: officeHoursSchema, after: officeHoursSchema })
  .nullable();

/** A year as it is to be, whole. */
export const arrangedYearSchema = named(
  'ArrangedYear',
  z.strictObject({
    year: yearNumber,
    status: z.enum(YEAR_STATUSES),
    /** Number and title of what it was published in; null: none. */
    source: z.string().trim().max(400).nullable(),
    /** Days off, also those on weekends. */
    off: z.array(civilDateSchema).max(366),
    /** Weekend days that are worked. */
    worked: z.array(civilDateSchema).max(366),
  }),
);
export type ArrangedYear = z.infer<typeof arrangedYearSchema>;

export const announceCalendarSchema = named(
  'AnnounceCalendar',
  z.strictObject({
    /** True: what it would move, and nothing else. */
    dryRun: z.boolean(),
    /** What it rests on; it is told to every unit of which a time limit moves. Needed unless `dryRun`. */
    reason: z.string().trim().max(400).default(''),
    /** Years that are other than they were, or new; the others stay. */
    years: z.array(arrangedYearSchema).max(3).default([]),
    /** Office hours from then on; left out: as they are. */
    hours: officeHoursSchema.optional(),
  }),
);

/**
 * What becomes of a due time: `kept` would lie in the past and stays, `aheadAgain` was missed and lies ahead again,
 * `overdue` was missed and still is, by less, `window` only opens at another time.
 */
export const SITTING_FATES = ['later', 'earlier', 'kept', 'aheadAgain', 'overdue', 'window'] as const;
/** Of a clock; `ends` and `begins`: it goes, or comes, with what lies ahead again. */
export const CLOCK_FATES = ['later', 'earlier', 'kept', 'ends', 'begins'] as const;

/** What announcing it would move, reckoned by what will do it. Counts are whole; of rows, at most `limit`. */
export const calendarPreviewSchema = named(
  'CalendarPreview',
  z.object({
    /** When it was reckoned: what happens until it is announced is not in it. */
    at: instantSchema,
    days: z.array(changedDaySchema),
    hours: changedHoursSchema,
    years: z.array(
      z.object({
        year: yearNumber,
        /** Null: it is new. */
        before: z.object({ workingDays: count, status: z.enum(YEAR_STATUSES) }).nullable(),
        after: z.object({ workingDays: count, status: z.enum(YEAR_STATUSES) }),
      }),
    ),
    counts: z.object({
      /** Reports of a unit for a period. */
      sittings: z.object(
        Object.fromEntries(SITTING_FATES.map((fate) => [fate, count])) as Counts<SittingFate>,
      ),
      /** What is owed in those sittings whose due time moves. */
      obligations: count,
      clocks: z.object(Object.fromEntries(CLOCK_FATES.map((fate) => [fate, count])) as Counts<ClockFate>),
      /** Of the clocks, those that `clocks` lists as far as the limit goes. */
      listedClocks: count,
      tasks: count,
      /** Units that are told. */
      units: count,
    }),
    sittings: z.array(
      z.object({
        id: idSchema,
        unit: unitRefSchema,
        /** What is to be filed: 任务填报, or the name of the duty. */
        label: z.string(),
        periodLabel: z.string(),
        owed: count,
        before: instantSchema,
        after: instantSchema,
        /** Where the calendar would have it, where it keeps its due time. */
        wouldBe: instantSchema.nullable(),
        fate: z.enum(SITTING_FATES),
      }),
    ),
    clocks: z.array(
      z.object({
        label: z.string(),
        task: z.object({ id: idSchema, code: z.string(), title: z.string() }).nullable(),
        units: z.array(unitRefSchema),
        before: instantSchema.nullable(),
        after: instantSchema.nullable(),
        wouldBe: instantSchema.nullable(),
        fate: z.enum(CLOCK_FATES),
      }),
    ),
    limit: z.int(),
  }),
);
export type CalendarPreview = z.infer<typeof calendarPreviewSchema>;

type SittingFate = (typeof SITTING_FATES)[number];
type ClockFate = (typeof CLOCK_FATES)[number];
type Counts<K extends string> = Record<K, typeof count>;

export const calendarAnnouncedSchema = named(
  'CalendarAnnounced',
  z.object({
    dryRun: z.boolean(),
    /** The version in force: the new one, or with `dryRun` the one that the preview was reckoned against. */
    version: z.int(),
    /** Null unless `dryRun`. */
    preview: calendarPreviewSchema.nullable(),
  }),
);
export type CalendarAnnounced = z.infer<typeof calendarAnnouncedSchema>;

export const CALENDAR_ROUTES = {
  announceCalendar: {
    method: 'post',
    path: '/api/v1/calendar',
    summary: '启用日历的调整（dryRun 只算会变动什么）：已有时限随之推算，有变动的单位收到通知',
    about: 'If-Match 为所见日历的版本（calendar.version）；其间已由别人调整的不予办理，须重新预览。',
    tag: 'rules',
    status: 200,
    body: announceCalendarSchema,
    answer: calendarAnnouncedSchema,
    change: true,
    conditional: true,
    problems: ['CalendarInvalid', 'CalendarUnchanged', 'ReasonMissing'],
  },
} as const;
