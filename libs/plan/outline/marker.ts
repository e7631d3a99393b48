import { readChineseNumber } from '../text/chinese-number.js';

/** 附件1 · 一、 · (一) · 1. · (1) or ① · 第一条 · none of these */
export type MarkerKind = 'annex' | 'part' | 'section' | 'item' | 'subItem' | 'article' | 'none';

/** What numbers a paragraph: `length` is that of the printed marker, `number` its value (0 where it has none). */
export interface Marker {
  readonly kind: MarkerKind;
  readonly number: number;
  readonly length: number;
}

const NONE: Marker = { kind: 'none', number: 0, length: 0 };
const CIRCLED = '①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳';
const FORMS: readonly (readonly [MarkerKind, RegExp])[] = [
  ['annex', /^附\s?件\s?([一二三四五六七八九十\d]{0,3})[：.、]?(?=$|\n)/],
  ['part', /^([一二三四五六七八九十]{1,3})[、.]/],
  ['section', /^（([一二三四五六七八九十百]{1,4})）[、.]?/],
  ['subItem', /^（(\d{1,2})）[、.]?/],
  ['item', /^(\d{1,3})(?:[.、](?!\d)|．)/],
  ['article', /^第([一二三四五六七八九十百\d]{1,5})条/],
];

/** Reads the marker at the beginning of a normalised line. */
export function readMarker(line: string): Marker {
  const circled = CIRCLED.indexOf(line.charAt(0));
  if (line !== '' && circled >= 0) return { kind: 'subItem', number: circled + 1, length: 1 };
  const head = line.slice(0, 16);
  for (const [kind, form] of FORMS) {
    const match = form.exec(line.length > 16 ? head : line);
    if (match && !(kind === 'annex' && line.length > 16)) {
      return { kind, number: readChineseNumber(match[1] ?? ''), length: match[0].length };
    }
  }
  return NONE;
}
