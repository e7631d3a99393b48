/** One column of a list that is taken out as a table; its heading is the word of the screen. */
export interface ExportColumn<I> {
  heading: string;
  /** The member of the item that it is made of: it is in a file that is asked for this one. */
  field: keyof I & string;
  of: (item: I) => string | number | boolean | null;
  /** An instant, written in civil time (Asia/Shanghai). */
  instant?: true;
}

export interface ExportTable<I> {
  /** Of the file where a name in Chinese cannot be read. */
  name: string;
  label: string;
  columns: readonly ExportColumn<I>[];
}

export const instant = <I>(
  heading: string,
  field: keyof I & string,
  of: (item: I) => string | null,
): ExportColumn<I> => ({
  heading,
  field,
  of,
  instant: true,
});
