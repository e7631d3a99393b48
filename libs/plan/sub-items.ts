import { readChineseNumber } from './text/chinese-number.js';
import type { Span } from './text/mapped-text.js';

/** One entry of a list that is numbered inside a paragraph; `number` as printed without brackets. */
export interface SubItemMention {
  readonly number: string;
  readonly span: Span;
}

type Style = 'bracket' | 'circle' | 'is' | 'dot' | 'chinese' | 'ordinal';
interface Mark {
  readonly style: Style;
  readonly number: string;
  readonly value: number;
  readonly at: number;
  readonly body: number;
}

const MARK = new RegExp(
  [
    '（(?<bracket>\\d{1,2})）',
    '(?<circle>[①-⑳⑴-⒇])',
    // Also 一要, 二要; only after a mark, as 统一是 is none.
    '(?<=^|[\\n。；：，！ ])(?<is>[一二三四五六七八九十]{1,2})(?:是|要)',
    '(?<=[\\n。；：！ ])(?<dot>\\d{1,2})(?:[.、）](?!\\d))',
    '(?<=\\n)（(?<chinese>[一二三四五六七八九十]{1,2})）',
    '(?<=^|[\\n。；：])第(?<ordinal>[一二三四五六七八九十]{1,2})，',
  ].join('|'),
  'gu',
);
/** Most texts have no list: this is asked first. */
const FIRST = /[①⑴]|（[1一]）|一[是要]|[\n。；：！ ]1[.、）](?!\d)|第一，/;
const STYLES: readonly Style[] = ['bracket', 'circle', 'is', 'dot', 'chinese', 'ordinal'];

/**
 * Finds the lists (1)…;(2)…, ①…②…, 一是…二是…, 1.…2.… in a text. A list begins at 1, counts on in one style, and has at
 * least two entries.
 */
export function findSubItems(text: string): SubItemMention[] {
  if (!FIRST.test(text)) return [];
  const marks = [...text.matchAll(MARK)].flatMap((match) => readMark(match));
  const found: SubItemMention[] = [];
  for (let i = 0; i < marks.length; i += 1) {
    const list = listFrom(marks, i);
    if (list.length < 2) continue;
    list.forEach((mark, k) => found.push(entry(text, mark, list[k + 1])));
    i = marks.indexOf(list.at(-1) as Mark, i);
  }
  return found;
}

function readMark(match: RegExpExecArray): Mark[] {
  const style = STYLES.find((name) => match.groups?.[name] !== undefined);
  const printed = style && match.groups?.[style];
  if (style === undefined || printed === undefined) return [];
  const circled = '①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳'.indexOf(printed) + 1 || '⑴⑵⑶⑷⑸⑹⑺⑻⑼⑽⑾⑿⒀⒁⒂⒃⒄⒅⒆⒇'.indexOf(printed) + 1;
  const value = style === 'circle' ? circled : readChineseNumber(printed);
  const number = style === 'circle' ? String(value) : printed;
  return [{ style, number, value, at: match.index, body: match.index + match[0].length }];
}

/** The marks of one style that count on from the one at `from`, what is listed inside an entry passed over. */
function listFrom(marks: readonly Mark[], from: number): Mark[] {
  const first = marks[from];
  if (first?.value !== 1) return [];
  const list = [first];
  for (let i = from + 1, between = 0; i < marks.length && between < MOST_INSIDE; i += 1, between += 1) {
    const mark = marks[i];
    if (mark?.style !== first.style) continue;
    if (mark.value !== list.length + 1) break;
    list.push(mark);
    between = 0;
  }
  return list;
}

/** So many marks of other styles may stand between two of one list. */
const MOST_INSIDE = 20;

function entry(text: string, mark: Mark, next: Mark | undefined): SubItemMention {
  const startsLine = mark.at === 0 || text.charAt(mark.at - 1) === '\n';
  let end = next ? next.at : startsLine ? endOfLine(text, mark.body) : endOfSentence(text, mark.body);
  while (end > mark.body && /[；。，、\s]/.test(text.charAt(end - 1))) end -= 1;
  return { number: mark.number, span: { start: mark.body, end } };
}

function endOfLine(text: string, from: number): number {
  const end = text.indexOf('\n', from);
  return end < 0 ? text.length : end;
}

function endOfSentence(text: string, from: number): number {
  for (let i = from; i < text.length; i += 1) if (/[。；\n]/.test(text.charAt(i))) return i;
  return text.length;
}
