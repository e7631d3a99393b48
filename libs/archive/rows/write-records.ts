import { createHash } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { mkdir, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { canonicalJson, type Queryable } from '#persistence';
import { documentFile, fieldOf, recordsFile, type FileEntry, type RecordsEntry } from '../archive-format.js';
import type { CarriedTable } from './catalogue.js';
import { cutRow, type CustodyCut } from './custody.js';
import { quoted, readRows } from './read-rows.js';
import { withoutSecrets } from './without-secrets.js';

type Row = Record<string, unknown>;

/** Writes the rows of a table as JSON lines, and calls `seen` with each. */
export async function writeRecords(
  source: Queryable,
  folder: string,
  table: CarriedTable,
  cut: CustodyCut | null,
  seen: (row: Row) => Promise<void>,
): Promise<RecordsEntry> {
  const file = recordsFile(table.name);
  const hash = createHash('sha256');
  const found = { rows: 0, bytes: 0 };
  async function* lines(): AsyncGenerator<Buffer> {
    for await (const read of readRows(source, table)) {
      const row = cutRow(cut, table.name, withoutSecrets(table.name, read));
      if (row === null) continue;
      await seen(row);
      const line = Buffer.from(`${canonicalJson(row)}\n`);
      hash.update(line);
      found.rows += 1;
      found.bytes += line.length;
      yield line;
    }
  }
  await pipeline(lines, await written(folder, file));
  return { file, ...found, sha256: hash.digest('hex'), ...shapeOf(table) };
}

/** What the manifest says of a table besides its rows. */
export const shapeOf = ({
  columns,
  key,
  references,
}: CarriedTable): Pick<RecordsEntry, 'fields' | 'key' | 'references'> => ({
  fields: columns
    .map(({ name, type }) => ({ name: fieldOf(name), type }))
    .sort((one, other) => (one.name < other.name ? -1 : 1)),
  key: key.map(fieldOf),
  references: references.map(({ columns: from, table, to }) => ({
    fields: from.map(fieldOf),
    file: recordsFile(table),
    to: to.map(fieldOf),
  })),
});

const PIECE = 4 * 1024 * 1024;

/** Writes a file that lies in a column, once; the same bytes of another row are the same file. */
export async function writeDocument(
  source: Queryable,
  folder: string,
  table: CarriedTable,
  column: string,
  row: Row,
): Promise<FileEntry> {
  const { sha256, size } = row[fieldOf(column)] as { sha256: string; size: number };
  const file = documentFile(sha256);
  const entry: FileEntry = { file, bytes: size, sha256 };
  if (
    await stat(join(folder, file)).then(
      () => true,
      () => false,
    )
  )
    return entry;
  const where = table.key.map((each, index) => `t.${quoted(each)}::text = $${String(index + 1)}`);
  const key = table.key.map((each) => String(row[fieldOf(each)]));
  const [from, many] = [`$${String(key.length + 1)}::int`, `$${String(key.length + 2)}::int`];
  async function* pieces(): AsyncGenerator<Buffer> {
    for (let at = 0; at < size; at += PIECE) {
      const [piece] = await source.query<{ piece: Buffer }>(
        `select substring(t.${quoted(column)} from ${from} for ${many}) as piece from luoshi.${quoted(table.name)} t
         where t.jurisdiction_id = luoshi.current_jurisdiction() and ${where.join(' and ')}`,
        [...key, at + 1, PIECE],
      );
      if (piece !== undefined) yield piece.piece;
    }
  }
  await pipeline(pieces, await written(folder, file));
  return entry;
}

async function written(folder: string, file: string): Promise<ReturnType<typeof createWriteStream>> {
  const path = join(folder, file);
  await mkdir(dirname(path), { recursive: true, mode: 0o700 });
  return createWriteStream(path, { mode: 0o600 });
}
