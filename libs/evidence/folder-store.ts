import { randomUUID } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises';
import { dirname, join, relative, sep } from 'node:path';
import { isObjectKey, StoreUnavailable, type ObjectStore } from './object-store.js';

/** Begins the names of files that are being written; they are no objects. */
const UNFINISHED = '.unfinished-';

/**
 * Files in a folder that only this system's user may read. A file is written under another name, forced to the disk and
 * then renamed, so that under its key there is all of it or nothing.
 */
export function folderStore(folder: string): ObjectStore {
  const pathOf = (key: string): string => {
    if (!isObjectKey(key)) throw new TypeError(`no key: ${key}`);
    return join(folder, ...key.split('/'));
  };
  return {
    place: `folder ${folder}`,
    put: (key, bytes) =>
      reached(async () => {
        const path = pathOf(key);
        if ((await sizeOf(path)) === bytes.length) return;
        await mkdir(dirname(path), { recursive: true, mode: 0o700 });
        const unfinished = join(dirname(path), `${UNFINISHED}${randomUUID()}`);
        try {
          const file = await open(unfinished, 'wx', 0o600);
          try {
            await file.writeFile(bytes);
            await file.sync();
          } finally {
            await file.close();
          }
          await rename(unfinished, path);
          await forced(dirname(path));
        } catch (error) {
          await rm(unfinished, { force: true });
          throw error;
        }
      }),
    get: (key) =>
      reached(async () => {
        const path = pathOf(key);
        const size = await sizeOf(path);
        return size === null ? null : { size, content: createReadStream(path) };
      }),
    keys: () => keysUnder(folder, folder),
    remove: (key) => reached(() => rm(pathOf(key), { force: true })),
    check: () =>
      reached(async () => {
        await mkdir(folder, { recursive: true, mode: 0o700 });
        const trial = join(folder, `${UNFINISHED}${randomUUID()}`);
        await (await open(trial, 'wx', 0o600)).close();
        await rm(trial);
      }),
    close: () => undefined,
  };
}

async function sizeOf(path: string): Promise<number | null> {
  try {
    return (await stat(path)).size;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
}

/** A name in a folder is safe when the folder is. Windows has no such call, and needs none. */
async function forced(folder: string): Promise<void> {
  if (process.platform === 'win32') return;
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

async function* keysUnder(root: string, folder: string): AsyncIterable<string> {
  const entries = await readdir(folder, { withFileTypes: true }).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return [];
    throw unavailable(error);
  });
  for (const entry of entries) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) yield* keysUnder(root, path);
    else {
      const key = relative(root, path).split(sep).join('/');
      if (isObjectKey(key)) yield key;
    }
  }
}

async function reached<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw error instanceof TypeError ? error : unavailable(error);
  }
}

const unavailable = (error: unknown): StoreUnavailable =>
  new StoreUnavailable(error instanceof Error ? error.message : String(error), { cause: error });
