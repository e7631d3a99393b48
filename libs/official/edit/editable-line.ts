import { type FigureRun, type Inline, type TextRun } from '../model/inline.js';

/**
 * A line as a person edits it: words, and for each figure its name in double braces, so that what is written around a number
 * can be changed and the number still follows the data: `共有{{tasks.behind}}项任务落后于序时。`
 */
export const editableLine = (line: readonly Inline[]): string =>
  line.map((run) => (run.kind === 'figure' ? `{{${run.source}}}` : run.text)).join('');

const FIELD = /\{\{([^{}]+)\}\}/u;

/** What stands in the line that was edited in and is no figure of this document. */
export interface UnknownFigure {
  readonly source: string;
}

/**
 * The edited words as a line again. Text that stood there before in one piece keeps its marks; what is new is marked as edited.
 * @param figures what each name is printed as
 */
export function lineOfEdited(
  edited: string,
  before: readonly Inline[],
  figures: ReadonlyMap<string, string>,
): { line: readonly Inline[]; unknown: readonly UnknownFigure[] } {
  const stood = new Map(before.flatMap((run) => (run.kind === 'text' ? [[run.text, run]] : [])));
  const unknown: UnknownFigure[] = [];
  // Split with one capturing group: words, name, words, name, …, words.
  const line = edited.split(FIELD).flatMap((piece, at): (TextRun | FigureRun)[] => {
    if (at % 2 === 0)
      return piece === '' ? [] : [stood.get(piece) ?? { kind: 'text', text: piece, edited: true }];
    const source = piece.trim();
    const printed = figures.get(source);
    if (printed === undefined) {
      unknown.push({ source });
      return [];
    }
    return [{ kind: 'figure', source, text: printed }];
  });
  // A person who takes words away leaves no run that could carry the mark: the line as such is no longer the system's.
  const changed = edited !== editableLine(before);
  const marked = line.some((run) => run.kind === 'text' && run.edited === true);
  return { line: changed && !marked ? withMark(line) : line, unknown };
}

const withMark = (line: readonly Inline[]): readonly Inline[] => {
  const first = line.findIndex(({ kind }) => kind === 'text');
  return line.map((run, at) => (at === first && run.kind === 'text' ? { ...run, edited: true } : run));
};

/** Whether a person wrote anything of this line. */
export const isEdited = (line: readonly Inline[]): boolean =>
  line.some((run) => run.kind === 'text' && run.edited === true);
