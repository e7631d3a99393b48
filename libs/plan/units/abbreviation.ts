/** Words of more than two letters in names of bodies; all others have two. */
const LONG_WORDS =
  /委员会|办公室|公安局|联合会|联合社|合作社|残疾人|工商业|信息化|现代化|下一代|大数据|融媒体|红十字|地方志|河长制|林长制|公积金|老干部|少数民族|自来水|旅游业|服务业|开发区|示范区|景区|园区|有限公司|共青团|国家级|热线/gu;

/** The places at which words begin: 安全生产委员会办公室 is 安全·生产·委员会·办公室. */
function wordStarts(text: string): Set<number> {
  const starts = new Set<number>();
  const pairs = (from: number, to: number): void => {
    for (let i = from; i < to; i += 2) starts.add(i);
  };
  let from = 0;
  for (const { 0: word, index } of text.matchAll(LONG_WORDS)) {
    pairs(from, index);
    starts.add(index);
    from = index + word.length;
  }
  pairs(from, text.length);
  return starts;
}

const NONE = -1;

/**
 * How well a short name is made of the letters of a long one, in order: 0 (not at all) to 1 (each letter begins a
 * word, or follows the letter before; the first begins the name). 卫健 is 卫生·健康, 国资 is 国有·资产·监督·管理.
 */
export function abbreviationFit(short: string, long: string): number {
  if (short.length === 0 || short.length >= long.length) return 0;
  const starts = wordStarts(long);
  // best[j]: the best sum for the letters so far, the last of them at place j of the long name.
  let best: number[] = Array.from(long, (letter, j) =>
    letter === short[0] ? (j === 0 ? 1 : starts.has(j) ? 0.75 : 0.4) : NONE,
  );
  for (const letter of short.slice(1)) {
    const next: number[] = Array.from(long, () => NONE);
    let before = NONE;
    for (let j = 1; j < long.length; j += 1) {
      before = Math.max(before, j >= 2 ? (best[j - 2] ?? NONE) : NONE);
      if (long[j] !== letter) continue;
      const adjacent = best[j - 1] ?? NONE;
      const reached = Math.max(
        adjacent === NONE ? NONE : adjacent + 1,
        before === NONE ? NONE : before + (starts.has(j) ? 1 : 0.5),
      );
      next[j] = reached;
    }
    best = next;
  }
  return Math.max(0, ...best) / short.length;
}
