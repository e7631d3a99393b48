import type { Queryable } from '#persistence';
import { fieldOf } from '../archive-format.js';
import type { CarriedTable } from './catalogue.js';
import { asText, orderOf, valueOf } from './field-encoding.js';

/** So much is asked for at once, in characters of what came before. */
const AT_ONCE = 2 * 1024 * 1024;
const MOST_ROWS = 2_000;

/** The rows of a table, as an archive has them, in the order of their keys; by a cursor, in the transaction of `source`. */
export async function* readRows(
  source: Queryable,
  table: CarriedTable,
): AsyncGenerator<Record<string, unknown>> {
  const { name, columns, key } = table;
  const list = columns.map(
    (column) => `${asText(`t.${quoted(column.name)}`, column.type)} as ${quoted(fieldOf(column.name))}`,
  );
  const order = key.map((each) => {
    const type = columns.find((column) => column.name === each)?.type ?? 'text';
    return orderOf(`t.${quoted(each)}`, type);
  });
  const tenant = name === 'jurisdiction' ? 'id' : 'jurisdiction_id';
  await source.execute(
    `declare archived no scroll cursor for select ${list.join(', ')} from luoshi.${quoted(name)} t
     where t.${tenant} = luoshi.current_jurisdiction() ${order.length === 0 ? '' : `order by ${order.join(', ')}`}`,
  );
  for (let many = 16; ;) {
    const rows = await source.query<Record<string, string | null>>(`fetch ${String(many)} from archived`);
    let read = 0;
    for (const row of rows) {
      const values: Record<string, unknown> = {};
      for (const { name: column, type } of columns) {
        const field = fieldOf(column);
        const text = row[field];
        if (text == null) continue;
        read += text.length;
        values[field] = valueOf(text, type);
      }
      yield values;
    }
    if (rows.length < many) break;
    many = Math.max(1, Math.min(MOST_ROWS, Math.floor(AT_ONCE / Math.max(1, read / rows.length))));
  }
  await source.execute('close archived');
}

export const quoted = (identifier: string): string => `"${identifier.replaceAll('"', '""')}"`;
