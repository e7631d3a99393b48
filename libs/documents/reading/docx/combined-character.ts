const CIRCLED = '①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳';

/**
 * The one kind of field that is shown without a saved result: a number that Word draws into a circle, which plans use
 * for sub-items (`eq \o\ac(○,3)`). Nothing for other instructions.
 */
export function combinedCharacter(instruction: string): string {
  const match = /^\s*eq\s*\\o\s*\\ac\s*\(\s*[○〇oO◯]\s*[,;]\s*(\S+?)\s*\)\s*$/i.exec(instruction);
  if (!match) return '';
  const inside = match[1] ?? '';
  return CIRCLED.charAt(Number(inside) - 1) || inside;
}
