/** `YYYY-MM-DD` of the given figures; nothing where there is no such day. */
export function dateOf(year: number, month: number, day: number): string | undefined {
  const last = daysInMonth(year, month);
  if (day < 1 || day > last || year < 1900 || year > 2200) return undefined;
  return `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}

/** 28 to 31; 0 where there is no such month. */
export function daysInMonth(year: number, month: number): number {
  if (!Number.isInteger(month) || month < 1 || month > 12) return 0;
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  return month === 2 ? (leap ? 29 : 28) : [4, 6, 9, 11].includes(month) ? 30 : 31;
}
