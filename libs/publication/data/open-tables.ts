import { csvPieces, type Cell } from '#export';
import { OUTCOME_WORDS, SCHEDULE_WORDS, type OpenData } from './open-data.schema.js';

/** One table of a data set, as a file of comma-separated values. */
export interface OpenTable {
  /** The file's name without its ending. */
  readonly name: string;
  readonly title: string;
  readonly columns: readonly OpenColumn[];
  readonly rows: (data: OpenData) => readonly (readonly Cell[])[];
}

export interface OpenColumn {
  readonly name: string;
  readonly about: string;
}

const column = (name: string, about: string): OpenColumn => ({ name, about });

/** What every row begins with, so that files of several periods can be put below one another. */
const KEY = [
  column('报告期', '报告期，如 2024-05'),
  column('版次', '第几版；2 以上为更正'),
  column('标识', '稳定标识，各期相同，可用来对照'),
];
const keyOf = ({ period, edition }: OpenData, id: string): Cell[] => [period.key, edition, id];

export const OPEN_TABLES: readonly OpenTable[] = [
  {
    name: 'tasks',
    title: '经核实的任务',
    columns: [
      ...KEY,
      column('任务编号', '方案中的编号'),
      column('行动', '所属行动的代号'),
      column('任务', '任务名称；公开规定只写编号的为空'),
      column('牵头单位', '多个的以顿号分隔；公开规定不列单位的为空'),
      column('核实情况', '已销号，或最近一次督查核实属实'),
      column('核实日期', '最近一次督查核实的日期；未经抽查而按程序销号的为空'),
      column('经核实的进度', '%；已销号的、公开规定不列的为空'),
      column('进度状态', '经核实的进度与序时进度相比；核实后又有新进展的为空'),
    ],
    rows: (data) =>
      data.tasks.map((task) => [
        ...keyOf(data, task.id),
        task.code,
        task.action,
        task.title,
        task.leadUnits?.join('、') ?? null,
        OUTCOME_WORDS[task.outcome],
        task.verifiedOn,
        task.progress,
        task.schedule && SCHEDULE_WORDS[task.schedule],
      ]),
  },
  {
    name: 'actions',
    title: '各行动',
    columns: [
      ...KEY,
      column('代号', '行动代号'),
      column('行动', '行动名称'),
      column('任务总数', '不含已撤销、拆分、合并的'),
      column('已销号', '其中已销号的'),
      column('经核实', '其中经核实可以公开的（含已销号）'),
    ],
    rows: (data) =>
      data.actions.map(({ id, code, name, tasks, closed, verified }) => [
        ...keyOf(data, id),
        code,
        name,
        tasks,
        closed,
        verified,
      ]),
  },
  {
    name: 'indicators',
    title: '经核实的指标',
    columns: [
      ...KEY,
      column('任务标识', '所属任务的稳定标识'),
      column('指标', '指标名称'),
      column('目标', '目标值（含比较符和计量单位）'),
      column('读数', '经核实的读数；没有的为空'),
      column('达到目标', '是、否；没有读数的为空'),
    ],
    rows: (data) =>
      data.indicators.map(({ id, task, name, target, reading, reached }) => [
        ...keyOf(data, id),
        task,
        name,
        target,
        reading,
        reached,
      ]),
  },
  {
    name: 'ten-days',
    title: '各旬末',
    columns: [
      ...KEY,
      column('旬', '如 2024-05 上旬'),
      column('最后一天', '该旬最后一天'),
      column('已销号', '该旬末已销号的任务数'),
      column('经核实', '该旬末经核实可以公开的任务数'),
    ],
    rows: (data) =>
      data.tenDays.map(({ period, endsOn, closed, verified }) => [
        ...keyOf(data, `${data.id}/${endsOn}`),
        period,
        endsOn,
        closed,
        verified,
      ]),
  },
];

/** The tables that a data set has rows of; tasks and actions always. */
export const tablesOf = (data: OpenData): OpenTable[] =>
  OPEN_TABLES.filter(
    (table) => table.name === 'tasks' || table.name === 'actions' || table.rows(data).length > 0,
  );

/** A table as bytes: UTF-8 with a byte order mark, RFC 4180, nothing that a table programme would compute. */
export async function csvOf(table: OpenTable, data: OpenData): Promise<Uint8Array> {
  async function* page(): AsyncGenerator<readonly (readonly Cell[])[]> {
    yield await Promise.resolve(table.rows(data));
  }
  let text = '';
  const headings = table.columns.map(({ name }) => name);
  for await (const piece of csvPieces(headings, page())) text += piece;
  return new TextEncoder().encode(text);
}
