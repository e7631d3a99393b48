import { extractPlan } from '../extract-plan.js';
import type { FindingCode } from './finding.js';
import { lintPlan, type LintOptions } from './lint-plan.js';

const HEAD = '河西县人民政府关于印发《2025年兴水行动方案》的通知\n一、重点任务\n';
const lint = (body: string, options?: LintOptions): [FindingCode, string | null][] =>
  lintPlan(extractPlan(`${HEAD}${body}`), options).map(({ code, task }) => [code, task]);

describe('a plan before dispatch', () => {
  it('has nothing to settle when everything is said', () => {
    expect(
      lint(
        '1.整治河道。6月底前清淤5公里。（县水利局牵头，县财政局配合）\n2.修渠。持续推进。（县水利局负责）',
      ),
    ).toEqual([]);
  });

  it('is asked who leads, and for one unit where a group does', () => {
    expect(lint('1.整治河道。6月底前完成。（县水利局、县财政局按职责分工负责）')).toEqual([
      ['NO_LEAD', 'A1-01'],
    ]);
    expect(lint('1.整治河道。6月底前完成。（各乡镇牵头，县水利局配合）')).toEqual([
      ['LEAD_IS_GROUP', 'A1-01'],
    ]);
  });

  it('is asked for a date, and for a step of this year before a later one', () => {
    expect(lint('1.整治河道。全面清淤。（县水利局负责）')).toEqual([['NO_DATE', 'A1-01']]);
    expect(lint('1.整治河道。2027年底前完成。（县水利局负责）')).toEqual([['NO_INTERIM_TARGET', 'A1-01']]);
    expect(lint('1.整治河道。6月底前过半，2027年底前完成。（县水利局负责）')).toEqual([]);
  });

  it('may not name a day that there is not', () => {
    expect(lint('1.整治河道。6月底前完成，2025年2月29日前开工。（县水利局负责）')).toEqual([
      ['NO_SUCH_DAY', 'A1-01'],
    ]);
    expect(lint('1.整治河道。6月底前完成，2月29日查看。（县水利局负责）')).toEqual([]);
    expect(lint('1.整治河道。6月底前完成，4月31日查看。（县水利局负责）')).toEqual([
      ['NO_SUCH_DAY', 'A1-01'],
    ]);
  });

  it('may not set other figures for the same thing elsewhere', () => {
    const task = (number: number, share: number): string =>
      `${number}.整治河道。年底前农村自来水普及率达到${share}%。（县水利局负责）\n`;
    expect(lint(task(1, 90) + task(2, 90))).toEqual([]);
    expect(lint(task(1, 90) + task(2, 92))).toEqual([['TARGETS_CONTRADICT', 'A1-02']]);
  });

  it('names units that a directory does not know, but no group', () => {
    const body = '1.整治河道。6月底前完成。（县水利局牵头，县渔业局、各乡镇配合）';
    expect(lint(body, { isKnownUnit: (name) => name === '县水利局' })).toEqual([['UNIT_UNKNOWN', 'A1-01']]);
  });

  it('counts how often a unit is asked', () => {
    const body = '1.整治河道。6月底前完成，每月检查至少1次。（县水利局负责）';
    expect(lint(body, { burdenCap: 12 })).toEqual([]);
    expect(lint(body, { burdenCap: 11 })).toEqual([['BURDEN_OVER_CAP', null]]);
  });

  it('counts by the month too, and says which tasks ask', () => {
    const body = '1.整治河道。6月底前完成，每旬调度，每月检查至少1次。（县水利局负责）';
    expect(lint(body, { monthlyBurdenCap: 4 })).toEqual([]);
    const found = lintPlan(extractPlan(`${HEAD}${body}`), { monthlyBurdenCap: 3 });
    expect(found.map(({ code }) => code)).toEqual(['BURDEN_OVER_CAP']);
    expect(found[0]?.message).toContain('A1-01');
    expect(found[0]?.message).toContain('4 次');
  });

  it('takes figures for different dates for steps, other words for one thing as that thing', () => {
    const by = (number: number, year: number, share: number): string =>
      `${number}.整治河道。到${year}年底，农村自来水普及率达到${share}%。（县水利局负责）\n`;
    expect(lint(by(1, 2025, 90) + by(2, 2026, 92)).map(([code]) => code)).not.toContain('TARGETS_CONTRADICT');
    const growth = (number: number, name: string, share: number): string =>
      `${number}.稳定增长。年底前${name}增长${share}%。（县发改局负责）\n`;
    expect(lint(growth(1, '全县规上工业增加值', 6) + growth(2, '规模以上工业增加值', 7))).toEqual([
      ['TARGETS_CONTRADICT', 'A1-02'],
    ]);
  });

  it('points at the field, with what is wrong and how to mend it', () => {
    const text = `${HEAD}1.整治河道。6月底前完成。（县渔业局牵头，县财政局配合）`;
    const [found] = lintPlan(extractPlan(text), { isKnownUnit: (name) => name === '县财政局' });
    const span = found?.span ?? { sheet: '', row: 1 };
    expect('start' in span ? [...text].slice(span.start, span.end).join('') : '').toBe('县渔业局');
    expect(found?.message).toMatch(/县渔业局.*请/);
  });

  it('knows short dates and months that there are not', () => {
    const codes = (words: string): FindingCode[] =>
      lint(`1.整治河道。6月底前完成，${words}（县水利局负责）`).map(([code]) => code);
    expect(codes('2025.2.30查看。')).toEqual(['NO_SUCH_DAY']);
    expect(codes('2025年13月查看。')).toEqual(['NO_SUCH_DAY']);
    expect(codes('2025.6.30查看。')).toEqual([]);
  });
});
