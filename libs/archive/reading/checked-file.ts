import { createHash } from 'node:crypto';
import { damaged } from '../archive-error.js';

/** The bytes of a file as they come, held against the manifest at their end. @throws ArchiveError ARCHIVE_DAMAGED */
export async function* checkedFile(
  { file, bytes, sha256 }: { file: string; bytes: number; sha256: string },
  source: AsyncIterable<Buffer | string>,
): AsyncGenerator<Buffer> {
  const hash = createHash('sha256');
  let read = 0;
  for await (const part of source as AsyncIterable<Buffer>) {
    hash.update(part);
    read += part.length;
    if (read > bytes) break;
    yield part;
  }
  if (read !== bytes || hash.digest('hex') !== sha256) throw damaged(`${file} 的内容与清单不符`);
}
