import { fileURLToPath } from 'node:url';
import { defineConfig, mergeConfig } from 'vite';
import pages from '../../vite.config.js';

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

/** The page of all states of our own components, made as the pages themselves are; where to, the command says (`--outDir`). */
export default mergeConfig(
  pages,
  defineConfig({ root: here('.'), publicDir: here('../../public'), build: { manifest: false } }),
);
