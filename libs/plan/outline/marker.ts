import { readChineseNumber } from '../text/chinese-number.js';

/** 附件1 · 第一章 · 第一节 · 一、 · (一) · 1. · 任务1: · (1), 1) or ① · 第一条 · none of these */
export type MarkerKind =
  'annex' | 'chapter' | 'division' | 'part' | 'section' | 'item' | 'named' | 'subItem' | 'article' | 'none';

/** What numbers a paragraph: `length` is that of the printed marker, `number` its value (0 where it has none). */
export interface Marker {
  readonly kind: MarkerKind;
  readonly number: number;
  readonly length: number;
}

const NONE: Marker = { kind: 'none', number: 0, length: 0 };
const FORMS: readonly (readonly [MarkerKind, RegExp])[] = [
  ['chapter', /^第 ?([一二三四五六七八九十\d]{1,3}) ?(?:章|部分|篇)[：、. ]?/],
  ['division', /^第 ?([一二三四五六七八九十\d]{1,3}) ?节[：、. ]?/],
  ['part', /^([一二三四五六七八九十]{1,3}) ?[、.]/],
  ['section', /^（([一二三四五六七八九十百]{1,4})）[、.：]?/],
  ['section', /^([一二三四五六七八九十]{1,3})）[、.]?/],
  ['subItem', /^（(\d{1,2})）[、.]?/],
  ['subItem', /^(\d{1,2})）[、.]?/],
  // 7.5 is a figure, but 1.2025年 is a first task that begins with a year.
  ['item', /^(\d{1,3}) ?(?:[.](?!\d)|[.](?=20\d{2}年)|、)/],
  [
    'named',
    /^(?:重点|主要|工作)?(?:任务|举措|措施|事项|工程|行动) ?([一二三四五六七八九十\d]{1,3})[：.、 ](?!\d)/,
  ],
  ['named', /^[【〔](?:任务|举措|措施|事项|工程|行动|项目) ?([一二三四五六七八九十\d]{1,3})[】〕] ?/],
  ['article', /^第 ?([一二三四五六七八九十百\d]{1,5}) ?条[：、 ]?/],
];
/** Forms that are a line of their own. */
const LINES: readonly (readonly [MarkerKind, RegExp])[] = [
  ['annex', /^附 ?[件表录] ?([一二三四五六七八九十\d]{0,3})[：.、]?(?=$|\n)/],
  ['part', /^([一二三四五六七八九十]{1,3}) (?=[^ ，。；：、\d]{2,13}$)/],
];
/** Numbers that are one character each: from which on, and how many. */
const SINGLE: readonly (readonly [MarkerKind, first: number, count: number])[] = [
  ['subItem', 0x2460, 20], // ①
  ['subItem', 0x2474, 20], // ⑴
  ['item', 0x2488, 20], // ⒈
  ['section', 0x3220, 10], // ㈠
];
const BEGINNINGS = new Set('附第（【〔一二三四五六七八九十0123456789重主工任举措事行');

/** Reads the marker at the beginning of a normalised line. */
export function readMarker(line: string): Marker {
  const first = line.charCodeAt(0);
  for (const [kind, from, count] of SINGLE) {
    if (first >= from && first < from + count) return { kind, number: first - from + 1, length: 1 };
  }
  // Asked of every line: most begin with none of these.
  if (!BEGINNINGS.has(line.charAt(0))) return NONE;
  return (line.length <= 16 ? read(line, LINES) : undefined) ?? read(line.slice(0, 16), FORMS) ?? NONE;
}

function read(head: string, forms: readonly (readonly [MarkerKind, RegExp])[]): Marker | undefined {
  for (const [kind, form] of forms) {
    const match = form.exec(head);
    if (match) return { kind, number: readChineseNumber(match[1] ?? ''), length: match[0].length };
  }
  return undefined;
}
