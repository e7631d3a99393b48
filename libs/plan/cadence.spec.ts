import { findCadences } from './cadence.js';

const read = (text: string): string[] =>
  findCadences(text).map((cadence) => `${cadence.kind}/${cadence.every}`);

describe('cadences', () => {
  it.each([
    ['落实“旬调度、月通报、季讲评”机制', ['dispatch/ten-day', 'bulletin/month', 'review/quarter']],
    ['实行“一季一考核、半年一讲评”', ['assessment/quarter', 'review/half-year']],
    ['实行“月调度、季考核、全年总考核”', ['dispatch/month', 'assessment/quarter', 'assessment/year']],
    ['坚持每季度对照清单调度', ['dispatch/quarter']],
    ['各专班每旬调度更新', ['dispatch/ten-day']],
    ['会长每季度要带队开展1次检查（高风险领域每月至少1次）', ['check/quarter', 'check/month']],
    ['每半年组织开展1次应急演练', ['drill/half-year']],
    ['召集人调度不少于1次/月', ['dispatch/month']],
    ['月底收集更新台账', ['report/month']],
    ['年终进行全面考核', ['assessment/year']],
  ])('are found in 「%s」', (text, expected) => {
    expect(read(text)).toEqual(expected);
  });

  it.each(['开展三年行动', '定期考核、讲评', '推动2024年考核办法', '举办安全生产月活动', '年利率降至4%'])(
    'are not found in 「%s」',
    (text) => {
      expect(read(text)).toEqual([]);
    },
  );
});
