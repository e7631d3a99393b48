const BUILT_IN_DAYS = new Set([14, 15, 16, 22, 30, 31, 36, 50, 54, 58]);
const BUILT_IN_MONTHS = new Set([17, 27, 52, 55, 57]);
const DAY = 86_400_000;
/** Days before the first of March 1900 are counted with a leap day that never was; no plan has such dates. */
const EPOCH_1900 = Date.UTC(1899, 11, 30);
const EPOCH_1904 = Date.UTC(1904, 0, 1);

export type DatePrecision = 'day' | 'month' | undefined;

/** Whether a number format shows a date, and whether it shows the day. Format numbers: ECMA-376 part 1, 18.8.30. */
export function datePrecision(formatId: number, formatCode: string | undefined): DatePrecision {
  if (formatCode === undefined) {
    if (BUILT_IN_MONTHS.has(formatId)) return 'month';
    return BUILT_IN_DAYS.has(formatId) ? 'day' : undefined;
  }
  const code = formatCode.replace(/"[^"]*"|\\.|\[[^\]]*\]/g, '').toLowerCase();
  if (!code.includes('y') || !code.includes('m'))
    return code.includes('d') && code.includes('m') ? 'day' : undefined;
  return code.includes('d') ? 'day' : 'month';
}

/** A serial day number as Chinese documents print it: 2026年6月30日, or 2026年6月. */
export function printDate(serial: number, precision: 'day' | 'month', since1904: boolean): string {
  const date = new Date((since1904 ? EPOCH_1904 : EPOCH_1900) + Math.floor(serial) * DAY);
  if (Number.isNaN(date.getTime())) return String(serial);
  const month = `${date.getUTCFullYear()}年${date.getUTCMonth() + 1}月`;
  return precision === 'month' ? month : `${month}${date.getUTCDate()}日`;
}
