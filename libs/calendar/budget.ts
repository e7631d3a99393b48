import { z } from 'zod';
import type { CivilDate, CivilTime, Instant } from './civil-time.js';

/**
 * How a deadline is counted; the instant is projected from it and the calendar, never stored as a fact.
 * - `civil`: a date and a time. `from` is only the start of the explanation's segments.
 * - `workingDays`: the same time of day as `from` (or `at`) so many working days later, earlier when negative.
 *   From a day off the next working day is the first; 0 on a day off moves to the next working day.
 * - `workingHours`: counted inside working hours only; earlier when negative.
 * - `latestOf`: whichever falls last.
 */
export type Budget =
  | { kind: 'civil'; on: CivilDate; at: CivilTime; from?: Instant | undefined }
  | { kind: 'workingDays'; from: Instant; days: number; at?: CivilTime | undefined }
  | { kind: 'workingHours'; from: Instant; hours: number }
  | { kind: 'latestOf'; of: Budget[] };

/** A time in which the clock stands still; `to` is null while it lasts. */
export interface Suspension {
  from: Instant;
  to: Instant | null;
  reason: string;
}

export interface Segment {
  kind: 'running' | 'suspended';
  from: Instant;
  /** null only for a suspension that still lasts: then it is the last segment. */
  to: Instant | null;
  /** Working time of the segment in working days, two decimals; 0 while it still lasts. */
  workingDays: number;
  reason?: string;
}

export interface Projection {
  /** null while a suspension is open. */
  at: Instant | null;
  calendarVersion: number;
  /** True when a day it rests on belongs to a year whose notice is not published, or is not held. */
  provisional: boolean;
  /** The clock's life in order, without gap or overlap. Empty for a civil budget with no `from` and no suspension. */
  segments: Segment[];
}

const civilDate = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);
const civilTime = z.string().regex(/^\d{2}:\d{2}$/);
const instant = z.string().regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/);

export const suspensionSchema = z.object({ from: instant, to: instant.nullable(), reason: z.string() });

export const budgetSchema: z.ZodType<Budget> = z.lazy(() =>
  z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('civil'), on: civilDate, at: civilTime, from: instant.optional() }),
    z.object({ kind: z.literal('workingDays'), from: instant, days: z.int(), at: civilTime.optional() }),
    z.object({ kind: z.literal('workingHours'), from: instant, hours: z.number() }),
    z.object({ kind: z.literal('latestOf'), of: z.array(budgetSchema).min(1) }),
  ]),
);
