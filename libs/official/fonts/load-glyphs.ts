import { readFile } from 'node:fs/promises';
import * as fontkit from 'fontkit';
import wawoff2 from 'wawoff2';
import { isHalf } from '../compose/width-of.js';
import type { FaceName } from '../format/figures.js';
import { encodeOutline } from './encode-outline.js';
import { FALLBACKS, sliceOf, STAND_IN } from './font-files.js';
import { UNITS_PER_EM, type Glyph } from './glyph.js';

/** Set where no family has a character: 〓, as printers do. */
const MISSING = 0x3013;

/** Glyphs never change: kept for the life of the process, some hundred bytes each. */
const glyphs = new Map<string, Glyph>();
const slices = new Map<string, Promise<fontkit.Font>>();
/** Slices stay open as long as these are not too many: a family has about a hundred. */
const MAX_SLICES = 150;

/** The glyphs of all characters of `words` in a typeface, by code point. Opens what is not yet open. */
export async function loadGlyphs(face: FaceName, words: Iterable<string>): Promise<Map<number, Glyph>> {
  const wanted = new Set([...words].map((character) => character.codePointAt(0) ?? MISSING));
  const found = new Map<number, Glyph>();
  for (const codePoint of [...wanted].sort((a, b) => a - b)) {
    const key = `${face} ${codePoint}`;
    let glyph = glyphs.get(key);
    if (glyph === undefined) {
      glyph = await openGlyph(face, codePoint);
      glyphs.set(key, glyph);
    }
    found.set(codePoint, glyph);
  }
  return found;
}

async function openGlyph(face: FaceName, codePoint: number): Promise<Glyph> {
  for (const from of [face, ...FALLBACKS]) {
    const glyph = await glyphFrom(from, codePoint);
    if (glyph) return glyph;
  }
  if (codePoint === MISSING) throw new Error('the fonts have no 〓');
  return { ...(await openGlyph(face, MISSING)), codePoint };
}

async function glyphFrom(face: FaceName, codePoint: number): Promise<Glyph | null> {
  const { font, weight } = STAND_IN[face];
  const file = sliceOf(font, codePoint);
  if (file === undefined) return null;
  const slice = await openSlice(file, weight);
  if (!slice.hasGlyphForCodePoint(codePoint)) return null;
  return drawn(slice, codePoint);
}

async function openSlice(file: string, weight: number | undefined): Promise<fontkit.Font> {
  const key = `${file} ${weight ?? ''}`;
  let slice = slices.get(key);
  if (slice === undefined) {
    const oldest = slices.size >= MAX_SLICES ? slices.keys().next().value : undefined;
    if (oldest !== undefined) slices.delete(oldest);
    slice = readSlice(file, weight);
    slices.set(key, slice);
  }
  return slice;
}

async function readSlice(file: string, weight: number | undefined): Promise<fontkit.Font> {
  const font = fontkit.create(Buffer.from(await wawoff2.decompress(await readFile(file)))) as fontkit.Font;
  return weight === undefined ? font : font.getVariation({ wght: weight });
}

/**
 * Chinese characters as wide as high, figures and letters exactly half as wide: wider ones are narrowed, narrower ones
 * stand in the middle. So every line is on the grid.
 */
function drawn(font: fontkit.Font, codePoint: number): Glyph {
  const glyph = font.glyphForCodePoint(codePoint);
  const scale = UNITS_PER_EM / font.unitsPerEm;
  const advance = isHalf(String.fromCodePoint(codePoint)) ? UNITS_PER_EM / 2 : UNITS_PER_EM;
  const wide = glyph.advanceWidth * scale;
  const narrow = Math.min(1, advance / wide);
  const shift = Math.max(0, (advance - wide) / 2);
  const outline = encodeOutline(glyph.path.commands, (x, y) => [x * scale * narrow + shift, y * scale]);
  return { codePoint, advance, ...outline };
}
