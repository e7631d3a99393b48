import { epochDayOf, weekdayOf } from '#calendar';

/** The days of a month in weeks of seven, Monday first; null where the week reaches beyond the month. */
export function weeksOf<D extends { on: string }>(days: readonly D[]): (D | null)[][] {
  const [first] = days;
  if (!first) return [];
  const before = weekdayOf(epochDayOf(first.on)) - 1;
  const cells: (D | null)[] = [...Array.from({ length: before }, () => null), ...days];
  while (cells.length % 7 !== 0) cells.push(null);
  return Array.from({ length: cells.length / 7 }, (_, week) => cells.slice(week * 7, week * 7 + 7));
}
