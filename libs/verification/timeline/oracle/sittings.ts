import {
  dateOf,
  DAY_MINUTES,
  dayOf,
  isWorkingDay,
  shiftDays,
  type Day,
  type Minute,
} from '../../oracle/days.js';
import { EVENING } from './climb.js';

/** So few working days, and a period is merged into the next, or skipped at the beginning. */
const FEWEST = 3;
const WINDOW_DAYS = 3;
export const MORNING = 9 * 60;
const AFTERNOON = 14 * 60;

export interface Sitting {
  readonly due: Minute;
  readonly opens: Minute;
  readonly reminders: readonly [Minute, Minute];
}

/** The sitting of the ten-day period that holds a day, and the first day after it; merged where it is short (§4). */
export function sittingFrom(first: Day): { sitting: Sitting; last: Day } {
  let last = endOfTenDays(first);
  while (workingDays(first, last) < FEWEST) last = endOfTenDays(last + 1);
  return { sitting: sittingEnding(last), last };
}

/** The sitting of a period that ends with a day. */
export function sittingEnding(last: Day): Sitting {
  const day = shiftDays(last + 1, -1);
  return { due: day * DAY_MINUTES + EVENING, ...beforeDue(day) };
}

/** What comes before a day on which something is due. */
export const beforeDue = (day: Day): Pick<Sitting, 'opens' | 'reminders'> => ({
  opens: shiftDays(day, -WINDOW_DAYS) * DAY_MINUTES + MORNING,
  reminders: [shiftDays(day, -1) * DAY_MINUTES + MORNING, day * DAY_MINUTES + AFTERNOON],
});

/** The first day of the first period that something owes which takes effect on a day: too little left, and it is the next. */
export function firstPeriod(day: Day): Day {
  for (let first = startOfMonth(day); ;) {
    const { last } = sittingFrom(first);
    if (last >= day && workingDays(day, last) >= FEWEST) return first;
    first = last + 1;
  }
}

const startOfMonth = (day: Day): Day => dayOf(`${dateOf(day).slice(0, 7)}-01`);

function endOfTenDays(day: Day): Day {
  const date = Number(dateOf(day).slice(8));
  if (date <= 10) return day + 10 - date;
  if (date <= 20) return day + 20 - date;
  let last = day;
  while (dateOf(last + 1).slice(8) !== '01') last += 1;
  return last;
}

function workingDays(from: Day, to: Day): number {
  let count = 0;
  for (let day = from; day <= to; day += 1) if (isWorkingDay(day)) count += 1;
  return count;
}
