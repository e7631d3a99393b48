import type { Ruling, Rulings } from './page-rulings.js';

/** The lines of one table: `xs` from left to right, `ys` from top to bottom. */
export interface Grid {
  readonly xs: readonly number[];
  readonly ys: readonly number[];
  readonly lines: Rulings;
}

/** Lines that are so near to each other are one (double and thick borders). */
const NEAR = 4;
const MAX_LINES = 2_000;
/** Lines that reach so far beyond the last upright one say that the border at the side is left out. */
const OPEN_SIDE = 20;

/** The tables that a page's lines draw: lines that meet each other, at least two columns of cells. */
export function tableGrids({ horizontal, vertical }: Rulings): Grid[] {
  const rows = joinLines(horizontal);
  const columns = joinLines(vertical);
  if (rows.length + columns.length > MAX_LINES) return [];
  return components(rows, columns)
    .map(toGrid)
    .filter(({ xs, ys }) => xs.length >= 3 && ys.length >= 2)
    .sort((a, b) => (b.ys[0] ?? 0) - (a.ys[0] ?? 0));
}

/** Pieces of a line that lie on each other or touch become one. */
function joinLines(lines: readonly Ruling[]): Ruling[] {
  const joined: Ruling[] = [];
  const groups: Ruling[][] = [];
  for (const line of [...lines].sort((a, b) => a.at - b.at)) {
    const group = groups.at(-1);
    if (group && line.at - (group.at(-1)?.at ?? 0) <= 1.5 && line.at - (group[0]?.at ?? 0) <= NEAR)
      group.push(line);
    else groups.push([line]);
  }
  for (const group of groups) {
    const at = group.reduce((sum, line) => sum + line.at, 0) / group.length;
    let open: { at: number; from: number; to: number } | undefined;
    for (const { from, to } of group.sort((a, b) => a.from - b.from)) {
      if (open && from - open.to <= NEAR) open.to = Math.max(open.to, to);
      else joined.push((open = { at, from, to }));
    }
  }
  return joined;
}

function components(rows: readonly Ruling[], columns: readonly Ruling[]): Rulings[] {
  const parent = Array.from({ length: rows.length + columns.length }, (_, i) => i);
  const find = (i: number): number => {
    let root = i;
    while (parent[root] !== root) root = parent[root] ?? 0;
    parent[i] = root;
    return root;
  };
  rows.forEach((row, i) => {
    columns.forEach((column, j) => {
      const isMet =
        column.at >= row.from - NEAR &&
        column.at <= row.to + NEAR &&
        row.at >= column.from - NEAR &&
        row.at <= column.to + NEAR;
      if (isMet) parent[find(rows.length + j)] = find(i);
    });
  });
  const found = new Map<number, { horizontal: Ruling[]; vertical: Ruling[] }>();
  const partOf = (i: number): { horizontal: Ruling[]; vertical: Ruling[] } => {
    const part = found.get(find(i)) ?? { horizontal: [], vertical: [] };
    found.set(find(i), part);
    return part;
  };
  rows.forEach((row, i) => partOf(i).horizontal.push(row));
  columns.forEach((column, j) => partOf(rows.length + j).vertical.push(column));
  return [...found.values()];
}

function toGrid(lines: Rulings): Grid {
  const xs = places(lines.vertical);
  const ys = places(lines.horizontal).reverse();
  const left = Math.min(...lines.horizontal.map(({ from }) => from));
  const right = Math.max(...lines.horizontal.map(({ to }) => to));
  const vertical = [...lines.vertical];
  const [high = 0, low = 0] = [ys[0], ys.at(-1)];
  if (xs.length >= 2 && (xs[0] ?? 0) - left > OPEN_SIDE) {
    xs.unshift(left);
    vertical.push({ at: left, from: low, to: high });
  }
  if (xs.length >= 2 && right - (xs.at(-1) ?? 0) > OPEN_SIDE) {
    xs.push(right);
    vertical.push({ at: right, from: low, to: high });
  }
  return { xs, ys, lines: { horizontal: lines.horizontal, vertical } };
}

function places(lines: readonly Ruling[]): number[] {
  const found: number[] = [];
  for (const { at } of [...lines].sort((a, b) => a.at - b.at))
    if (at - (found.at(-1) ?? -Infinity) > NEAR) found.push(at);
  return found;
}

/** Is there a line between two neighbouring places of a grid: at `at`, over `along`? */
export function hasLine(lines: readonly Ruling[], at: number, along: number): boolean {
  return lines.some((line) => Math.abs(line.at - at) <= NEAR && line.from <= along && line.to >= along);
}
