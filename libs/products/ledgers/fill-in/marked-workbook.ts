import type { Instant } from '#calendar';
import type { CellModel, ReadCell, SheetModel } from '#documents';
import { FIELDS, readingHeader, waits, type LedgerIdentity } from './fill-in.js';
import { fillInSheet, type FillInRow } from './fill-in-sheet.js';
import type { JudgedRow } from './judge-rows.js';
import type { StrayRow } from './read-fill-in.js';

const DONE = new Set(['file', 'same']);

/** Rows that go back: what was not filed, and what waits still. */
export const remaining = (
  judged: readonly JudgedRow[],
): (JudgedRow & { item: NonNullable<JudgedRow['item']> })[] =>
  judged.flatMap((row) =>
    row.item === null || DONE.has(row.outcome) || (row.outcome === 'untouched' && !waits(row.item))
      ? []
      : [{ ...row, item: row.item }],
  );

/** Rows that no line of the sheet is for, and the other sheet holds with everything that stood in them. */
const homeless = (judged: readonly JudgedRow[], strays: readonly StrayRow[]): StrayRow[] => [
  ...strays,
  ...judged.flatMap(({ item, typed, outcome }) =>
    item === null && outcome !== 'untouched'
      ? [{ sheet: typed.sheet, row: typed.row, texts: [...typed.cells.values()].map(({ text }) => text) }]
      : [],
  ),
];

/**
 * What is handed back: the rows that were not filed with everything that was typed into them, what is wrong marked in its cell and
 * said in a column, and the rows that are still to be filled in. Empty where nothing is left.
 */
export function markedSheets(
  identity: Pick<LedgerIdentity, 'planTitle' | 'periodLabel'>,
  judged: readonly JudgedRow[],
  strays: readonly StrayRow[],
  now: Instant,
): SheetModel[] {
  const rows = remaining(judged).map(({ item, typed, faults, remarks }): FillInRow => ({
    item,
    ...(typed.cells.size === 0
      ? {}
      : { typed: Object.fromEntries([...typed.cells].map(([key, cell]) => [key, asTyped(key, cell)])) }),
    wrong: new Set(faults.map(({ field }) => field ?? '')),
    ...(faults.length === 0
      ? {}
      : { fault: [...faults, ...remarks].map((fault) => inWords(fault)).join('\n') }),
  }));
  const lost = homeless(judged, strays);
  return [
    ...(rows.length === 0 ? [] : [fillInSheet(identity, rows, now)]),
    ...(lost.length === 0 ? [] : [strayRows(lost)]),
  ];
}

/** A number that fits its column stays one; everything else comes back as the text that was shown. */
function asTyped(key: string, { number, shownAs, text }: ReadCell): CellModel {
  if (number === undefined || shownAs === 'date') return text;
  if (key !== 'progress' && !key.startsWith('reading')) return text;
  return shownAs === 'percent' ? Math.round(number * 10_000) / 100 : number;
}

export const headerOf = (field: string): string => {
  const position = /^reading(\d+)$/.exec(field)?.[1];
  return position === undefined
    ? ((FIELDS as Record<string, string>)[field] ?? field)
    : readingHeader(Number(position) - 1);
};

const inWords = ({ field, message }: { field: string | null; message: string }): string =>
  field === null ? message : `${headerOf(field)}：${message}`;

function strayRows(lost: readonly StrayRow[]): SheetModel {
  const width = Math.max(1, ...lost.map(({ texts }) => texts.length));
  return {
    name: '未对应的行',
    title: '未能对应到应报事项的行',
    subtitle: '以下各行不是本表原有的事项，没有提交，内容照录，供核对后填入相应的行。',
    columns: [
      { header: '工作表', width: 12 },
      { header: '行', width: 6, align: 'center' },
      ...Array.from({ length: width }, (_, at) => ({ header: `内容${at + 1}`, width: 24 })),
    ],
    rows: lost.map(({ sheet, row, texts }) => [sheet, row, ...texts]),
    paper: 'A3',
  };
}
