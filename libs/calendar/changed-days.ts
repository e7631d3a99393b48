import { epochDayOf, weekdayOf, type CivilDate } from './civil-time.js';
import type { CalendarData, WorkingHours } from './working-calendar.js';

/** What a day is: `off` a public holiday or a day moved to one, `worked` a weekend day that is worked instead. */
export type DayKind = 'working' | 'weekend' | 'off' | 'worked';

/** A day that two calendars hold for something else. */
export interface ChangedDay {
  on: CivilDate;
  /** Of a year that was not held, what it is without any arrangement. */
  before: DayKind;
  after: DayKind;
}

export const isWorked = (kind: DayKind): boolean => kind === 'working' || kind === 'worked';

/** What the calendar says of a day; of a year that it does not hold, what the day of the week says. */
export function dayKindOn({ years }: Pick<CalendarData, 'years'>, on: CivilDate): DayKind {
  const year = years[on.slice(0, 4)];
  if (year?.off.includes(on)) return 'off';
  if (year?.worked.includes(on)) return 'worked';
  return weekdayOf(epochDayOf(on)) < 6 ? 'working' : 'weekend';
}

/** The days that the second calendar has otherwise than the first, in order, over the years that it holds. */
export function changedDays(before: CalendarData, after: CalendarData): ChangedDay[] {
  const named = Object.keys(after.years).flatMap((year) =>
    [before, after].flatMap(({ years }) => [...(years[year]?.off ?? []), ...(years[year]?.worked ?? [])]),
  );
  return [...new Set(named)].sort().flatMap((on) => {
    const [was, is] = [dayKindOn(before, on), dayKindOn(after, on)];
    return was === is ? [] : [{ on, before: was, after: is }];
  });
}

/** Office hours that are other than they were; null: they are the same. */
export function changedHours(
  { hours: before }: Pick<CalendarData, 'hours'>,
  { hours: after }: Pick<CalendarData, 'hours'>,
): { before: WorkingHours; after: WorkingHours } | null {
  const times = ({ morning, afternoon }: WorkingHours): string => [...morning, ...afternoon].join();
  return times(before) === times(after) ? null : { before, after };
}
