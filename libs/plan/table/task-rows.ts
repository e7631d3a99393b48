import type { TableBlock, TableRow } from '#documents';
import { saysFirstListedLeads } from '../clause/first-listed-leads.js';
import type { ColumnMeaning } from './column-meaning.js';
import { repeatsHeader, type TaskColumns } from './find-columns.js';
import { rowPeople, type RowPerson } from './row-people.js';

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
  /** What is to be done by when: `when` is the words over the column (第一季度). */
  readonly steps: readonly { readonly when: string; readonly what: string }[];
  readonly people: readonly RowPerson[];
}

/** The rows of a table, and what its notes say of all of them. */
export interface TaskRows {
  readonly rows: readonly TaskRow[];
  /** 注：列第一位的为牵头单位 */
  readonly firstListedLeads: boolean;
}

const NOTE =
  /^(?:注|备注|说明|填表|制表|填报|审核|合计|总计|小计|共计|负责人签字|联系人)(?:[：:]|$|\d|单位|人|日期|说明|[（(])/;
/** A cell that says: as in the row above. */
const DITTO = /^(?:〃|″|"|＂|同上|同前)$/;

/** The rows of a task table without titles, notes, group headings and repeated headers; a group heading is the category of what follows. */
export function taskRows(table: TableBlock, { top, header, columns, words }: TaskColumns): TaskRows {
  const headers = table.rows.slice(Math.max(0, top), header + 1).map(({ cells }) => cells);
  const found: TaskRow[] = [];
  let category = '';
  let above: readonly string[] = [];
  let firstListedLeads = false;
  const countsInFigures = table.rows.some(({ cells }) =>
    /^\d{1,3}[.、．]?$/.test(cells[columns.get('number')?.[0] ?? -1] ?? ''),
  );
  for (const printed of table.rows.slice(header + 1)) {
    if (headers.some((cells) => repeatsHeader(printed.cells, cells))) continue;
    const row = { ...printed, cells: withoutDitto(printed.cells, above) };
    above = row.cells;
    const alone = onlyCell(row);
    if (alone !== undefined) {
      if (NOTE.test(alone)) firstListedLeads ||= saysFirstListedLeads(alone);
      const isHeading = !NOTE.test(alone) && alone.length <= 40 && !/[。；]$/.test(alone);
      if (isHeading && !isLoneTask(row, columns)) category = withoutMarker(alone);
      if (!isLoneTask(row, columns)) continue;
    }
    const read = readRow(row, columns, words);
    if (NOTE.test(read.number) || NOTE.test(read.title) || read.title === '') continue;
    if (countsInFigures && isGroupHeading(read)) {
      category = withoutMarker(read.title);
      continue;
    }
    const own = read.category === '' ? category : read.category;
    if (read.category !== '') category = read.category;
    add(found, { ...read, category: own });
  }
  return { rows: found, firstListedLeads };
}

function withoutDitto(cells: readonly string[], above: readonly string[]): string[] {
  return cells.map((cell, i) => (DITTO.test(cell.trim()) ? (above[i] ?? '') : cell));
}

/** 一 | 兴水行动: a number in words and nothing but a name, where the tasks are numbered in figures. */
function isGroupHeading({
  number,
  details,
  steps,
  lead,
  duty,
  support,
  deadline,
  people,
  title,
}: TaskRow): boolean {
  return (
    /^[（(]?[一二三四五六七八九十]{1,3}[）)、.．]?$/.test(number) &&
    title.length <= 40 &&
    [lead, duty, support, deadline].every((cell) => cell === '') &&
    details.length + people.length + steps.length === 0
  );
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
  words: readonly string[],
): TaskRow {
  const all = (meaning: ColumnMeaning): string[] =>
    (columns.get(meaning) ?? []).map((i) => cells[i] ?? '').filter(Boolean);
  const titles = [...new Set(all('title'))];
  return {
    row,
    category: withoutMarker([...new Set(all('category'))].join(' / ')),
    number: all('number')[0] ?? '',
    title: titles.at(0) ?? all('detail')[0] ?? '',
    details: [...new Set([...titles.slice(1), ...all('detail'), ...all('target')])],
    lead: all('lead').join('、'),
    duty: all('duty').join('、'),
    support: all('support').join('、'),
    deadline: all('deadline').join('；'),
    steps: (columns.get('step') ?? []).flatMap((i) => {
      const what = (cells[i] ?? '').trim();
      return what === '' || /^(?:无|\/|-+|—+)$/.test(what)
        ? []
        : [{ when: (words[i] ?? '').replace(/\s/g, '').replace(/^.*\//, ''), what }];
    }),
    people: (columns.get('people') ?? []).flatMap((i) =>
      rowPeople(cells[i] ?? '', (words[i] ?? '').replace(/\s/g, '')),
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
