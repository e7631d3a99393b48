import type { ProductBlock, ProductChanges } from '#contract';

type Changed = ProductChanges['items'][number];

/** A changed figure of the text, with the words around it. */
export interface ChangedInText extends Changed {
  words: string;
}

const BREAK = /[，。；：！？]/u;

/**
 * Of changed figures those that stand in the words of the text, each with the clause that it stands in and the head of its paragraph, as it was issued; the others,
 * of tables and annexes, are counted.
 */
export function changedInText(
  blocks: readonly ProductBlock[],
  changed: readonly Changed[],
): { inText: ChangedInText[]; others: number } {
  const clauses = new Map<string, string>();
  for (const { line } of blocks)
    for (const [at, run] of (line ?? []).entries()) {
      if (run.source === undefined || clauses.has(run.source)) continue;
      const words = (runs: ProductBlock['line']): string => (runs ?? []).map(({ text }) => text).join('');
      const before = words(line?.slice(0, at)).split(BREAK);
      const after = words(line?.slice(at + 1)).split(BREAK)[0] ?? '';
      const clause = (before.at(-1) ?? '') + run.text + after;
      // Of which action or unit it is stands at the head of its paragraph.
      clauses.set(run.source, before.length > 1 ? `${before[0] ?? ''}……${clause}` : clause);
    }
  const inText = changed.flatMap((one): ChangedInText[] => {
    const words = clauses.get(one.name);
    return words === undefined ? [] : [{ ...one, words }];
  });
  return { inText, others: changed.length - inText.length };
}
