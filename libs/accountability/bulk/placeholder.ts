/**
 * Names stand in a computation as placeholders, and are put back into what came of it. NUL begins a placeholder:
 * PostgreSQL stores no text that holds one, so no name and no word of a record can be taken for it; where one comes up
 * all the same, nothing is computed with placeholders.
 */
export const MARK = '\u0000';

/** The placeholder of the n-th name, from 0. */
export const placeholder = (index: number): string => `${MARK}${index};`;

/** An identifier that follows from names, some of which are placeholders: it is made when they are known. */
export const laterIdentifier = (names: string): string => `${MARK}(${names}${MARK})`;

/** A piece of text: as it stands, the n-th name, or the identifier that follows from a text of pieces. */
type Piece = string | number | readonly Piece[];

/** What a text with placeholders comes to once the names are known; null: it holds none. */
export function fillingOf(
  text: string,
  identify: (names: string) => string,
): ((names: readonly string[]) => string) | null {
  if (!text.includes(MARK)) return null;
  const pieces = piecesOf(text);
  const [only] = pieces;
  if (pieces.length === 1 && typeof only === 'number') return (names) => names[only] ?? '';
  return (names) => filled(pieces, names, identify);
}

function filled(
  pieces: readonly Piece[],
  names: readonly string[],
  identify: (names: string) => string,
): string {
  let text = '';
  for (const piece of pieces) {
    if (typeof piece === 'string') text += piece;
    else if (typeof piece === 'number') text += names[piece] ?? '';
    else text += identify(filled(piece, names, identify));
  }
  return text;
}

function piecesOf(text: string): readonly Piece[] {
  const [before = '', ...marked] = text.split(MARK);
  const open: Piece[][] = [before === '' ? [] : [before]];
  const add = (piece: Piece): void => {
    open.at(-1)?.push(piece);
  };
  for (const part of marked) {
    let rest = part.slice(1);
    if (part.startsWith('(')) open.push([]);
    else if (part.startsWith(')')) add(open.pop() ?? []);
    else {
      const end = part.indexOf(';');
      add(Number(part.slice(0, end)));
      rest = part.slice(end + 1);
    }
    if (rest !== '') add(rest);
  }
  return open[0] ?? [];
}
