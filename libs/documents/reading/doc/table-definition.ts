/** How a row of a table is divided: the edges of its cells in twips, and which cells go on with those above them. */
export interface RowDefinition {
  readonly edges: readonly number[];
  readonly continues: readonly boolean[];
}

const CELL_SIZE = 20;
const MERGED_DOWN = 0x20;
const MERGED_DOWN_FIRST = 0x40;
/** Edges that are so near to each other are one. */
const NEAR = 60;

/** Reads a row's definition ([MS-DOC] 2.9.315, TDefTableOperand). */
export function readRowDefinition(value: Buffer): RowDefinition | undefined {
  const count = value[2] ?? 0;
  const cells = 3 + (count + 1) * 2;
  if (count === 0 || value.length < cells) return undefined;
  return {
    edges: Array.from({ length: count + 1 }, (_, i) => value.readInt16LE(3 + i * 2)),
    continues: Array.from({ length: count }, (_, i) => {
      const at = cells + i * CELL_SIZE;
      const flags = at + 2 <= value.length ? value.readUInt16LE(at) : 0;
      return (flags & MERGED_DOWN) !== 0 && (flags & MERGED_DOWN_FIRST) === 0;
    }),
  };
}

/** The edges of all rows of a table, from left to right. */
export function tableEdges(rows: readonly RowDefinition[]): number[] {
  const edges: number[] = [];
  const all = new Set(rows.flatMap((row) => row.edges));
  for (const edge of [...all].sort((a, b) => a - b))
    if (edge - (edges.at(-1) ?? -Infinity) > NEAR) edges.push(edge);
  return edges;
}

/** How many columns of the table a cell reaches over. */
export function columnsOf(edges: readonly number[], from: number, to: number): number {
  return Math.max(1, edges.filter((edge) => edge > from + NEAR && edge <= to + NEAR).length);
}
