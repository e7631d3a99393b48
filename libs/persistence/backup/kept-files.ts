import { createHash } from 'node:crypto';
import type { Readable } from 'node:stream';
import type { Queryable } from '../transaction.js';

/** Where evidence lies, as far as a backup has to do with it. */
export interface KeptFiles {
  /** Where that is, in words and without secrets. */
  readonly place: string;
  /** A store that is saved by its own means (a bucket): its files are named in a backup, and not in it. */
  readonly apart: boolean;
  /** Null: it is not there. */
  get(file: NamedFile): Promise<{ size: number; content: Readable } | null>;
  put(file: NamedFile, bytes: Buffer): Promise<void>;
}

/** A file that the record names: its bytes by their SHA-256, of a jurisdiction. */
export interface NamedFile {
  jurisdictionId: string;
  sha256: string;
  size: number;
  mediaType: string;
}

const AT_ONCE = 1_000;

/** All files that the record names and that are not gone by law, page by page; none where the record is older than evidence. */
export async function* namedFiles(source: Queryable): AsyncGenerator<NamedFile[]> {
  const [found] = await source.query<{ there: boolean }>(
    `select to_regclass('luoshi.evidence') is not null as there`,
  );
  if (found?.there !== true) return;
  for (let after: NamedFile | undefined; ;) {
    const page: NamedFile[] = await source.query<NamedFile>(
      `select jurisdiction_id as "jurisdictionId", sha256, min(size) as size, min(media_type) as "mediaType"
       from luoshi.evidence e where (jurisdiction_id, sha256) > ($1, $2)
       group by jurisdiction_id, sha256 having bool_and((to_jsonb(e) ->> 'erased_at') is null)
       order by jurisdiction_id, sha256 limit $3`,
      [after?.jurisdictionId ?? '', after?.sha256 ?? '', AT_ONCE],
    );
    if (page.length > 0) yield page;
    if (page.length < AT_ONCE) return;
    after = page.at(-1);
  }
}

/** The bytes of a file, where they are there and are what the record says. */
export async function bytesOfFile(store: KeptFiles, file: NamedFile): Promise<Buffer | null> {
  const found = await store.get(file);
  if (found === null) return null;
  if (found.size !== file.size) {
    found.content.destroy();
    return null;
  }
  const parts: Buffer[] = [];
  for await (const part of found.content) parts.push(part as Buffer);
  const bytes = Buffer.concat(parts);
  return isOf(file, bytes) ? bytes : null;
}

export const isOf = ({ sha256, size }: NamedFile, bytes: Buffer): boolean =>
  bytes.length === size && createHash('sha256').update(bytes).digest('hex') === sha256;

/** Files that a record names and that its store does not have, or has otherwise. */
export async function missingFiles(
  source: Queryable,
  store: KeptFiles,
): Promise<{ files: number; missing: number }> {
  const found = { files: 0, missing: 0 };
  for await (const page of namedFiles(source))
    for (const file of page) {
      found.files += 1;
      if ((await bytesOfFile(store, file)) === null) found.missing += 1;
    }
  return found;
}
