import { findDeadlines, isOngoing } from './deadline.js';

const dates = (text: string): string[] => findDeadlines(text, 2024).map((deadline) => deadline.date);

describe('deadlines', () => {
  it.each([
    ['2025年底前全部退出', ['2025-12-31']],
    ['6月底前完成', ['2024-06-30']],
    ['2026年2月底前完成', ['2026-02-28']],
    ['年底实现10户', ['2024-12-31']],
    ['年内开工', ['2024-12-31']],
    ['到2027年，建成三个', ['2027-12-31']],
    ['2025年6月15日前报送', ['2025-06-15']],
    ['2025年上半年完成', ['2025-06-30']],
    ['6月15日前报送', ['2024-06-15']],
    ['今年9月1日之前投用', ['2024-09-01']],
    ['2025年前完成', ['2024-12-31']],
  ])('are read in 「%s」', (text, expected) => {
    expect(dates(text)).toEqual(expected);
  });

  it.each([
    '《三年行动方案（2024—2026年）》',
    '参加2024年博览会',
    '2026年起实行',
    '编制2024年度清单',
    '每年底前',
    '每年6月15日前报送',
    '3月12日植树节',
    '2025年2月30日前',
  ])('are not read in 「%s」', (text) => {
    expect(dates(text)).toEqual([]);
  });

  it('are not asked of what goes on all the time', () => {
    expect(isOngoing('持续推进路长制')).toBe(true);
    expect(isOngoing('建成一座桥')).toBe(false);
  });
});
