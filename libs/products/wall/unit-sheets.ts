import {
  MARGIN,
  SHEET_WIDTH,
  sheetHead,
  sheetText,
  textWithin,
  TYPE,
  type Sheet,
  type SheetMark,
} from '#charts';
import type { PeriodFacts } from '../facts/period-facts.js';
import { rankingRowsOf } from '../pictures/unit-ranking.js';
import { untilWords } from './sheet-words.js';

const TOP = 190;
const BOTTOM = 850;
const WIDEST_PITCH = 56;
const ROWS = 21;
const COLUMNS = 2;

/** Where the units stand by the share of their reports on time, 42 on a sheet; as large as their number allows. */
export function unitSheets(facts: PeriodFacts): Sheet[] {
  const rows = rankingRowsOf({ facts, book: facts.book, atMost: 0 });
  const sheets = Math.ceil(rows.length / (ROWS * COLUMNS));
  const each = Math.ceil(rows.length / Math.max(1, sheets) / COLUMNS);
  return Array.from({ length: sheets }, (_, sheet): Sheet => {
    const title = `牵头单位填报按时率\u3000${facts.record.period.label}${sheets > 1 ? `（${sheet + 1}/${sheets}）` : ''}`;
    const own = rows.slice(sheet * each * COLUMNS, (sheet + 1) * each * COLUMNS);
    return {
      title,
      marks: [...sheetHead(title, untilWords(facts)), ...own.flatMap((row, at) => unitRow(row, at, each))],
    };
  });
}

const WIDTH = (SHEET_WIDTH - 2 * MARGIN - 60) / COLUMNS;

function unitRow(row: ReturnType<typeof rankingRowsOf>[number], at: number, each: number): SheetMark[] {
  const x = MARGIN + Math.floor(at / each) * (WIDTH + 60);
  const pitch = Math.min(WIDEST_PITCH, (BOTTOM - TOP) / each);
  const y = TOP + (at % each) * pitch;
  const size = pitch > 42 ? TYPE.text : TYPE.small;
  const bar = Math.max(0, Math.min(1, row.value / 100)) * 140;
  const { before, place } = row;
  const change =
    before === undefined
      ? ''
      : before === null
        ? '新'
        : before === place
          ? '平'
          : `${before > place ? '↑' : '↓'}${Math.abs(before - place)}`;
  return [
    sheetText(x + 44, y, String(place), { size, anchor: 'end' }),
    sheetText(x + 60, y, textWithin(row.name, WIDTH - 60 - 350, size), { size }),
    {
      kind: 'rect',
      x: x + WIDTH - 336,
      y: y - 22,
      width: bar,
      height: 24,
      fill: '#6f9bc4',
      stroke: '#000000',
    },
    sheetText(x + WIDTH - 70, y, `${row.value}%`, { size, anchor: 'end' }),
    ...(change === '' ? [] : [sheetText(x + WIDTH, y, change, { size, anchor: 'end' })]),
  ];
}
