import { createHash, type Hash } from 'node:crypto';
import type { Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { extract } from 'tar-stream';
import type { z } from 'zod';
import { PersistenceError } from '../persistence-error.js';
import {
  evidenceEntry,
  headerSchema,
  isEvidenceLine,
  manifestSchema,
  namedFileSchema,
  summaryOf,
  tableOfEntry,
  type BackupHeader,
  type BackupManifest,
  type BackupSummary,
} from './backup-format.js';
import { isOf, type NamedFile } from './kept-files.js';
import { countLines } from './whole-lines.js';

export interface BackupReader {
  /** Before any row: throws where nothing can be done with this backup. */
  begin(header: BackupHeader): Promise<void>;
  /** A piece of a table's rows, whole lines; tables come one after the other. */
  rows(table: BackupHeader['tables'][number], piece: Buffer): Promise<void>;
  /** A piece of evidence, after all rows, whole and checked. */
  file?(file: NamedFile, bytes: Buffer): Promise<void>;
}

/** An entry is never larger: more is no backup of ours. */
const LARGEST_ENTRY = 64 * 1024 * 1024;

/**
 * Reads a backup from end to end and checks it against its own manifest: what is missing, changed or cut off is found.
 *
 * @throws PersistenceError BACKUP_DAMAGED; what the reader throws
 */
export async function readBackup(source: Readable, reader: BackupReader): Promise<BackupSummary> {
  let header: BackupHeader | null = null;
  let manifest: BackupManifest | null = null;
  const found = new Map<string, { rows: number; bytes: number; hash: Hash }>();
  const evidence = new EvidenceRead();
  const tar = extract();
  const gunzip = createGunzip();
  source.on('error', (error) => gunzip.destroy(error));
  gunzip.on('error', (error) => tar.destroy(error));
  source.pipe(gunzip).pipe(tar);
  try {
    for await (const entry of tar) {
      const bytes = await bytesOf(entry as unknown as AsyncIterable<Uint8Array>, entry.header.size ?? 0);
      const { name } = entry.header;
      if (header === null) {
        header = parsed(headerSchema, name === 'header.json' ? bytes : null);
        await reader.begin(header);
        continue;
      }
      if (name === 'manifest.json') {
        manifest = parsed(manifestSchema, bytes);
        continue;
      }
      if (manifest === null && name.startsWith('evidence/')) {
        await evidence.take(name, bytes, reader);
        continue;
      }
      const table = header.tables.find((one) => one.name === tableOfEntry(name));
      if (table === undefined || manifest !== null) throw damaged(`多出 ${name}`);
      const sum = found.get(table.name) ?? { rows: 0, bytes: 0, hash: createHash('sha256') };
      sum.rows += countLines(bytes);
      sum.bytes += bytes.length;
      sum.hash.update(bytes);
      found.set(table.name, sum);
      await reader.rows(table, bytes);
    }
  } catch (error) {
    if (error instanceof PersistenceError) throw error;
    if (isOfTheFile(error)) throw damaged('不是完整的压缩文件', error);
    throw error;
  } finally {
    source.destroy();
  }
  if (header === null || manifest === null) throw damaged('文件不完整');
  compare(header, manifest, found);
  evidence.compare(manifest);
  return summaryOf(header, manifest);
}

function compare(
  header: BackupHeader,
  manifest: BackupManifest,
  found: ReadonlyMap<string, { rows: number; bytes: number; hash: Hash }>,
): void {
  if (header.tables.map(({ name }) => name).join() !== manifest.tables.map(({ name }) => name).join())
    throw damaged('表的清单前后不一');
  for (const { name, rows, bytes, sha256 } of manifest.tables) {
    const sum = found.get(name) ?? { rows: 0, bytes: 0, hash: createHash('sha256') };
    if (sum.rows !== rows || sum.bytes !== bytes || sum.hash.digest('hex') !== sha256)
      throw damaged(`表 ${name} 的内容与清单不符`);
  }
}

/** Evidence as it comes by: a line that names a file and, where it is in the backup, the file. */
class EvidenceRead {
  readonly #hash = createHash('sha256');
  readonly #found = { named: 0, carried: 0, bytes: 0 };
  #awaited: NamedFile | null = null;

  async take(name: string, bytes: Buffer, reader: BackupReader): Promise<void> {
    const file = this.#awaited;
    if (isEvidenceLine(name) && file === null) {
      this.#hash.update(bytes);
      const named = parsed(namedFileSchema, bytes);
      this.#found.named += 1;
      this.#awaited = named.carried ? named : null;
      return;
    }
    if (file === null || name !== evidenceEntry(file)) throw damaged(`多出 ${name}`);
    if (!isOf(file, bytes)) throw damaged(`佐证材料 ${file.sha256} 的内容与清单不符`);
    this.#found.carried += 1;
    this.#found.bytes += bytes.length;
    this.#awaited = null;
    await reader.file?.(file, bytes);
  }

  compare({ evidence }: BackupManifest): void {
    const { named, carried, bytes } = this.#found;
    const said = evidence ?? { named: 0, carried: 0, bytes: 0, sha256: null };
    if (said.named !== named || said.carried !== carried || said.bytes !== bytes)
      throw damaged('佐证材料与清单不符');
    if (said.sha256 !== null && said.sha256 !== this.#hash.digest('hex'))
      throw damaged('佐证材料的清单被改动');
  }
}

async function bytesOf(entry: AsyncIterable<Uint8Array>, size: number): Promise<Buffer> {
  if (size > LARGEST_ENTRY) throw damaged('其中的文件过大');
  const parts: Uint8Array[] = [];
  for await (const part of entry) parts.push(part);
  return Buffer.concat(parts);
}

function parsed<T>(schema: z.ZodType<T>, bytes: Buffer | null): T {
  try {
    return schema.parse(JSON.parse(bytes?.toString('utf8') ?? ''));
  } catch (error) {
    throw damaged('不是本系统的备份', error);
  }
}

const damaged = (why: string, cause?: unknown): PersistenceError =>
  new PersistenceError('BACKUP_DAMAGED', `备份文件不能用：${why}。请换用另一份备份。`, { cause });

/** Errors of unpacking, not of what is done with the rows. */
function isOfTheFile(error: unknown): boolean {
  const { code = '', message = '' } = error as { code?: string; message?: string };
  return (
    /^(?:Z_|ERR_STREAM_PREMATURE)/u.test(code) ||
    /unexpected end|incorrect header|invalid tar/iu.test(message)
  );
}
