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
import { mattersOf } from '../documents/dispatch-brief.js';
import type { PeriodFacts } from '../facts/period-facts.js';
import { untilWords } from './sheet-words.js';

const TOP = 180;
const PITCH = 52;
/** Lines on a sheet: heads of matters and their tasks. */
const LINES = 13;
/** A meeting decides no more; the dispatch brief has them all. */
const MOST_SHEETS = 4;

type Line = { readonly head: string } | { readonly task: string; readonly leads: string };

/** What the meeting has to decide, as the dispatch brief has it: by matter, each task with who leads it. */
export function matterSheets(facts: PeriodFacts): Sheet[] {
  const { record, book } = facts;
  const lines = mattersOf(facts)
    .filter(({ tasks }) => tasks.length > 0)
    .flatMap(({ matter, tasks }): Line[] => [
      { head: `${matter.title}（${tasks.length}项）：${matter.decision}` },
      ...tasks.map(({ task, stood }) => ({
        task: `${task.code} ${book.fact(`task.${task.id}.title`).printed}`,
        leads: stood.leadUnitIds.map((unit) => book.fact(`unit.${unit}.name`).printed).join('、'),
      })),
    ]);
  const pages = Math.max(1, Math.ceil(lines.length / LINES));
  const shown = Math.min(pages, MOST_SHEETS);
  return Array.from({ length: shown }, (_, at): Sheet => {
    const title = `提请会议决定的事项\u3000${record.period.label}${shown > 1 ? `（${at + 1}/${shown}）` : ''}`;
    const own = lines.slice(at * LINES, (at + 1) * LINES);
    const isCut = at === shown - 1 && pages > shown;
    return {
      title,
      marks: [
        ...sheetHead(title, untilWords(facts)),
        ...(own.length === 0
          ? [
              sheetText(SHEET_WIDTH / 2, 480, '没有需要会议决定的事项', {
                size: TYPE.title,
                anchor: 'middle',
              }),
            ]
          : own.flatMap((line, row) => lineMarks(line, TOP + row * PITCH))),
        ...(isCut ? [sheetText(MARGIN, 884, '其余见调度单', { size: TYPE.small })] : []),
      ],
    };
  });
}

const LEADS = 1100;

function lineMarks(line: Line, y: number): SheetMark[] {
  if ('head' in line)
    return [
      {
        kind: 'rect',
        x: MARGIN,
        y: y - 36,
        width: SHEET_WIDTH - 2 * MARGIN,
        height: 48,
        fill: '#e3e3e3',
        stroke: null,
      },
      sheetText(MARGIN + 12, y, textWithin(line.head, SHEET_WIDTH - 2 * MARGIN - 24, TYPE.text)),
    ];
  return [
    sheetText(MARGIN + 40, y, textWithin(line.task, LEADS - MARGIN - 64, TYPE.text)),
    ...(line.leads === ''
      ? []
      : [sheetText(LEADS, y, textWithin(line.leads, SHEET_WIDTH - MARGIN - LEADS, TYPE.text))]),
  ];
}
