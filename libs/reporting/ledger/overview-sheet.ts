import { chineseDate, chineseDateTime } from '#calendar';
import type { CellModel, ColumnModel, SheetModel } from '#documents';
import { ledgerFigures, unitsWith, type LedgerFigures } from './ledger-figures.js';
import type { LedgerAction, LedgerTask, TenDayLedgerFacts } from './ten-day-ledger.facts.js';

type FigureColumn = ColumnModel & { of: (figures: LedgerFigures) => CellModel };

const count = (header: string, of: (figures: LedgerFigures) => number): FigureColumn => ({
  header,
  width: 9,
  format: '0',
  of,
});

const FIGURES: readonly FigureColumn[] = [
  count('任务数', ({ tasks }) => tasks),
  count('应报', ({ due }) => due),
  count('按时', ({ filings }) => filings.onTime),
  count('迟报', ({ filings }) => filings.late),
  count('逾期未报', ({ filings }) => filings.silent),
  count('缺报', ({ filings }) => filings.missed),
  count('未到期', ({ filings }) => filings.pending),
  count('免报', ({ filings }) => filings.excused),
  { header: '按时率', width: 9, format: '0.0"%"', of: ({ onTimeRate }) => onTimeRate ?? '—' },
  count('超前', ({ schedule }) => schedule.ahead),
  count('正常', ({ schedule }) => schedule.onTrack),
  count('滞后', ({ schedule }) => schedule.behind),
  count('严重滞后', ({ schedule }) => schedule.seriouslyBehind),
];

/** The first sheet: one line an action and one for the plan, then the names of those who have not filed. */
export function overviewSheet(facts: TenDayLedgerFacts): SheetModel {
  const all = facts.actions.flatMap(({ tasks }) => tasks);
  // The rungs are the scheme's own: a column for each that occurs, in the order of the ladder.
  const columns = [
    ...FIGURES,
    ...rungLabels(all).map((label) => count(label, ({ ladder }) => ladder.get(label) ?? 0)),
  ];
  const row = (
    code: string,
    name: string,
    office: string,
    tasks: readonly LedgerTask[],
    bold?: true,
  ): CellModel[] => {
    const figures = ledgerFigures(tasks);
    const cells = [code, name, office, ...columns.map(({ of }) => of(figures))];
    return bold ? cells.map((cell) => ({ value: cell as string | number, bold })) : cells;
  };
  return {
    name: '总览',
    title: `${facts.plan.title}旬台账（${facts.period.label}）`,
    subtitle: subtitleOf(facts),
    columns: [
      { header: '编号', width: 8, align: 'center' },
      { header: '行动', width: 34 },
      { header: '专班办公室', width: 22 },
      ...columns.map(({ of: _of, ...column }): ColumnModel => ({ align: 'center', ...column })),
    ],
    rows: [
      ...facts.actions.map(({ code, name, taskForceOffice, tasks }: LedgerAction) =>
        row(code, name, taskForceOffice ?? '', tasks),
      ),
      row('', '合计', '', all, true),
    ],
    frozenColumns: 2,
    filters: false,
    notes: [silenceNote(all), ...DEFINITIONS],
  };
}

const DEFINITIONS = [
  '口径：应报数为已到期的填报数（每个牵头单位每项任务计一次），不含未到期和免报；按时率＝按时÷应报。',
  '逾期未报：已过应报时间、仍未填报；缺报：下一期应报时间已到仍未填报。序时进度、滞后按工作日计算。',
];

export function subtitleOf({ plan, period, asOf }: TenDayLedgerFacts): string {
  const number = plan.documentNumber === undefined ? '' : `${plan.documentNumber}\u3000`;
  return `${number}报告期：${chineseDate(period.start)}至${chineseDate(period.end)}\u3000数据截至${chineseDateTime(asOf)}`;
}

function rungLabels(tasks: readonly LedgerTask[]): string[] {
  const rungs = new Map<string, number>();
  for (const { ladder } of tasks)
    if (ladder && !rungs.has(ladder.label)) rungs.set(ladder.label, ladder.rung);
  return [...rungs].sort((a, b) => a[1] - b[1]).map(([label]) => label);
}

function silenceNote(tasks: readonly LedgerTask[]): string {
  const units = unitsWith(tasks, ['silent', 'missed']);
  if (units.length === 0) return '应报单位均已填报。';
  return `逾期未报、缺报单位：${units.map(([unit, tasksOwed]) => `${unit}（${tasksOwed}项）`).join('、')}。`;
}
