import { isClosingLine } from '../outline/closing-lines.js';
import { readMarker } from '../outline/marker.js';

/** How the lines of a document are broken: `width` is the usual length of a full line. */
export interface Wrapping {
  readonly isWrapped: boolean;
  readonly width: number;
}

const SENTENCE_END = /[。！？；：…”）】〕]$/;
/** 责任单位：…, 完成时限：…: such a line is a paragraph of its own, whether or not it ends like a sentence. */
const LABELLED =
  /^[【〔（[]?(?:牵头|责任|主办|协办|承办|配合|参与|参加|协同|主责|完成|办结|时间|进度|分管|包保|联系|督办|工作)[\u4e00-\u9fff（）()]{0,8}[】〕]?[：:]/u;

/** A document is taken as hard-wrapped when so large a part of its lines breaks off in the middle of a sentence, */
const WRAPPED_SHARE = 0.4;
/** and so large a part of these at about the same width. */
const EVEN_SHARE = 0.5;
const SHORTEST = 8;

/** Finds out whether the lines of a document are paragraphs or were broken at a column's width. */
export function findWrapping(lines: readonly string[]): Wrapping {
  const lengths: number[] = [];
  const broken: number[] = [];
  lines.forEach((line, i) => {
    if (line.length < SHORTEST) return;
    lengths.push(line.length);
    if (breaksOff(line, lines[i + 1] ?? '')) broken.push(line.length);
  });
  const width = quantile(lengths, 0.6);
  const usual = quantile(broken, 0.6);
  const even = broken.filter((length) => length >= usual * 0.75 && length <= usual * 1.35).length;
  const isWrapped =
    lengths.length >= 8 &&
    broken.length / lengths.length >= WRAPPED_SHARE &&
    even / broken.length >= EVEN_SHARE;
  return { isWrapped, width };
}

/** Headings break off as well, but something that begins anew follows them. */
function breaksOff(line: string, next: string): boolean {
  return (
    next !== '' && !SENTENCE_END.test(line) && !LABELLED.test(line) && !beginsAnew(next) && !standsAlone(line)
  );
}

function beginsAnew(line: string): boolean {
  return LABELLED.test(line) || standsAlone(line) || readMarker(line).kind !== 'none';
}

/** A date, 抄送：…, 附件：1.…: never the end or the beginning of a wrapped paragraph. */
function standsAlone(line: string): boolean {
  return isClosingLine(line) || /^附 ?件 ?[\d一二三四五六七八九十]{0,3} ?(?:：|$)/.test(line);
}

function quantile(lengths: readonly number[], share: number): number {
  const sorted = [...lengths].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length * share)] ?? 0;
}

/**
 * Does `line` begin a new paragraph after `previous`? In a document without hard wraps every line does. In one with,
 * a blank line between them (`apart`) may be the foot of a column in the middle of a sentence.
 */
export function startsNewParagraph(
  previous: string,
  line: string,
  apart: boolean,
  wrapping: Wrapping,
): boolean {
  if (!wrapping.isWrapped) return true;
  if (LABELLED.test(line) || standsAlone(line)) return true;
  if (isClosingLine(previous)) return true;
  if (LABELLED.test(previous) && isShort(previous, wrapping)) return !/[、，；]$/.test(previous);
  if (readMarker(line).kind !== 'none') return !continuesNumber(previous);
  if (readMarker(previous).kind !== 'none' && !/[，、；。：]/.test(previous))
    return previous.length < wrapping.width;
  const ends = SENTENCE_END.test(previous) && !/[；”]$/.test(previous);
  if (apart) return ends || previous.length < wrapping.width * 0.7;
  return ends && isShort(previous, wrapping);
}

/** "增长 7.\n5%": a number that was broken over two lines looks like a marker. */
function continuesNumber(previous: string): boolean {
  return /[\d.]$/.test(previous);
}

function isShort(line: string, wrapping: Wrapping): boolean {
  return line.length < wrapping.width * 0.85;
}
