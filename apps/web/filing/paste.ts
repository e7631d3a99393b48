import type { SittingItem } from '#contract';
import { filingText } from '../texts/zh.js';
import type { CellError, Errors } from './check.js';
import { touched, withNoChange, WORDS, type Entries, type Entry } from './draft.js';
import { tabSeparated } from './tab-separated.js';

/** The columns of the grid that take a pasted block, from left to right. */
export const COLUMNS = ['progress', ...WORDS] as const;
export type Column = (typeof COLUMNS)[number];

export interface Place {
  obligationId: string;
  column: Column;
}

export interface Pasted {
  /** The entries that the block changes. */
  entries: Entries;
  /** What could not be taken, at its cell; the cell stays as it was. */
  errors: Errors;
  rows: number;
  cells: number;
  /** What belongs to no row or column of the form, in words. */
  left: string[];
}

const LONGEST = 4000;

/** Headings of tables in use, and what they are headings of. */
const HEADINGS: readonly (readonly [RegExp, Column | 'code'])[] = [
  [/编号|序号|^code$/i, 'code'],
  [/需.*协调|需.*支持|请求/, 'helpWanted'],
  [/下一?步|打算|计划/, 'nextSteps'],
  [/问题|困难/, 'problems'],
  [/(进度|完成率|完成比例|%|％)/, 'progress'],
  [/完成情况|进展|做了|情况/, 'done'],
];

/**
 * Takes a block copied from a table into the form. Rows go by the task's number where a column of the block holds
 * numbers of this sitting, else by place from the row that it was pasted in. Columns go by a first line of headings
 * where there is one, else by place.
 */
export function pasteInto(items: readonly SittingItem[], entries: Entries, text: string, at: Place): Pasted {
  const block = tabSeparated(text);
  const codes = new Map(items.map((item) => [item.task.code, item]));
  const headed = headingsOf(block[0] ?? []);
  const rows = headed === null ? block : block.slice(1);
  const width = Math.max(0, ...rows.map(({ length }) => length));
  const holdsCodes = (column: number): boolean => rows.some((row) => codes.has((row[column] ?? '').trim()));
  const codeColumn = Array.from({ length: width }, (_, column) => column).findIndex(holdsCodes);
  const columns = headed ?? columnsFrom(at.column, width, codeColumn);
  const first = items.findIndex(({ obligationId }) => obligationId === at.obligationId);
  const found: Pasted = { entries: {}, errors: {}, rows: 0, cells: 0, left: [] };
  const changed: Record<string, Entry> = {};
  const errors: Record<string, Record<string, CellError>> = {};
  for (const [index, row] of rows.entries()) {
    if (row.every((cell) => cell.trim() === '')) continue;
    const code = codeColumn < 0 ? null : (row[codeColumn] ?? '').trim();
    const item = code === null ? items[first + index] : codes.get(code);
    const entry = item === undefined ? undefined : entries[item.obligationId];
    if (item === undefined || entry === undefined) {
      found.left.push(code === null ? filingText.paste.noRow(index + 1) : filingText.paste.noTask(code));
      continue;
    }
    found.rows += 1;
    const wrong: Record<string, CellError> = {};
    let next = entry;
    for (const [position, cell] of row.entries()) {
      const column = columns[position];
      if (column === undefined || column === 'code' || cell.trim() === '') continue;
      const taken = take(item, next, column, cell.trim());
      if ('code' in taken) wrong[column] = taken;
      else {
        next = taken;
        found.cells += 1;
      }
    }
    if (next !== entry) changed[item.obligationId] = next;
    if (Object.keys(wrong).length > 0) errors[item.obligationId] = wrong;
  }
  const beyond = Math.max(
    0,
    ...rows.map((row) => row.filter((cell, i) => columns[i] === undefined && cell.trim() !== '').length),
  );
  if (beyond > 0) found.left.push(filingText.paste.noColumn(beyond));
  return { ...found, entries: changed, errors };
}

/** What the cells of a first line are headings of; null: they are none. */
function headingsOf(row: readonly string[]): (Column | 'code' | undefined)[] | null {
  const named = row.map((cell) =>
    cell.length > 20 ? undefined : HEADINGS.find(([of]) => of.test(cell.trim()))?.[1],
  );
  const known = named.filter((name) => name !== undefined);
  return known.length > 1 && new Set(known).size === known.length ? named : null;
}

/** By place: the column it was pasted in and those to the right; a column of numbers is none of the form's. */
function columnsFrom(from: Column, width: number, codeColumn: number): (Column | 'code' | undefined)[] {
  const rest: (Column | undefined)[] = COLUMNS.slice(COLUMNS.indexOf(from));
  return Array.from({ length: width }, (_, position) => (position === codeColumn ? 'code' : rest.shift()));
}

function take(item: SittingItem, entry: Entry, column: Column, cell: string): Entry | CellError {
  if (column === 'progress') return takeProgress(entry, cell);
  if (column === 'done' && cell === filingText.noChange) {
    if (item.noChange.allowed) return withNoChange(item, entry, true);
    return { code: 'NoChangeUsedUp', text: filingText.noChangeUsed(item.noChange.inARow) };
  }
  if (cell.length > LONGEST) return { code: 'WordsTooLong', text: filingText.paste.tooLong(cell.length) };
  return { ...touched(entry, { [column]: cell }), noChange: false };
}

/** `45`, `45%`, `45.0 ％`. A share like 0.45 may be either: it is asked, not guessed. */
function takeProgress(entry: Entry, cell: string): Entry | CellError {
  const [, digits, percent] = /^(\d{1,3}(?:\.\d+)?)\s*([%％]?)$/.exec(cell) ?? [];
  const value = Number(digits);
  if (digits === undefined || value > 100)
    return { code: 'ProgressOutOfRange', text: filingText.paste.noPercent(cell.slice(0, 20)) };
  if (percent === '' && value > 0 && value < 1)
    return { code: 'ProgressAmbiguous', text: filingText.paste.share(cell) };
  return touched(entry, { progress: Math.round(value) });
}
