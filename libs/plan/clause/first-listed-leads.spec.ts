import { saysFirstListedLeads } from './first-listed-leads.js';

describe('the rule that the first-listed unit leads', () => {
  it.each([
    '责任单位中列第一位的为牵头单位。',
    '每项任务排在首位的责任单位为牵头单位，其余为配合单位。',
    '（责任单位列第一位者为牵头单位，下同）',
    '本方案排序第一的责任单位为该项工作的牵头单位。',
    '第一责任单位为牵头单位。',
    '列第一位的责任单位为牵头单位或汇总单位。',
    '涉及多个单位的，由排名第一的单位牵头。',
    '第一个责任单位为牵头部门。',
  ])('is said in 「%s」', (text) => {
    expect(saysFirstListedLeads(text)).toBe(true);
  });

  it.each([
    '坚持把就业作为首要任务，由县人社局牵头。',
    '牵头单位要担起第一责任。',
    '力争排名全省第一，县教育局为牵头单位。',
  ])('is not said in 「%s」', (text) => {
    expect(saysFirstListedLeads(text)).toBe(false);
  });
});
