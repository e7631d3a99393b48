import type { SimulationRun } from '#simulation';
import { table } from './table.js';

/** A simulation for people: what was owed, filed and missed, what was sent, and who stood out. */
export function simulationText({ figures, ledgers }: SimulationRun, out: string): string {
  const rows = (counts: Record<string, number>): string =>
    table(
      ['项目', '数量'],
      Object.entries(counts).map(([name, count]) => [LABELS[name] ?? name, String(count)]),
    );
  const standing = figures.byUnit.filter(
    ({ late, missed, blue, yellow, red, interview }) => late + missed + blue + yellow + red + interview > 0,
  );
  const parts: [string, string][] = [
    ['任务', rows(figures.tasks)],
    ['应报事项', rows(figures.obligations)],
    [
      '填报',
      rows({
        onTime: figures.filings.onTime,
        late: figures.filings.late,
        refiled: figures.filings.refiled,
        acceptedSilently: figures.filings.acceptedSilently,
      }),
    ],
    ['填报批次', rows(figures.sittings)],
    ['消息', rows(figures.messages)],
    ['督办阶梯', rows(figures.rungs)],
    [
      '文书',
      table(
        ['文书', '已签发', '草稿', '已取消'],
        Object.entries(figures.notices).map(([kind, states]) => [
          LABELS[kind] ?? kind,
          ...['issued', 'drafted', 'cancelled'].map((state) => String(states[state] ?? 0)),
        ]),
      ),
    ],
    [
      '各期',
      table(
        ['报告期', '批次', '按时', '迟报', '未报', '升级'],
        figures.byPeriod.map((p) => [
          p.period,
          ...[p.sittings, p.onTime, p.late, p.unfiled, p.rungs].map(String),
        ]),
      ),
    ],
    [
      '有迟报、缺报或督办的单位',
      table(
        ['单位', '任务', '按时', '迟报', '缺报', '提醒函', '黄牌', '红牌', '约谈'],
        standing.map((u) => [
          u.unit,
          ...[u.tasks, u.onTime, u.late, u.missed, u.blue, u.yellow, u.red, u.interview].map(String),
        ]),
      ),
    ],
  ];
  const head = `${figures.plan}，${figures.from} 至 ${figures.to}，情形 ${figures.scenario}，种子 ${figures.seed}：${figures.periods.length} 期，${figures.events} 条留痕`;
  const tail = ledgers.length === 0 ? '' : `\n旬台账 ${ledgers.length} 份，在 ${out}/\n`;
  return `${head}\n${parts.map(([title, text]) => `\n${title}\n${text}\n`).join('')}${tail}`;
}

const LABELS: Readonly<Record<string, string>> = {
  closed: '已销号',
  confirmed: '已校核',
  inProgress: '推进中',
  dispatched: '已下发',
  disputed: '职责争议',
  accepted: '已审核通过',
  open: '待填报',
  scheduled: '未到填报期',
  submitted: '待审核',
  returned: '待重报',
  missed: '漏报',
  excused: '免报',
  onTime: '按时',
  late: '迟报',
  refiled: '退回后重报',
  acceptedSilently: '逾期未审视为通过',
  total: '合计',
  unfiled: '未报',
  chase: '催报',
  blue: '提醒函（蓝）',
  yellow: '黄牌',
  red: '红牌',
  interview: '约谈',
  reminderLetter: '提醒函',
  supervisionNotice: '督办单',
  circular: '通报',
  interviewNotice: '约谈通知',
  reminder: '到期前提醒',
};
