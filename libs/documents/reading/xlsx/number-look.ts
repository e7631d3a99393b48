const BUILT_IN_DAYS = new Set([14, 15, 16, 22, 30, 31, 36, 50, 51, 54, 58]);
const BUILT_IN_MONTHS = new Set([17, 27, 28, 29, 52, 55, 57]);
const BUILT_IN_PERCENT = new Set([9, 10]);
const DAY = 86_400_000;
/** Days before the first of March 1900 are counted with a leap day that never was; no plan has such dates. */
const EPOCH_1900 = Date.UTC(1899, 11, 30);
const EPOCH_1904 = Date.UTC(1904, 0, 1);
/** The last day of the year 9999. */
const LAST_DAY = 2_958_465;

export type DatePrecision = 'day' | 'month' | 'year';

/** How a cell shows its number. */
export type NumberLook =
  | { readonly kind: 'plain' }
  | { readonly kind: 'date'; readonly precision: DatePrecision }
  | { readonly kind: 'percent' }
  /** With words around it, and so many figures at least: 第003号. */
  | { readonly kind: 'worded'; readonly before: string; readonly after: string; readonly figures: number };

const PLAIN: NumberLook = { kind: 'plain' };

/** What a number format makes of a number. Format numbers and codes: ECMA-376 part 1, 18.8.30 and 18.8.31. */
export function numberLook(formatId: number, formatCode: string | undefined): NumberLook {
  if (formatCode === undefined) {
    if (BUILT_IN_MONTHS.has(formatId)) return { kind: 'date', precision: 'month' };
    if (BUILT_IN_DAYS.has(formatId)) return { kind: 'date', precision: 'day' };
    return BUILT_IN_PERCENT.has(formatId) ? { kind: 'percent' } : PLAIN;
  }
  const [section = ''] = formatCode.split(/;(?=(?:[^"]*"[^"]*")*[^"]*$)/, 1);
  const letters = section.replace(/"[^"]*"|[\\_*].|\[[^\]]*\]/g, '').toLowerCase();
  const precision = datePrecision(letters);
  if (precision) return { kind: 'date', precision };
  if (letters.includes('%')) return { kind: 'percent' };
  return worded(section.replace(/\[[^\]]*\]|[_*]./g, ''));
}

function datePrecision(letters: string): DatePrecision | undefined {
  if (letters.includes('general')) return undefined;
  const hasYear = /[ye]/.test(letters) && !/0e|e[+-]/.test(letters);
  const hasMonth = letters.includes('m') && !/h/.test(letters.replace(/[ye].*/, ''));
  if (letters.includes('d') && hasMonth) return 'day';
  if (!hasYear) return undefined;
  return hasMonth ? 'month' : 'year';
}

function worded(section: string): NumberLook {
  const match = /^((?:"[^"]*"|\\.)*)(general|[#0,]+)((?:"[^"]*"|\\.)*)$/i.exec(section);
  if (!match) return PLAIN;
  const words = (part: string | undefined): string => (part ?? '').replace(/"([^"]*)"|\\(.)/g, '$1$2');
  const [before, after] = [words(match[1]), words(match[3])];
  const figures = /^0+$/.test(match[2] ?? '') ? (match[2]?.length ?? 0) : 0;
  return before === '' && after === '' && figures < 2 ? PLAIN : { kind: 'worded', before, after, figures };
}

/** A number as its cell shows it, with all the places that were saved: dates as documents print them, 0.125 as 12.5%. */
export function printCellNumber(value: number, look: NumberLook, since1904: boolean): string {
  switch (look.kind) {
    case 'date':
      return printDate(value, look.precision, since1904) ?? plain(value);
    case 'percent':
      return `${plain(value * 100)}%`;
    case 'worded':
      return `${look.before}${plain(value).padStart(look.figures, '0')}${look.after}`;
    case 'plain':
      return plain(value);
  }
}

/** 2026-06-30 (with or without a time) as documents print it. */
export function printIsoDate(value: string): string {
  const match = /^(\d{4})-(\d\d)-(\d\d)/.exec(value);
  return match ? `${Number(match[1])}年${Number(match[2])}月${Number(match[3])}日` : value;
}

/** A serial day number as Chinese documents print it: 2026年6月30日, 2026年6月, or 2026年. */
function printDate(serial: number, precision: DatePrecision, since1904: boolean): string | undefined {
  if (serial < 1 || serial > LAST_DAY) return undefined;
  const date = new Date((since1904 ? EPOCH_1904 : EPOCH_1900) + Math.floor(serial) * DAY);
  const year = `${date.getUTCFullYear()}年`;
  if (precision === 'year') return year;
  const month = `${year}${date.getUTCMonth() + 1}月`;
  return precision === 'month' ? month : `${month}${date.getUTCDate()}日`;
}

/** 0.30000000000000004 is how the file stores what the program shows as 0.3. */
function plain(value: number): string {
  return String(Number(value.toPrecision(15)));
}
