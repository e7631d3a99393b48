import { matterNotice, type MatterNoticeFacts, type MatterNoticeKind } from './matter-notice.js';

const facts: MatterNoticeFacts = {
  documentNumber: '张武督提〔2024〕3号',
  issuer: '区政府督查室',
  issuedAt: '2024-04-18T09:30:00.000Z',
  unit: '区教育局',
  plan: { title: '八大行动方案' },
  rule: { label: '默认督办规则·逾期未签收阶梯', version: 2 },
  appealWithin: 3,
  task: { code: 'A1-01', title: '新增学位' },
  matter: '逾期未签收',
  finding: '仍未签收（应于2024年4月16日17:30前签收）',
  ask: '立即签收',
};

describe('a notice about one matter of one task', () => {
  it('a reminder letter says what was found, what to do, by which rule, and how to appeal', () => {
    const { title, body } = matterNotice('reminderLetter', facts);
    expect(title).toBe('关于“新增学位”（A1-01）逾期未签收的提醒函');
    expect(body).toContain('张武督提〔2024〕3号\n\n区教育局：');
    expect(body).toContain('截至2024年4月18日17:30仍未签收（应于2024年4月16日17:30前签收）。');
    expect(body).toContain('请你单位立即签收。');
    expect(body).toContain('默认督办规则·逾期未签收阶梯（第2版）自动签发');
    expect(body).toContain('3个工作日内申诉一次');
  });

  it('a supervision notice sets the time in which it is to be answered, and names its card', () => {
    const { body } = matterNotice('supervisionNotice', {
      ...facts,
      cardLabel: '黄牌',
      answerBy: '2024-04-22T09:30:00.000Z',
    });
    expect(body).toContain('现予督办（黄牌）');
    expect(body).toContain('并于2024年4月22日17:30前书面说明原因和整改措施');
  });

  it('of several tasks says once what was found of all, and of each where it differs', () => {
    const late = (code: string, day: number): { code: string; title: string; finding: string } => ({
      code,
      title: `任务${code}`,
      finding: `仍未办结（应于2024年4月${day}日17:30前办结）`,
    });
    const same = matterNotice('circular', { ...facts, tasks: [late('A1-01', 1), late('A1-02', 1)] }).body;
    expect(same.split('应于2024年4月1日17:30前办结')).toHaveLength(2);
    expect(same).toContain('截至2024年4月18日17:30仍未办结（应于2024年4月1日17:30前办结）：');
    expect(same).toContain('1. “任务A1-01”（A1-01）；');
    expect(same).toContain('2. “任务A1-02”（A1-02）。');
    const other = matterNotice('circular', { ...facts, tasks: [late('A1-01', 1), late('A1-02', 2)] }).body;
    expect(other).toContain('截至2024年4月18日17:30：');
    expect(other).toContain('2. “任务A1-02”（A1-02）仍未办结（应于2024年4月2日17:30前办结）。');
  });

  it.each<[MatterNoticeKind, string]>([
    ['circular', '经指挥长同意，现对区教育局予以通报（红牌）'],
    ['interviewNotice', '决定由指挥长对你单位主要负责人进行约谈'],
  ])('a %s names who agreed to it', (kind, words) => {
    expect(matterNotice(kind, { ...facts, cardLabel: '红牌', agreedBy: '指挥长' }).body).toContain(words);
  });
});
