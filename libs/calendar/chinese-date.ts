import {
  civilPartsOf,
  civilTimeOf,
  epochDayOf,
  partsOf,
  weekdayOf,
  type CivilDate,
  type EpochDay,
  type Instant,
} from './civil-time.js';

const written = (day: EpochDay): string => {
  const { year, month, day: dayOfMonth } = partsOf(day);
  return `${year}年${month}月${dayOfMonth}日`;
};

/** `2024年4月12日`, as official documents write dates (no leading zeros). */
export function chineseDate(date: CivilDate): string {
  return written(epochDayOf(date));
}

/** `2024年4月12日17:30`, civil time of Asia/Shanghai. */
export function chineseDateTime(instant: Instant): string {
  return `${written(civilPartsOf(instant).day)}${civilTimeOf(instant)}`;
}

/** `星期五`. */
export function chineseWeekday(date: CivilDate): string {
  return `星期${'一二三四五六日'.charAt(weekdayOf(epochDayOf(date)) - 1)}`;
}
