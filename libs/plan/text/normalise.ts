import { foldLines } from './fold-lines.js';
import { findWrapping, type OpenParagraph, startsNewParagraph, TAIL } from './line-wraps.js';
import type { MappedText } from './mapped-text.js';
import { isPageFurniture } from './page-furniture.js';

/**
 * Folds widths, drops what prints nothing, blanks inside words and page furniture, and joins hard line wraps.
 * In the result a line end is the end of a paragraph. Linear in the length of the source.
 */
export function normalise(source: string): MappedText {
  const folded = foldLines(source);
  const lines = folded.lines.filter((line) => !isPageFurniture(line.text));
  const wrapping = findWrapping(lines);
  const text: string[] = [];
  const printed: string[] = [];
  const offsets = new Int32Array(folded.offsets.length + lines.length + 1);
  let to = 0;
  let open: OpenParagraph | undefined;
  let apart = false;
  for (const line of lines) {
    const { length } = line.text;
    if (length === 0) {
      apart = true;
      continue;
    }
    const isNew = open === undefined || startsNewParagraph(open, line, apart, wrapping);
    if (open !== undefined && isNew) {
      text.push('\n');
      printed.push('\n');
      offsets[to] = (offsets[to - 1] ?? 0) + 1;
      to += 1;
    }
    text.push(wrapping.isWrapped ? line.text : partGluedHeadings(line.text));
    printed.push(folded.printed.slice(line.from, line.from + length));
    offsets.set(folded.offsets.subarray(line.from, line.from + length), to);
    to += length;
    if (wrapping.isWrapped) {
      const tail = isNew || open === undefined ? line.text : open.tail + line.text;
      open = { last: line, tail: tail.slice(-TAIL) };
    } else open ??= { last: line, tail: '' };
    apart = false;
  }
  offsets[to] = to === 0 ? 0 : (offsets[to - 1] ?? 0) + 1;
  return { text: text.join(''), printed: printed.join(''), offsets: offsets.subarray(0, to + 1) };
}

/** "…。 提升治理效能。…": a heading that slipped onto the line before; the blank becomes the end of a paragraph. */
function partGluedHeadings(line: string): string {
  const parted = line.replace(/。 (?=[\u3400-\u9fff、“”]{4,16}。.)/gu, '。\n');
  return parted.length > 80 ? partFlat(parted) : parted;
}

const NUMBERED =
  '(?:第[一二三四五六七八九十]{1,3}(?:[章节条]|部分)|[一二三四五六七八九十]{1,3}、|（[一二三四五六七八九十]{1,3}）|\\d{1,2}[.、](?!\\d))';
const BEFORE_NUMBER = new RegExp(` (?=${NUMBERED})`, 'gu');
/** 一、总体要求 坚持…: the blank after a heading. */
const AFTER_HEADING = new RegExp(
  `(^|\\n)(${NUMBERED}[\\u3400-\\u9fff、“”]{2,20}) (?=[\\u3400-\\u9fff“])`,
  'gu',
);
/** A document pasted as one line: the blanks before its numbers, if so many, are the ends of its paragraphs. */
const FLAT = 3;

function partFlat(line: string): string {
  if ((line.match(BEFORE_NUMBER)?.length ?? 0) < FLAT) return line;
  return line.replace(BEFORE_NUMBER, '\n').replace(AFTER_HEADING, '$1$2\n');
}
