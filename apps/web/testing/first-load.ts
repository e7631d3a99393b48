import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { brotliCompress, constants, gzip } from 'node:zlib';
import { promisify } from 'node:util';
import { z } from 'zod';

const manifestSchema = z.record(
  z.string(),
  z.object({
    file: z.string(),
    isEntry: z.boolean().default(false),
    imports: z.array(z.string()).default([]),
    css: z.array(z.string()).default([]),
  }),
);

export interface FirstLoad {
  /** Of every file that the browser needs before the page stands, the largest first. */
  files: { file: string; whole: number; gzip: number; brotli: number }[];
  /** Bytes of all of them, as a server sends them. */
  gzip: number;
  brotli: number;
  /** Bytes of the scripts among them as the browser reads them. */
  scripts: number;
}

const squeeze = promisify(gzip);
const press = promisify(brotliCompress);

/**
 * What a browser that has never been here loads for a page: the entry, the page's own chunk, everything that these import,
 * and their styles. Chunks that are loaded later by themselves do not count.
 *
 * @param folder of the built pages, with the manifest of the build in it
 * @param pages sources of the chunks that the page is made of, from `apps/web`: `filing/sittings.page.tsx`
 * @throws where the build has no such chunk
 */
export async function firstLoadOf(folder: string, pages: readonly string[]): Promise<FirstLoad> {
  const manifest = manifestSchema.parse(
    JSON.parse(await readFile(join(folder, '.vite/manifest.json'), 'utf8')),
  );
  const needed = new Set<string>(['index.html']);
  const seen = new Set<string>();
  const take = (name: string): void => {
    if (seen.has(name)) return;
    seen.add(name);
    const chunk = manifest[name];
    if (chunk === undefined) throw new Error(`the build has no chunk ${name}`);
    for (const file of [chunk.file, ...chunk.css]) needed.add(file);
    chunk.imports.forEach(take);
  };
  ['index.html', 'start.tsx', ...pages].forEach(take);
  const files = await Promise.all(
    [...needed].map(async (file) => {
      const content = await readFile(join(folder, file));
      // As a server squeezes answers, not as hard as can be.
      const [zipped, pressed] = await Promise.all([
        squeeze(content, { level: 6 }),
        press(content, { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } }),
      ]);
      return { file, whole: content.length, gzip: zipped.length, brotli: pressed.length };
    }),
  );
  const sum = (of: 'gzip' | 'brotli'): number => files.reduce((total, file) => total + file[of], 0);
  const scripts = files
    .filter(({ file }) => file.endsWith('.js'))
    .reduce((total, { whole }) => total + whole, 0);
  const bySize = files.toSorted((a, b) => b.gzip - a.gzip);
  return { files: bySize, gzip: sum('gzip'), brotli: sum('brotli'), scripts };
}
