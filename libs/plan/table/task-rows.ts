import type { TableBlock, TableRow } from '#documents';
import type { ColumnMeaning } from './column-meaning.js';
import { repeatsHeader, type TaskColumns } from './find-columns.js';

/** A row that says something to be done, its cells by meaning. */
export interface TaskRow {
  readonly row: number;
  readonly category: string;
  readonly number: string;
  readonly title: string;
  /** Measures and targets, in the order of their columns. */
  readonly details: readonly string[];
  readonly lead: string;
  readonly duty: string;
  readonly support: string;
  readonly deadline: string;
  readonly people: readonly { readonly name: string; readonly role: string }[];
}

const NOTE = /^(?:注|备注|说明|填表|制表|填报|审核|合计|总计|小计)(?:[：:]|$|\d|单位|人|日期|说明)/;

/** The rows of a task table without titles, notes, group headings and repeated headers; a group heading is the category of what follows. */
export function taskRows(table: TableBlock, { header, columns }: TaskColumns): TaskRow[] {
  const headerCells = table.rows[header]?.cells ?? [];
  const found: TaskRow[] = [];
  let category = '';
  for (const row of table.rows.slice(header + 1)) {
    if (repeatsHeader(row.cells, headerCells)) continue;
    const alone = onlyCell(row);
    if (alone !== undefined) {
      const isHeading = !NOTE.test(alone) && alone.length <= 40 && !/[。；]$/.test(alone);
      if (isHeading && !isLoneTask(row, columns)) category = withoutMarker(alone);
      if (!isLoneTask(row, columns)) continue;
    }
    const read = readRow(row, columns, headerCells);
    if (NOTE.test(read.number) || NOTE.test(read.title) || read.title === '') continue;
    const own = read.category === '' ? category : read.category;
    if (read.category !== '') category = read.category;
    add(found, { ...read, category: own });
  }
  return found;
}

function onlyCell({ cells }: TableRow): string | undefined {
  const filled = [...new Set(cells.filter(Boolean))];
  return filled.length === 1 ? filled[0] : undefined;
}

/** A row with nothing but its task may be a task that nobody was given; then the text stands in the task's column. */
function isLoneTask({ cells }: TableRow, columns: TaskColumns['columns']): boolean {
  const at = columns.get('title')?.[0] ?? -1;
  const text = cells[at] ?? '';
  return (
    at > 0 && text !== '' && !NOTE.test(text) && !/^[（(]?[一二三四五六七八九十]{1,3}[）)、.]/.test(text)
  );
}

function readRow(
  { row, cells }: TableRow,
  columns: TaskColumns['columns'],
  header: readonly string[],
): TaskRow {
  const all = (meaning: ColumnMeaning): string[] =>
    (columns.get(meaning) ?? []).map((i) => cells[i] ?? '').filter(Boolean);
  const titles = [...new Set(all('title'))];
  return {
    row,
    category: withoutMarker(all('category').join(' / ')),
    number: all('number')[0] ?? '',
    title: titles.at(0) ?? all('detail')[0] ?? '',
    details: [...new Set([...titles.slice(1), ...all('detail'), ...all('target')])],
    lead: all('lead').join('、'),
    duty: all('duty').join('、'),
    support: all('support').join('、'),
    deadline: all('deadline').join('；'),
    people: (columns.get('people') ?? []).flatMap((i) =>
      (cells[i] ?? '')
        .split(/[、，,；;\s]+/)
        .filter((name) => /^[\u3400-\u9fff·]{2,8}$/.test(name))
        .map((name) => ({ name, role: (header[i] ?? '').replace(/\s/g, '') })),
    ),
  };
}

/** One task whose number, words and units are merged over several rows, a measure a row, is one task. */
function add(found: TaskRow[], next: TaskRow): void {
  const before = found.at(-1);
  const same = (['number', 'title', 'lead', 'duty', 'support', 'deadline'] as const).every(
    (key) => before?.[key] === next[key],
  );
  if (before && same && next.details.length > 0)
    found[found.length - 1] = { ...before, details: [...new Set([...before.details, ...next.details])] };
  else found.push(next);
}

/** 一、产业行动 and (一)产业行动 are 产业行动. */
function withoutMarker(text: string): string {
  return text
    .replace(/^[（(]?[一二三四五六七八九十]{1,3}[）)、.．]\s*/, '')
    .replace(/\s+/g, '')
    .trim();
}
