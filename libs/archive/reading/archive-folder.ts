import { lstat, readdir, readFile } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import { damaged } from '../archive-error.js';
import { contentsOf, MANIFEST, MANIFEST_HASH, MOST, type ArchiveManifest } from '../archive-format.js';
import { readManifest } from './read-manifest.js';

/** @throws ArchiveError ARCHIVE_DAMAGED */
export async function folderManifest(folder: string): Promise<{ manifest: ArchiveManifest; sha256: string }> {
  const [hashFile, manifest] = await Promise.all([
    small(join(folder, MANIFEST_HASH), 100),
    small(join(folder, MANIFEST), MOST.manifest),
  ]);
  return readManifest(hashFile, manifest);
}

async function small(path: string, most: number): Promise<Buffer> {
  const found = await lstat(path).catch(() => null);
  if (found?.isFile() !== true) throw damaged(`缺少 ${path}`);
  if (found.size > most) throw damaged(`${path} 过大`);
  return readFile(path);
}

/** Whatever lies there and is not in the manifest was put there by somebody else. @throws ArchiveError ARCHIVE_DAMAGED */
export async function refuseStrangers(folder: string, manifest: ArchiveManifest): Promise<void> {
  const known = new Set([MANIFEST, MANIFEST_HASH, ...contentsOf(manifest).map(({ file }) => file)]);
  for await (const file of filesUnder(folder, folder)) if (!known.has(file)) throw damaged(`多出 ${file}`);
}

async function* filesUnder(root: string, folder: string): AsyncGenerator<string> {
  for (const entry of await readdir(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) yield* filesUnder(root, path);
    else yield relative(root, path).split(sep).join('/');
  }
}
