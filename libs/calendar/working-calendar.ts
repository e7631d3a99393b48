import { CalendarError } from './calendar-error.js';
import {
  civilDateFrom,
  epochDayFrom,
  epochDayOf,
  MINUTE_MS,
  minutesOf,
  partsOf,
  weekdayOf,
  type CivilDate,
  type CivilTime,
  type EpochDay,
} from './civil-time.js';

export interface WorkingHours {
  morning: [CivilTime, CivilTime];
  afternoon: [CivilTime, CivilTime];
}

export const DEFAULT_WORKING_HOURS: WorkingHours = {
  morning: ['08:30', '12:00'],
  afternoon: ['14:00', '17:30'],
};

/** One year of a calendar. Saturdays and Sundays are off unless listed in `worked`. */
export interface CalendarYear {
  /** `provisional`: the State Council's notice for this year is not known; days may still change. */
  status: 'published' | 'provisional';
  off: CivilDate[];
  /** Weekend days that are worked instead (调休). */
  worked: CivilDate[];
  source?: string;
}

/** A working calendar as data: `seeds/calendars/*.yaml` once read and checked. */
export interface CalendarData {
  id: string;
  version: number;
  hours: WorkingHours;
  years: Record<string, CalendarYear>;
}

/** Working days and hours of the years it holds. Asked about any other year it throws `UnknownYear`. */
export interface WorkingCalendar {
  readonly id: string;
  readonly version: number;
  readonly hours: WorkingHours;
  readonly firstDate: CivilDate;
  readonly lastDate: CivilDate;
  /** Working time of one full day, in milliseconds. */
  readonly dayLengthMs: number;
  /** Working intervals of a day, in milliseconds since midnight. */
  readonly intervalsMs: ReadonlyArray<readonly [number, number]>;
  isWorkingDay(date: CivilDate): boolean;
  isProvisional(date: CivilDate): boolean;
  /** Whether the year of the date is held, without throwing. */
  holds(date: CivilDate): boolean;

  /** The same by day number, for calculation. */
  isWorking(day: EpochDay): boolean;
  isProvisionalDay(day: EpochDay): boolean;
  holdsDay(day: EpochDay): boolean;
  /** Working days up to and including this day, counted from the first day held. */
  ordinalOf(day: EpochDay): number;
  /** The working day with this ordinal, 1 being the first one held. */
  dayOfOrdinal(ordinal: number): EpochDay;
}

const invalid = (message: string, details: Record<string, string | number> = {}): CalendarError =>
  new CalendarError('InvalidCalendarData', message, details);

function listedDays(year: string, kind: string, dates: readonly CivilDate[]): Set<EpochDay> {
  const days = new Set<EpochDay>();
  for (const date of dates) {
    const day = epochDayOf(date);
    if (!date.startsWith(`${year}-`)) {
      throw invalid(`${year}年的${kind}日期 ${date} 不在该年内，请移到所属年份。`, { date, year });
    }
    if (days.has(day)) throw invalid(`${year}年的${kind}日期 ${date} 重复，请删去一个。`, { date, year });
    days.add(day);
  }
  return days;
}

function intervalsOf(hours: WorkingHours): Array<readonly [number, number]> {
  const intervals = [hours.morning, hours.afternoon].map(
    ([from, to]) => [minutesOf(from) * MINUTE_MS, minutesOf(to) * MINUTE_MS] as const,
  );
  const edges = intervals.flat();
  if (
    edges.some((edge, i) => i > 0 && edge <= (edges[i - 1] ?? 0) && i !== 2) ||
    (edges[2] ?? 0) < (edges[1] ?? 0)
  ) {
    throw invalid('工作时间有误：上午、下午应各自先开始后结束，且互不重叠。');
  }
  return intervals;
}

/** @throws CalendarError InvalidCalendarData, InvalidCivilDate, InvalidCivilTime */
export function createCalendar(data: CalendarData): WorkingCalendar {
  const years = Object.keys(data.years)
    .map(Number)
    .sort((a, b) => a - b);
  const [firstYear, lastYear] = [years[0], years.at(-1)];
  if (firstYear === undefined || lastYear === undefined)
    throw invalid(`日历 ${data.id} 没有任何年份，请至少写入一年。`);
  // A gap would make counting across it a silent guess.
  const gap = years.find((year, i) => year !== firstYear + i);
  if (gap !== undefined) throw invalid(`日历 ${data.id} 的年份在 ${gap} 年之前有缺，请补齐。`, { year: gap });

  const first = epochDayFrom(firstYear, 1, 1);
  const last = epochDayFrom(lastYear, 12, 31);
  const ordinals = new Int32Array(last - first + 2); // ordinals[i + 1]: working days up to and including day i
  const workingDays: EpochDay[] = [];
  for (const year of years) {
    const entry = data.years[String(year)];
    if (!entry) continue;
    const off = listedDays(String(year), '放假', entry.off);
    const worked = listedDays(String(year), '调休上班', entry.worked);
    for (const day of worked) {
      const date = civilDateFrom(day);
      if (weekdayOf(day) < 6) throw invalid(`调休上班日 ${date} 不是周末，请核对通知。`, { date });
      if (off.has(day)) throw invalid(`${date} 既列为放假又列为上班，请删去其一。`, { date });
    }
    for (let day = epochDayFrom(year, 1, 1); day <= epochDayFrom(year, 12, 31); day++) {
      if (weekdayOf(day) < 6 ? !off.has(day) : worked.has(day)) workingDays.push(day);
      ordinals[day - first + 1] = workingDays.length;
    }
  }

  const unknown = (day: EpochDay): CalendarError => {
    const year = partsOf(day).year;
    return new CalendarError(
      'UnknownYear',
      `日历 ${data.id}（第${data.version}版）没有 ${year} 年的工作日安排，无法推算；请先录入该年日历（未公布时可录为暂定）。`,
      { calendarId: data.id, calendarVersion: data.version, year },
    );
  };
  const held = (day: EpochDay): EpochDay => {
    if (day < first || day > last) throw unknown(day);
    return day;
  };
  const provisional = new Set(years.filter((year) => data.years[String(year)]?.status === 'provisional'));
  const provisionalDay = (day: EpochDay): boolean => provisional.has(partsOf(held(day)).year);
  const ordinalOf = (day: EpochDay): number => ordinals[held(day) - first + 1] ?? 0;
  const isWorking = (day: EpochDay): boolean => ordinalOf(day) !== ordinals[day - first];
  const intervalsMs = intervalsOf(data.hours);
  const [firstDate, lastDate] = [civilDateFrom(first), civilDateFrom(last)];

  return {
    id: data.id,
    version: data.version,
    hours: data.hours,
    firstDate,
    lastDate,
    intervalsMs,
    dayLengthMs: intervalsMs.reduce((sum, [from, to]) => sum + to - from, 0),
    isWorkingDay: (date) => isWorking(epochDayOf(date)),
    isProvisional: (date) => provisionalDay(epochDayOf(date)),
    holds: (date) => date >= firstDate && date <= lastDate,
    isWorking,
    isProvisionalDay: provisionalDay,
    holdsDay: (day) => day >= first && day <= last,
    ordinalOf,
    dayOfOrdinal: (ordinal) => {
      const day = workingDays[ordinal - 1];
      if (day === undefined) throw unknown(ordinal < 1 ? first - 1 : last + 1);
      return day;
    },
  };
}
