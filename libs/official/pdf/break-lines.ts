import { PIECE_OF_TEXT } from '../compose/held-together.js';
import { isHalf } from '../compose/width-of.js';

/** Text of one look within a line. */
export interface Span<Look> {
  readonly text: string;
  readonly look: Look;
}
export interface Line<Look> {
  readonly spans: readonly Span<Look>[];
  /** Characters; figures and letters count half. */
  readonly width: number;
  /** The paragraph's last line is not drawn out to the edge. */
  readonly isLast: boolean;
}

/** Marks that do not begin a line, and those that do not end one (行首、行尾禁则). */
const NOT_FIRST = new Set('、，。．；：？！）》〉】〕」』”’…—～·%％‰℃°,.;:?!)]}');
const NOT_LAST = new Set('（《〈【〔「『“‘([{');
/** Two of them in a row are one sign. */
const PAIRED = new Set('…—');

/** What is set as one piece: a character, or figures and letters that belong together. */
interface Piece<Look> {
  readonly spans: readonly Span<Look>[];
  readonly width: number;
  readonly first: string;
  readonly last: string;
}

/**
 * Breaks a paragraph by the rules of Chinese setting: closing marks do not begin a line, opening ones do not end it, numbers and
 * words are not torn unless they are longer than a line. `widths` are characters for the first line and for those after it;
 * `piece` says what is set as one.
 */
export function breakLines<Look>(
  spans: readonly Span<Look>[],
  widths: { readonly first: number; readonly others: number },
  piece: RegExp = PIECE_OF_TEXT,
): Line<Look>[] {
  const pieces = whole(spans.map((span) => piecesOf(span, piece)));
  const lines: Line<Look>[] = [];
  let at = 0;
  while (at < pieces.length) {
    const room = lines.length === 0 ? widths.first : widths.others;
    let end = at;
    let width = 0;
    while (end < pieces.length && width + (pieces[end]?.width ?? 0) <= room + 1e-6)
      width += pieces[end++]?.width ?? 0;
    if (end === at) {
      // Longer than a line: torn where the line ends.
      pieces.splice(at, 1, ...torn(pieces[at] as Piece<Look>, room));
      continue;
    }
    if (end < pieces.length) end = allowedBreak(pieces, at, end);
    const taken = pieces.slice(at, end);
    lines.push({
      spans: joined(taken.flatMap((piece) => piece.spans)),
      width: taken.reduce((sum, piece) => sum + piece.width, 0),
      isLast: end === pieces.length,
    });
    at = end;
  }
  return lines;
}

/** The last place at or before `end` where a line may break; `end` itself where there is none. */
function allowedBreak<Look>(pieces: readonly Piece<Look>[], start: number, end: number): number {
  for (let at = end; at > start; at -= 1) if (mayBreak(pieces[at - 1], pieces[at])) return at;
  return end;
}

function mayBreak<Look>(before: Piece<Look> | undefined, after: Piece<Look> | undefined): boolean {
  if (!before || !after) return true;
  if (NOT_FIRST.has(after.first) || NOT_LAST.has(before.last)) return false;
  return !(PAIRED.has(after.first) && before.last === after.first);
}

function piecesOf<Look>({ text, look }: Span<Look>, piece: RegExp): Piece<Look>[] {
  return [...text.matchAll(piece)].map(([words]) => pieceOf(words, look));
}

const GOES_ON = /^[0-9A-Za-z-]$/u;

/** The pieces of all spans; a number or a code that goes on in the next span is one piece. */
function whole<Look>(bySpan: readonly (readonly Piece<Look>[])[]): Piece<Look>[] {
  const pieces: Piece<Look>[] = [];
  for (const own of bySpan) {
    const [next, ...others] = own;
    if (!next) continue;
    const before = pieces.at(-1);
    if (before && GOES_ON.test(before.last) && GOES_ON.test(next.first))
      pieces[pieces.length - 1] = {
        spans: [...before.spans, ...next.spans],
        width: before.width + next.width,
        first: before.first,
        last: next.last,
      };
    else pieces.push(next);
    pieces.push(...others);
  }
  return pieces;
}

function pieceOf<Look>(text: string, look: Look): Piece<Look> {
  const characters = [...text];
  return {
    spans: [{ text, look }],
    width: characters.reduce((sum, one) => sum + (isHalf(one) ? 0.5 : 1), 0),
    first: characters[0] ?? '',
    last: characters.at(-1) ?? '',
  };
}

function torn<Look>({ spans }: Piece<Look>, room: number): Piece<Look>[] {
  const smaller = spans.flatMap((span) => piecesOf(span, PIECE_OF_TEXT));
  if (smaller.length > 1) return smaller;
  const [span] = spans;
  if (!span) return [];
  const characters = [...span.text];
  const fit = Math.max(1, Math.floor(room * 2));
  if (characters.length <= 1) return [{ ...pieceOf(span.text, span.look), width: Math.min(room, 1) }];
  return [characters.slice(0, fit), characters.slice(fit)]
    .filter((part) => part.length > 0)
    .map((part) => pieceOf(part.join(''), span.look));
}

function joined<Look>(spans: readonly Span<Look>[]): Span<Look>[] {
  const result: Span<Look>[] = [];
  for (const span of spans) {
    const last = result.at(-1);
    if (last && last.look === span.look)
      result[result.length - 1] = { text: last.text + span.text, look: last.look };
    else result.push(span);
  }
  return result;
}
