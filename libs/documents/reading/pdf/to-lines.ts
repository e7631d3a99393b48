/** A piece of a page's text: `x`, `y` of its beginning on the base line, from the lower left corner, in points. */
export interface PlacedText {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export interface TextLine {
  readonly y: number;
  readonly height: number;
  readonly pieces: readonly PlacedText[];
}

/** The pieces of a page as lines from its head to its foot; a wide gap between lines gives an empty one. */
export function toLines(pieces: readonly PlacedText[]): string[] {
  const printed: string[] = [];
  let above: TextLine | undefined;
  for (const line of gatherLines(pieces)) {
    if (above && above.y - line.y > Math.max(above.height, line.height) * 2.6) printed.push('');
    printed.push(lineText(line.pieces));
    above = line;
  }
  return printed;
}

/** The lines of a page from its head to its foot; their pieces in no certain order. */
export function gatherLines(pieces: readonly PlacedText[]): TextLine[] {
  const lines: { y: number; height: number; pieces: PlacedText[] }[] = [];
  for (const piece of pieces.filter(({ text }) => text.trim() !== '').sort((a, b) => b.y - a.y)) {
    const line = lines.at(-1);
    if (line && line.y - piece.y < Math.max(3, Math.min(line.height, piece.height) * 0.5)) {
      line.pieces.push(piece);
      line.height = Math.max(line.height, piece.height);
    } else lines.push({ y: piece.y, height: piece.height, pieces: [piece] });
  }
  return lines;
}

export function lineText(pieces: readonly PlacedText[]): string {
  let text = '';
  let end: number | undefined;
  for (const piece of [...pieces].sort((a, b) => a.x - b.x)) {
    if (end !== undefined && piece.x - end > Math.max(2, piece.height * 0.3)) text += ' ';
    text += piece.text;
    end = piece.x + piece.width;
  }
  return text.trim();
}
