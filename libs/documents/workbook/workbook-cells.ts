/** A cell as it was saved: what it shows, and what it holds where that is a number. Formulas are not run. */
export interface ReadCell {
  /** From 0. */
  readonly column: number;
  readonly text: string;
  /** What the cell holds, where it holds a number: 0.45 where it shows 45%. */
  readonly number?: number;
  readonly shownAs?: 'percent' | 'date';
  /** `#DIV/0!` and the like. */
  readonly error?: true;
  /** The value is that of a formula when the file was saved; the empty text: it was never worked out. */
  readonly formula?: true;
}

export interface ReadRow {
  /** As the program shows it, from 1. */
  readonly row: number;
  readonly cells: readonly ReadCell[];
}

/** Corner cells, rows from 1, columns from 0, both ends inclusive. */
export interface ReadMerge {
  readonly firstRow: number;
  readonly lastRow: number;
  readonly firstColumn: number;
  readonly lastColumn: number;
}

export interface ReadSheet {
  readonly name: string;
  readonly hidden: boolean;
  readonly rows: readonly ReadRow[];
  readonly merges: readonly ReadMerge[];
}

/** `K7` for row 7, column 10. */
export function cellName(row: number, column: number): string {
  let name = '';
  for (let rest = column + 1; rest > 0; rest = Math.floor((rest - 1) / 26))
    name = String.fromCharCode(65 + ((rest - 1) % 26)) + name;
  return `${name}${row}`;
}
