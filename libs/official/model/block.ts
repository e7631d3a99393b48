import type { Chart } from '#charts';
import type { Inline } from './inline.js';

/** What the body of an official document is made of, in reading order. Numbers of levels are set by the writer, never typed. */
export type Block = Heading | Paragraph | Table | Picture;

/** A level of the body: 1 `一、` (黑体), 2 `（一）` (楷体), 3 `1.`, 4 `（1）` (both 仿宋); numbered in the order in which they stand. */
export interface Heading {
  readonly kind: 'heading';
  readonly level: 1 | 2 | 3 | 4;
  readonly line: readonly Inline[];
}

export interface Paragraph {
  readonly kind: 'paragraph';
  readonly line: readonly Inline[];
}

/** A table as wide as the type area; its head is repeated on every page, its rows are not broken over pages. */
export interface Table {
  readonly kind: 'table';
  /** Above the table, centred: `附表1 各行动进展情况`. */
  readonly caption?: string;
  readonly columns: readonly TableColumn[];
  readonly rows: readonly (readonly (readonly Inline[])[])[];
}

export interface TableColumn {
  readonly title: string;
  /** Share of the width; the shares of a table are put in proportion. */
  readonly width: number;
  /** Words to the left, numbers and dates in the middle or to the right. */
  readonly align: 'left' | 'center' | 'right';
}

/** A drawing: the same chart for the page (SVG) and for print (PNG), with the words for who cannot see it. */
export interface Picture {
  readonly kind: 'picture';
  /** Without a number: the writers number pictures in their order, `图1`. */
  readonly caption: string;
  /** What the drawing says, in a sentence with its figures. */
  readonly alternative: string;
  /** Empty where there is a `chart` that is still to be drawn (`drawnPictures`; the writers of files do it by themselves). */
  readonly svg: string;
  /** What is to be drawn, as its figures. */
  readonly chart?: Chart;
  /** Width by height, in the units of the SVG: only their proportion counts. */
  readonly size: { readonly width: number; readonly height: number };
}
