import { linesOf, type Block, type FigureRun, type OfficialDocument } from '#official';

/** Every figure that stands in a document, in its text and its annexes, as often as it stands there. */
export function figuresOfDocument({ body, annexes }: OfficialDocument): FigureRun[] {
  const blocks: Block[] = [...body, ...annexes.flatMap((annex) => annex.body)];
  return blocks
    .flatMap(linesOf)
    .flatMap((line) => line.flatMap((run) => (run.kind === 'figure' ? [run] : [])));
}

/** Words without marks and spaces: how a sentence quotes them is the text's business, what they say is the record's. */
export const bare = (words: string): string => words.replace(/[\s\p{P}\p{S}]/gu, '');

/** Whether a printed figure says what SQL found: a count of nothing may be printed as 没有, words may be cut with ……. */
export function says(printed: string, wanted: { value: string | null; printed: string | null }): boolean {
  if (wanted.printed !== null) {
    if (wanted.printed === printed) return true;
    const [shown, whole] = [bare(printed.replace(/…….*$/u, '')), bare(wanted.printed)];
    return printed.includes('……') ? whole.startsWith(shown) : bare(printed) === whole;
  }
  return printed === (Number(wanted.value) === 0 ? '没有' : wanted.value) || printed === wanted.value;
}
