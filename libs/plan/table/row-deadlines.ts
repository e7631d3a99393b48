import { findDeadlines, isOngoing } from '../deadline.js';
import { normalise } from '../text/normalise.js';

export interface RowDeadline {
  readonly date: string;
  readonly raw: string;
}

/** The dates of a cell under 完成时限; a month means its last day, a date without a year takes `year`, of a stretch the end counts. */
export function rowDeadlines(cell: string, year: number): RowDeadline[] {
  const spelled = spellOut(cell, year);
  return findDeadlines(normalise(spelled).text, year).map(({ date }) => ({ date, raw: cell.trim() }));
}

/** Does the cell say that the work goes on all the time (持续推进, 长期, 全年)? */
export function rowIsOngoing(cell: string): boolean {
  return (
    isOngoing(cell) ||
    /长期|全年|常年|每年|每月|每季|每周|每旬|常态|持续|滚动|动态|经常|日常|不定期|实时|随时|按月|按季|逐月|逐季|有序推进|按(?:计划|进度|时序|时间节点)推进/.test(
      cell,
    )
  );
}

const TO = '(?:—|–|-|~|～|至|到|－)+';
/** The day that a workbook counts from 1899-12-30; a cell without a date format shows the count. */
const FIRST_SERIAL = 40_000;
const LAST_SERIAL = 60_000;

/** The short ways in which tables write a date, as sentences write it: 2026.6 · 2026-06-30 · 6月 · 2026年 · 1—6月 · 年底 · 46022. */
function spellOut(cell: string, year: number): string {
  const ofYear = year > 0 ? `${year}年` : '';
  return cell
    .normalize('NFKC')
    .replace(/[^\S\n]+/g, '')
    .replace(/\n/g, '；')
    .replace(/^(\d{5})(?:\.0+)?$/, (serial: string) => dayOfSerial(Number(serial)) ?? serial)
    .replace(/^(20\d{2})(0[1-9]|1[0-2])(\d{2})?$/, (_, y: string, m: string, d?: string) =>
      d === undefined ? `${y}年${m}月` : `${y}年${m}月${d}日`,
    )
    .replace(/(20\d{2})[-./](\d{1,2})[-./](\d{1,2})(?:T.*|\d{2}:\d{2}.*)?(?![\d月])/g, '$1年$2月$3日')
    .replace(/(20\d{2})[-./](\d{1,2})(?![\d月年])(?!-20)/g, '$1年$2月')
    .replace(/(20\d{2})年?(?:Q|第)?([1-4])(?:季度?)?(?=前|末|底|$)/gi, (whole, y: string, q: string) =>
      /[Q季]/i.test(whole) ? `${y}年${'一二三四'.charAt(Number(q) - 1)}季度` : whole,
    )
    .replace(/^Q([1-4])$/i, (_, q: string) => `${ofYear}${'一二三四'.charAt(Number(q) - 1)}季度末`)
    .replace(new RegExp(`20\\d{2}年?(?:度)?${TO}(20\\d{2})年?(?:度|底|末)?$`), '$1年底')
    .replace(new RegExp(`(20\\d{2}年)(\\d{1,2})月?${TO}(\\d{1,2})月(?:底|末)?`, 'g'), '$1$3月底')
    .replace(new RegExp(`(^|[^年\\d])(\\d{1,2})月?${TO}(\\d{1,2})月(?:底|末|份)?`, 'g'), '$1$3月底')
    .replace(/(^|[；，、(])(20\d{2})年?(?:度)?(?:全年)?(?=$|[；，、)])/g, '$1$2年底')
    .replace(/(^|[；，、])(\d{1,2})[./](\d{1,2})(?:日)?(?=前|$|[；，、])/g, `$1${ofYear}$2月$3日`)
    .replace(/(^|[^年\d])(\d{1,2})月(?:份)?(?=$|[；，、。)])/g, '$1$2月底')
    .replace(/(^|[^年\d])(?=\d{1,2}月\d{1,2}[日号])/g, `$1${ofYear}`)
    .replace(/(^|[；，、])(第?[一二三四1-4]季度|[上下]半年)(?=$|[；，、(。])/g, `$1${ofYear}$2`)
    .replace(/^(?:今年|本年|年)(?:度|终|末)$/, '年底');
}

function dayOfSerial(serial: number): string | undefined {
  if (serial < FIRST_SERIAL || serial > LAST_SERIAL) return undefined;
  const day = new Date(Date.UTC(1899, 11, 30) + serial * 86_400_000);
  return `${day.getUTCFullYear()}年${day.getUTCMonth() + 1}月${day.getUTCDate()}日`;
}
