import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';

/** A thread for tests that reads documents where nothing can be written to disk. */
const refuse = (): never => {
  throw new Error('a document was written to disk');
};
for (const name of [
  'writeFileSync',
  'writeFile',
  'mkdtempSync',
  'mkdtemp',
  'createWriteStream',
  'appendFileSync',
] as const)
  Object.assign(fs, { [name]: refuse });
const { openSync } = fs;
Object.assign(fs, {
  openSync: (path: fs.PathLike, flags: string | number = 'r') =>
    flags === 'r' || flags === 0 ? openSync(path, flags) : refuse(),
});
Object.assign(fs.promises, { writeFile: refuse, mkdtemp: refuse, appendFile: refuse });
syncBuiltinESMExports();

const { serveGuarded } = await import('../serve-guarded.js');
const { readDocument } = await import('../../reading/read-document.js');
await serveGuarded((bytes) => readDocument(bytes, (text) => new TextDecoder().decode(text)));
