import { chineseCount } from '../compose/level-number.js';
import { child, childrenOf, numberOf, valueOf, type Tree } from './xml-tree.js';

/** Writes the numbers that Word writes before the paragraphs of a list. */
export class ListNumbers {
  private readonly levels = new Map<string, readonly Tree[]>();
  private readonly counts = new Map<string, number[]>();

  constructor(numbering: Tree | undefined) {
    const abstract = new Map(
      childrenOf(numbering, 'abstractNum').map((own) => [
        own.attributes['abstractNumId'] ?? '',
        childrenOf(own, 'lvl'),
      ]),
    );
    for (const own of childrenOf(numbering, 'num'))
      this.levels.set(own.attributes['numId'] ?? '', abstract.get(valueOf(own, 'abstractNumId') ?? '') ?? []);
  }

  /** The number of the next paragraph on a level: `一、`. */
  next(list: string, level: number): string {
    const levels = this.levels.get(list) ?? [];
    const own = levels.find((one) => numberOf(one, 'ilvl') === level);
    if (!own || level < 0 || level > 8) return '';
    const counts = this.counts.get(list) ?? [];
    const start = numberOf(child(own, 'start'), 'val') ?? 1;
    counts[level] = counts[level] === undefined ? start : counts[level] + 1;
    counts.length = level + 1;
    this.counts.set(list, counts);
    return (valueOf(own, 'lvlText') ?? '').replace(/%(\d)/gu, (_, digit: string) => {
      const at = Number(digit) - 1;
      const format =
        valueOf(
          levels.find((one) => numberOf(one, 'ilvl') === at),
          'numFmt',
        ) ?? 'decimal';
      const count = counts[at] ?? 1;
      return /chinese|ideograph|japaneseCounting/iu.test(format) && count < 100
        ? chineseCount(count)
        : String(count);
    });
  }
}
