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
  /** At the head of every printed page, left and right. The foot has the page's number. */
  pageHead?: { left?: string; right?: string };
  /** Only what may be filled in can be changed. Without a password: against slips, not against people. */
  locked?: boolean;
  /** Shown by no program, and not offered to be: what the workbook says of where it comes from. */
  hidden?: boolean;
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
  /** Stands above the header in a row that is not shown: by it a column is known after it was moved or renamed. */
  key?: string;
  hidden?: boolean;
}

/** What may be filled in: a percentage from 0 to 100, a number, one of some words, or a text of so many characters. */
export type ColumnInput =
  | { kind: 'percent' }
  | { kind: 'number' }
  | { kind: 'oneOf'; words: readonly string[] }
  | { kind: 'text'; atMost: number };

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
