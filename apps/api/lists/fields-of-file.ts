import {
  exportTable,
  pickFields,
  type ExportedList,
  type ExportFormat,
  type ExportItem,
  type ExportTable,
} from '#contract';
import { ProblemError } from '../http/problem.js';

const IN_TABLES: readonly ExportFormat[] = ['csv', 'xlsx'];

const wantedOf = (fields: string | undefined): string[] | null =>
  fields === undefined ? null : fields.split(',').map((name) => name.trim());

/**
 * A list as the table that a file is made of: with `fields`, the columns that are made of these members, in
 * the order in which they are named.
 *
 * @throws ProblemError FieldUnknown where a table would have no column
 */
export function tableOfFile<N extends ExportedList>(
  name: N,
  format: ExportFormat,
  fields: string | undefined,
): ExportTable<ExportItem<N>> {
  const table = exportTable(name);
  const wanted = wantedOf(fields);
  if (wanted === null) return table;
  const columns = [...new Set(wanted)].flatMap((name) => table.columns.filter(({ field }) => field === name));
  if (columns.length > 0 || !IN_TABLES.includes(format)) return { ...table, columns };
  const names = [...new Set(table.columns.map(({ field }) => String(field)))];
  throw new ProblemError(
    'FieldUnknown',
    `所选字段在${table.label}的表格中都没有对应的列；可用：${names.join('、')}。`,
    [{ path: '/query/fields', message: names.join(', ') }],
    undefined,
    names,
  );
}

/** Of an item in a JSON file only the members that were asked for. */
export function membersOfFile(fields: string | undefined): (item: unknown) => unknown {
  const wanted = wantedOf(fields);
  return wanted === null ? (item) => item : (item) => pickFields(item, false, wanted);
}
