import type { CellModel } from '#documents';
import { periodFacts } from '../facts/period-facts.js';
import { busyMonth } from '../testing/sample-record.js';
import { monthlyLedger } from './monthly-ledger.js';

const valueOf = (cell: CellModel | undefined): unknown =>
  typeof cell === 'object' && cell !== null && 'value' in cell ? cell.value : cell;

describe('the monthly ledger', () => {
  const facts = periodFacts(busyMonth());
  const [overview, first, second] = monthlyLedger(facts);
  const cells = (sheet: typeof overview, row: number): Record<string, unknown> =>
    Object.fromEntries(
      (sheet?.columns ?? []).map(({ header }, i) => [header, valueOf(sheet?.rows[row]?.[i])]),
    );

  it('has an overview with the figures of the bulletin, and a sheet for every action with a line for every task', () => {
    expect([overview?.name, first?.name, second?.name]).toEqual([
      '总览',
      'A1 产业提升行动',
      'A2 环境整治行动',
    ]);
    expect(cells(overview, 2)).toMatchObject({
      行动: '合计',
      任务数: facts.book.count('tasks.total'),
      应报: 5,
      按时: 2,
      迟报: 1,
      未报: 2,
    });
    expect(overview?.notes?.[0]).toBe('未报单位：区民政局（2项次）。');
    expect([first?.rows.length, second?.rows.length]).toEqual([3, 3]);
  });

  it('says of a task how it stands, what was due and how it came', () => {
    expect(cells(first, 2)).toMatchObject({
      任务编号: 'A1-03',
      牵头单位: '区民政局',
      状态: '推进中',
      '填报进度（%）': 10,
      '较上月（百分点）': -30,
      '落后（百分点）': 24.5,
      进度评价: '严重滞后',
      应报: 2,
      未报: 2,
      督办文书: 2,
    });
  });

  it('is for looking at and for printing: nothing in it is filled in', () => {
    expect(first?.columns.filter(({ input }) => input !== undefined)).toEqual([]);
    expect(cells(first, 0)).toHaveProperty('下一步打算');
    expect(first).toMatchObject({ frozenColumns: 2, paper: 'A3' });
  });
});
