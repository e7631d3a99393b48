import { chineseDate } from '#calendar';
import type { CellModel, ColumnModel, SheetModel } from '#documents';
import { standingOf, untilText, type PeriodFacts } from '../facts/period-facts.js';
import type { ScheduleCode, Standing, TaskRecord } from '../facts/period-record.js';
import { isBehind, isClosed, isRunning } from '../facts/standing-words.js';
import { dueIn, isUnfiled } from '../facts/tally-filings.js';
import { cardsIn } from '../facts/tally-supervision.js';

const SCHEDULES: Readonly<Record<ScheduleCode, string>> = {
  onTrack: '正常',
  behind: '滞后',
  seriouslyBehind: '严重滞后',
};
const FILLS: Partial<Record<ScheduleCode, string>> = { behind: 'FFF2CC', seriouslyBehind: 'F8CBAD' };

const figure = (header: string): ColumnModel => ({ header, width: 8, format: '0', align: 'center' });
const percent = (header: string): ColumnModel => ({ header, width: 10, format: '0.0', align: 'center' });

const COLUMNS: readonly ColumnModel[] = [
  { header: '任务编号', width: 9, align: 'center' },
  { header: '任务', width: 32 },
  { header: '牵头单位', width: 18 },
  { header: '状态', width: 10, align: 'center' },
  { header: '时限', width: 12, align: 'center', format: 'yyyy-mm-dd' },
  percent('填报进度（%）'),
  percent('较上月（百分点）'),
  percent('落后（百分点）'),
  { header: '进度评价', width: 10, align: 'center' },
  figure('应报'),
  figure('按时'),
  figure('迟报'),
  figure('未报'),
  figure('督办文书'),
  { header: '最近进展', width: 32 },
  { header: '存在问题', width: 26 },
  { header: '下一步打算', width: 26 },
];

const NOTE = '口径：应报数为本月到期的填报（每个牵头单位每项任务计一次），按时＋迟报＋未报＝应报。';

/** The monthly ledger (月台账): an overview of the actions and a sheet for each. What is filled in stands on a sheet of its own (`fillInSheet`). */
export function monthlyLedger(facts: PeriodFacts): SheetModel[] {
  const { record } = facts;
  return [
    overview(facts),
    ...record.actions.map(({ id, code, name, office }): SheetModel => {
      const tasks = record.tasks.filter(({ actionId }) => actionId === id);
      return {
        name: `${code} ${name}`,
        title: `${name}月台账（${record.period.label}）`,
        subtitle: `${subtitle(facts)}${office === null ? '' : `\u3000专班办公室：${office}`}`,
        columns: [...COLUMNS],
        rows: tasks.flatMap((task) => row(facts, task)),
        frozenColumns: 2,
        paper: 'A3',
        notes: tasks.length === 0 ? ['本行动本月没有任务。'] : [NOTE],
      };
    }),
  ];
}

const subtitle = ({ record: { plan, period, asOf } }: PeriodFacts): string =>
  `${plan.documentNumber === null ? '' : `${plan.documentNumber}\u3000`}报告期：${chineseDate(period.start)}至${chineseDate(period.end)}\u3000数据截至${untilText(asOf)}`;

const OVERVIEW = [
  ['任务数', 'tasks.total'],
  ['推进中', 'tasks.running'],
  ['已销号', 'tasks.closed'],
  ['滞后', 'tasks.behind'],
  ['严重滞后', 'tasks.seriouslyBehind'],
  ['到期未办结', 'tasks.pastDeadline'],
  ['应报', 'filings.due'],
  ['按时', 'filings.onTime'],
  ['迟报', 'filings.late'],
  ['未报', 'filings.unfiled'],
  ['督办文书', 'cards.issued'],
  ['核实不实', 'findings.untrue'],
] as const;

function overview(facts: PeriodFacts): SheetModel {
  const { record, book } = facts;
  const figures = (prefix: string): CellModel[] => OVERVIEW.map(([, name]) => book.count(prefix + name));
  const title = book.fact('plan.title').printed;
  return {
    name: '总览',
    title: `${title}月台账（${record.period.label}）`,
    subtitle: subtitle(facts),
    columns: [
      { header: '编号', width: 8, align: 'center' },
      { header: '行动', width: 34 },
      ...OVERVIEW.map(([header]) => figure(header)),
    ],
    rows: [
      ...record.actions.map(({ id, code, name }): CellModel[] => [code, name, ...figures(`action.${id}.`)]),
      ['', '合计', ...figures('')].map((value) => ({ value: value as string | number, bold: true })),
    ],
    frozenColumns: 2,
    filters: false,
    notes: [silence(facts), NOTE],
  };
}

function silence({ units, book }: PeriodFacts): string {
  const owing = units.filter(({ id }) => book.count(`unit.${id}.filings.unfiled`) > 0);
  if (owing.length === 0) return '到期填报均已报送。';
  return `未报单位：${owing.map(({ id, name }) => `${name}（${book.count(`unit.${id}.filings.unfiled`)}项次）`).join('、')}。`;
}

function row({ record, now }: PeriodFacts, task: TaskRecord): CellModel[][] {
  const last = record.checkpoints.length - 1;
  const stood = standingOf(task, last);
  if (stood === null) return [];
  const before = task.stood[last - 1]?.progress ?? null;
  const filings = dueIn(record.filings, now).filter(({ taskId }) => taskId === task.id);
  const of = (outcome: string): number => filings.filter((filing) => filing.outcome === outcome).length;
  const name = (id: string): string => record.units.find((unit) => unit.id === id)?.name ?? '';
  const { progress } = stood;
  return [
    [
      task.code,
      task.title,
      stood.leadUnitIds.map(name).join('、'),
      stateWord(stood),
      { date: stood.deadlineOn },
      progress,
      progress === null || before === null ? null : Math.round((progress - before) * 10) / 10,
      isRunning(stood) ? stood.lag : null,
      scheduleCell(stood),
      filings.length,
      of('onTime'),
      of('late'),
      filings.filter(isUnfiled).length,
      cardsIn(record.cards, now).filter(({ taskIds }) => taskIds.includes(task.id)).length,
      task.said?.done ?? '',
      task.said?.problems ?? '',
      task.said?.nextSteps ?? '',
    ],
  ];
}

const STATES: Readonly<Record<string, string>> = {
  drafted: '拟办',
  confirmed: '已校核',
  dispatched: '已下发',
  disputed: '职责争议',
  inProgress: '推进中',
  suspended: '暂缓',
  closed: '已销号',
};

const stateWord = ({ state }: Standing): string =>
  STATES[state] ?? (state.startsWith('closing') ? '申请办结' : state);

function scheduleCell(stood: Standing): CellModel {
  if (isClosed(stood)) return '已销号';
  if (!isRunning(stood) || stood.progress === null) return '未评定';
  const fill = isBehind(stood) ? FILLS[stood.schedule] : undefined;
  const value = SCHEDULES[stood.schedule];
  return fill === undefined ? value : { value, fill };
}
