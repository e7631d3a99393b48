/** What a document is, found by its content. */
export type DocumentKind = 'text' | 'html' | 'docx' | 'doc' | 'xlsx' | 'pdf';

/** Running text; may hold line ends. */
export interface ParagraphBlock {
  readonly type: 'paragraph';
  readonly text: string;
}

/** One row; `row` counts from 1 as the office program shows it. Every row of a table has as many cells as its widest. */
export interface TableRow {
  readonly row: number;
  readonly cells: readonly string[];
}

/** A table; a merged cell's text stands in each of its rows, in its first column. `sheet` is a sheet's name, or 表1, 表2 … elsewhere. */
export interface TableBlock {
  readonly type: 'table';
  readonly sheet: string;
  readonly rows: readonly TableRow[];
}

export type DocumentBlock = ParagraphBlock | TableBlock;

/** A footnote or an endnote. It is no part of the running text; `number` counts from 1 as the notes are called. */
export interface DocumentNote {
  readonly kind: 'footnote' | 'endnote';
  readonly number: number;
  readonly text: string;
}

/** A document without its looks. */
export interface DocumentBlocks {
  readonly kind: DocumentKind;
  readonly blocks: readonly DocumentBlock[];
  /** Only of Word documents that have any. */
  readonly notes?: readonly DocumentNote[];
}
