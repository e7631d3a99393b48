import { readClauseText } from './read-clause-text.js';

const read = (text: string) => {
  const clause = readClauseText(text);
  return (
    clause && { lead: clause.lead, support: clause.support, mode: clause.mode, openEnded: clause.openEnded }
  );
};

describe('a responsibility clause', () => {
  it('has a leader and those who take part', () => {
    expect(read('(县教育局牵头,县财政局、县妇联等按职责分工负责)')).toEqual({
      lead: ['县教育局'],
      support: ['县财政局', '县妇联'],
      mode: 'lead-support',
      openEnded: true,
    });
    expect(read('（县水利局负责，县林业局参与）')).toMatchObject({
      lead: ['县水利局'],
      support: ['县林业局'],
      mode: 'lead-support',
    });
    expect(read('由县水利局会同县林业局负责')).toMatchObject({ lead: ['县水利局'], support: ['县林业局'] });
  });

  it('may have several leaders, sharing', () => {
    expect(read('(县教育局、县体育局牵头)')).toMatchObject({
      lead: ['县教育局', '县体育局'],
      support: [],
      mode: 'shared-lead',
    });
    expect(read('(县教育局、县体育局按职责分工牵头负责)')).toMatchObject({
      lead: ['县教育局', '县体育局'],
      mode: 'shared-lead',
    });
    expect(read('（县教育局、县体育局分别牵头，各乡镇配合）')).toMatchObject({
      lead: ['县教育局', '县体育局'],
      support: ['各乡镇'],
    });
  });

  it('invents no leader where none is said', () => {
    expect(read('(县教育局、县体育局按职责分工负责)')).toEqual({
      lead: [],
      support: ['县教育局', '县体育局'],
      mode: 'shared',
      openEnded: false,
    });
    expect(read('(各成员单位按职责分工负责)')).toEqual({
      lead: [],
      support: ['各成员单位'],
      mode: 'shared',
      openEnded: true,
    });
  });

  it('gives a single responsible unit the lead', () => {
    expect(read('(县统计局负责)')).toMatchObject({ lead: ['县统计局'], support: [], mode: 'single' });
    expect(read('(县统计局牵头负责)')).toMatchObject({ lead: ['县统计局'], mode: 'lead-only' });
  });

  it('keeps facets and brackets with their name', () => {
    expect(
      read('(县发展和改革局〈粮食、能源〉牵头，县市场监管（知识产权）局、县投资集团（筹）配合)'),
    ).toMatchObject({
      lead: ['县发展和改革局〈粮食、能源〉'],
      support: ['县市场监管（知识产权）局', '县投资集团（筹）'],
    });
  });

  it('parts names at 和 and 及 only where two names stand', () => {
    expect(read('（县商务和投资中心、县民政局和县残联牵头，县直有关部门及各乡镇负责）')).toMatchObject({
      lead: ['县商务和投资中心', '县民政局', '县残联'],
      support: ['县直有关部门', '各乡镇'],
    });
  });

  it('reads labels', () => {
    expect(read('【牵头单位：县医保局；配合单位：县财政局、县税务局】')).toMatchObject({
      lead: ['县医保局'],
      support: ['县财政局', '县税务局'],
      mode: 'lead-support',
    });
    expect(read('〔责任单位：县医保局、县财政局〕')).toMatchObject({
      lead: [],
      support: ['县医保局', '县财政局'],
      mode: 'shared',
    });
    expect(readClauseText('牵头单位：县医保局；责任领导：张三；完成时限：2025年6月底前')).toMatchObject({
      lead: ['县医保局'],
      deadline: '2025-06-30',
    });
  });

  it('lets the first-listed unit lead where the clause says so', () => {
    expect(read('（责任单位：省科技厅、省教育厅，列第一位的为牵头单位，下同）')).toMatchObject({
      lead: ['省科技厅'],
      support: ['省教育厅'],
    });
    expect(readClauseText('（责任单位：省科技厅、省教育厅）', { firstListedLeads: true })).toMatchObject({
      lead: ['省科技厅'],
    });
  });

  it('restores dropped prefixes and shared endings in the canonical names', () => {
    expect(readClauseText('（省科技厅、工业和信息化厅牵头）')).toMatchObject({
      lead: ['省科技厅', '工业和信息化厅'],
      canonicalLead: ['省科技厅', '省工业和信息化厅'],
    });
    expect(readClauseText('（责任单位：甲州市、乙山市人民政府）')?.canonicalSupport).toEqual([
      '甲州市人民政府',
      '乙山市人民政府',
    ]);
    expect(readClauseText('（县发改局〈能源、粮食〉牵头）')?.canonicalLead).toEqual([
      '县发改局〈粮食、能源〉'.replace('粮食、能源', ['粮食', '能源'].sort().join('、')),
    ]);
  });

  it('leaves the bodies of the state and of other places their own names', () => {
    const clause = readClauseText(
      '〔牵头单位：市市场监管局、发展改革委；配合单位：市公安局、民政局，河西公积金管理中心、河西海关、河西税务局，各县（区）人民政府〕',
    );
    expect(clause?.canonicalLead).toEqual(['市市场监管局', '市发展改革委']);
    expect(clause?.canonicalSupport).toEqual([
      '市公安局',
      '市民政局',
      '河西公积金管理中心',
      '河西海关',
      '河西税务局',
      '各县（区）人民政府',
    ]);
    expect(readClauseText('（县委组织部、宣传部、政法委，县法院、检察院负责）')?.canonicalSupport).toEqual([
      '县委组织部',
      '县委宣传部',
      '县委政法委',
      '县法院',
      '县检察院',
    ]);
    expect(readClauseText('（自治区发展改革委、财政厅按职责分工负责）')?.canonicalSupport).toEqual([
      '自治区发展改革委',
      '自治区财政厅',
    ]);
    expect(readClauseText('（镇党政办、应急办、财政所负责）')?.canonicalSupport).toEqual([
      '镇党政办',
      '镇应急办',
      '镇财政所',
    ]);
  });

  it('takes no remark, date or list of things for a clause or a unit', () => {
    expect(read('（茶叶、葛根、大鲵）')).toBeUndefined();
    expect(read('（2024—2026年）')).toBeUndefined();
    expect(read('（集装箱）')).toBeUndefined();
    expect(read('（牵头单位：县医保局；配合单位：无）')).toMatchObject({ lead: ['县医保局'], support: [] });
  });

  it('reads a deep nest of brackets without trouble', () => {
    expect(read(`${'（'.repeat(50_000)}县医保局牵头${'）'.repeat(50_000)}`)).toBeUndefined();
  });
});
