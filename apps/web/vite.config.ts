import react from '@vitejs/plugin-react';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import { defineConfig, type Plugin } from 'vite';

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

/** What is started when the language is known is fetched while that is found out. */
const startAtOnce: Plugin = {
  name: 'start-at-once',
  transformIndexHtml: {
    order: 'post',
    handler(html, { bundle = {} }) {
      const chunks = Object.values(bundle).filter((each) => each.type === 'chunk');
      const start = chunks.find(({ name, isDynamicEntry }) => name === 'start' && isDynamicEntry);
      const needed = new Set<string>();
      const take = (file: string): void => {
        if (needed.has(file)) return;
        needed.add(file);
        chunks.find(({ fileName }) => fileName === file)?.imports.forEach(take);
      };
      if (start !== undefined) take(start.fileName);
      const others = [...needed].filter((file) => !html.includes(file));
      return others.map((file) => ({
        tag: 'link',
        attrs: { rel: 'modulepreload', crossorigin: true, href: `/${file}` },
        injectTo: 'head' as const,
      }));
    },
  },
};

const press = promisify(brotliCompress);
const zip = promisify(gzip);

/** What is text is squeezed once, as hard as can be; the server sends it so to whoever can read it (`apps/api/page.ts`). */
const squeezeFiles: Plugin = {
  name: 'squeeze-files',
  async writeBundle({ dir = '' }) {
    const files = await readdir(dir, { recursive: true });
    const text = files.filter((file) => /\.(js|css|svg|html)$/.test(file));
    await Promise.all(
      text.map(async (file) => {
        const content = await readFile(join(dir, file));
        if (content.length < 1_400) return;
        const [pressed, zipped] = await Promise.all([
          press(content, { params: { [constants.BROTLI_PARAM_SIZE_HINT]: content.length } }),
          zip(content, { level: 9 }),
        ]);
        await Promise.all([
          writeFile(join(dir, `${file}.br`), pressed),
          writeFile(join(dir, `${file}.gz`), zipped),
        ]);
      }),
    );
  },
};

export default defineConfig({
  root: here('.'),
  // Elements are made by our own, which marks what stays Chinese on English pages.
  plugins: [react({ jsxImportSource: '#jsx' }), startAtOnce, squeezeFiles],
  resolve: {
    alias: {
      '#calendar': here('../../libs/calendar/index.ts'),
      // Named by the calendar's files alone, which no page reads: nothing of it comes into a page.
      '#data-file': here('../../libs/data-file/index.ts'),
      '#contract': here('../../libs/contract/index.ts'),
      '#english': here('../../libs/english/index.ts'),
      '#jsx': here('jsx'),
    },
  },
  build: {
    outDir: here('../../dist/web'),
    emptyOutDir: true,
    // The page must work on the browsers found in offices, three years behind: package.json's browserslist, held by eslint.
    target: ['chrome115', 'edge115', 'firefox115', 'safari16.4'],
    // No module preload script: the content security policy allows no inline script.
    modulePreload: { polyfill: false },
    // Which chunk needs which: what a first load costs is counted from it.
    manifest: true,
    // The component library is one chunk that every page needs and that changes rarely.
    chunkSizeWarningLimit: 1200,
    rolldownOptions: {
      // Reading a member of a catalogue does nothing: what of the contract no page reads is left out (12 kB compressed).
      // A catalogue that a page does not read stays out of it, although each asks for the language when it is made.
      treeshake: {
        propertyReadSideEffects: false,
        // A part of the contract does nothing but be read: the first page takes its own shapes and not all of them.
        moduleSideEffects: [
          { test: /[\\/]texts[\\/]zh[\\/.]/, sideEffects: false },
          { test: /[\\/]libs[\\/](contract|calendar|data-file)[\\/]/, sideEffects: false },
        ],
      },
      output: {
        codeSplitting: {
          groups: [
            { name: 'charts', test: /node_modules[\\/](echarts|zrender)[\\/]/, priority: 2 },
            {
              name: 'vendor',
              // The setting of zod with it: in no other chunk would it be made before the first schema.
              test: /node_modules[\\/](react|react-dom|scheduler|@tanstack|zod)[\\/]|no-code-at-run-time/,
              priority: 1,
            },
          ],
        },
      },
    },
  },
  server: { proxy: { '/api': 'http://127.0.0.1:8080' } },
});
