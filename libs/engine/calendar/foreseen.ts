import type { SubjectKind } from '#accountability';
import type { CalendarData, ChangedDay, Instant } from '#calendar';

/**
 * What becomes of a due time or a clock: `kept` would lie behind now and stays, `aheadAgain` was missed and lies ahead
 * again, `overdue` was missed and still is, by less; `window` only opens at another time; `ends` and `begins` are clocks
 * that go with what is not missed any more.
 */
export type Fate = 'later' | 'earlier' | 'kept' | 'aheadAgain' | 'overdue' | 'window' | 'ends' | 'begins';

/** The reports of a unit for a period. */
export interface ForeseenSitting {
  id: string;
  planId: string;
  unitId: string;
  duty: string;
  period: string;
  /** How many reports are owed in it. */
  owed: number;
  before: Instant;
  after: Instant;
  /** Where the calendar would have it, where it keeps its due time. */
  wouldBe: Instant | null;
  fate: Exclude<Fate, 'ends' | 'begins'>;
}

export interface ForeseenClock {
  subjectKind: SubjectKind;
  subjectId: string;
  name: string;
  /** Null: it is not set; or it stands still. */
  before: Instant | null;
  after: Instant | null;
  wouldBe: Instant | null;
  fate: 'later' | 'earlier' | 'kept' | 'ends' | 'begins';
  /** Of a line its unit, of what is owed who owes it, of a task those that act by the clock. */
  unitIds: readonly string[];
  taskId: string | null;
}

/** How much an announcement would move, exactly, however much that is. */
export interface ForeseenCounts {
  /** Sittings by what becomes of them. */
  sittings: Record<ForeseenSitting['fate'], number>;
  /** Reports and other things owed whose due time moves with their sitting. */
  obligations: number;
  /** Clocks that go off at another time, those of sittings (opening, reminders, due time) among them. */
  clocks: Record<ForeseenClock['fate'], number>;
  /** Of the clocks, those that are told one by one, as far as the limit goes. */
  listedClocks: number;
  /** Tasks of which a report or a clock moves. */
  tasks: number;
  /** Units that are told. */
  units: number;
}

/** What announcing a calendar would do, reckoned by what will do it. */
export interface ForeseenCalendar {
  /** As it is in force; it was reckoned against this version. */
  before: CalendarData;
  /** As it would be. */
  next: CalendarData;
  /** When it was reckoned: what happens until it is announced is not in it. */
  at: Instant;
  days: ChangedDay[];
  counts: ForeseenCounts;
  /** By their due times until now, the earliest first; at most `limit`. */
  sittings: ForeseenSitting[];
  /** Without those of sittings and those that are for nobody to know of; the earliest first, at most `limit`. */
  clocks: ForeseenClock[];
  limit: number;
}
