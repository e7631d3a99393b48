import iconv from 'iconv-lite';

/** What the characters of a text are worth: those that Chinese texts are made of, and those that hardly any has. */
const COMMON_HAN = 1;
const LESS_COMMON_HAN = 0.5;
const RARE_HAN = -0.3;
const CHINESE_PUNCTUATION = 1;
const WESTERN = 0.6;
const OTHER_SCRIPT = -0.6;
const NO_TEXT = -3;

let worths: ReadonlyMap<string, number> | undefined;

/** How much a text reads like a Chinese one: the mean worth of its characters, from -3 to 1. */
export function plausibility(text: string): number {
  worths ??= commonHan();
  let sum = 0;
  let count = 0;
  // The sample may end within a character.
  for (const character of text.slice(0, text.length > 1000 ? -2 : undefined)) {
    sum += worths.get(character) ?? worthByBlock(character.codePointAt(0) ?? 0);
    count += 1;
  }
  return count === 0 ? 0 : sum / count;
}

function worthByBlock(point: number): number {
  if (point < 0x80) return point >= 0x20 || (point >= 0x09 && point <= 0x0d) ? WESTERN : NO_TEXT;
  if (point >= 0x4e00 && point <= 0x9fff) return RARE_HAN;
  if (point >= 0x3000 && point <= 0x3017) return CHINESE_PUNCTUATION;
  if (point >= 0xff01 && point <= 0xff5e) return CHINESE_PUNCTUATION;
  if (point === 0x2014 || point === 0x2026 || (point >= 0x2018 && point <= 0x201d))
    return CHINESE_PUNCTUATION;
  if ((point >= 0x2460 && point <= 0x249b) || point === 0xb7 || point === 0xa0) return WESTERN;
  if (point === 0xfffd || (point >= 0xe000 && point <= 0xf8ff) || point < 0xa0) return NO_TEXT;
  if (point >= 0xd800 && point <= 0xdfff) return NO_TEXT;
  return OTHER_SCRIPT;
}

/** The 6,763 characters of GB 2312 are in the order of their use: the first 3,755 are the common ones. */
function commonHan(): Map<string, number> {
  const found = new Map<string, number>();
  for (let row = 0xb0; row <= 0xf7; row += 1) {
    const bytes = Array.from({ length: 94 }, (_, i) => [row, 0xa1 + i]).flat();
    for (const character of iconv.decode(Uint8Array.from(bytes), 'gb2312'))
      found.set(character, row <= 0xd7 ? COMMON_HAN : LESS_COMMON_HAN);
  }
  found.delete('\ufffd');
  return found;
}
