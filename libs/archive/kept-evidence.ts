import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import { objectKey, type ObjectStore } from '#evidence';
import { ArchiveError } from './archive-error.js';
import type { FileEntry } from './archive-format.js';

/** The bytes of a piece of evidence, as they are read held against its hash. @throws ArchiveError ARCHIVE_FILE_MISSING */
export async function keptEvidence(
  store: ObjectStore,
  jurisdictionId: string,
  { sha256, bytes }: FileEntry,
): Promise<Readable> {
  const found = await store.get(objectKey(jurisdictionId, sha256));
  if (found === null || found.size !== bytes) {
    found?.content.destroy();
    throw missing(sha256, found === null ? '不在存放处' : '大小不符');
  }
  async function* checked(content: Readable): AsyncGenerator<Buffer> {
    const hash = createHash('sha256');
    for await (const part of content as AsyncIterable<Buffer>) {
      hash.update(part);
      yield part;
    }
    if (hash.digest('hex') !== sha256) throw missing(sha256, '内容被改动');
  }
  return Readable.from(checked(found.content), { objectMode: false });
}

const missing = (sha256: string, what: string): ArchiveError =>
  new ArchiveError(
    'ARCHIVE_FILE_MISSING',
    `佐证材料 ${sha256} ${what}，档案没有写出。请用 npx luoshi evidence check 查看全部，从备份补齐后重试。`,
  );
