/** Characters of the symbol fonts that plans use, by font and code in the private area U+F000. */
const SYMBOLS: Readonly<Record<string, string>> = {
  'wingdings f0fe': '☑',
  'wingdings f052': '☑',
  'wingdings 2 f052': '☑',
  'wingdings 2 f050': '√',
  'wingdings f0fc': '√',
  'wingdings f0a8': '□',
  'wingdings f06f': '□',
  'wingdings 2 f0a3': '□',
  'symbol f0b3': '≥',
  'symbol f0a3': '≤',
  'symbol f0b1': '±',
  'symbol f0b4': '×',
  'symbol f0b7': '·',
  'symbol f0b0': '°',
  'symbol f025': '%',
  'symbol f02d': '-',
};

/** What a symbol (`w:sym`) says; nothing where it is a decoration. `code` in hexadecimal figures. */
export function symbolText(font: string, code: string): string {
  const known = SYMBOLS[`${font} ${code}`.toLowerCase()];
  if (known !== undefined) return known;
  const point = parseInt(code, 16);
  const isPrivate = Number.isNaN(point) || (point >= 0xe000 && point <= 0xf8ff) || point < 32;
  return isPrivate || point > 0x10ffff ? '' : String.fromCodePoint(point);
}
