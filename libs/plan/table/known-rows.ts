import { type RowDeadline, rowDeadlines } from './row-deadlines.js';
import { type RowUnits, rowUnits, type UnitRules } from './row-units.js';
import type { TaskRow } from './task-rows.js';

/** What cells of a document were understood as: long tables name the same units and dates again and again. */
export interface KnownRows {
  readonly units: (row: TaskRow, rules: UnitRules) => RowUnits | undefined;
  readonly deadlines: (cell: string, year: number) => RowDeadline[];
}

/** So many different cells are kept. */
const KEPT = 4000;

export function knownRows(): KnownRows {
  const units = new Map<string, RowUnits | undefined>();
  const deadlines = new Map<string, RowDeadline[]>();
  return {
    units: (row, rules) =>
      remembered(
        units,
        [row.lead, row.duty, row.support, rules.dutyNote, rules.firstListedLeads].join('\0'),
        () => rowUnits(row, rules),
      ),
    deadlines: (cell, year) => remembered(deadlines, `${year}\0${cell}`, () => rowDeadlines(cell, year)),
  };
}

function remembered<Value>(known: Map<string, Value>, key: string, read: () => Value): Value {
  const found = known.get(key);
  if (found !== undefined || known.has(key)) return found as Value;
  const value = read();
  if (known.size < KEPT) known.set(key, value);
  return value;
}
