/** A piece of a page's text: `x`, `y` of its beginning on the base line, from the lower left corner, in points. */
export interface PlacedText {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

interface Line {
  y: number;
  height: number;
  pieces: PlacedText[];
}

/** The pieces of a page as lines from its head to its foot; a wide gap between lines gives an empty one. */
export function toLines(pieces: readonly PlacedText[]): string[] {
  const lines = gather(pieces.filter(({ text }) => text.trim() !== ''));
  const printed: string[] = [];
  let above: Line | undefined;
  for (const line of lines) {
    if (above && above.y - line.y > Math.max(above.height, line.height) * 2.6) printed.push('');
    printed.push(lineText(line.pieces));
    above = line;
  }
  return printed;
}

function gather(pieces: readonly PlacedText[]): Line[] {
  const lines: Line[] = [];
  for (const piece of [...pieces].sort((a, b) => b.y - a.y)) {
    const line = lines.at(-1);
    if (line && line.y - piece.y < Math.max(3, Math.min(line.height, piece.height) * 0.5)) {
      line.pieces.push(piece);
      line.height = Math.max(line.height, piece.height);
    } else lines.push({ y: piece.y, height: piece.height, pieces: [piece] });
  }
  return lines;
}

function lineText(pieces: readonly PlacedText[]): string {
  let text = '';
  let end: number | undefined;
  for (const piece of [...pieces].sort((a, b) => a.x - b.x)) {
    if (end !== undefined && piece.x - end > Math.max(2, piece.height * 0.3)) text += ' ';
    text += piece.text;
    end = piece.x + piece.width;
  }
  return text.trim();
}
