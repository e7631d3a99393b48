import { createReadStream, createWriteStream } from 'node:fs';
import { mkdir, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import { pack, type Pack } from 'tar-stream';

/** Something that goes into an archive, in its place. */
export interface Packed {
  file: string;
  bytes: number;
  /** Opened when its turn comes. */
  open: () => Promise<Readable>;
}

export const isTar = (path: string): boolean => /\.(?:tar|tar\.gz|tgz)$/iu.test(path);

/** Puts everything into a tar; it is there whole, or not at all. */
export async function packTar(to: string, contents: readonly Packed[]): Promise<void> {
  const half = `${to}.part`;
  const tar = pack();
  const out = createWriteStream(half, { mode: 0o600, flush: true });
  const written = /gz$/iu.test(to) ? pipeline(tar, createGzip({ level: 6 }), out) : pipeline(tar, out);
  try {
    const filled = fill(tar, contents).catch((error: unknown) => {
      tar.destroy(error instanceof Error ? error : new Error(String(error)));
      throw error;
    });
    // Whichever fails first is the reason.
    await Promise.all([filled, written]);
    await rename(half, to);
  } catch (error) {
    await rm(half, { force: true });
    throw error;
  }
}

async function fill(tar: Pack, contents: readonly Packed[]): Promise<void> {
  for (const { file, bytes, open } of contents) {
    // Whoever packs it and whenever: the same bytes.
    const header = { name: file, size: bytes, mode: 0o600, mtime: new Date(0), uid: 0, gid: 0 };
    await pipeline(await open(), tar.entry(header));
  }
  tar.finalize();
}

/** Puts what is not there yet into the folder, and gives it its name when it is whole. */
export async function completeFolder(folder: string, to: string, missing: readonly Packed[]): Promise<void> {
  for (const { file, open } of missing) {
    const path = join(folder, file);
    await mkdir(dirname(path), { recursive: true, mode: 0o700 });
    await pipeline(await open(), createWriteStream(path, { mode: 0o600, flush: true }));
  }
  await rename(folder, to);
}

export const fromFolder = (folder: string, { file, bytes }: { file: string; bytes: number }): Packed => ({
  file,
  bytes,
  open: () => Promise.resolve(createReadStream(join(folder, file))),
});
