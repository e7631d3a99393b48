import type { Inline } from '#official';
import { inline, type Part } from './say.js';

/** How many of a list are named in the text; the others are in the annex. */
export interface Listing {
  readonly atMost: number;
  /** How the rest is spoken of: `项任务`, `个单位`. */
  readonly counted: string;
  /** The figure of all of them, printed where not all are named; left out where the sentence has said it before. */
  readonly total?: Part;
}

/** `甲`, `甲和乙`, `甲、乙、丙`; of too many the first ones, and how many there are or where: `甲、乙等12个单位`. */
export function listed(names: readonly Part[], { atMost, counted, total }: Listing): Inline[] {
  if (names.length > atMost) {
    const shown = names.slice(0, Math.max(0, atMost));
    if (total === undefined)
      return shown.length === 0 ? inline(REST) : inline(series(shown, '、'), `等，${REST}`);
    return shown.length === 0 ? inline(total, counted) : inline(series(shown, '、'), '等', total, counted);
  }
  return names.length === 2 ? inline(series(names, '和')) : inline(series(names, '、'));
}

const REST = '全部名单见附件';

const series = (names: readonly Part[], mark: string): Part[] =>
  names.flatMap((name, index): Part[] => (index === 0 ? [name] : [mark, name]));
