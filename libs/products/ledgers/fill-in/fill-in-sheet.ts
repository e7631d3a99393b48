import { chineseDateTime, civilDateOf, civilTimeOf, type Instant } from '#calendar';
import type { CellModel, ColumnModel, SheetModel } from '#documents';
import {
  FIELDS,
  readingHeader,
  readingKey,
  WORDS_AT_MOST,
  type FillInIndicator,
  type LedgerIdentity,
  type OwedItem,
} from './fill-in.js';

export const OPEN_FILL = 'FFFDE7';
export const WRONG_FILL = 'F8CBAD';
const WAITING_FILL = 'FFF2CC';

/** A row of the sheet: what is owed, what stands in its cells to be filled in, and what is to be mended. */
export interface FillInRow {
  item: OwedItem;
  /** By the key of the column; left out: as the record has it, where a report was returned. */
  typed?: Readonly<Record<string, CellModel>>;
  /** Keys of the columns in which something is wrong. */
  wrong?: ReadonlySet<string>;
  fault?: string;
}

/** The columns by which a row is known where its own mark is lost. */
export const KNOWN_BY = { id: '标识（勿改）', code: '任务编号', unit: '填报单位', period: '报告期' } as const;

const text = { kind: 'text', atMost: WORDS_AT_MOST } as const;
const percent = { width: 10, format: '0.0', align: 'center' } as const;

/** 填报: a line for every report that is owed, with the columns that are filled in offline. */
export function fillInSheet(
  identity: Pick<LedgerIdentity, 'planTitle' | 'periodLabel'>,
  rows: readonly FillInRow[],
  now: Instant,
): SheetModel {
  const readings = Math.max(0, ...rows.map(({ item }) => item.indicators.length));
  const columns = columnsFor(
    readings,
    rows.some(({ fault }) => fault !== undefined),
  );
  const units = [...new Set(rows.map(({ item }) => item.unit.name))];
  const of = units.length === 1 ? `\u3000${units[0] ?? ''}` : '';
  return {
    name: '填报',
    title: `${identity.planTitle}进展填报表（${identity.periodLabel}）`,
    subtitle: `共 ${rows.length} 项${of}\u3000数据截至${chineseDateTime(now)}\u3000浅黄色各列可填写，填好后原样上传；留空的行不提交`,
    columns: columns.map(({ of: _of, ...column }): ColumnModel => column),
    rows: rows.map((row) => columns.map((column) => column.of(row, now))),
    frozenColumns: 2,
    paper: 'A3',
    locked: true,
    pageHead: { left: `${identity.planTitle}${of}`, right: identity.periodLabel },
    notes: NOTES,
  };
}

const NOTES = [
  '填写说明：1. 进度填 0 到 100 之间的数字，不带百分号。2. 确无变化的，在“较上期无变化”填“是”，进度和进展可留空；有变化的须写明进展。3. 可以筛选、排序、隐藏、删除行，不影响上传。',
  '上传时逐行核对：无误的行即行提交，有误或有冲突的行标注原因后退还，所填内容一律保留。',
];

interface FillInColumn extends ColumnModel {
  of: (row: FillInRow, now: Instant) => CellModel;
}

function columnsFor(readings: number, marked: boolean): FillInColumn[] {
  const known = (
    key: keyof typeof KNOWN_BY,
    width: number,
    of: (item: OwedItem) => string,
  ): FillInColumn => ({
    ...{ key, header: KNOWN_BY[key], width, align: 'center' },
    of: ({ item }) => of(item),
  });
  const input = (
    key: string,
    column: Omit<ColumnModel, 'key'>,
    start: (item: OwedItem) => string | number | null,
  ): FillInColumn => ({
    ...column,
    key,
    of: ({ item, typed, wrong }) => {
      const cell = typed === undefined ? start(item) : (typed[key] ?? null);
      const value = typeof cell === 'object' && cell !== null && 'value' in cell ? cell.value : cell;
      return { value, fill: wrong?.has(key) === true ? WRONG_FILL : OPEN_FILL };
    },
  });
  return [
    known('code', 9, ({ task }) => task.code),
    { header: '任务', width: 28, of: ({ item }) => item.task.title },
    known('unit', 16, ({ unit }) => unit.name),
    known('period', 13, ({ period }) => period.label),
    {
      header: '应报时间',
      width: 17,
      align: 'center',
      of: ({ item: { dueAt } }) => ({ date: civilDateOf(dueAt), time: civilTimeOf(dueAt) }),
    },
    { header: '状态', width: 11, align: 'center', of: ({ item }, now) => stateCell(item, now) },
    { ...percent, header: '序时进度（%）', of: ({ item }) => item.expected },
    { ...percent, header: '上期进度（%）', of: ({ item }) => item.last?.progress ?? null },
    { header: '上期进展', width: 24, of: ({ item }) => item.last?.done ?? '' },
    ...(readings === 0
      ? []
      : [{ header: '指标', width: 24, of: ({ item }: FillInRow) => indicators(item.indicators) }]),
    input(
      'progress',
      { header: FIELDS.progress, ...percent, width: 10, input: { kind: 'percent' } },
      ({ filed }) => filed?.progress ?? null,
    ),
    input(
      'noChange',
      {
        header: FIELDS.noChange,
        width: 10,
        align: 'center',
        input: { kind: 'oneOf', words: ['是', '否'] },
      },
      ({ filed }) => (filed?.noChange === true ? '是' : null),
    ),
    input('done', { header: FIELDS.done, width: 34, input: text }, ({ filed }) => filed?.done ?? null),
    input(
      'problems',
      { header: FIELDS.problems, width: 22, input: text },
      ({ filed }) => filed?.problems ?? null,
    ),
    input(
      'helpWanted',
      { header: FIELDS.helpWanted, width: 20, input: text },
      ({ filed }) => filed?.helpWanted ?? null,
    ),
    input(
      'nextSteps',
      { header: FIELDS.nextSteps, width: 22, input: text },
      ({ filed }) => filed?.nextSteps ?? null,
    ),
    ...Array.from({ length: readings }, (_, position) =>
      input(
        readingKey(position),
        {
          header: readingHeader(position),
          width: 10,
          align: 'center',
          input: { kind: 'number' },
        },
        ({ filed }) => filed?.readings.find((reading) => reading.position === position)?.value ?? null,
      ),
    ),
    ...(marked
      ? [
          {
            header: '需处理的问题',
            width: 34,
            of: ({ fault }: FillInRow): CellModel =>
              fault === undefined ? null : { value: fault, fill: WRONG_FILL },
          },
        ]
      : []),
    { ...known('id', 12, ({ obligationId }) => obligationId), hidden: true, wrap: false },
  ];
}

function stateCell({ state, returnReason, dueAt }: OwedItem, now: Instant): CellModel {
  if (state === 'returned') return { value: `退回重报：${returnReason ?? ''}`, fill: WRONG_FILL };
  if (state !== 'open') return '已不需填报';
  return dueAt < now ? { value: '逾期未报', fill: WRONG_FILL } : { value: '待填报', fill: WAITING_FILL };
}

const indicators = (all: readonly FillInIndicator[]): string =>
  all
    .map(
      ({ position, name, target, unit, lastValue }) =>
        `${position + 1}. ${name}${target}${lastValue === null ? '' : `（上次 ${lastValue}${unit}）`}`,
    )
    .join('\n');
