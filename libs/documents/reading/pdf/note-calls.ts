import type { PlacedText } from './to-lines.js';

const CALL = /^(?:\d{1,3}|[①-⑳]|\[\d{1,3}\]|〔\d{1,3}〕)$/;
/** Pages with more pieces are left as they are: looking for each piece's neighbour would take too long. */
const MAX_PIECES = 5_000;

/** The pieces of a page without the small raised figures that call a note; exponents (m²) stay. */
export function withoutNoteCalls(pieces: readonly PlacedText[]): readonly PlacedText[] {
  if (pieces.length > MAX_PIECES) return pieces;
  return pieces.filter((piece) => !CALL.test(piece.text.trim()) || !isRaised(piece, pieces));
}

function isRaised(call: PlacedText, pieces: readonly PlacedText[]): boolean {
  return pieces.some(({ text, x, y, width, height }) => {
    const isLeftOf = Math.abs(x + width - call.x) < height * 0.3;
    const raise = call.y - y;
    return (
      isLeftOf &&
      call.height < height * 0.8 &&
      raise > height * 0.15 &&
      raise < height * 0.9 &&
      !/[a-z]$/i.test(text)
    );
  });
}
