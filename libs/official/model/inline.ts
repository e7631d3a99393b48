/**
 * What stands in a line of an official document. A figure is a field: its text follows the data until the document is
 * issued, and `source` says which fact it is, so that a page can lead from the number to what made it.
 */
export type Inline = TextRun | FigureRun;

export interface TextRun {
  readonly kind: 'text';
  readonly text: string;
  /** Written or changed by a person, not by the system: drafts show it marked. */
  readonly edited?: true;
  /** 黑体 within the text, as for the lead-in of a paragraph (`一是`, the name of an action). */
  readonly strong?: true;
}

export interface FigureRun {
  readonly kind: 'figure';
  /** The number as it is printed, with its unit if that belongs to it: `12`, `87.5%`, `149项`. */
  readonly text: string;
  /** The name of the fact: `tasks.behind`, `unit.3.reports.late`. Unique within a document's facts. */
  readonly source: string;
}

export const text = (words: string): TextRun => ({ kind: 'text', text: words });

export const strong = (words: string): TextRun => ({ kind: 'text', text: words, strong: true });

export const figure = (source: string, printed: string | number): FigureRun => ({
  kind: 'figure',
  text: String(printed),
  source,
});

/** The words of a line, as they are read. */
export const plainText = (line: readonly Inline[]): string => line.map((run) => run.text).join('');
