import { createReadStream } from 'node:fs';
import { lstat, mkdtemp, rm, stat, statfs } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { ArchiveError } from '../archive-error.js';
import { summaryOf, type ArchiveManifest, type ArchiveSummary, type FileEntry } from '../archive-format.js';
import { folderManifest, refuseStrangers } from './archive-folder.js';
import { evidenceOfTar, unpackTar, type Kept } from './unpack-tar.js';
import { checkedFile } from './checked-file.js';

/** An archive that can be read: nothing in it has been believed yet but that the manifest is what its hash says. */
export interface OpenedArchive {
  /** Of a tar all files were checked by opening it. */
  kind: 'folder' | 'tar';
  manifest: ArchiveManifest;
  summary: ArchiveSummary;
  /** The bytes of a file of records or of a document; @throws ArchiveError ARCHIVE_DAMAGED at their end, where they are others */
  open(entry: { file: string; bytes: number; sha256: string }): AsyncIterable<Buffer>;
  /** All evidence, each whole and checked, in the order of the manifest. */
  evidence(): AsyncIterable<{ entry: FileEntry; bytes: Buffer }>;
  close(): Promise<void>;
}

export interface OpenArchiveOptions {
  /** What an archive may come to, unpacked, bytes. Default: what fits on the disk. */
  most?: number;
}

/**
 * Opens an archive: a folder, or a tar, of which the rows are unpacked beside (into a folder that is removed by `close`) and
 * everything else is read through once and checked.
 *
 * @throws ArchiveError ARCHIVE_UNREADABLE, ARCHIVE_DAMAGED, ARCHIVE_TOO_LARGE
 */
export async function openArchive(given: string, options: OpenArchiveOptions = {}): Promise<OpenedArchive> {
  const path = resolve(given);
  const found = await stat(path).catch((error: unknown) => {
    throw new ArchiveError('ARCHIVE_UNREADABLE', `没有 ${path}。请检查路径。`, { cause: error });
  });
  return found.isDirectory() ? openFolder(path) : openTar(path, found.size, options);
}

async function openFolder(path: string): Promise<OpenedArchive> {
  const { manifest, sha256 } = await folderManifest(path);
  await refuseStrangers(path, manifest);
  return {
    kind: 'folder',
    manifest,
    summary: summaryOf(manifest, sha256),
    open: (entry) => checkedFile(entry, plainFile(join(path, entry.file))),
    async *evidence() {
      for (const entry of evidenceOf(manifest))
        yield { entry, bytes: await whole(checkedFile(entry, plainFile(join(path, entry.file)))) };
    },
    close: () => Promise.resolve(),
  };
}

async function openTar(path: string, size: number, { most }: OpenArchiveOptions): Promise<OpenedArchive> {
  const folder = await mkdtemp(join(tmpdir(), 'luoshi-archive-'));
  const room = async (manifest: ArchiveManifest): Promise<void> => {
    const { bytes } = summaryOf(manifest, '');
    const spooled = bytes - evidenceOf(manifest).reduce((sum, each) => sum + each.bytes, 0);
    const disk = await statfs(folder);
    if (bytes > (most ?? Number.POSITIVE_INFINITY) || spooled > disk.bavail * disk.bsize)
      throw tooLarge(`展开后有 ${megabytes(bytes)} MB，超出允许的大小或 ${folder} 的剩余空间`);
    // No record of ours is pressed so hard; what claims to be is meant to fill a disk.
    if (bytes > MOST_RATIO * size + SMALL)
      throw tooLarge(`${megabytes(size)} MB 展开成 ${megabytes(bytes)} MB，不像真实的记录`);
  };
  const keep: Kept = (entry) => (entry.file.startsWith('evidence/') ? null : join(folder, entry.file));
  try {
    const { manifest, sha256 } = await unpackTar(path, { room, keep });
    return {
      kind: 'tar',
      manifest,
      summary: summaryOf(manifest, sha256),
      open: (entry) => checkedFile(entry, createReadStream(join(folder, entry.file))),
      evidence: () => evidenceOfTar(path, sha256),
      close: () => rm(folder, { recursive: true, force: true }),
    };
  } catch (error) {
    await rm(folder, { recursive: true, force: true });
    throw error;
  }
}

const MOST_RATIO = 200;
const SMALL = 64 * 1024 * 1024;
const megabytes = (bytes: number): number => Math.ceil(bytes / 1024 / 1024);
const tooLarge = (what: string): ArchiveError =>
  new ArchiveError('ARCHIVE_TOO_LARGE', `档案${what}。什么也没有写入。`);

export const evidenceOf = ({ files }: ArchiveManifest): FileEntry[] =>
  files.filter(({ file }) => file.startsWith('evidence/'));

/** A file, and no link to one. */
async function* plainFile(path: string): AsyncGenerator<Buffer> {
  const found = await lstat(path).catch(() => null);
  if (found?.isFile() !== true)
    throw new ArchiveError('ARCHIVE_DAMAGED', `档案不能用：缺少 ${path}。什么也没有写入。`);
  yield* createReadStream(path) as AsyncIterable<Buffer>;
}

async function whole(parts: AsyncIterable<Buffer>): Promise<Buffer> {
  const all: Buffer[] = [];
  for await (const part of parts) all.push(part);
  return Buffer.concat(all);
}
