import type { TableBlock } from '#documents';
import { saysFirstListedLeads } from '../clause/first-listed-leads.js';
import { byRule } from '../evidence/evidence.js';
import type { Evidence, ExtractedAction, ExtractedTask } from '../extraction.schema.js';
import { findColumns, type TaskColumns } from './find-columns.js';
import { tableTask } from './table-task.js';
import { knownRows } from './known-rows.js';
import type { UnitRules } from './row-units.js';
import { type TaskRow, taskRows } from './task-rows.js';
import { turnTable } from './turn-table.js';

/** A table of tasks with the rows that were understood, and what stands above its header. */
export interface TaskTable {
  readonly sheet: string;
  readonly heading: string;
  readonly rows: readonly TaskRow[];
  readonly rules: UnitRules;
}

/** The table as a list of tasks; nothing where it is none. A table without a header goes on with the columns of `before`. */
export function readTaskTable(
  table: TableBlock,
  before?: { readonly columns: TaskColumns; readonly width: number },
): (TaskTable & { readonly columns: TaskColumns }) | undefined {
  const width = table.rows[0]?.cells.length ?? 0;
  const continued = before?.width === width ? { ...before.columns, top: 0, header: -1 } : undefined;
  const found = findColumns(table);
  if (!found) {
    const turned = turnTable(table);
    if (turned) return readTaskTable(turned);
  }
  const columns = found ?? continued;
  if (!columns) return undefined;
  const above = table.rows.slice(0, Math.max(0, columns.top)).flatMap(({ cells }) => [...new Set(cells)]);
  const heading = [...new Set(above.filter(Boolean))].join('\n');
  const { rows, firstListedLeads } = taskRows(table, columns);
  const words = [...(columns.columns.get('duty') ?? [])].map((i) => columns.words[i] ?? '').join('');
  const rules = {
    firstListedLeads: firstListedLeads || saysFirstListedLeads(`${heading}。${words}`),
    dutyNote: /[（(][^（）()]*[★☆▲△●◆※*#][^（）()]*牵头[^（）()]*[)）]/.exec(words)?.[0] ?? '',
  };
  return rows.length > 0 ? { sheet: table.sheet, heading, rows, columns, rules } : undefined;
}

/** The year that most dates of the tables name; 0 where they name none. */
export function yearOfTables(tables: readonly TaskTable[]): number {
  const counts = new Map<number, number>();
  for (const { deadline } of tables.flatMap(({ rows }) => rows)) {
    for (const [year] of deadline.matchAll(/20\d{2}/g))
      counts.set(Number(year), (counts.get(Number(year)) ?? 0) + 1);
  }
  return [...counts].sort(([a, m], [b, n]) => n - m || a - b)[0]?.[0] ?? 0;
}

/** The tasks of tables, an action for each category in the order of their first rows; `firstAction` is the number of the first. */
export function extractTables(
  tables: readonly TaskTable[],
  context: {
    readonly year: number;
    readonly throughYear: number;
    readonly firstAction: number;
    readonly name: string;
    /** The running text says that the first-listed unit leads. */
    readonly firstListedLeads?: boolean;
  },
): { actions: ExtractedAction[]; tasks: ExtractedTask[] } {
  const actions = new Map<string, ExtractedAction>();
  const counts = new Map<string, number>();
  const seen = new Map<string, number>();
  const known = knownRows();
  const tasks = tables.flatMap(({ sheet, heading, rows, rules }) =>
    rows.map((row) => {
      const name = row.category || lastLine(heading) || context.name || sheet;
      const rule = row.category === '' ? 'ACTION_FROM_TITLE' : 'ACTION_FROM_CATEGORY';
      const evidence = [byRule('/name', { sheet, row: row.row }, rule)];
      const action = actions.get(name) ?? newAction(context.firstAction + actions.size, name, evidence);
      actions.set(name, action);
      const count = (counts.get(action.code) ?? 0) + 1;
      counts.set(action.code, count);
      const number = /\d+/.exec(row.number.normalize('NFKC'))?.[0] ?? String(count);
      const plain = `${action.code}-${number.padStart(2, '0')}`;
      const repeats = seen.get(plain) ?? 0;
      seen.set(plain, repeats + 1);
      return tableTask(row, {
        id: repeats === 0 ? plain : `${plain}.${repeats + 1}`,
        action: action.code,
        number: row.number === '' ? String(count) : row.number,
        sheet,
        year: context.year,
        throughYear: context.throughYear,
        numberRepeats: repeats > 0,
        known,
        rules: { ...rules, firstListedLeads: rules.firstListedLeads || context.firstListedLeads === true },
      });
    }),
  );
  return { actions: [...actions.values()], tasks };
}

function newAction(index: number, name: string, named: Evidence[]): ExtractedAction {
  const evidence = named.flatMap((found) => [byRule('/number', found.span, 'NUMBER_COUNTED'), found]);
  return { code: `A${index}`, number: String(index), name, goals: [], taskForce: null, evidence };
}

function lastLine(heading: string): string {
  const lines = heading.split('\n').map((line) => line.replace(/\s+/g, ''));
  return (
    lines.findLast(
      (line) => line.length >= 4 && line.length <= 40 && !/^(?:附件|填报|单位[：:])/.test(line),
    ) ?? ''
  );
}
