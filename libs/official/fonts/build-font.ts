import { UNITS_PER_EM, type Glyph } from './glyph.js';
import { assembleFont } from './font-tables.js';

/** The square of a Chinese character reaches so far above and below the line it stands on. */
export const ASCENT = 880;
export const DESCENT = -120;

/** A TrueType font with these glyphs and no others, by code point. The same glyphs give the same bytes. */
export function buildFont(name: string, glyphs: Iterable<Glyph>): Buffer {
  const own = [...glyphs].sort((a, b) => a.codePoint - b.codePoint);
  const all: readonly Glyph[] = [NOTDEF, ...own];
  return assembleFont({
    'OS/2': os2(own),
    cmap: cmap(own),
    glyf: Buffer.concat(all.map(({ outline }) => outline)),
    head: head(own),
    hhea: hhea(all),
    hmtx: hmtx(all),
    loca: loca(all),
    maxp: maxp(all),
    name: names(name),
    post: post(),
  });
}

const NOTDEF: Glyph = {
  codePoint: 0,
  advance: UNITS_PER_EM,
  outline: new Uint8Array(),
  box: [0, 0, 0, 0],
  points: 0,
  contours: 0,
};

const most = (numbers: readonly number[], least = 0): number =>
  numbers.reduce((max, number) => Math.max(max, number), least);

function head(glyphs: readonly Glyph[]): Buffer {
  const table = Buffer.alloc(54);
  table.writeUInt32BE(0x00010000, 0);
  table.writeUInt32BE(0x00010000, 4);
  table.writeUInt32BE(0x5f0f3cf5, 12);
  table.writeUInt16BE(0x0003, 16);
  table.writeUInt16BE(UNITS_PER_EM, 18);
  table.writeInt16BE(-most(glyphs.map(({ box }) => -box[0])), 36);
  table.writeInt16BE(-most(glyphs.map(({ box }) => -box[1])), 38);
  table.writeInt16BE(most(glyphs.map(({ box }) => box[2])), 40);
  table.writeInt16BE(most(glyphs.map(({ box }) => box[3])), 42);
  table.writeUInt16BE(8, 46);
  table.writeInt16BE(2, 48);
  table.writeInt16BE(1, 50); // long `loca`
  return table;
}

function hhea(glyphs: readonly Glyph[]): Buffer {
  const table = Buffer.alloc(36);
  table.writeUInt32BE(0x00010000, 0);
  table.writeInt16BE(ASCENT, 4);
  table.writeInt16BE(DESCENT, 6);
  table.writeUInt16BE(UNITS_PER_EM, 10);
  table.writeInt16BE(1, 18);
  table.writeUInt16BE(glyphs.length, 34);
  return table;
}

function hmtx(glyphs: readonly Glyph[]): Buffer {
  const table = Buffer.alloc(glyphs.length * 4);
  for (const [at, { advance, box }] of glyphs.entries()) {
    table.writeUInt16BE(advance, at * 4);
    table.writeInt16BE(box[0], at * 4 + 2);
  }
  return table;
}

function loca(glyphs: readonly Glyph[]): Buffer {
  const table = Buffer.alloc((glyphs.length + 1) * 4);
  let offset = 0;
  for (const [at, { outline }] of glyphs.entries())
    table.writeUInt32BE((offset += outline.length), (at + 1) * 4);
  return table;
}

function maxp(glyphs: readonly Glyph[]): Buffer {
  const table = Buffer.alloc(32);
  table.writeUInt32BE(0x00010000, 0);
  table.writeUInt16BE(glyphs.length, 4);
  table.writeUInt16BE(most(glyphs.map(({ points }) => points)), 6);
  table.writeUInt16BE(most(glyphs.map(({ contours }) => contours)), 8);
  table.writeUInt16BE(2, 14);
  return table;
}

/** Code points to glyphs, one group each (format 12): glyphs stand in the order of their code points. */
function cmap(glyphs: readonly Glyph[]): Buffer {
  const groups = Buffer.alloc(16 + glyphs.length * 12);
  groups.writeUInt16BE(12, 0);
  groups.writeUInt32BE(groups.length, 4);
  groups.writeUInt32BE(glyphs.length, 12);
  for (const [at, { codePoint }] of glyphs.entries()) {
    groups.writeUInt32BE(codePoint, 16 + at * 12);
    groups.writeUInt32BE(codePoint, 20 + at * 12);
    groups.writeUInt32BE(at + 1, 24 + at * 12);
  }
  const index = Buffer.alloc(12);
  index.writeUInt16BE(1, 2);
  index.writeUInt16BE(3, 4);
  index.writeUInt16BE(10, 6);
  index.writeUInt32BE(12, 8);
  return Buffer.concat([index, groups]);
}

function os2(glyphs: readonly Glyph[]): Buffer {
  const table = Buffer.alloc(96);
  table.writeUInt16BE(4, 0);
  table.writeInt16BE(UNITS_PER_EM, 2);
  table.writeUInt16BE(400, 4);
  table.writeUInt16BE(5, 6);
  table.write('LUOS', 58, 'latin1');
  table.writeUInt16BE(0x0040, 62);
  table.writeUInt16BE(Math.min(0xffff, glyphs[0]?.codePoint ?? 0), 64);
  table.writeUInt16BE(Math.min(0xffff, glyphs.at(-1)?.codePoint ?? 0), 66);
  table.writeInt16BE(ASCENT, 68);
  table.writeInt16BE(DESCENT, 70);
  table.writeUInt16BE(ASCENT, 74);
  table.writeUInt16BE(-DESCENT, 76);
  table.writeInt16BE(500, 86);
  table.writeInt16BE(730, 88);
  return table;
}

function names(name: string): Buffer {
  const entries: readonly (readonly [number, string])[] = [
    [1, name],
    [2, 'Regular'],
    [3, name],
    [4, name],
    [6, name],
    [13, 'SIL Open Font License 1.1'],
  ];
  const words = entries.map(([, text]) => Buffer.from(text, 'utf16le').swap16());
  const records = Buffer.alloc(6 + entries.length * 12);
  records.writeUInt16BE(entries.length, 2);
  records.writeUInt16BE(records.length, 4);
  let offset = 0;
  for (const [at, [id]] of entries.entries()) {
    const length = words[at]?.length ?? 0;
    const fields = [3, 1, 0x0409, id, length, offset];
    for (const [field, value] of fields.entries()) records.writeUInt16BE(value, 6 + at * 12 + field * 2);
    offset += length;
  }
  return Buffer.concat([records, ...words]);
}

function post(): Buffer {
  const table = Buffer.alloc(32);
  table.writeUInt32BE(0x00030000, 0);
  table.writeInt16BE(-100, 8);
  table.writeInt16BE(50, 10);
  return table;
}
