import { findCadences } from './cadence.js';

const read = (text: string): string[] =>
  findCadences(text).map((cadence) => `${cadence.kind}/${cadence.every}`);

describe('cadences', () => {
  it.each([
    ['落实“旬调度、月通报、季讲评”机制', ['dispatch/ten-day', 'bulletin/month', 'review/quarter']],
    ['实行“一季一考核、半年一讲评”', ['assessment/quarter', 'review/half-year']],
    [
      '实行“月调度、季考核、季讲评、全年总考核”',
      ['dispatch/month', 'assessment/quarter', 'review/quarter', 'assessment/year'],
    ],
    ['建立周调度、月通报、季评比制度', ['dispatch/week', 'bulletin/month', 'assessment/quarter']],
    ['每半年至少1次开展检查', ['check/half-year']],
    ['每半年至少开展1次应急演练', ['drill/half-year']],
    ['每月25日前报送进展情况', ['report/month']],
    ['每月底前向领导小组办公室报送', ['report/month']],
    ['每季度末月25日前报送工作总结', ['report/quarter']],
    ['每季度首月10日前上报', ['report/quarter']],
    ['每周五前报送进展', ['report/week']],
    ['每双月召开一次例会', ['dispatch/two-month']],
    ['每两个月调度一次', ['dispatch/two-month']],
    ['每月召开1次调度会', ['dispatch/month']],
    ['每月召开专班例会', ['dispatch/month']],
    ['每季度召开一次联席会议', ['dispatch/quarter']],
    ['每年年底前开展考核', ['assessment/year']],
    ['每年开展不少于2次督查', ['check/year']],
    [
      '一月一调度、一季一通报、半年一小结、年终总考评',
      ['dispatch/month', 'bulletin/quarter', 'review/half-year', 'assessment/year'],
    ],
    ['实行日报告制度', ['report/day']],
    ['周报告、月总结', ['report/week', 'review/month']],
    ['按月调度、按季通报、按年考核', ['dispatch/month', 'bulletin/quarter', 'assessment/year']],
    ['按月通报工作进展', ['bulletin/month']],
    ['逐月调度', ['dispatch/month']],
    ['每旬调度更新', ['dispatch/ten-day']],
    ['月底收集更新台账', ['report/month']],
    ['实行一周一调度、半月一督查', ['dispatch/week', 'check/half-month']],
    ['半月一调度', ['dispatch/half-month']],
    ['每半月报送一次', ['report/half-month']],
    ['纳入年度绩效考核', ['assessment/year']],
    ['作为年度考核的重要内容', ['assessment/year']],
    ['每年对各乡镇进行考核评估', ['assessment/year']],
    ['开展季度督查', ['check/quarter']],
    ['开展季度考核', ['assessment/quarter']],
    ['开展月度调度', ['dispatch/month']],
    ['定期每季度通报', ['bulletin/quarter']],
    ['季度点评、年度考核', ['review/quarter', 'assessment/year']],
    ['每月5日前，各单位向专班报送上月进展', ['report/month']],
    ['各乡镇于每月5日前将进展情况报县水利局', ['report/month']],
    ['于每季度最后一个月20日前将工作情况报送县政府办', ['report/quarter']],
    ['每年6月15日前报送', ['report/year']],
    ['每周至少巡查2次', ['check/week']],
    ['河长每月巡河不少于1次', ['check/month']],
    ['频次不少于1次/月', ['other/month']],
    ['每月1次', ['other/month']],
    ['会长每季度要带队开展1次检查（高风险领域每月至少1次）', ['check/quarter', 'check/month']],
    ['召集人调度不少于1次/月', ['dispatch/month']],
  ])('are found in 「%s」', (text, expected) => {
    expect(read(text)).toEqual(expected);
  });

  it.each([
    '2024年考核办法',
    '开展三年行动',
    '年利率降至4%',
    '举办安全生产月活动',
    '2025年度考核结果',
    '定期考核、讲评',
    '第三季度总结',
    '上半年通报',
    '去年考核第一',
    '建设年产10万吨项目',
    '周边排查',
    '季节性检查',
    '每年新增50家',
  ])('are not found in 「%s」', (text) => {
    expect(read(text)).toEqual([]);
  });
});
