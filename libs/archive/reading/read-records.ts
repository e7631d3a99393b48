import { canonicalJson } from '#persistence';
import { damaged } from '../archive-error.js';
import type { FieldType, RecordsEntry } from '../archive-format.js';
import type { OpenedArchive } from './open-archive.js';
import { readLines } from './read-lines.js';

export type ArchivedRow = Readonly<Record<string, unknown>>;

/**
 * The rows of a file, each looked at: written as it would be written again, with no other fields than the manifest says, each of
 * its type, in the order of the key. Whoever reads to the end has read what the manifest vouches for.
 *
 * @throws ArchiveError ARCHIVE_DAMAGED
 */
export async function* readRecords(
  archive: Pick<OpenedArchive, 'open'>,
  entry: RecordsEntry,
): AsyncGenerator<ArchivedRow> {
  const { file, key } = entry;
  const types = new Map(entry.fields.map(({ name, type }) => [name, type]));
  if (key.some((name) => !types.has(name))) throw damaged(`清单中 ${file} 的主键不合规定`);
  let before: ArchivedRow | null = null;
  let rows = 0;
  for await (const line of readLines(file, archive.open(entry))) {
    rows += 1;
    const row = rowOf(line, `${file} 第 ${String(rows)} 行`);
    for (const [name, value] of Object.entries(row))
      if (!isOf(types.get(name), value)) throw damaged(`${file} 第 ${String(rows)} 行的 ${name} 不合规定`);
    if (
      key.some((name) => row[name] === undefined) ||
      (before !== null && compareKeys(key, before, row) >= 0)
    )
      throw damaged(`${file} 第 ${String(rows)} 行重复，或次序不对`);
    before = row;
    yield row;
  }
  if (rows !== entry.rows) throw damaged(`${file} 应有 ${String(entry.rows)} 行，实有 ${String(rows)} 行`);
}

function rowOf(line: string, where: string): ArchivedRow {
  let row: unknown;
  let again: string;
  try {
    row = JSON.parse(line);
    again = canonicalJson(row);
  } catch (error) {
    // Also what is nested so deep that nobody can write it again.
    throw damaged(`${where}不是 JSON`, error);
  }
  if (typeof row !== 'object' || row === null || Array.isArray(row) || again !== line)
    throw damaged(`${where}的写法不合规定`);
  return row as ArchivedRow;
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/u;
const NUMBER = /^-?\d+(\.\d+)?$/u;
const texts = (value: unknown, fits: (item: unknown) => boolean): boolean =>
  Array.isArray(value) && value.every(fits);

const FITS: Readonly<Record<FieldType, (value: unknown) => boolean>> = {
  text: (value) => typeof value === 'string',
  uuid: (value) => typeof value === 'string' && UUID.test(value),
  integer: (value) => Number.isSafeInteger(value) || (typeof value === 'string' && NUMBER.test(value)),
  number: (value) => typeof value === 'number' || (typeof value === 'string' && NUMBER.test(value)),
  boolean: (value) => typeof value === 'boolean',
  date: (value) => typeof value === 'string' && /^-?\d{4,}-\d\d-\d\d$/u.test(value),
  instant: (value) =>
    typeof value === 'string' && /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}(\d{3})?Z$/u.test(value),
  json: () => true,
  texts: (value) => texts(value, (item) => typeof item === 'string'),
  uuids: (value) => texts(value, (item) => typeof item === 'string' && UUID.test(item)),
  file: (value) =>
    typeof value === 'object' &&
    value !== null &&
    'sha256' in value &&
    'size' in value &&
    Object.keys(value).length === 2 &&
    typeof value.sha256 === 'string' &&
    Number.isSafeInteger(value.size),
};

const isOf = (type: FieldType | undefined, value: unknown): boolean =>
  type !== undefined && FITS[type](value);

/** By the key, field by field: numbers as numbers, texts by their bytes in UTF-8. */
export function compareKeys(key: readonly string[], one: ArchivedRow, other: ArchivedRow): number {
  for (const name of key) {
    const order = compare(one[name], other[name]);
    if (order !== 0) return order;
  }
  return 0;
}

const SURROGATE = /[\ud800-\udfff]/u;

function compare(one: unknown, other: unknown): number {
  if (one === other) return 0;
  if (typeof one === 'number' && typeof other === 'number') return one - other;
  const [left, right] = [String(one), String(other)];
  // Code units and bytes differ in order only where there are surrogates.
  if (SURROGATE.test(left) || SURROGATE.test(right))
    return Buffer.compare(Buffer.from(left), Buffer.from(right));
  return left < right ? -1 : 1;
}
