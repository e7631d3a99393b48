/**
 * Working days and working time, counted day by day on lists typed in from the State Council's yearly notices. Shares
 * neither code nor data with the product's calendar, which it is there to judge.
 *
 * Moments are civil minutes of Asia/Shanghai since 1970-01-01 00:00, days are whole days since then.
 */
export type Minute = number;
export type Day = number;

export const DAY_MINUTES = 1440;
const MORNING = [8 * 60 + 30, 12 * 60] as const;
const AFTERNOON = [14 * 60, 17 * 60 + 30] as const;
/** The working time of a day, in minutes. */
export const WORKED_MINUTES = 420;

const OFF = `
2024-01-01
2024-02-10 2024-02-11 2024-02-12 2024-02-13 2024-02-14 2024-02-15 2024-02-16 2024-02-17
2024-04-04 2024-04-05 2024-04-06 2024-05-01 2024-05-02 2024-05-03 2024-05-04 2024-05-05 2024-06-10
2024-09-15 2024-09-16 2024-09-17
2024-10-01 2024-10-02 2024-10-03 2024-10-04 2024-10-05 2024-10-06 2024-10-07
2025-01-01
2025-01-28 2025-01-29 2025-01-30 2025-01-31 2025-02-01 2025-02-02 2025-02-03 2025-02-04
2025-04-04 2025-04-05 2025-04-06 2025-05-01 2025-05-02 2025-05-03 2025-05-04 2025-05-05
2025-05-31 2025-06-01 2025-06-02
2025-10-01 2025-10-02 2025-10-03 2025-10-04 2025-10-05 2025-10-06 2025-10-07 2025-10-08
2026-01-01 2026-01-02 2026-01-03
2026-02-15 2026-02-16 2026-02-17 2026-02-18 2026-02-19 2026-02-20 2026-02-21 2026-02-22 2026-02-23
2026-04-04 2026-04-05 2026-04-06 2026-05-01 2026-05-02 2026-05-03 2026-05-04 2026-05-05
2026-06-19 2026-06-20 2026-06-21 2026-09-25 2026-09-26 2026-09-27
2026-10-01 2026-10-02 2026-10-03 2026-10-04 2026-10-05 2026-10-06 2026-10-07
2027-01-01 2027-02-05 2027-02-06 2027-02-07 2027-02-08 2027-04-05 2027-05-01 2027-05-02 2027-06-09
2027-09-15 2027-10-01 2027-10-02 2027-10-03
`;
const WORKED = `
2024-02-04 2024-02-18 2024-04-07 2024-04-28 2024-05-11 2024-09-14 2024-09-29 2024-10-12
2025-01-26 2025-02-08 2025-04-27 2025-09-28 2025-10-11
2026-01-04 2026-02-14 2026-02-28 2026-05-09 2026-09-20 2026-10-10
`;

/** `2024-04-12` as a day. */
export const dayOf = (date: string): Day => Date.parse(`${date}T00:00:00Z`) / (DAY_MINUTES * 60_000);
export const dateOf = (day: Day): string => new Date(day * DAY_MINUTES * 60_000).toISOString().slice(0, 10);
/** `2024-04-12 17:30` as a moment. */
export const minuteOf = (civil: string): Minute => Date.parse(`${civil.replace(' ', 'T')}:00Z`) / 60_000;
export const civilOf = (at: Minute): string =>
  new Date(at * 60_000).toISOString().slice(0, 16).replace('T', ' ');
/** The same moment as the product writes instants: in UTC, eight hours behind. */
export const instantOfMinute = (at: Minute): string => new Date((at - 480) * 60_000).toISOString();
export const minuteOfInstant = (instant: string): Minute => Date.parse(instant) / 60_000 + 480;

const listed = (text: string): ReadonlySet<Day> => new Set(text.trim().split(/\s+/u).map(dayOf));
const off = listed(OFF);
const worked = listed(WORKED);

const FIRST = dayOf('2024-01-01');
const LAST = dayOf('2027-12-31');
/** Whether anything is known of a day. */
export const isKnown = (day: Day): boolean => day >= FIRST && day <= LAST;

/** 1970-01-01 was a Thursday. */
const isWeekend = (day: Day): boolean => (day + 3) % 7 >= 5;
export const isWorkingDay = (day: Day): boolean =>
  announced?.worked.includes(day) === true ||
  (announced?.off.includes(day) !== true && (worked.has(day) || (!isWeekend(day) && !off.has(day))));

/** A Saturday or Sunday of which no notice says anything. */
export const isPlainWeekend = (day: Day): boolean => isWeekend(day) && !off.has(day) && !worked.has(day);

/** Days that an announcement made off or worked, besides those of the yearly notices. */
export interface Announced {
  readonly off: readonly Day[];
  readonly worked: readonly Day[];
}
let announced: Announced | null = null;
/** From now on days are counted by what was announced; null: by the yearly notices alone. */
export function putInForce(change: Announced | null): void {
  announced = change;
}
/** Counts days as they are counted under an announcement, and as before when that is done. */
export function under<T>(change: Announced | null, count: () => T): T {
  const before = announced;
  announced = change;
  try {
    return count();
  } finally {
    announced = before;
  }
}

export const dayOfMinute = (at: Minute): Day => Math.floor(at / DAY_MINUTES);
export const timeOfDay = (at: Minute): Minute => at - dayOfMinute(at) * DAY_MINUTES;

/** So many working days later, or earlier; 0 on a day off is the next working day. From a day off the next one is the first. */
export function shiftDays(day: Day, workingDays: number): Day {
  let at = day;
  if (workingDays === 0) while (!isWorkingDay(at)) at += 1;
  for (let left = workingDays; left > 0;) if (isWorkingDay((at += 1))) left -= 1;
  for (let left = workingDays; left < 0;) if (isWorkingDay((at -= 1))) left += 1;
  return at;
}

/** So many working days later, at the same time of day or at `time`. */
export const later = (from: Minute, workingDays: number, time: Minute | null = null): Minute =>
  shiftDays(dayOfMinute(from), workingDays) * DAY_MINUTES + (time ?? timeOfDay(from));

/** The working minutes in [from, to). */
export function workedBetween(from: Minute, to: Minute): number {
  let sum = 0;
  for (let day = dayOfMinute(from); day <= dayOfMinute(to); day += 1) {
    if (!isWorkingDay(day)) continue;
    for (const [opens, closes] of [MORNING, AFTERNOON])
      sum += Math.max(
        0,
        Math.min(to, day * DAY_MINUTES + closes) - Math.max(from, day * DAY_MINUTES + opens),
      );
  }
  return sum;
}

/** The first moment at which this much working time has gone by since; `minutes` above 0. */
export function workedOn(from: Minute, minutes: number): Minute {
  let left = minutes;
  for (let day = dayOfMinute(from); ; day += 1) {
    if (!isWorkingDay(day)) continue;
    for (const [opens, closes] of [MORNING, AFTERNOON]) {
      const begins = Math.max(from, day * DAY_MINUTES + opens);
      const there = day * DAY_MINUTES + closes - begins;
      if (there <= 0) continue;
      if (left <= there) return begins + left;
      left -= there;
    }
  }
}

/** A stretch in which a clock stands still; it has ended. */
export type Stop = readonly [from: Minute, to: Minute];

/**
 * A moment pushed by the stretches in which its clock stood still (domain.md §4, §6: shifted by the suspended working
 * time). Whole days keep the hour; what is left over counts in minutes; the moment is never before the end of a stretch
 * that held it. A stretch that begins when the moment has passed does not push it, nor time before the clock began.
 */
export function pushed(at: Minute, began: Minute, stops: readonly Stop[]): Minute {
  let moment = at;
  let counted = began;
  for (const [from, to] of [...stops].sort((a, b) => a[0] - b[0])) {
    const begins = Math.max(from, counted);
    if (to <= begins) continue;
    if (begins >= moment) break;
    const minutes = workedBetween(begins, to);
    const byTheDay = later(moment, Math.floor(minutes / WORKED_MINUTES));
    moment =
      minutes === 0
        ? Math.max(moment, to)
        : Math.max(minutes < WORKED_MINUTES ? moment : byTheDay, workedOn(moment, minutes), to);
    counted = to;
  }
  return moment;
}

/** When somebody may be told: now within 08:00 to 18:00 of a working day, else at the next eight o'clock of one (§8). */
export function mayBeTold(at: Minute): Minute {
  const day = dayOfMinute(at);
  const time = timeOfDay(at);
  if (isWorkingDay(day) && time >= 480 && time < 1080) return at;
  return isWorkingDay(day) && time < 480 ? day * DAY_MINUTES + 480 : shiftDays(day, 1) * DAY_MINUTES + 480;
}
