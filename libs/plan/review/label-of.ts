const LONGEST = 20;

/**
 * A short name for a task that has no printed title: how its text begins, up to the first stop that leaves enough to
 * tell it by. To be bettered by whoever checks the plan.
 */
export function labelOf(text: string): string {
  const plain = text.replace(/\s+/g, '').replace(/^[（(]?[\d一二三四五六七八九十]+[)）.．、]/, '');
  const stops = [...plain.matchAll(/[，。；：,;:（(]/g)].map(({ index }) => index);
  const end = stops.find((at) => at >= 6 && at <= LONGEST) ?? LONGEST;
  const characters = [...plain.slice(0, end)];
  return characters.length === 0 ? '（无标题）' : characters.join('');
}
