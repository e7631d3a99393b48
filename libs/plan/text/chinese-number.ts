const DIGITS = '零一二三四五六七八九';

/** Reads 1 to 999 in Chinese or Arabic figures; 0 where the text is neither. */
export function readChineseNumber(text: string): number {
  if (/^\d+$/.test(text)) return Number(text);
  let total = 0;
  let digit = 0;
  for (const character of text) {
    if (character === '十') {
      total += (digit || 1) * 10;
      digit = 0;
    } else if (character === '百') {
      total += (digit || 1) * 100;
      digit = 0;
    } else {
      const value = character === '两' ? 2 : DIGITS.indexOf(character);
      if (value < 0) return 0;
      digit = value;
    }
  }
  return total + digit;
}
