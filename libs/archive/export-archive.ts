import { hash } from 'node:crypto';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import type { Instant } from '#calendar';
import type { ObjectStore } from '#evidence';
import type { Database, Transaction } from '#persistence';
import { ArchiveError } from './archive-error.js';
import {
  ARCHIVE_FORMAT,
  evidenceFile,
  MANIFEST,
  MANIFEST_HASH,
  summaryOf,
  type ArchiveManifest,
  type ArchiveSummary,
  type FileEntry,
} from './archive-format.js';
import { keptEvidence } from './kept-evidence.js';
import { completeFolder, fromFolder, isTar, packTar, type Packed } from './pack-archive.js';
import { catalogueOf } from './rows/catalogue.js';
import { custodyCut } from './rows/custody.js';
import { schemaOf } from './rows/schema-of.js';
import { writeDocument, writeRecords } from './rows/write-records.js';
import { CARRIED_TABLES, LEFT_OUT_TABLES } from './tables/index.js';

export interface ExportArchiveOptions {
  database: Database;
  /** Where the evidence lies. */
  store: ObjectStore;
  jurisdictionId: string;
  /** A file that ends with `.tar`, `.tar.gz` or `.tgz`, else a folder; nothing of that name may be there. */
  to: string;
  /** To be written into the manifest; left out, the same record gives the same bytes. */
  exportedAt?: Instant;
  /** Called when everything is known and nothing has left: the place to put it on the trail. */
  leaving?: (summary: ArchiveSummary) => Promise<void>;
}

/**
 * Writes a jurisdiction's whole record, as it was at one moment, while others go on working. Read as the application, bound to the
 * jurisdiction: row-level security lets nothing of another one in.
 *
 * @throws ArchiveError ARCHIVE_FILE_MISSING where evidence is not in the store, or is not what was handed in; ARCHIVE_NOT_WRITTEN
 */
export async function exportArchive(options: ExportArchiveOptions): Promise<ArchiveSummary> {
  const { database, store, jurisdictionId, exportedAt, leaving = () => Promise.resolve() } = options;
  const to = resolve(options.to);
  const folder = await workFolder(to);
  try {
    const manifest = await database.transaction({ jurisdictionId }, (tx) => writeRows(tx, folder, options), {
      isolation: 'repeatable read',
      readOnly: true,
    });
    if (exportedAt !== undefined) manifest.exportedAt = exportedAt;
    const text = `${JSON.stringify(manifest, null, 1)}\n`;
    const sha256 = hash('sha256', text, 'hex');
    await writeFile(join(folder, MANIFEST), text, { mode: 0o600 });
    await writeFile(join(folder, MANIFEST_HASH), `${sha256}  ${MANIFEST}\n`, { mode: 0o600 });
    const summary = summaryOf(manifest, sha256);
    await leaving(summary);
    const evidence = manifest.files
      .filter(({ file }) => file.startsWith('evidence/'))
      .map((entry): Packed => ({ ...entry, open: () => keptEvidence(store, jurisdictionId, entry) }));
    if (!isTar(to)) await completeFolder(folder, to, evidence);
    else {
      const heads = [
        { file: MANIFEST_HASH, bytes: Buffer.byteLength(`${sha256}  ${MANIFEST}\n`) },
        { file: MANIFEST, bytes: Buffer.byteLength(text) },
      ];
      const documents = manifest.files.filter(({ file }) => file.startsWith('documents/'));
      const own = [...heads, ...manifest.records, ...documents].map((each) => fromFolder(folder, each));
      await packTar(to, [...own, ...evidence]);
    }
    return summary;
  } catch (error) {
    throw asNotWritten(error, to);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function workFolder(to: string): Promise<string> {
  try {
    await mkdir(dirname(to), { recursive: true });
    return await mkdtemp(`${to}.part-`);
  } catch (error) {
    throw asNotWritten(error, to);
  }
}

function asNotWritten(error: unknown, to: string): unknown {
  const { code } = error as NodeJS.ErrnoException;
  if (!(error instanceof Error) || error instanceof ArchiveError || !/^E[A-Z]+$/u.test(code ?? ''))
    return error;
  return new ArchiveError(
    'ARCHIVE_NOT_WRITTEN',
    `写不进 ${to}（${code ?? ''}）。请换一个位置，或腾出空间。`,
    { cause: error },
  );
}

async function writeRows(
  tx: Transaction,
  folder: string,
  { jurisdictionId }: ExportArchiveOptions,
): Promise<ArchiveManifest> {
  const catalogue = await catalogueOf(tx);
  const cut = await custodyCut(tx);
  const documents = new Map<string, FileEntry>();
  const evidence = new Map<string, FileEntry>();
  // Of the same bytes handed in twice, both are gone.
  const erased = new Set<string>();
  const records: ArchiveManifest['records'] = [];
  let own: ArchiveManifest['jurisdiction'] | undefined;
  for (const table of catalogue) {
    const files = table.columns.filter(({ type }) => type === 'file');
    const entry = await writeRecords(tx, folder, table, cut, async (row) => {
      if (table.name === 'jurisdiction') own = jurisdictionOf(row);
      if (table.name === 'evidence') {
        const { sha256, size } = row as { sha256: string; size: number };
        if (isErased(row)) erased.add(evidenceFile(sha256));
        else evidence.set(evidenceFile(sha256), { file: evidenceFile(sha256), bytes: size, sha256 });
      }
      for (const { name } of files) {
        const document = await writeDocument(tx, folder, table, name, row);
        documents.set(document.file, document);
      }
    });
    records.push(entry);
  }
  for (const file of erased) evidence.delete(file);
  if (own === undefined)
    throw new ArchiveError('ARCHIVE_REFUSED', `数据库中没有辖区 ${jurisdictionId}。请核对代码。`);
  return {
    format: ARCHIVE_FORMAT,
    jurisdiction: own,
    schema: await schemaOf(tx),
    records,
    files: [...inOrder(documents), ...inOrder(evidence)],
    leftOut: [
      ...Object.keys(LEFT_OUT_TABLES),
      ...[...CARRIED_TABLES].flatMap(([table, { leftOut }]) =>
        [...leftOut.keys()].map((column) => `${table}.${column}`),
      ),
    ],
  };
}

/** A file that had to go by law leaves its line behind: who, what, when and its hash, and no bytes. */
export const isErased = (row: Readonly<Record<string, unknown>>): boolean => row['erasedAt'] !== undefined;

const inOrder = (files: ReadonlyMap<string, FileEntry>): FileEntry[] =>
  [...files.values()].sort((one, other) => (one.file < other.file ? -1 : 1));

const jurisdictionOf = (row: Record<string, unknown>): ArchiveManifest['jurisdiction'] => ({
  code: String(row['id']),
  name: String(row['name']),
  level: String(row['level']),
  parent: typeof row['parentId'] === 'string' ? row['parentId'] : null,
});
