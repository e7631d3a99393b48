import { findDeadlines, isOngoing } from '../deadline.js';
import { normalise } from '../text/normalise.js';

export interface RowDeadline {
  readonly date: string;
  readonly raw: string;
}

/** The dates of a cell under 完成时限; a month means its last day, a date without a year takes `year`. */
export function rowDeadlines(cell: string, year: number): RowDeadline[] {
  const spelled = spellOut(cell, year);
  return findDeadlines(normalise(spelled).text, year).map(({ date }) => ({ date, raw: cell.trim() }));
}

/** Does the cell say that the work goes on all the time (持续推进, 长期, 全年)? */
export function rowIsOngoing(cell: string): boolean {
  return isOngoing(cell) || /长期|全年|常年|每年|每月|每季|常态|持续/.test(cell);
}

/** The short ways in which tables write a date, as sentences write it: 2026.6 · 2026-06-30 · 6月 · 2026年 · 年底. */
function spellOut(cell: string, year: number): string {
  return cell
    .replace(/\s+/g, '')
    .replace(/(20\d{2})[-./](\d{1,2})[-./](\d{1,2})(?:T.*)?(?!\d)/g, '$1年$2月$3日')
    .replace(/(20\d{2})[-./](\d{1,2})(?![\d月])/g, '$1年$2月')
    .replace(/(20\d{2})年?$/, '$1年底')
    .replace(/(^|[^年\d])(\d{1,2})月(?:份)?$/, '$1$2月底')
    .replace(/(^|[^年\d])(?=\d{1,2}月\d{1,2}日)/g, year > 0 ? `$1${year}年` : '$1');
}
