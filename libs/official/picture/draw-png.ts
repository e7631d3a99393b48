import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { initWasm, Resvg, type ResvgRenderOptions } from '@resvg/resvg-wasm';
import { pointsOfMm } from '../format/units.js';
import { PAGE, PICTURE } from '../format/figures.js';
import { buildFont } from '../fonts/build-font.js';
import { loadGlyphs } from '../fonts/load-glyphs.js';
import type { Picture } from '../model/block.js';

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
  const rendered = await render(svg, width);
  try {
    return rendered.asPng();
  } finally {
    rendered.free();
  }
}

/** The same as plain pixels, three bytes each. */
export async function drawPixels({
  svg,
}: Pick<Picture, 'svg'>): Promise<{ width: number; height: number; rgb: Uint8Array }> {
  const rendered = await render(svg, PRINTED_WIDTH);
  try {
    const { width, height, pixels } = rendered;
    const rgb = new Uint8Array(width * height * 3);
    for (let from = 0, to = 0; to < rgb.length; from += 4) {
      rgb[to++] = pixels[from] ?? 0;
      rgb[to++] = pixels[from + 1] ?? 0;
      rgb[to++] = pixels[from + 2] ?? 0;
    }
    return { width, height, rgb };
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
