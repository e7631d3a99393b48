import type { Transaction } from '#persistence';
import { damaged } from '../archive-error.js';
import { fieldOf, type RecordsEntry } from '../archive-format.js';
import type { OpenedArchive } from '../reading/open-archive.js';
import { readRecords, type ArchivedRow } from '../reading/read-records.js';
import type { CarriedTable } from '../rows/catalogue.js';
import { fromText, parameterOf } from '../rows/field-encoding.js';
import { quoted } from '../rows/read-rows.js';

/** Rows go in together up to so many, or so many characters. */
const AT_ONCE = 1_000;
const CHARACTERS = 4 * 1024 * 1024;

/**
 * What the columns that stay behind begin with, where they must have something: of the stream of events, that whoever looks next
 * looks through everything once (docs/adr/0029).
 */
const BEGINS_WITH: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  event_stream: {
    horizon: '0',
    cluster: `''`,
    earlier_from: `'1970-01-01T00:00:00.000Z'`,
    earlier_below: '0',
  },
};

/** Puts the rows of a file into their table: as rows of the transaction's jurisdiction, whatever the file says. */
export async function insertRows(
  tx: Transaction,
  archive: OpenedArchive,
  entry: RecordsEntry,
  table: CarriedTable,
  bytesOf: (sha256: string) => Promise<Buffer>,
): Promise<void> {
  const statement = insertOf(table);
  let rows: Record<string, string>[] = [];
  let characters = 0;
  const flush = async (): Promise<void> => {
    if (rows.length > 0) await tx.execute(statement, [tx.scope.jurisdictionId, JSON.stringify(rows)]);
    rows = [];
    characters = 0;
  };
  for await (const row of readRecords(archive, entry)) {
    const written = await parameters(table, row, bytesOf);
    rows.push(written);
    for (const value of Object.values(written)) characters += value.length;
    if (rows.length >= AT_ONCE || characters >= CHARACTERS) await flush();
  }
  await flush();
}

async function parameters(
  { name, columns }: CarriedTable,
  row: ArchivedRow,
  bytesOf: (sha256: string) => Promise<Buffer>,
): Promise<Record<string, string>> {
  const written: Record<string, string> = {};
  for (const { name: column, type } of columns) {
    const value = row[fieldOf(column)];
    if (value === undefined) continue;
    try {
      written[column] =
        type === 'file'
          ? `\\x${(await bytesOf((value as { sha256: string }).sha256)).toString('hex')}`
          : parameterOf(value, type);
    } catch (error) {
      if (error instanceof TypeError) throw damaged(`${name} 的 ${column} 不合规定`, error);
      throw error;
    }
  }
  return written;
}

function insertOf({ name, columns }: CarriedTable): string {
  const given = Object.entries(BEGINS_WITH[name] ?? {});
  const tenant = name === 'jurisdiction' ? [] : ['jurisdiction_id'];
  const into = [...tenant, ...columns.map((column) => column.name), ...given.map(([column]) => column)].map(
    quoted,
  );
  const values = [
    ...tenant.map(() => '$1'),
    ...columns.map((column) => fromText(`r.${quoted(column.name)}`, column.type, column.columnType)),
    ...given.map(([, value]) => value),
  ];
  const shape = columns.map((column) => `${quoted(column.name)} text`);
  return `insert into luoshi.${quoted(name)} (${into.join(', ')})
    select ${values.join(', ')} from json_to_recordset($2::json) as r (${shape.join(', ')})
    where $1 = luoshi.current_jurisdiction()`;
}
