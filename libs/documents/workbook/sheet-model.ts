/**
 * A plain table that becomes one sheet: a title row, a line below it, a header row, the rows, and notes under
 * them. No formulas, no macros, no links: what is written is what is read.
 */
export interface SheetModel {
  /** Name of the tab. What a tab cannot be called is replaced, what is too long is cut, doubles are numbered. */
  name: string;
  title: string;
  /** One line under the title: period, unit, as of when. */
  subtitle?: string;
  columns: ColumnModel[];
  /** As many cells a row as there are columns; missing ones stay empty. */
  rows: CellModel[][];
  /** Lines under the table: definitions of the figures, sources. */
  notes?: string[];
  /** Columns, from the left, that stay in view when scrolling sideways. Default 0. */
  frozenColumns?: number;
  /** Default true. */
  filters?: boolean;
  /** Default `A4`; always one page wide. Wide tables are legible on A3. */
  paper?: 'A4' | 'A3';
  /** Default `landscape`. */
  orientation?: 'landscape' | 'portrait';
}

export interface ColumnModel {
  header: string;
  /** In widths of a digit; a Chinese character is two. */
  width: number;
  /** Number format, `0.0` or `yyyy-mm-dd`. */
  format?: string;
  align?: 'left' | 'center' | 'right';
  /** Default true for text. */
  wrap?: boolean;
  /** Filled in by people: the program that opens it refuses what does not fit, with a word why. */
  input?: ColumnInput;
}

/** What may be filled in: a percentage from 0 to 100, one of some words, or a text of so many characters. */
export type ColumnInput =
  { kind: 'percent' } | { kind: 'oneOf'; words: readonly string[] } | { kind: 'text'; atMost: number };

/** A civil date, with a time of day or without, shown and sorted as a date. */
export interface DateCell {
  /** `YYYY-MM-DD` */
  date: string;
  /** `HH:mm` */
  time?: string;
}

export type CellValue = string | number | boolean | null | DateCell;

/** A value, or a value on a ground of its own. */
export type CellModel = CellValue | StyledCell;

export interface StyledCell {
  value: CellValue;
  /** `RRGGBB` */
  fill?: string;
  bold?: boolean;
}
