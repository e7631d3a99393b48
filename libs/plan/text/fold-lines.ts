import {
  BLANK,
  formOf,
  INVISIBLE,
  isCjk,
  isCjkPunctuation,
  isDigit,
  isNumeral,
  KEPT,
  kindOf,
  LINE_END,
  widthOf,
} from './characters.js';
import type { SetLine } from './line-wraps.js';

/** A line in one form; `from` is where it begins in the offsets and in `printed`. */
export interface FoldedLine extends SetLine {
  readonly from: number;
}
export interface FoldedLines {
  readonly lines: readonly FoldedLine[];
  /** What stands in the source at each position of all lines together, and its code point offset. */
  readonly printed: string;
  readonly offsets: Int32Array;
}

/** A line of the source: code units `[start, end)`, the code point offset of its start, its letters and the blanks between them. */
interface RawLine {
  readonly start: number;
  readonly end: number;
  readonly offset: number;
  readonly letters: number;
  readonly blanks: number;
  /** Columns of the blanks before the first letter. */
  readonly indent: number;
}

/** Folds widths and marks, and leaves out what prints nothing and blanks that mean nothing. One pass over each line. */
export function foldLines(source: string): FoldedLines {
  const raw = splitLines(source);
  const isSpaced = spacedLines(raw);
  const text = new Uint16Array(source.length);
  const printed = new Uint16Array(source.length);
  const offsets = new Int32Array(source.length);
  const ends: number[] = [];
  const columns: number[] = [];
  let to = 0;
  raw.forEach((line, i) => {
    const spaced = isSpaced[i] === true;
    let before = 0;
    let offset = line.offset;
    let width = line.indent;
    for (let at = line.start; at < line.end; at += 1) {
      const code = source.charCodeAt(at);
      const isSecondHalf =
        (code & 0xfc00) === 0xdc00 && at > line.start && (source.charCodeAt(at - 1) & 0xfc00) === 0xd800;
      const here = isSecondHalf ? offset - 1 : offset;
      if (!isSecondHalf) offset += 1;
      const kind = kindOf(code);
      if (kind === INVISIBLE) continue;
      let kept = code;
      if (kind === BLANK) {
        if (before === 0x20) continue;
        const next = nextLetter(source, at, line.end);
        if (!keepsBlank(source, before, next, line.end, spaced)) continue;
        kept = 0x20;
      } else if (code < 0x3400 || code > 0x9fff) kept = punctuated(source, code, before, at, line.end);
      text[to] = kept;
      printed[to] = code;
      offsets[to] = here;
      to += 1;
      width += code < 0x2000 ? 1 : isSecondHalf ? 0 : 2;
      before = kept;
    }
    ends.push(to);
    columns.push(width);
  });
  const whole = decode(text.subarray(0, to));
  const lines = raw.map((line, i): FoldedLine => {
    const from = ends[i - 1] ?? 0;
    return { text: whole.slice(from, ends[i]), columns: columns[i] ?? 0, isIndented: line.indent > 0, from };
  });
  return { lines, printed: decode(printed.subarray(0, to)), offsets };
}

function splitLines(source: string): RawLine[] {
  // A file of old has returns alone at the ends of its lines.
  const isReturned = source.includes('\r') && !source.includes('\n');
  const lines: RawLine[] = [];
  let start = 0;
  let offset = 0;
  let point = 0;
  let [letters, blanks, indent] = [0, 0, 0];
  let isBetween = false;
  for (let at = 0; at <= source.length; at += 1) {
    const code = at < source.length ? source.charCodeAt(at) : 0x0a;
    const kind = kindOf(code);
    if (kind === LINE_END || (isReturned && code === 0x0d)) {
      lines.push({ start, end: at, offset, letters, blanks, indent });
      start = at + 1;
      offset = point + 1;
      [letters, blanks, indent] = [0, 0, 0];
      isBetween = false;
    } else if (kind === BLANK) {
      if (letters === 0) indent += code === 0x3000 ? 2 : 1;
      else if (!isBetween) blanks += 1;
      isBetween = true;
    } else if (kind === KEPT) {
      letters += 1;
      isBetween = false;
    }
    const isPair = (code & 0xfc00) === 0xd800 && (source.charCodeAt(at + 1) & 0xfc00) === 0xdc00;
    if (!isPair) point += 1;
  }
  return lines;
}

/** So many letters a blank at most, and so many blanks at least, has a line whose characters are set apart. */
const LETTERS_APART = 4;
const BLANKS_APART = 3;
/** In a document with so large a part of such lines a line with fewer blanks is one as well. */
const SPACED_SHARE = 0.3;

/** Newspaper columns are set with a blank between any two characters of a line. */
function spacedLines(lines: readonly RawLine[]): boolean[] {
  const spaced = lines.map(
    ({ letters, blanks }) => blanks >= BLANKS_APART && letters <= blanks * LETTERS_APART,
  );
  const count = spaced.filter(Boolean).length;
  const long = lines.filter(({ letters }) => letters >= 8).length;
  if (count < 3 || count < long * SPACED_SHARE) return spaced;
  return lines.map(({ letters, blanks }, i) => spaced[i] === true || (blanks >= 1 && letters <= blanks * 6));
}

function nextLetter(source: string, from: number, end: number): number {
  let at = from + 1;
  while (at < end && kindOf(source.charCodeAt(at)) !== KEPT) at += 1;
  return at;
}

/** Between two Chinese characters a blank may separate words, unless the whole line is letter-spaced; elsewhere it only pads. */
function keepsBlank(source: string, before: number, next: number, end: number, spaced: boolean): boolean {
  if (before === 0 || next >= end) return false;
  const after = widthOf(source.charCodeAt(next));
  if (before === 0x3002 && !spaced) return true;
  // （一） after a blank may begin a paragraph that lost its line.
  if ((after === 0x28 || after === 0xff08) && isNumeral(source.charCodeAt(next + 1))) return true;
  if (isCjkPunctuation(before) || isCjkPunctuation(after)) return false;
  if (isCjk(before) && isCjk(after)) return !spaced;
  return !isCjk(before) && !isCjk(after);
}

/** One form for each mark; a comma or colon between digits stays what it is (1,000 and 8:30). */
function punctuated(source: string, code: number, before: number, at: number, end: number): number {
  const form = formOf(code);
  if (form !== 0xff0c && form !== 0xff1a) return form;
  const narrow = widthOf(code);
  if ((narrow !== 0x2c && narrow !== 0x3a) || !isDigit(before) || at + 1 >= end) return form;
  return isDigit(widthOf(source.charCodeAt(at + 1))) ? narrow : form;
}

function decode(codes: Uint16Array): string {
  return Buffer.from(codes.buffer, codes.byteOffset, codes.byteLength).toString('utf16le');
}
