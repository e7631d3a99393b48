import { isClosingLine } from '../outline/closing-lines.js';
import { readMarker } from '../outline/marker.js';

/** A line as it was set: `columns` is its width (an ideograph is two), `isIndented` whether blanks stand before it. */
export interface SetLine {
  readonly text: string;
  readonly columns: number;
  readonly isIndented: boolean;
}

/** How the lines of a document are broken. */
export interface Wrapping {
  readonly isWrapped: boolean;
  /** What is as wide as this is a full line. */
  readonly full: number;
  /** All full lines are about as wide: a shorter one ends its paragraph, whatever stands at its end. */
  readonly isEven: boolean;
  /** First lines are set in, the others are not. */
  readonly isIndented: boolean;
}

const SENTENCE_END = /[。！？；：…”）】〕]$/;
/** 责任单位：…, 完成时限：…: such a line is a paragraph of its own, whether or not it ends like a sentence. */
const LABELLED =
  /^[【〔（[]?(?:牵头|责任|主办|协办|承办|配合|参与|参加|协同|主责|完成|办结|时间|进度|分管|包保|联系|督办|工作)[\u4e00-\u9fff（）()]{0,8}[】〕]?[：:]/u;

/** A document is taken as hard-wrapped when so large a part of its lines breaks off in the middle of a sentence, */
const WRAPPED_SHARE = 0.4;
/** and so large a part of these at about the same width; still more: no full line is short. */
const SIMILAR_SHARE = 0.5;
const EVEN_SHARE = 0.85;
const SHORTEST = 8;
/** So large a part of the lines before one that is not set in are full. */
const SET_IN_SHARE = 0.9;
/** Columns: so narrow a page is a newspaper's, and has many broken lines. */
const NARROWEST = 36;

/** Finds out whether the lines of a document are paragraphs or were broken at a column's width. */
export function findWrapping(lines: readonly SetLine[]): Wrapping {
  const all: number[] = [];
  const broken: number[] = [];
  let indented = 0;
  let continued = 0;
  lines.forEach((line, i) => {
    if (line.isIndented) indented += 1;
    if (line.text.length < SHORTEST) return;
    all.push(line.columns);
    if (!breaksOff(line.text, lines[i + 1]?.text ?? '')) return;
    broken.push(line.columns);
    if (lines[i + 1]?.isIndented === false) continued += 1;
  });
  const usual = quantile(broken, 0.7);
  const within = (below: number, above: number): number =>
    broken.filter((width) => width >= usual * below && width <= usual * above).length / broken.length;
  const isOften =
    all.length >= 8 && broken.length / all.length >= WRAPPED_SHARE && within(0.75, 1.35) >= SIMILAR_SHARE;
  // A few long lines among many short ones, all broken at one width that no line goes beyond.
  const isSharp =
    broken.length >= 2 &&
    usual >= NARROWEST &&
    within(0.94, 1.06) >= 0.6 &&
    all.every((width) => width <= usual * 1.1);
  const setIn = widthWhereSetIn(lines);
  const isEven = within(0.93, 1.07) >= EVEN_SHARE || isSharp || setIn !== null;
  return {
    isWrapped: isOften || isSharp || setIn !== null,
    full: isEven ? (setIn ?? usual) * 0.9 : quantile(all, 0.6) * 0.85,
    isEven,
    isIndented: indented > 0 && continued >= broken.length * 0.4,
  };
}

/**
 * First lines are set in, and those before a line that is not are all of one width that no line goes beyond: its paragraph
 * runs on, whatever it says, also where headings and the ends of lists make most of what breaks off. Null: not so.
 */
function widthWhereSetIn(lines: readonly SetLine[]): number | null {
  const before = lines.filter((line, i) => {
    const next = lines[i + 1];
    return line.text.length >= SHORTEST && next?.isIndented === false && !beginsAnew(next.text);
  });
  const widest = lines.reduce((most, { columns }) => Math.max(most, columns), 0);
  const isSetIn = lines.filter(({ isIndented }) => isIndented).length >= lines.length / 2;
  const full = before.filter(({ columns }) => columns >= widest * 0.9);
  return isSetIn && widest >= NARROWEST && full.length >= 2 && full.length >= before.length * SET_IN_SHARE
    ? widest
    : null;
}

/** Titles and signatures. */
const NAME_END = /(?:通知|方案|计划|意见|要点|办法|报告|号|政府|办公室|办公厅|委员会)$/;

/** Headings break off as well, but something that begins anew follows them. */
function breaksOff(line: string, next: string): boolean {
  return (
    next !== '' &&
    !NAME_END.test(line) &&
    !SENTENCE_END.test(line) &&
    !LABELLED.test(line) &&
    !beginsAnew(next) &&
    !standsAlone(line)
  );
}

function beginsAnew(line: string): boolean {
  return LABELLED.test(line) || standsAlone(line) || readMarker(line).kind !== 'none';
}

/** A date, 抄送：…, 附件：1.…: never the end or the beginning of a wrapped paragraph. */
function standsAlone(line: string): boolean {
  return isClosingLine(line) || /^附 ?件 ?[\d一二三四五六七八九十]{0,3} ?(?:：|$)|^目 ?[录次]$/.test(line);
}

function quantile(widths: readonly number[], share: number): number {
  const sorted = [...widths].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length * share)] ?? 0;
}

/** The lines of a paragraph so far: the last one, and the end of their text. */
export interface OpenParagraph {
  readonly last: SetLine;
  readonly tail: string;
}
/** So much of a paragraph is looked through for a bracket that is still open. */
export const TAIL = 200;

/**
 * Does `line` begin a new paragraph? In a document without hard wraps every line does. In one with, a blank line between
 * them (`apart`) may be the foot of a column in the middle of a sentence.
 */
export function startsNewParagraph(
  open: OpenParagraph,
  line: SetLine,
  apart: boolean,
  wrapping: Wrapping,
): boolean {
  if (!wrapping.isWrapped) return true;
  const previous = open.last.text;
  // A first line whose indent was lost is shorter by two characters.
  const lost = open.tail === previous && !open.last.isIndented ? 4 : 0;
  const isFull = open.last.columns + lost >= wrapping.full;
  const marker = readMarker(line.text).kind;
  if (standsAlone(line.text) || isClosingLine(previous)) return true;
  if (/^[，、；：。）〕】》”]/.test(line.text) || /[（〔【《“]$/.test(previous)) return false;
  if ((isFull || marker === 'none') && hasOpenBracket(open.tail)) return false;
  if (wrapping.isIndented && line.isIndented && !apart) return true;
  // A label that only stands at the beginning of a line because the line before it was full.
  if (LABELLED.test(line.text))
    return !(isFull && (/[；，、]$/.test(previous) || /^[【〔（]/.test(line.text)) && !apart);
  if (LABELLED.test(previous) && !isFull) return !/[、，；]$/.test(previous);
  // "增长 7.\n5%": a number that was broken over two lines looks like a marker.
  if (marker !== 'none') return !(isFull && /[\d.]$/.test(previous));
  if (readMarker(previous).kind !== 'none' && !/[，、；。：]/.test(previous)) return !isFull;
  if (endsWithClause(open.tail)) return true;
  const ends = SENTENCE_END.test(previous) && !/[；”]$/.test(previous);
  if (apart) return ends || open.last.columns < wrapping.full * 0.8;
  // A short line without an end: a heading, but not in the midst of a paragraph.
  const mayBeHeading = open.tail === previous && !/[，、；]$/.test(previous);
  return (ends || (wrapping.isEven && mayBeHeading)) && !isFull;
}

function hasOpenBracket(tail: string): boolean {
  let closed = 0;
  for (let i = tail.length - 1; i >= 0; i -= 1) {
    const character = tail.charAt(i);
    if ('）〕】'.includes(character)) closed += 1;
    else if ('（〔【'.includes(character)) {
      if (closed === 0) return true;
      closed -= 1;
    }
  }
  return false;
}

/** …（甲局牵头，乙局负责）: nothing of the paragraph comes after that without a mark. */
function endsWithClause(tail: string): boolean {
  if (!/[）〕】]$/.test(tail)) return false;
  let depth = 0;
  for (let i = tail.length - 1; i >= 0; i -= 1) {
    const character = tail.charAt(i);
    if ('）〕】'.includes(character)) depth += 1;
    else if ('（〔【'.includes(character)) depth -= 1;
    if (depth === 0) return /牵头|负责|单位|配合|参与/.test(tail.slice(i));
  }
  return false;
}
