import { dateOf, daysInMonth } from './dates.js';
import { Claimed } from './text/claimed.js';
import type { Span } from './text/mapped-text.js';

/** A date that the text itself gives (YYYY-MM-DD). */
export interface DeadlineMention {
  readonly date: string;
  readonly span: Span;
}

const BY = '(?:力争|争取|确保|在|于|至|到|截至|截止)?';
const YEAR = '(20\\d{2})年';
const FORMS: readonly RegExp[] = [
  new RegExp(`${BY}${YEAR}(\\d{1,2})月(\\d{1,2})日(?:之?前|以前|止)?`, 'gu'),
  new RegExp(`${BY}(?:今年|本年|(?<![每\\d年]))(\\d{1,2})月(\\d{1,2})日(?:之?前|以前|止)`, 'gu'),
  new RegExp(`${BY}(?:${YEAR}|今年|本年)?(?<!每)(\\d{1,2})月(?:份)?(?:底|末|内)?(?:之?前|底|末|内)`, 'gu'),
  new RegExp(`${BY}${YEAR}(\\d{1,2})月(?:底|末)?`, 'gu'),
  new RegExp(`${BY}${YEAR}(上半年|第?[一二三四]季度)末?(?:前|内)?`, 'gu'),
  new RegExp(`${BY}${YEAR}(?:年)?(?:底|末|内)(?:之?前)?`, 'gu'),
  new RegExp(`(?:力争|争取|确保|到|至|截至)${YEAR}(?![度—-])`, 'gu'),
  new RegExp(`${YEAR}前(?!后)`, 'gu'),
  new RegExp(`${BY}(今年|本年|年)(?:底|末)(?:之?前)?`, 'gu'),
  /(?<![每全两三几\d])年内/gu,
];
const QUARTER_END: Readonly<Record<string, readonly [month: number, day: number]>> = {
  上半年: [6, 30],
  一季度: [3, 31],
  二季度: [6, 30],
  三季度: [9, 30],
  四季度: [12, 31],
};
/** Not dates to be met: names in book marks, quotations, "2024—2026年", "2026年起". */
const MASKED = /《[^《》]{0,200}》|“[^“”]{0,60}”|20\d{2}年?[—–~～-]20\d{2}年?/gu;

/**
 * Finds the dates by which a text wants something done. Dates without a year take `year` (0: unknown, they are left
 * out); a month means its last day. A date that does not exist (2月30日) is left out.
 */
export function findDeadlines(text: string, year: number): DeadlineMention[] {
  const masked = text.replace(MASKED, (name) => '〇'.repeat(name.length));
  const found: DeadlineMention[] = [];
  const claimed = new Claimed(text.length);
  for (const form of FORMS) {
    for (const match of masked.matchAll(form)) {
      const span = { start: match.index, end: match.index + match[0].length };
      if (/^(?:起|以来|开始)/.test(masked.slice(span.end, span.end + 2))) continue;
      if (/[每年]$/.test(masked.slice(Math.max(0, span.start - 1), span.start)) && /^年[底末]/.test(match[0]))
        continue;
      if (!claimed.isFree(span)) continue;
      claimed.claim(span);
      found.push({ date: readDate(match[0], year) ?? '', span });
    }
  }
  return found.filter(({ date }) => date !== '').sort((a, b) => a.span.start - b.span.start);
}

function readDate(raw: string, defaultYear: number): string | undefined {
  const year = Number(/20\d{2}/.exec(raw)?.[0] ?? defaultYear);
  const quarter = QUARTER_END[/上半年|[一二三四]季度/.exec(raw)?.[0] ?? ''];
  if (quarter !== undefined) return dateOf(year, quarter[0], quarter[1]);
  const month = /(\d{1,2})月/.exec(raw)?.[1];
  if (month === undefined) return dateOf(/\d年前$/.test(raw) ? year - 1 : year, 12, 31);
  const day = Number(/(\d{1,2})日/.exec(raw)?.[1] ?? daysInMonth(year, Number(month)));
  return dateOf(year, Number(month), day);
}

const ONGOING = /持续(?!时间|性|到)|常态化|常态长效|长期坚持|长效|全年(?:推进|开展)/;

/** Does the text say that the work goes on all the time (持续推进)? */
export function isOngoing(text: string): boolean {
  return ONGOING.test(text);
}

/** Where it says so. */
export function ongoingAt(text: string): Span | undefined {
  const match = ONGOING.exec(text);
  return match ? { start: match.index, end: match.index + match[0].length } : undefined;
}
