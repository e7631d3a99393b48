import type { PlacedText } from './to-lines.js';

const CALL = /^(?:\d{1,3}|[①-⑳]|\[\d{1,3}\]|〔\d{1,3}〕)$/;
/** Pages with more pieces are left as they are: looking for each piece's neighbour would take too long. */
const MAX_PIECES = 5_000;

/**
 * The pieces of a page without the small raised figures that call a note; what a note was called after takes the place
 * of the call, so that no gap is left. Exponents (m²) come down to their line.
 */
export function withoutNoteCalls(pieces: readonly PlacedText[]): readonly PlacedText[] {
  if (pieces.length > MAX_PIECES) return pieces;
  const calls = new Set<PlacedText>();
  const changed = new Map<PlacedText, PlacedText>();
  for (const piece of pieces) {
    if (!CALL.test(piece.text.trim())) continue;
    const said = pieces.find((other) => isRaisedAfter(other, piece));
    if (!said) continue;
    if (/[a-z]$/i.test(said.text)) changed.set(piece, { ...piece, y: said.y });
    else {
      calls.add(piece);
      changed.set(said, { ...said, width: piece.x + piece.width - said.x });
    }
  }
  return pieces.filter((piece) => !calls.has(piece)).map((piece) => changed.get(piece) ?? piece);
}

function isRaisedAfter({ x, y, width, height }: PlacedText, call: PlacedText): boolean {
  const raise = call.y - y;
  return (
    Math.abs(x + width - call.x) < height * 0.3 &&
    call.height < height * 0.8 &&
    raise > height * 0.15 &&
    raise < height * 0.9
  );
}
