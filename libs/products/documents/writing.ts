import type { Block, Inline, Table, TableColumn } from '#official';
import { strong, text } from '#official';
import type { FactBook } from '../facts/fact-book.js';
import type { PeriodFacts } from '../facts/period-facts.js';
import type { TaskRecord } from '../facts/period-record.js';
import { inline, type Part } from '../sentences/say.js';

/** What a section is written with: the facts, and how many of a list are named in the text. */
export interface Writing {
  readonly facts: PeriodFacts;
  readonly book: FactBook;
  readonly atMost: number;
}

export const heading = (words: string): Block => ({ kind: 'heading', level: 1, line: [text(words)] });

/** A paragraph, or nothing where there is nothing to say. */
export const paragraph = (...parts: readonly Part[]): Block[] => {
  const line = inline(parts);
  return line.length === 0 ? [] : [{ kind: 'paragraph', line }];
};

/** A section with its heading; without a paragraph there is no section. */
export const section = (title: string, ...blocks: readonly Block[][]): Block[] => {
  const all = blocks.flat();
  return all.length === 0 ? [] : [heading(title), ...all];
};

export const leadIn = (words: Part): Inline[] =>
  inline(words).map((run) => (run.kind === 'text' ? strong(run.text) : run));

export const taskName =
  (book: FactBook) =>
  ({ id }: TaskRecord): Inline =>
    book.words(`task.${id}.name`);

export const unitName = (book: FactBook, unitId: string): Inline => book.words(`unit.${unitId}.name`);

export type Cell = Part;

/** A table; without rows there is none. Without a caption under an annex's title, which says what it is. */
export function table(
  caption: string | null,
  columns: readonly TableColumn[],
  rows: readonly (readonly Cell[])[],
): Table[] {
  return rows.length === 0
    ? []
    : [
        {
          kind: 'table',
          ...(caption === null ? {} : { caption }),
          columns,
          rows: rows.map((cells) => cells.map((cell) => inline(cell))),
        },
      ];
}

export const column = (
  title: string,
  width: number,
  align: TableColumn['align'] = 'center',
): TableColumn => ({
  title,
  width,
  align,
});
