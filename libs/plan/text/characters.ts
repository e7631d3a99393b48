/** What a character is to the reader, asked of every one of them: kept in tables by code unit. */
export const KEPT = 0;
export const BLANK = 1;
export const INVISIBLE = 2;
export const LINE_END = 3;

/** Marks and look-alikes, each to one character, so that both texts keep the same length. */
const MARKS: Readonly<Record<string, string>> = {
  ',': '，',
  ';': '；',
  ':': '：',
  '∶': '：',
  '(': '（',
  ')': '）',
  '<': '〈',
  '>': '〉',
  '﹤': '〈',
  '﹥': '〉',
  '[': '〔',
  ']': '〕',
  '［': '〔',
  '］': '〕',
  '﹝': '〔',
  '﹞': '〕',
  '〖': '【',
  '〗': '】',
  '•': '·',
  '｡': '。',
  '､': '、',
};
/** Zero width, byte order mark, soft hyphen, direction marks, controls. */
const PRINTS_NOTHING = /[\p{Cc}\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff\ufffe\uffff]/u;
const LINE_ENDS = '\n\f\v\u0085\u2028\u2029';
const PUNCTUATION = new Set('、。，；：？！（）〔〕【】〈〉《》“”‘’—…·');

const KINDS = new Uint8Array(0x10000);
const WIDTH = new Uint16Array(0x10000);
const FORMS = new Uint16Array(0x10000);

/** Where the characters stand that are not just themselves. The tables are made whenever a program starts. */
const BLOCKS = [
  [0x0000, 0x00ff],
  [0x1680, 0x1680],
  [0x2000, 0x22ff],
  [0x2e80, 0x303f],
  [0xf900, 0xffff],
] as const;

for (let code = 0; code < 0x10000; code += 1) WIDTH[code] = FORMS[code] = code;
for (const [first, last] of BLOCKS) for (let code = first; code <= last; code += 1) enter(code);

function enter(code: number): void {
  const character = String.fromCharCode(code);
  const isBlank = /\s/.test(character) || code === 0x09;
  if (LINE_ENDS.includes(character)) KINDS[code] = LINE_END;
  else if (code !== 0x09 && PRINTS_NOTHING.test(character)) KINDS[code] = INVISIBLE;
  else if (isBlank) KINDS[code] = BLANK;
  const narrow = isBlank ? ' ' : narrowed(character, code);
  WIDTH[code] = narrow.charCodeAt(0);
  FORMS[code] = (MARKS[narrow] ?? narrow).charCodeAt(0);
}

/** Full-width letters and figures as Western ones; radicals and compatibility ideographs, as PDF files hold them, as ideographs. */
function narrowed(character: string, code: number): string {
  if (code >= 0xff01 && code <= 0xff5e) return String.fromCharCode(code - 0xfee0);
  const isDouble = (code >= 0x2e80 && code <= 0x2fdf) || (code >= 0xf900 && code <= 0xfaff);
  const plain = isDouble ? character.normalize('NFKC') : character;
  return plain.length === 1 ? plain : character;
}

export const kindOf = (code: number): number => KINDS[code] ?? KEPT;
/** The character in one width, its mark as it is. */
export const widthOf = (code: number): number => WIDTH[code] ?? code;
/** The character in the one form of its mark. */
export const formOf = (code: number): number => FORMS[code] ?? code;
export const isCjk = (code: number): boolean =>
  (code >= 0x3400 && code <= 0x9fff) || (code >= 0xf900 && code <= 0xfaff);
export const isDigit = (code: number): boolean => code >= 0x30 && code <= 0x39;
export const isCjkPunctuation = (code: number): boolean => PUNCTUATION.has(String.fromCharCode(code));
export const isNumeral = (code: number): boolean =>
  '一二三四五六七八九十'.includes(String.fromCharCode(code));
