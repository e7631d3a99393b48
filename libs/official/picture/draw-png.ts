import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { initWasm, Resvg, type ResvgRenderOptions } from '@resvg/resvg-wasm';
import { pointsOfMm } from '../format/units.js';
import { PAGE, PICTURE } from '../format/figures.js';
import { buildFont } from '../fonts/build-font.js';
import { loadGlyphs } from '../fonts/load-glyphs.js';
import type { Picture } from '../model/block.js';
import { packPixels, pngOf, type PackedPixels } from './pack-pixels.js';

const FAMILY = 'LuoshiPicture';

let ready: Promise<void> | undefined;

/** Once for the process. */
function start(): Promise<void> {
  ready ??= readFile(createRequire(import.meta.url).resolve('@resvg/resvg-wasm/index_bg.wasm')).then((wasm) =>
    initWasm(wasm),
  );
  return ready;
}

const PRINTED_WIDTH = Math.round((pointsOfMm(PAGE.typeAreaWidthMm) / 72) * PICTURE.dotsPerInch);

/** A drawing as PNG, as wide as the type area is printed, on white, its words in the 黑体 that we ship. */
export async function drawPng(
  { svg }: Pick<Picture, 'svg'>,
  width: number = PRINTED_WIDTH,
): Promise<Uint8Array> {
  return pngOf(width === PRINTED_WIDTH ? await drawPixels({ svg }) : await painted(svg, width));
}

/** What was painted last: a document is written as .docx and right after it as PDF. In bytes of packed pixels. */
const recent = new Map<string, PackedPixels>();
const MOST_BYTES = 4_000_000;
let bytes = 0;

/** The same as packed pixels, which PDF takes as they are. */
export async function drawPixels({ svg }: Pick<Picture, 'svg'>): Promise<PackedPixels> {
  const pixels = recent.get(svg) ?? (await painted(svg, PRINTED_WIDTH));
  if (recent.delete(svg)) bytes -= pixels.data.length;
  recent.set(svg, pixels);
  bytes += pixels.data.length;
  for (const [oldest, { data }] of recent) {
    if (bytes <= MOST_BYTES) break;
    recent.delete(oldest);
    bytes -= data.length;
  }
  return pixels;
}

async function painted(svg: string, pixels: number): Promise<PackedPixels> {
  const rendered = await render(svg, pixels);
  try {
    return await packPixels(rendered.width, rendered.height, rendered.pixels);
  } finally {
    rendered.free();
  }
}

async function render(
  svg: string,
  pixels: number,
): Promise<ReturnType<InstanceType<typeof Resvg>['render']>> {
  await start();
  const words = new Set([...svg.replace(/<[^>]*>/gu, '').replace(/&[a-z#\d]+;/giu, '&<>"\'')]);
  words.delete('\n');
  const glyphs = await loadGlyphs('hei', words);
  const options: ResvgRenderOptions = {
    background: '#ffffff',
    fitTo: {
      mode: 'width',
      value: pixels,
    },
    font: {
      fontBuffers: [buildFont(FAMILY, glyphs.values())],
      defaultFontFamily: FAMILY,
      sansSerifFamily: FAMILY,
      serifFamily: FAMILY,
      monospaceFamily: FAMILY,
    },
  };
  const drawing = new Resvg(svg, options);
  try {
    return drawing.render();
  } finally {
    drawing.free();
  }
}
