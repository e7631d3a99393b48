import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { transform } from '@swc/core';

const ROOT = new URL('../../../', import.meta.url).href;
const GLOBALS = new URL('./globals.js', import.meta.url).href;

/** As the compiler makes the product: decorators of the older kind, with types of parameters for Nest and TypeORM. */
const OPTIONS = {
  swcrc: false,
  module: { type: 'es6' },
  sourceMaps: 'inline',
  jsc: {
    target: 'es2022',
    parser: { syntax: 'typescript', decorators: true },
    transform: { legacyDecorator: true, decoratorMetadata: true },
    keepClassNames: true,
  },
};

const isOurs = (url) => url?.startsWith(ROOT) === true && !url.includes('/node_modules/');

/** The sources instead of what is built of them: `./x.js` is x.ts, `#engine` is libs/engine/index.ts. */
export async function resolve(specifier, context, next) {
  if (specifier === '@jest/globals') return { url: GLOBALS, shortCircuit: true };
  if (!isOurs(context.parentURL)) return next(specifier, context);
  if (specifier.startsWith('#'))
    return next(specifier, { ...context, conditions: [...context.conditions, 'source'] });
  if (specifier.startsWith('.') && specifier.endsWith('.js')) {
    const { href } = new URL(specifier.replace(/\.js$/u, '.ts'), context.parentURL);
    if (existsSync(fileURLToPath(href))) return { url: href, format: 'module', shortCircuit: true };
  }
  return next(specifier, context);
}

export async function load(url, context, next) {
  if (!url.endsWith('.ts') || !isOurs(url)) return next(url, context);
  const filename = fileURLToPath(url);
  const { code } = await transform(await readFile(filename, 'utf8'), { ...OPTIONS, filename });
  return { format: 'module', source: code, shortCircuit: true };
}
