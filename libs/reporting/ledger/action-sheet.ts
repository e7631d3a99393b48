import { chineseDateTime, civilDateOf, civilTimeOf, compareInstants, type Instant } from '#calendar';
import type { CellModel, ColumnModel, SheetModel } from '#documents';
import { subtitleOf } from './overview-sheet.js';
import type {
  FilingOutcome,
  LedgerAction,
  LedgerFiling,
  LedgerScheduleCode,
  LedgerTask,
  TenDayLedgerFacts,
} from './ten-day-ledger.facts.js';

/** A ground on which black words stay readable: a level's own colour, as light as a fifth of it. */
function groundOf(colour: string | null | undefined): string | undefined {
  const parts = /^#(..)(..)(..)$/u.exec(colour ?? '')?.slice(1);
  const light = (part: string): number => Math.round(255 - (255 - Number.parseInt(part, 16)) / 5);
  return parts?.map((part) => light(part).toString(16).padStart(2, '0').toUpperCase()).join('');
}
const SCHEDULE_FILL: Partial<Record<LedgerScheduleCode, string>> = {
  behind: 'FFF2CC',
  seriouslyBehind: 'F8CBAD',
};
const OUTCOME_LABEL: Record<FilingOutcome, string> = {
  onTime: '按时',
  late: '迟报',
  silent: '逾期未报',
  missed: '缺报',
  pending: '未到期',
  excused: '免报',
};

interface LedgerColumn extends ColumnModel {
  of: (task: LedgerTask, index: number) => CellModel;
}

const percent = { width: 10, format: '0.0', align: 'center' } as const;
const COLUMNS: readonly LedgerColumn[] = [
  { header: '序号', width: 5, align: 'center', of: (_, index) => index + 1 },
  { header: '任务编号', width: 8, align: 'center', of: ({ code }) => code },
  { header: '任务', width: 30, of: ({ title }) => title },
  { header: '牵头单位', width: 16, of: ({ leadUnits }) => leadUnits.join('、') },
  { header: '责任（配合）单位', width: 20, of: ({ supportUnits }) => supportUnits.join('、') },
  { header: '状态', width: 8, align: 'center', of: ({ stateLabel }) => stateLabel },
  { ...percent, header: '序时进度（%）', of: ({ expected }) => expected },
  { ...percent, header: '填报进度（%）', of: ({ reported }) => reported },
  { ...percent, header: '滞后（百分点）', of: ({ lag }) => lag },
  {
    header: '进度评价',
    width: 9,
    align: 'center',
    of: ({ schedule }) => filled(schedule.label, SCHEDULE_FILL[schedule.code]),
  },
  { header: '较上期变化', width: 22, of: ({ changes }) => changes },
  { header: '存在问题', width: 24, of: ({ problems }) => problems },
  { header: '下一步打算', width: 24, of: ({ nextSteps }) => nextSteps },
  { header: '应报时间', width: 17, align: 'center', of: ({ filings }) => earliestDue(filings) },
  {
    header: '填报情况',
    width: 20,
    of: ({ filings }) => filings.map((filing) => filingText(filing, filings.length > 1)).join('\n'),
  },
  {
    header: '督办',
    width: 9,
    align: 'center',
    of: ({ ladder }) => (ladder ? filled(ladder.label, groundOf(ladder.paint)) : ''),
  },
];

/** The sheet of one action: a line for every task. */
export function actionSheet(facts: TenDayLedgerFacts, action: LedgerAction): SheetModel {
  const office = action.taskForceOffice === undefined ? '' : `\u3000专班办公室：${action.taskForceOffice}`;
  return {
    name: `${action.code} ${action.name}`,
    title: `${action.name}旬台账（${facts.period.label}）`,
    subtitle: `${subtitleOf(facts)}${office}`,
    columns: COLUMNS.map(({ of: _of, ...column }): ColumnModel => column),
    rows: action.tasks.map((task, index) => COLUMNS.map(({ of }) => of(task, index))),
    frozenColumns: 3,
    paper: 'A3',
    ...(action.tasks.length === 0 ? { notes: ['本行动本期没有任务。'] } : {}),
  };
}

const filled = (value: string, fill: string | undefined): CellModel =>
  fill === undefined ? value : { value, fill };

function earliestDue(filings: readonly LedgerFiling[]): CellModel {
  const dueAt: Instant | undefined = filings.map((filing) => filing.dueAt).sort(compareInstants)[0];
  return dueAt === undefined ? null : { date: civilDateOf(dueAt), time: civilTimeOf(dueAt) };
}

function filingText({ unit, outcome, filedAt }: LedgerFiling, named: boolean): string {
  const when = filedAt === undefined ? '' : `（${chineseDateTime(filedAt)}）`;
  return `${named ? `${unit}：` : ''}${OUTCOME_LABEL[outcome]}${when}`;
}
