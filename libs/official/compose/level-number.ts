const DIGITS = '零一二三四五六七八九';

/** `1` to `99` as they number chapters: `一`, `十`, `十一`, `二十`. */
export function chineseCount(count: number): string {
  if (count < 10) return DIGITS[count] ?? '';
  const tens = Math.floor(count / 10);
  const ones = count % 10;
  return `${tens === 1 ? '' : (DIGITS[tens] ?? '')}十${ones === 0 ? '' : (DIGITS[ones] ?? '')}`;
}

export type Level = 1 | 2 | 3 | 4;

/** The number of a heading: `一、` `（一）` `1.` `（1）`. */
export function levelNumber(level: Level, count: number): string {
  if (level === 1) return `${chineseCount(count)}、`;
  if (level === 2) return `（${chineseCount(count)}）`;
  return level === 3 ? `${count}.` : `（${count}）`;
}

/** Counts headings in the order in which they stand: each level begins anew below a higher one. */
export function headingCounter(): (level: Level) => string {
  const counts = [0, 0, 0, 0];
  return (level) => {
    const count = (counts[level - 1] ?? 0) + 1;
    counts.splice(level - 1, 4, count, 0, 0, 0);
    return levelNumber(level, count);
  };
}
