import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import type { FaceName } from '../format/figures.js';

/** A family under the SIL Open Font License as its package ships it: in slices of some hundred characters, WOFF2. */
interface FontPackage {
  readonly name: string;
  readonly styles: string;
}

const SERIF: FontPackage = { name: '@fontsource-variable/noto-serif-sc', styles: 'wght.css' };
const SANS: FontPackage = { name: '@fontsource-variable/noto-sans-sc', styles: 'wght.css' };
const KAI: FontPackage = { name: 'lxgw-wenkai-lite-webfont', styles: 'lxgwwenkailite-regular.css' };

/** What stands in for the typefaces of the format, which are not free to ship. Nobody publishes a free 仿宋 there: 宋体 stands in. */
export const STAND_IN: Readonly<Record<FaceName, { font: FontPackage; weight?: number }>> = {
  title: { font: SERIF, weight: 800 },
  text: { font: SERIF, weight: 400 },
  kai: { font: KAI },
  hei: { font: SANS, weight: 500 },
  song: { font: SERIF, weight: 400 },
};

/** Where to look for a character that a family does not have. */
export const FALLBACKS: readonly FaceName[] = ['text', 'hei', 'kai'];

const require = createRequire(import.meta.url);
const indexes = new Map<string, ReadonlyMap<number, string>>();

/** The slice of a family that has a character: the path of its file. */
export function sliceOf({ name, styles }: FontPackage, codePoint: number): string | undefined {
  let index = indexes.get(name);
  if (index === undefined) {
    index = readIndex(path.dirname(require.resolve(`${name}/package.json`)), styles);
    indexes.set(name, index);
  }
  return index.get(codePoint);
}

/** The package's style sheet says which slice has which characters. */
function readIndex(folder: string, styles: string): Map<number, string> {
  const index = new Map<number, string>();
  const sheet = readFileSync(path.join(folder, styles), 'utf8');
  for (const [, name = '', ranges = ''] of sheet.matchAll(
    /url\(['"]?([^'")]+)['"]?\)[^}]*?unicode-range:\s*([^;}]+)/gu,
  )) {
    const file = path.join(folder, name);
    for (const range of ranges.split(',')) {
      const [from = '', to = from] = range.trim().replace(/^U\+/iu, '').split('-');
      for (let code = parseInt(from, 16); code <= parseInt(to, 16); code += 1)
        if (!index.has(code)) index.set(code, file);
    }
  }
  return index;
}
