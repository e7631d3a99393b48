import { hash } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { cp, readdir, readFile, writeFile } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import { pack } from 'tar-stream';
import type { ArchiveManifest } from '../archive-format.js';

/** A copy of an archive in a folder, with one of its record files written otherwise, and all hashes made right again. */
export async function rewritten(
  from: string,
  to: string,
  change: {
    file?: string;
    lines?: (lines: string[]) => string[];
    manifest?: (manifest: ArchiveManifest) => void;
  },
): Promise<string> {
  await cp(from, to, { recursive: true });
  const path = join(to, 'manifest.json');
  const manifest = JSON.parse(await readFile(path, 'utf8')) as ArchiveManifest;
  const { file, lines, manifest: alter } = change;
  if (file !== undefined && lines !== undefined) {
    const found = lines((await readFile(join(to, file), 'utf8')).split('\n').slice(0, -1));
    const text = found.map((line) => `${line}\n`).join('');
    await writeFile(join(to, file), text);
    const entry = manifest.records.find((each) => each.file === file);
    if (entry === undefined) throw new Error(`no ${file}`);
    Object.assign(entry, {
      rows: found.length,
      bytes: Buffer.byteLength(text),
      sha256: hash('sha256', text, 'hex'),
    });
  }
  alter?.(manifest);
  const text = `${JSON.stringify(manifest, null, 1)}\n`;
  await writeFile(path, text);
  await writeFile(join(to, 'manifest.sha256'), `${hash('sha256', text, 'hex')}  manifest.json\n`);
  return to;
}

/** Entries as somebody with other tools would put them into a gzipped tar. */
export async function tarOf(
  to: string,
  entries: readonly { name: string; type?: 'symlink' | 'directory'; linkname?: string; content?: Buffer }[],
): Promise<string> {
  const tar = pack();
  for (const { name, type, linkname, content = Buffer.alloc(0) } of entries)
    tar.entry(
      { name, ...(type === undefined ? {} : { type }), ...(linkname === undefined ? {} : { linkname }) },
      content,
    );
  tar.finalize();
  await pipeline(tar, createGzip(), createWriteStream(to));
  return to;
}

/** Every file under a folder, by name, with its bytes. */
export async function filesUnder(folder: string): Promise<Record<string, string>> {
  const found: Record<string, string> = {};
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const path = join(entry.parentPath, entry.name);
    found[relative(folder, path).split(sep).join('/')] = (await readFile(path)).toString('latin1');
  }
  return found;
}

/** Gzips a file as often as is asked for nothing: a bomb has to be small to be one. */
export const gzipped = (from: string, to: string): Promise<void> =>
  pipeline(createReadStream(from), createGzip({ level: 9 }), createWriteStream(to));
