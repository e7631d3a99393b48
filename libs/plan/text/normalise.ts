import type { MappedText } from './mapped-text.js';
import { isPageFurniture } from './page-furniture.js';
import { findWrapping, startsNewParagraph } from './line-wraps.js';

/** Full-width and look-alike characters, each to one character, so that both texts keep the same length. */
const FOLDED: Readonly<Record<string, string>> = {
  ',': '，',
  ';': '；',
  ':': '：',
  '(': '（',
  ')': '）',
  '<': '〈',
  '>': '〉',
  '﹤': '〈',
  '﹥': '〉',
  '《': '《',
  '[': '〔',
  ']': '〕',
  '［': '〔',
  '］': '〕',
  '•': '·',
  '⼀': '一',
};
/** Characters that print nothing: zero width, byte order mark, soft hyphen, direction marks, controls. */
const INVISIBLE = /[\p{Cc}\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff\ufffe\uffff]/u;
const BLANK = /[\s\u00a0\u3000]/;
const CJK = /[\u3400-\u9fff\uf900-\ufaff]/;
const CJK_PUNCTUATION = /[、。，；：？！（）〔〕【】〈〉《》“”‘’—…·]/;
const DIGIT = /[0-9]/;

interface Line {
  readonly text: string;
  readonly printed: string;
  readonly offsets: readonly number[];
}

/**
 * Folds widths, drops what prints nothing, blanks inside words and page furniture, and joins hard line wraps.
 * In the result a line end is the end of a paragraph. Linear in the length of the source.
 */
export function normalise(source: string): MappedText {
  const lines = foldLines(source).filter((line) => !isPageFurniture(line.text));
  const wrapping = findWrapping(lines.map((line) => line.text));
  const text: string[] = [];
  const printed: string[] = [];
  const offsets: number[] = [];
  let previous = '';
  let apart = false;
  for (const line of lines) {
    if (line.text === '') {
      apart = true;
      continue;
    }
    const last = offsets.at(-1);
    if (last !== undefined && startsNewParagraph(previous, line.text, apart, wrapping)) {
      text.push('\n');
      printed.push('\n');
      offsets.push(last + 1);
    }
    text.push(wrapping.isWrapped ? line.text : partGluedHeadings(line.text));
    printed.push(line.printed);
    for (const offset of line.offsets) offsets.push(offset);
    previous = line.text;
    apart = false;
  }
  offsets.push((offsets.at(-1) ?? -1) + 1);
  return { text: text.join(''), printed: printed.join(''), offsets: Int32Array.from(offsets) };
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

function foldLines(source: string): Line[] {
  const lines: Line[] = [];
  let characters: string[] = [];
  let offsets: number[] = [];
  let offset = 0;
  const flush = (): void => {
    lines.push(foldLine(characters, offsets));
    characters = [];
    offsets = [];
  };
  // A file of old has returns alone at the ends of its lines.
  const isReturned = !source.includes('\n') && source.includes('\r');
  for (const character of source) {
    if (
      character === '\n' ||
      (isReturned && character === '\r') ||
      character === '\u2028' ||
      character === '\u2029' ||
      character === '\f'
    )
      flush();
    else if (isIdeograph(character) || character === '\t' || !INVISIBLE.test(character)) {
      characters.push(character);
      offsets.push(offset);
    }
    offset += 1;
  }
  flush();
  return lines;
}

function foldLine(characters: readonly string[], at: readonly number[]): Line {
  const spaced = isLetterSpaced(characters);
  const folded = characters.map(foldWidth);
  const text: string[] = [];
  const printed: string[] = [];
  const offsets: number[] = [];
  let before = '';
  for (let i = 0; i < folded.length; i += 1) {
    const character = folded[i] ?? '';
    if (character === ' ') {
      let next = i + 1;
      while (folded[next] === ' ') next += 1;
      const keep =
        keepsBlank(before, folded[next] ?? '', spaced) || (before !== '' && opensNumber(folded, next));
      i = next - 1;
      if (!keep) continue;
    }
    const kept = isIdeograph(character) ? character : punctuate(character, before, folded[i + 1] ?? '');
    const source = characters[i] ?? '';
    text.push(kept.length === source.length ? kept : source);
    printed.push(source);
    for (let unit = 0; unit < source.length; unit += 1) offsets.push(at[i] ?? 0);
    before = kept;
  }
  return { text: text.join(''), printed: printed.join(''), offsets };
}

/** Nearly all characters of a plan are: asked first, because every one of them passes here. */
function isIdeograph(character: string): boolean {
  const code = character.charCodeAt(0);
  return code >= 0x3400 && code <= 0x9fff;
}

function foldWidth(character: string): string {
  if (isIdeograph(character)) return character;
  if (BLANK.test(character)) return ' ';
  const code = character.charCodeAt(0);
  return code >= 0xff01 && code <= 0xff5e ? String.fromCharCode(code - 0xfee0) : character;
}

/** One form for each mark; a comma or colon between digits stays what it is (1,000 and 8:30). */
function punctuate(character: string, before: string, after: string): string {
  if ((character === ',' || character === ':') && DIGIT.test(before) && DIGIT.test(after)) return character;
  return FOLDED[character] ?? character;
}

/** Between two Chinese characters a blank may separate words, unless the whole line is letter-spaced; elsewhere it only pads. */
function keepsBlank(before: string, after: string, spaced: boolean): boolean {
  if (before === '' || after === '') return false;
  if (before === '。' && !spaced) return true;
  if (CJK_PUNCTUATION.test(before) || CJK_PUNCTUATION.test(after)) return false;
  if (CJK.test(before) && CJK.test(after)) return !spaced;
  return !CJK.test(before) && !CJK.test(after);
}

/** （一） after a blank may begin a paragraph that lost its line. */
function opensNumber(folded: readonly string[], at: number): boolean {
  return /^[(（]$/.test(folded[at] ?? '') && /^[一二三四五六七八九十]$/.test(folded[at + 1] ?? '');
}

/** Newspaper columns are set with a blank between any two characters of a line. */
function isLetterSpaced(characters: readonly string[]): boolean {
  let blanks = 0;
  let letters = 0;
  let between = false;
  for (const character of characters) {
    if (!isIdeograph(character) && BLANK.test(character)) {
      if (!between && letters > 0) blanks += 1;
      between = true;
    } else {
      letters += 1;
      between = false;
    }
  }
  return blanks >= 3 && letters / blanks <= 4;
}
