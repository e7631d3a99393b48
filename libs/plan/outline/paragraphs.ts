import { type Span, trimSpan } from '../text/mapped-text.js';
import { type Marker, type MarkerKind, readMarker } from './marker.js';

/** A paragraph with its marker; `body` begins after the marker. */
export interface Paragraph extends Span {
  readonly marker: Marker;
  readonly body: number;
}

/** The paragraphs of a normalised text, also those whose heading slipped onto the end of the one before. */
export function* readParagraphs(text: string): Generator<Paragraph> {
  const counts: Counts = new Map();
  for (let start = 0; start <= text.length;) {
    const lineEnd = text.indexOf('\n', start);
    const end = lineEnd < 0 ? text.length : lineEnd;
    const span = trimSpan(text, { start, end });
    if (span.end > span.start) yield* partGlued(text, paragraphAt(text, span), counts);
    start = end + 1;
  }
}

function paragraphAt(text: string, span: Span): Paragraph {
  const marker = readMarker(text.slice(span.start, span.end));
  return { ...span, marker, body: Math.min(span.end, span.start + marker.length) };
}

/** The last number of each kind so far. */
type Counts = Map<MarkerKind, number>;

const RANK: readonly MarkerKind[] = ['chapter', 'division', 'part', 'section', 'article', 'item'];
/** After the end of a sentence, or of a clause in brackets. */
const GLUED =
  /(?<=[。！？”）〕】])(?: ?)(?=第 ?[一二三四五六七八九十\d]{1,3} ?[章节条]|（[一二三四五六七八九十]{1,3}）|[一二三四五六七八九十]{1,3}、|\d{1,3}[.、](?!\d))/g;
/** The same: most paragraphs have none. */
const MAY_GLUE = new RegExp(GLUED.source);
const OPENS_LIST = /[：。；，]1[.、]/;

/** 「…完成。（三）种树。…」 after （二）, and 「…。4.种树。…」 after 3.: the next number of the same level or of one above it. */
function* partGlued(text: string, paragraph: Paragraph, counts: Counts): Generator<Paragraph> {
  let rest = paragraph;
  if (counts.size > 0 || rankOf(paragraph) >= 0) {
    const words = text.slice(paragraph.body, paragraph.end);
    const holdsList = OPENS_LIST.test(words);
    const brackets = { at: paragraph.body, depth: 0 };
    for (const match of MAY_GLUE.test(words) ? words.matchAll(GLUED) : []) {
      const at = paragraph.body + match.index + match[0].length;
      const next = paragraphAt(text, { start: at, end: paragraph.end });
      if (!continues(rest, next, counts) || (holdsList && next.marker.kind === 'item')) continue;
      if (depthAt(text, at, brackets) > 0) continue;
      const before = trimSpan(text, { start: rest.start, end: at });
      yield counted({ ...rest, ...before, body: Math.min(rest.body, before.end) }, counts);
      rest = next;
    }
  }
  yield counted(rest, counts);
}

const rankOf = ({ marker }: Paragraph): number => RANK.indexOf(marker.kind);

function continues(paragraph: Paragraph, next: Paragraph, counts: Counts): boolean {
  const rank = rankOf(paragraph);
  const isSame = paragraph.marker.kind === next.marker.kind;
  const number = isSame ? paragraph.marker.number : (counts.get(next.marker.kind) ?? 0);
  const outermost = rank < 0 ? RANK.indexOf('section') : rank;
  return number > 0 && next.marker.number === number + 1 && rankOf(next) >= 0 && rankOf(next) <= outermost;
}

/** How deep in brackets a position is; goes on from where it was asked last, so that a paragraph is looked through once. */
function depthAt(text: string, at: number, brackets: { at: number; depth: number }): number {
  for (; brackets.at < at; brackets.at += 1) {
    const character = text.charAt(brackets.at);
    if ('（〔【《“'.includes(character)) brackets.depth += 1;
    else if ('）〕】》”'.includes(character)) brackets.depth = Math.max(0, brackets.depth - 1);
  }
  return brackets.depth;
}

function counted(paragraph: Paragraph, counts: Counts): Paragraph {
  const { kind, number } = paragraph.marker;
  if (rankOf(paragraph) >= 0) counts.set(kind, number);
  return paragraph;
}

/** The words of a heading without its number and full stop: of a paragraph that goes on, its first sentence. */
export function headingText(text: string, paragraph: Paragraph): string {
  return text.slice(paragraph.body, headingEnd(text, paragraph)).trim();
}

/** Where the first sentence of a paragraph ends, its full stop left out. */
export function headingEnd(text: string, paragraph: Paragraph): number {
  // Only its own words are searched: to the end of a text without full stops it would be far for every paragraph.
  const stop = text.slice(paragraph.body, paragraph.end).indexOf('。');
  return stop >= 0 ? paragraph.body + stop : paragraph.end;
}

/** Does the paragraph say more than its heading? */
export function hasBody(text: string, paragraph: Paragraph): boolean {
  return headingEnd(text, paragraph) + 1 < paragraph.end;
}
