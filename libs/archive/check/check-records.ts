import { damaged } from '../archive-error.js';
import {
  documentFile,
  evidenceFile,
  recordsFile,
  type ArchiveManifest,
  type RecordsEntry,
} from '../archive-format.js';
import { isErased } from '../export-archive.js';
import type { OpenedArchive } from '../reading/open-archive.js';
import { readRecords, type ArchivedRow } from '../reading/read-records.js';
import { KeySet } from './key-set.js';

/**
 * Reads all records of an archive once: every line, its order, the count; every reference to a row that is there; every file that a
 * row names, and none that nobody names.
 *
 * @throws ArchiveError ARCHIVE_DAMAGED
 */
export async function checkRecords(archive: OpenedArchive): Promise<void> {
  const { records, files, jurisdiction } = archive.manifest;
  const sizes = new Map(files.map(({ file, bytes }) => [file, bytes]));
  const unnamed = new Set(sizes.keys());
  const absent = new Set<string>();
  const erased = new Set<string>();
  /** Of files that others refer to, by file and fields. */
  const keys = new Map<string, KeySet>();
  for (const { file, references } of records)
    for (const { file: to, to: fields } of references) {
      if (!records.some((each) => each.file === to)) throw damaged(`清单中 ${file} 引用了没有的 ${to}`);
      keys.set(setOf(to, fields), new KeySet());
    }
  const read = new Set<string>();
  for (const entry of records) {
    for (const { file } of entry.references)
      if (!read.has(file) && file !== entry.file)
        throw damaged(`清单中 ${entry.file} 列在它所引用的 ${file} 之前`);
    const own = [...keys].filter(([name]) => name.startsWith(`${entry.file} `));
    for await (const row of readRecords(archive, entry)) {
      if (entry.file === JURISDICTION && (entry.rows !== 1 || !isOf(jurisdiction, row)))
        throw damaged(`${JURISDICTION} 与清单不符`);
      checkReferences(entry, row, keys);
      if (entry.file === EVIDENCE && isErased(row)) erased.add(evidenceFile(String(row['sha256'])));
      for (const [file, bytes] of filesOf(entry, row)) {
        const size = sizes.get(file);
        if (size === undefined) absent.add(file);
        else if (size !== bytes) throw damaged(`${entry.file} 所记的 ${file} 大小不符`);
        unnamed.delete(file);
      }
      for (const [name, set] of own)
        set.add(valuesOf(row, name.slice(entry.file.length + 1).split(',')) ?? '');
    }
    read.add(entry.file);
  }
  for (const file of absent) if (!erased.has(file)) throw damaged(`清单中没有记录所说的 ${file}`);
  for (const file of unnamed) throw damaged(`没有记录提到 ${file}`);
  if (!read.has(JURISDICTION)) throw damaged(`缺少 ${JURISDICTION}`);
}

const JURISDICTION = recordsFile('jurisdiction');
const EVIDENCE = recordsFile('evidence');

const isOf = ({ code, name, level, parent }: ArchiveManifest['jurisdiction'], row: ArchivedRow): boolean =>
  row['id'] === code &&
  row['name'] === name &&
  row['level'] === level &&
  (row['parentId'] ?? null) === parent;

function checkReferences(entry: RecordsEntry, row: ArchivedRow, keys: ReadonlyMap<string, KeySet>): void {
  for (const { fields, file, to } of entry.references) {
    const values = valuesOf(row, fields);
    if (values !== null && keys.get(setOf(file, to))?.has(values) !== true)
      throw damaged(`${entry.file} 的 ${fields.join('、')} 指向 ${file} 中没有的 ${values}`);
  }
}

/** Files that a row names, with their sizes. */
function* filesOf(entry: RecordsEntry, row: ArchivedRow): Generator<[string, unknown]> {
  if (entry.file === EVIDENCE && !isErased(row)) yield [evidenceFile(String(row['sha256'])), row['size']];
  for (const { name, type } of entry.fields)
    if (type === 'file' && row[name] !== undefined) {
      const { sha256, size } = row[name] as { sha256: string; size: number };
      yield [documentFile(sha256), size];
    }
}

const setOf = (file: string, fields: readonly string[]): string => `${file} ${fields.join(',')}`;

/** Null: one of them is absent, and nothing is referred to. */
function valuesOf(row: ArchivedRow, fields: readonly string[]): string | null {
  const values = fields.map((name) => row[name]);
  return values.includes(undefined) ? null : JSON.stringify(values.length === 1 ? values[0] : values);
}
