import { dateOf, daysInMonth } from './dates.js';
import { Claimed } from './text/claimed.js';
import { readChineseNumber } from './text/chinese-number.js';
import type { Span } from './text/mapped-text.js';

/** A date that the text itself gives (YYYY-MM-DD). */
export interface DeadlineMention {
  readonly date: string;
  readonly span: Span;
}

const BY = '(?:力争|争取|确保|在|于|至|到|截至|截止)?';
const CHINESE = '[一二三四五六七八九十]{1,3}';
const Y = '(?<y>20\\d{2}|二[〇零○]{1}[一二三四五六七八九〇零○]{2})年';
const THIS = '(?<rel>今年|本年|明年|次年|当年)';
const M = `(?<m>\\d{1,2}|${CHINESE})月`;
const D = `(?<d>\\d{1,2}|${CHINESE})[日号]`;
const BEFORE = '(?:之?前|以前|止|内)';
const TO = '(?:—|–|-|~|～|至|到|－)+';
/** What is done when a bare year or quarter is a date to be met. */
const DONE =
  '(?:前|内|完成|建成|竣工|投产|开工|投用|投入使用|通车|运行|出台|印发|启动|实现|达产|验收|交付|全面完成|全部完成|基本完成|力争|争取|确保)';

/** Each way to write a date by which something is to be done; the more special ones first. */
const FORMS: readonly RegExp[] = [
  // 2025年3月—10月 · 2024年12月至2025年3月底: the end counts
  `${Y}\\d{1,2}月(?:\\d{1,2}日)?(?:起|开始)?${TO}(?:(?<y2>20\\d{2})年)?(?<m2>\\d{1,2})月(?:(?<d2>\\d{1,2})日)?(?:底|末)?${BEFORE}?`,
  `${BY}${Y}${M}${D}${BEFORE}?`,
  `${BY}(?:${THIS}|(?<![每\\d年]))${M}${D}(?:之?前|以前|止)`,
  `${BY}(?:${Y}|${THIS})${M}(?:份)?(?<part>[上中下]旬)${BEFORE}?`,
  `${BY}(?<![每年\\d])${M}(?:份)?(?<part>[上中下]旬)${BEFORE}`,
  `${BY}(?:${Y}|${THIS})?(?<!每)(?<![\\d.])${M}(?:份)?(?:(?:底|末)?(?:之?前|以前)|底|末|内)`,
  `${BY}(?:${Y}|${THIS})${M}(?:份)?(?:底|末)?`,
  `${BY}(?:${Y}|${THIS})(?<q>[上下]半年|第?[一二三四1-4]季度)(?:末|底)?${BEFORE}?`,
  `${BY}(?<![每\\d年度一二三四])(?<q>第?[一二三四]季度)(?:(?:末|底)(?:之?前)?|之?前|(?=${DONE}))`,
  `${BY}(?<![每\\d年度])(?<q>[上下]半年)(?=${DONE}|，(?:完成|建成|实现|全面))`,
  `${BY}${Y}(?:年)?(?:底|末|内|终)(?:之?前)?`,
  `(?:力争|争取|确保|到|至|截至)${Y}(?![度—–~～-])`,
  `(?<=(?:到|至)20\\d{2}年(?:、20\\d{2}年){0,3}[、和])${Y}(?![度—–~～-])`,
  `${Y}前(?!后|列|三|两)`,
  `(?<![《比较以自从\\d])${Y}(?!前|内)(?=${DONE})`,
  `${BY}${THIS}(?:年)?(?:底|末|内)(?:之?前)?`,
  `${BY}(?<![一两三四五六七八九十\\d每全半去上往历前]|每年)年(?:[底末](?:之?前)?|终(?:之?前))(?!考核|总结|评|绩效|分红|集中)`,
  '(?<![每全两三四五几半\\d一十])年(?:度)?内',
  '“?十(?<plan>[三四五六])五”?(?:规划)?(?:时期|期间)?(?:期末|末)',
].map((form) => new RegExp(form, 'gu'));

const QUARTER_END: readonly (readonly [RegExp, month: number, day: number])[] = [
  [/上半年/, 6, 30],
  [/下半年/, 12, 31],
  [/[一1]季度/, 3, 31],
  [/[二2]季度/, 6, 30],
  [/[三3]季度/, 9, 30],
  [/[四4]季度/, 12, 31],
];
/** Not dates to be met: names in book marks, quotations, "2024—2026年". */
const MASKED = /《[^《》]{0,200}》|“[^“”]{0,60}”|20\d{2}年?[—–~～－-]20\d{2}年?/gu;
/** 2020年底 in 较2020年底下降 is what is compared with. */
const COMPARES = /[比较以自从]$|相比$|相较$|同比$|基于$/;

/**
 * Finds the dates by which a text wants something done. Dates without a year take `year` (0: unknown, they are left
 * out); a month means its last day, a stretch of months its end. A date that does not exist (2月30日) is left out.
 */
export function findDeadlines(text: string, year: number): DeadlineMention[] {
  if (!/[年月末旬季]/.test(text)) return [];
  const masked = text.replace(MASKED, (name) => (/^“十.五”$/.test(name) ? name : '〇'.repeat(name.length)));
  const found: DeadlineMention[] = [];
  const claimed = new Claimed(text.length);
  for (const form of FORMS) {
    for (const match of masked.matchAll(form)) {
      const span = { start: match.index, end: match.index + match[0].length };
      if (/^(?:起|以来|开始|以后|之后)/.test(masked.slice(span.end, span.end + 2))) continue;
      if (!claimed.isFree(span)) continue;
      claimed.claim(span);
      if (COMPARES.test(masked.slice(Math.max(0, span.start - 2), span.start))) continue;
      const date = readDate(match, year);
      const isPast = /^截[至止]/.test(match[0]) && year > 0 && date !== undefined && date < `${year}-01-01`;
      if (date !== undefined && !isPast) found.push({ date, span });
    }
  }
  return found.sort((a, b) => a.span.start - b.span.start);
}

function readDate(match: RegExpExecArray, defaultYear: number): string | undefined {
  const { y, y2, m, m2, d, d2, q, part, rel, plan } = match.groups ?? {};
  if (plan !== undefined) return dateOf(1990 + 5 * (readChineseNumber(plan) + 3), 12, 31);
  const next = rel === '明年' || rel === '次年' ? 1 : 0;
  const stated = y2 ?? y;
  const year = stated === undefined ? (defaultYear === 0 ? 0 : defaultYear + next) : readYear(stated);
  if (q !== undefined) {
    const end = QUARTER_END.find(([form]) => form.test(q));
    return end && dateOf(year, end[1], end[2]);
  }
  const monthText = m2 ?? m;
  if (monthText === undefined) return dateOf(/\d年前$/.test(match[0]) ? year - 1 : year, 12, 31);
  const month = readChineseNumber(monthText);
  const dayText = m2 === undefined ? d : d2;
  if (dayText !== undefined) return dateOf(year, month, readChineseNumber(dayText));
  if (part === '上旬') return dateOf(year, month, 10);
  if (part === '中旬') return dateOf(year, month, 20);
  return dateOf(year, month, daysInMonth(year, month));
}

function readYear(text: string): number {
  if (/^\d/.test(text)) return Number(text);
  return Number(
    [...text].map((figure) => '〇一二三四五六七八九'.indexOf(figure.replace(/[零○]/, '〇'))).join(''),
  );
}

const ONGOING =
  /持续(?!时间|性|到)|常态化|常态长效|长期(?:坚持|推进|实施|任务|有效)|长效|贯穿全年|全年(?:推进|开展|实施|坚持)|常年(?:坚持|开展)|久久为功/;

/** Does the text say that the work goes on all the time (持续推进)? */
export function isOngoing(text: string): boolean {
  return ONGOING.test(text);
}

/** Where it says so. */
export function ongoingAt(text: string): Span | undefined {
  const match = ONGOING.exec(text);
  return match ? { start: match.index, end: match.index + match[0].length } : undefined;
}
