import { writeWorkbook, type CellModel, type SheetModel } from '#documents';
import { tenDayLedger, type LedgerTask, type TenDayLedgerFacts } from '../index.js';

const DUE = '2024-05-20T09:30:00.000Z';
const task = (code: string, more: Partial<LedgerTask> = {}): LedgerTask => ({
  code,
  title: `任务${code}`,
  leadUnits: ['区发展和改革局'],
  supportUnits: ['区财政局', '区林业局'],
  stateLabel: '推进中',
  expected: 30.5,
  reported: 40,
  lag: -9.5,
  schedule: { code: 'ahead', label: '超前' },
  problems: '',
  nextSteps: '继续推进',
  changes: '完成招标',
  filings: [{ unit: '区发展和改革局', dueAt: DUE, outcome: 'onTime', filedAt: '2024-05-20T02:00:00.000Z' }],
  ladder: null,
  ...more,
});

const FACTS: TenDayLedgerFacts = {
  plan: { title: '武陵源区“八大行动”实施方案', documentNumber: '张武政办发〔2024〕2号' },
  period: { label: '2024年5月中旬', start: '2024-05-11', end: '2024-05-20' },
  asOf: '2024-05-21T09:30:00.000Z',
  actions: [
    {
      code: 'A1',
      name: '产业提升行动',
      taskForceOffice: '区发展和改革局',
      tasks: [
        task('A1-01'),
        task('A1-02', {
          leadUnits: ['区住房和城乡建设局', '区林业局'],
          lag: 22,
          schedule: { code: 'seriouslyBehind', label: '严重滞后' },
          filings: [
            { unit: '区住房和城乡建设局', dueAt: DUE, outcome: 'silent' },
            { unit: '区林业局', dueAt: DUE, outcome: 'late', filedAt: '2024-05-21T01:00:00.000Z' },
          ],
          ladder: { rung: 1, label: '提醒函', colour: 'blue', paint: '#1f5fbf' },
        }),
        task('A1-03', {
          filings: [{ unit: '区住房和城乡建设局', dueAt: DUE, outcome: 'missed' }],
          ladder: { rung: 2, label: '黄牌', colour: 'yellow' },
        }),
      ],
    },
    {
      code: 'A2',
      name: '环境整治行动',
      tasks: [
        task('A2-01', {
          expected: null,
          reported: null,
          lag: null,
          schedule: { code: 'notMeasured', label: '不计' },
          filings: [],
        }),
      ],
    },
    { code: 'A3', name: '民生行动', tasks: [] },
  ],
};

const valueOf = (cell: CellModel | undefined): unknown =>
  typeof cell === 'object' && cell !== null && 'value' in cell ? cell.value : cell;
const cellsOf = (sheet: SheetModel | undefined, row: number): Record<string, unknown> =>
  Object.fromEntries((sheet?.columns ?? []).map(({ header }, i) => [header, valueOf(sheet?.rows[row]?.[i])]));

describe('the ten-day ledger', () => {
  const [overview, first, second, third] = tenDayLedger(FACTS);

  it('has an overview and a sheet for every action', () => {
    expect(tenDayLedger(FACTS).map(({ name }) => name)).toEqual([
      '总览',
      'A1 产业提升行动',
      'A2 环境整治行动',
      'A3 民生行动',
    ]);
    expect(overview?.title).toBe('武陵源区“八大行动”实施方案旬台账（2024年5月中旬）');
    expect(overview?.subtitle).toBe(
      '张武政办发〔2024〕2号　报告期：2024年5月11日至2024年5月20日　数据截至2024年5月21日17:30',
    );
  });

  it('counts every filing once: on time, late, silent, missed', () => {
    expect(cellsOf(overview, 0)).toMatchObject({
      行动: '产业提升行动',
      任务数: 3,
      应报: 4,
      按时: 1,
      迟报: 1,
      逾期未报: 1,
      缺报: 1,
      按时率: 25,
      超前: 2,
      严重滞后: 1,
      提醒函: 1,
      黄牌: 1,
    });
    expect(cellsOf(overview, 1)).toMatchObject({ 任务数: 1, 应报: 0, 按时率: '—' });
    expect(cellsOf(overview, 3)).toMatchObject({ 行动: '合计', 任务数: 4, 应报: 4, 按时率: 25, 提醒函: 1 });
  });

  it('names the rungs as the scheme calls them, in the order of the ladder', () => {
    expect(overview?.columns.slice(-2).map(({ header }) => header)).toEqual(['提醒函', '黄牌']);
  });

  it('names the silent, the most silent first', () => {
    expect(overview?.notes?.[0]).toBe('逾期未报、缺报单位：区住房和城乡建设局（2项）。');
    const punctual = { ...FACTS, actions: [{ code: 'A1', name: '一', tasks: [task('A1-01')] }] };
    expect(tenDayLedger(punctual)[0]?.notes?.[0]).toBe('应报单位均已填报。');
  });

  it('says for every task who leads, how far it is and what was filed when', () => {
    expect(cellsOf(first, 0)).toEqual({
      序号: 1,
      任务编号: 'A1-01',
      任务: '任务A1-01',
      牵头单位: '区发展和改革局',
      '责任（配合）单位': '区财政局、区林业局',
      状态: '推进中',
      '序时进度（%）': 30.5,
      '填报进度（%）': 40,
      '滞后（百分点）': -9.5,
      进度评价: '超前',
      较上期变化: '完成招标',
      存在问题: '',
      下一步打算: '继续推进',
      应报时间: { date: '2024-05-20', time: '17:30' },
      填报情况: '按时（2024年5月20日10:00）',
      督办: '',
    });
  });

  it('names the units where several lead, and colours what needs a look', () => {
    expect(cellsOf(first, 1)['填报情况']).toBe(
      '区住房和城乡建设局：逾期未报\n区林业局：迟报（2024年5月21日09:00）',
    );
    expect(first?.rows[1]).toContainEqual({ value: '提醒函', fill: 'D2DFF2' });
    expect(first?.rows[1]).toContainEqual({ value: '严重滞后', fill: 'F8CBAD' });
  });

  it('leaves empty what is not measured or not owed', () => {
    expect(cellsOf(second, 0)).toMatchObject({ '滞后（百分点）': null, 应报时间: null, 填报情况: '' });
    expect(third).toMatchObject({ rows: [], notes: ['本行动本期没有任务。'] });
  });

  it('becomes the same workbook every time', async () => {
    const [a, b] = [
      await writeWorkbook(tenDayLedger(FACTS)),
      await writeWorkbook(tenDayLedger(structuredClone(FACTS))),
    ];
    expect(Buffer.from(a).equals(Buffer.from(b))).toBe(true);
  });
});
