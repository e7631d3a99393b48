/** A part of the document that a task was read from; places are UTF-16 units of the whole text. */
export interface Passage {
  taskId: string;
  start: number;
  end: number;
}

/** A stretch of one line, of one task or of none. */
export interface Piece {
  start: number;
  end: number;
  taskId: string | null;
}

export interface Line {
  start: number;
  end: number;
  pieces: readonly Piece[];
}

const LINE_END = /\r\n|[\n\r\u2028\u2029\f\v]/g;

function bounds(text: string): { start: number; end: number }[] {
  const lines: { start: number; end: number }[] = [];
  let start = 0;
  for (const { index, 0: mark } of text.matchAll(LINE_END)) {
    lines.push({ start, end: index });
    start = index + mark.length;
  }
  lines.push({ start, end: text.length });
  return lines;
}

/** Index of the last line that begins at or before `at`. */
export function lineAt(lines: readonly { start: number }[], at: number): number {
  let low = 0;
  let high = lines.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((lines[middle]?.start ?? Infinity) <= at) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** Cuts a line at the edges of its passages; where two overlap the shorter one is shown. */
function piecesOf(line: { start: number; end: number }, passages: readonly Passage[]): Piece[] {
  const inside = (at: number): boolean => at > line.start && at < line.end;
  const edges = passages.flatMap(({ start, end }) => [start, end]).filter(inside);
  const cuts = [...new Set([line.start, ...edges, line.end])].sort((a, b) => a - b);
  const shortestFirst = passages.toSorted((a, b) => a.end - a.start - (b.end - b.start));
  const pieces: Piece[] = [];
  for (const [index, start] of cuts.slice(0, -1).entries()) {
    const end = cuts[index + 1] ?? line.end;
    const taskId = shortestFirst.find((each) => each.start <= start && each.end >= end)?.taskId ?? null;
    const before = pieces.at(-1);
    if (before?.taskId === taskId && before.end === start) before.end = end;
    else pieces.push({ start, end, taskId });
  }
  return pieces;
}

/** The lines of a text, each cut into stretches of one task or none. */
export function linesOf(text: string, passages: readonly Passage[]): Line[] {
  const lines = bounds(text);
  const perLine = new Map<number, Passage[]>();
  for (const passage of passages) {
    for (let at = lineAt(lines, passage.start); (lines[at]?.start ?? Infinity) < passage.end; at += 1) {
      const here = perLine.get(at);
      if (here === undefined) perLine.set(at, [passage]);
      else here.push(passage);
    }
  }
  return lines.map((line, at) => ({ ...line, pieces: piecesOf(line, perLine.get(at) ?? []) }));
}
