import {
  bigFigures,
  countWithin,
  hatchedRect,
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
import { largeFigures, STANDINGS, untilWords } from './sheet-words.js';

const TOP = 350;
const BOTTOM = 850;
const NAME = 430;
const TAIL = 130;

/** All actions of the plan: large figures above, a bar of its tasks each below. */
export function overviewSheet(facts: PeriodFacts): Sheet {
  const { record, book } = facts;
  const title = `${record.period.label}\u3000${book.fact('plan.title').printed}`;
  const most = Math.max(1, ...record.actions.map(({ id }) => book.count(`action.${id}.tasks.total`)));
  const pitch = Math.min(70, (BOTTOM - TOP) / Math.max(1, record.actions.length));
  return {
    title,
    marks: [
      ...sheetHead(title, untilWords(facts)),
      ...bigFigures(largeFigures(facts, ''), 200),
      ...legend(),
      ...record.actions.flatMap(({ id }, at) => row(facts, id, { y: TOP + at * pitch, pitch, most })),
    ],
  };
}

function legend(): SheetMark[] {
  const each = (SHEET_WIDTH - 2 * MARGIN) / STANDINGS.length;
  return STANDINGS.flatMap(([fill, words], at) => [
    ...hatchedRect(fill, MARGIN + at * each, 292, 44, 26),
    sheetText(MARGIN + at * each + 54, 315, words, { size: TYPE.small }),
  ]);
}

interface RowPlace {
  readonly y: number;
  readonly pitch: number;
  readonly most: number;
}

function row({ book }: PeriodFacts, id: string, { y, pitch, most }: RowPlace): SheetMark[] {
  const size = Math.min(TYPE.text, Math.max(25, pitch * 0.6));
  const scale = (SHEET_WIDTH - 2 * MARGIN - NAME - TAIL) / most;
  const height = pitch * 0.7;
  const base = y + pitch * 0.5 + size * 0.36;
  let x = MARGIN + NAME;
  const bars = STANDINGS.flatMap(([fill, , name]): SheetMark[] => {
    const count = book.count(`action.${id}.${name}`);
    if (count === 0) return [];
    const width = count * scale;
    const from = x;
    x += width;
    const place = { x: from, y: y + (pitch - height) / 2, width, height };
    return [...hatchedRect(fill, place.x, place.y, width, height), ...countWithin(fill, count, place)];
  });
  return [
    sheetText(MARGIN + NAME - 14, base, textWithin(book.fact(`action.${id}.name`).printed, NAME - 14, size), {
      size,
      anchor: 'end',
    }),
    ...bars,
    sheetText(SHEET_WIDTH - MARGIN, base, `${book.fact(`action.${id}.tasks.total`).printed}项`, {
      size,
      anchor: 'end',
    }),
  ];
}
