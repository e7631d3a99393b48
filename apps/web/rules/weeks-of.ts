/** The days of a month in weeks of seven, Monday first; null where the week reaches beyond the month. */
export function weeksOf<D extends { on: string }>(days: readonly D[]): (D | null)[][] {
  const [first] = days;
  if (!first) return [];
  // Sunday is 0; a civil date stands for its midnight in UTC, so that no time zone moves the day.
  const before = (new Date(`${first.on}T00:00:00Z`).getUTCDay() + 6) % 7;
  const cells: (D | null)[] = [...Array.from({ length: before }, () => null), ...days];
  while (cells.length % 7 !== 0) cells.push(null);
  return Array.from({ length: cells.length / 7 }, (_, week) => cells.slice(week * 7, week * 7 + 7));
}
