import type { Annex } from '../model/official-document.js';

/** The lines of the note below the text: `附件：1.` before the first, `2.` before the second; one annex has no number. */
export function annexNote(annexes: readonly Annex[]): { lead: string; number: string; title: string }[] {
  return annexes.map(({ title }, index) => ({
    lead: index === 0 ? '附件：' : '',
    number: annexes.length === 1 ? '' : `${index + 1}.`,
    title,
  }));
}

/** What stands at the head of an annex's first page: `附件1`. */
export const annexMark = (index: number, count: number): string =>
  count === 1 ? '附件' : `附件${index + 1}`;
