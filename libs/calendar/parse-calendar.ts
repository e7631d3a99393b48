import { z } from 'zod';
import { readDataFile, type FoundProblem } from '#data-file';
import { CalendarError } from './calendar-error.js';
import { civilDateFrom, epochDayOf, minutesOf, type CivilDate } from './civil-time.js';
import { createCalendar, DEFAULT_WORKING_HOURS, type CalendarData } from './working-calendar.js';

/** What is wrong in a calendar file, and where; line and column count from 1. */
export interface CalendarFileError {
  code: string;
  line: number;
  column: number;
  /** `years.2024.off.3` */
  path: string;
  message: string;
}

export type ParsedCalendar = { ok: true; data: CalendarData } | { ok: false; errors: CalendarFileError[] };

const valid = (check: () => unknown): boolean => {
  try {
    check();
    return true;
  } catch {
    return false;
  }
};
const isDate = (text: string): boolean => valid(() => epochDayOf(text));
const time = z.string().refine((text) => valid(() => minutesOf(text)), { error: '时间应写作 "08:30"' });
const span = z.tuple([time, time], { error: '应为两个时间，如 ["08:30", "12:00"]' });

/** A date, or a range `2024-02-10/2024-02-17` with both ends, as single dates. */
const dates = z
  .string({ error: '应为日期（加引号）' })
  .refine((text) => text.split('/').length <= 2 && text.split('/').every(isDate), {
    error: '应为日期 2024-04-04 或起止日期 2024-02-10/2024-02-17',
    abort: true,
  })
  .transform((text, ctx): CivilDate[] => {
    const [from = '', to = from] = text.split('/');
    const [first, last] = [epochDayOf(from), epochDayOf(to)];
    if (last < first) ctx.addIssue({ code: 'custom', message: '起止日期前后颠倒' });
    return Array.from({ length: Math.max(0, last - first + 1) }, (_, i) => civilDateFrom(first + i));
  });
const dateList = z
  .array(dates)
  .default([])
  .transform((lists) => lists.flat());

const year = z.strictObject({
  status: z.enum(['published', 'provisional'], { error: '应为 published（已公布）或 provisional（暂定）' }),
  source: z.string().optional(),
  off: dateList,
  worked: dateList,
});
const calendarFile = z.strictObject({
  id: z.string({ error: '缺少日历标识 id' }).min(1),
  version: z.int({ error: '版本号 version 应为正整数' }).min(1),
  hours: z.strictObject({ morning: span, afternoon: span }).default(DEFAULT_WORKING_HOURS),
  years: z.record(z.string().regex(/^\d{4}$/, { error: '年份应写作 "2024"' }), year, { error: '缺少 years' }),
});

/** Reads a calendar file. All that is wrong is returned with its place; nothing is thrown. */
export function parseCalendar(yaml: string): ParsedCalendar {
  const read = readDataFile(calendarFile, yaml, (value) => contradictions(dataOf(value)));
  if (read.ok) return { ok: true, data: dataOf(read.value) };
  return {
    ok: false,
    errors: read.problems.map(({ path, ...problem }) => ({ ...problem, path: path.join('.') })),
  };
}

const dataOf = (file: z.output<typeof calendarFile>): CalendarData => ({
  ...file,
  years: Object.fromEntries(
    Object.entries(file.years).map(([key, { source, ...rest }]) => [
      key,
      source === undefined ? rest : { ...rest, source },
    ]),
  ),
});

/** What no single value shows: a day both off and worked, a gap between years. */
function contradictions(data: CalendarData): FoundProblem[] {
  try {
    createCalendar(data);
    return [];
  } catch (error) {
    if (!(error instanceof CalendarError)) throw error;
    const { date, year: named } = error.details;
    const year = named ?? (date === undefined ? undefined : String(date).slice(0, 4));
    return [{ path: year === undefined ? [] : ['years', String(year)], message: error.message }];
  }
}
