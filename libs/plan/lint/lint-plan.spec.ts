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
});
