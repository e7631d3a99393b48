import { createReadStream, createWriteStream } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { dirname } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';
import { ArchiveError, damaged } from '../archive-error.js';
import {
  contentsOf,
  MANIFEST,
  MANIFEST_HASH,
  MOST,
  type ArchiveManifest,
  type FileEntry,
} from '../archive-format.js';
import { checkedFile } from './checked-file.js';
import { readManifest } from './read-manifest.js';
import { tarFiles, type TarFile } from './tar-reader.js';

type Entry = ReturnType<typeof contentsOf>[number];
/** Where a file is unpacked to; null: it is only looked at. */
export type Kept = (entry: Entry) => string | null;

/** Reads a tar from end to end: every file in its place, with the bytes that the manifest says. @throws ArchiveError */
export async function unpackTar(
  path: string,
  { room, keep }: { room: (manifest: ArchiveManifest) => Promise<void>; keep: Kept },
): Promise<{ manifest: ArchiveManifest; sha256: string }> {
  return onTar(path, async (files) => {
    const head = await manifestOf(files);
    await room(head.manifest);
    for (const entry of contentsOf(head.manifest)) {
      const content = checkedFile(entry, (await nextFile(files, entry)).content);
      const to = keep(entry);
      if (to === null) for await (const _ of content) void _;
      else {
        await mkdir(dirname(to), { recursive: true, mode: 0o700 });
        await pipeline(content, createWriteStream(to, { mode: 0o600 }));
      }
    }
    if ((await files.next()).done !== true) throw damaged('有清单之外的文件');
    return head;
  });
}

/** The evidence in a tar that was read through before. */
export async function* evidenceOfTar(
  path: string,
  sha256: string,
): AsyncGenerator<{ entry: FileEntry; bytes: Buffer }> {
  const source = streamOf(path);
  try {
    const files = tarFiles(await source.content());
    const head = await manifestOf(files);
    if (head.sha256 !== sha256) throw damaged('档案在读取期间被换掉了');
    const skipped = contentsOf(head.manifest).filter(({ file }) => !file.startsWith('evidence/'));
    for (const entry of skipped) for await (const _ of (await nextFile(files, entry)).content) void _;
    for (const entry of head.manifest.files.filter(({ file }) => file.startsWith('evidence/'))) {
      const parts: Buffer[] = [];
      for await (const part of checkedFile(entry, (await nextFile(files, entry)).content)) parts.push(part);
      yield { entry, bytes: Buffer.concat(parts) };
    }
  } finally {
    source.end();
  }
}

async function onTar<T>(path: string, work: (files: AsyncGenerator<TarFile>) => Promise<T>): Promise<T> {
  const source = streamOf(path);
  try {
    return await work(tarFiles(await source.content()));
  } catch (error) {
    throw asDamaged(error);
  } finally {
    source.end();
  }
}

/** A tar as it is, or unpacked on the way, as its first bytes say. */
function streamOf(path: string): { content: () => Promise<AsyncIterable<Buffer>>; end: () => void } {
  const file = createReadStream(path);
  const gunzip = createGunzip();
  return {
    content: async () => {
      const [first] = await firstBytes(path);
      if (first !== 0x1f) return file as AsyncIterable<Buffer>;
      file.on('error', (error) => gunzip.destroy(error));
      return file.pipe(gunzip) as AsyncIterable<Buffer>;
    },
    end: () => {
      file.destroy();
      gunzip.destroy();
    },
  };
}

async function firstBytes(path: string): Promise<Buffer> {
  for await (const part of createReadStream(path, { end: 1 }) as AsyncIterable<Buffer>) return part;
  throw damaged('文件是空的');
}

async function manifestOf(
  files: AsyncGenerator<TarFile>,
): Promise<{ manifest: ArchiveManifest; sha256: string }> {
  const hashFile = await smallFile(files, MANIFEST_HASH, 100);
  return readManifest(hashFile, await smallFile(files, MANIFEST, MOST.manifest));
}

async function smallFile(files: AsyncGenerator<TarFile>, name: string, most: number): Promise<Buffer> {
  const next = await files.next();
  if (next.done === true || next.value.name !== name) throw damaged('不是本系统的档案');
  if (next.value.size > most) throw damaged(`${name} 过大`);
  const parts: Buffer[] = [];
  for await (const part of next.value.content) parts.push(part);
  return Buffer.concat(parts);
}

async function nextFile(files: AsyncGenerator<TarFile>, { file, bytes }: Entry): Promise<TarFile> {
  const next = await files.next();
  if (next.done === true) throw damaged(`缺少 ${file}`);
  const { name, size } = next.value;
  if (name !== file) throw damaged(`应为 ${file}，却是 ${JSON.stringify(name)}`);
  if (size !== bytes) throw damaged(`${file} 的大小与清单不符`);
  return next.value;
}

/** What unpacking itself complains of is the file's fault. */
function asDamaged(error: unknown): unknown {
  const { code = '' } = error as { code?: string };
  if (/^E[A-Z]+$/u.test(code))
    return new ArchiveError('ARCHIVE_UNREADABLE', `读取或展开档案时出错（${code}）。请检查权限和磁盘空间。`, {
      cause: error,
    });
  if (error instanceof ArchiveError || !/^(?:Z_|ERR_STREAM_PREMATURE)/u.test(code)) return error;
  return damaged('不是完整的压缩文件', error);
}
