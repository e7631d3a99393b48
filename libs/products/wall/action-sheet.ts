import {
  bigFigures,
  MARGIN,
  SHEET_WIDTH,
  sheetHead,
  sheetText,
  textWithin,
  TYPE,
  type Sheet,
  type SheetMark,
} from '#charts';
import { standingOf, type PeriodFacts } from '../facts/period-facts.js';
import type { Standing, TaskRecord } from '../facts/period-record.js';
import { isBehind, isRunning } from '../facts/standing-words.js';
import { largeFigures, untilWords } from './sheet-words.js';

const TOP = 370;
const PITCH = 56;
/** Rows of tasks below their head. */
const ROOM = 8;

/** One sheet for each action that has tasks: its figures, and the tasks that want attention, the furthest behind first. */
export const actionSheets = (facts: PeriodFacts): Sheet[] =>
  facts.record.actions
    .filter(({ id }) => facts.book.count(`action.${id}.tasks.total`) > 0)
    .map(({ id }) => actionSheet(facts, id));

function actionSheet(facts: PeriodFacts, id: string): Sheet {
  const { record, book } = facts;
  const title = `${book.fact(`action.${id}.name`).printed}\u3000${record.period.label}`;
  const late = lateTasks(facts, id);
  return {
    title,
    marks: [
      ...sheetHead(title, untilWords(facts)),
      ...bigFigures(largeFigures(facts, `action.${id}.`), 200),
      ...(late.length === 0
        ? [sheetText(SHEET_WIDTH / 2, 500, '没有落后或逾期的任务', { size: TYPE.title, anchor: 'middle' })]
        : taskRows(facts, late)),
    ],
  };
}

interface Late {
  readonly task: TaskRecord;
  readonly stood: Standing;
}

function lateTasks({ record }: PeriodFacts, id: string): Late[] {
  const last = record.checkpoints.length - 1;
  return record.tasks
    .filter(({ actionId }) => actionId === id)
    .flatMap((task): Late[] => {
      const stood = standingOf(task, last);
      return stood !== null && (isBehind(stood) || (isRunning(stood) && stood.pastDeadline))
        ? [{ task, stood }]
        : [];
    })
    .sort((a, b) => (b.stood.lag ?? 0) - (a.stood.lag ?? 0));
}

const COLUMNS = { task: MARGIN, lead: 880, progress: 1330, lag: SHEET_WIDTH - MARGIN } as const;

function taskRows({ book }: PeriodFacts, late: readonly Late[]): SheetMark[] {
  const shown = late.slice(0, ROOM);
  const head = TOP - 30;
  return [
    sheetText(COLUMNS.task, head, '需关注的任务'),
    sheetText(COLUMNS.lead, head, '牵头单位'),
    sheetText(COLUMNS.progress, head, '进度', { anchor: 'end' }),
    sheetText(COLUMNS.lag, head, '落后', { anchor: 'end' }),
    { kind: 'line', from: [MARGIN, head + 16], to: [COLUMNS.lag, head + 16], weight: 3, color: '#000000' },
    ...shown.flatMap(({ task, stood }, at): SheetMark[] => {
      const y = TOP + at * PITCH + 30;
      const name = `${task.code} ${book.fact(`task.${task.id}.title`).printed}`;
      const leads = stood.leadUnitIds.map((unit) => book.fact(`unit.${unit}.name`).printed).join('、');
      return [
        sheetText(COLUMNS.task, y, textWithin(name, COLUMNS.lead - COLUMNS.task - 24, TYPE.text)),
        sheetText(COLUMNS.lead, y, textWithin(leads, COLUMNS.progress - COLUMNS.lead - 120, TYPE.text)),
        sheetText(COLUMNS.progress, y, stood.progress === null ? '未报' : `${stood.progress}%`, {
          anchor: 'end',
        }),
        sheetText(COLUMNS.lag, y, lagWords(stood), { anchor: 'end' }),
      ];
    }),
    ...(late.length > shown.length
      ? [sheetText(MARGIN, TOP + ROOM * PITCH + 30, `共${late.length}项，其余见调度单`, { size: TYPE.small })]
      : []),
  ];
}

const lagWords = ({ lag, pastDeadline }: Standing): string =>
  pastDeadline ? '已逾期' : lag === null ? '' : `${Math.round(lag * 10) / 10}点`;
