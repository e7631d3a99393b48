import { extractBlocks } from '../document/extract-blocks.js';
import { extractionSchema, type Extraction } from '../extraction.schema.js';

const read = (...tables: (readonly (readonly string[])[])[]): Extraction =>
  extractBlocks({
    kind: 'xlsx',
    blocks: tables.map((rows, i) => ({
      type: 'table',
      sheet: `表${i + 1}`,
      rows: rows.map((cells, at) => ({ row: at + 1, cells })),
    })),
  }).extraction;

const HEADER = ['序号', '工作类别', '重点任务', '牵头单位', '配合单位', '完成时限', '责任领导'];
const units = (plan: Extraction): string[] =>
  plan.tasks.map(({ lead, support }) => `${lead.join('、')}|${support.join('、')}`);

describe('a table of tasks', () => {
  it('gives a task a row, under its category, with its place', () => {
    const plan = read([
      ['2025年河西县重点任务清单', '', '', '', '', '', ''],
      HEADER,
      ['1', '兴水', '修通东干渠，年底前整治山塘12口。', '县水利局', '县财政局、县林业局', '6月底', '李某某'],
      ['2', '兴水', '建成泵站3座。', '县水利局', '无', '2026.3', ''],
      ['3', '兴教', '办好乡镇寄宿学校。', '县教育局、县财政局', '/', '持续推进', ''],
    ]);
    expect(extractionSchema.parse(plan)).toEqual(plan);
    expect(plan.document).toMatchObject({ year: 2025 });
    expect(plan.actions.map(({ code, name }) => [code, name])).toEqual([
      ['A1', '兴水'],
      ['A2', '兴教'],
    ]);
    expect(plan.tasks.map(({ id, span }) => [id, span])).toEqual([
      ['A1-01', { sheet: '表1', row: 3 }],
      ['A1-02', { sheet: '表1', row: 4 }],
      ['A2-03', { sheet: '表1', row: 5 }],
    ]);
    expect(units(plan)).toEqual(['县水利局|县财政局、县林业局', '县水利局|', '县教育局、县财政局|']);
    expect(
      plan.tasks.map(({ deadlines, ongoing }) => [deadlines[0]?.date, deadlines[0]?.inferred, ongoing]),
    ).toEqual([
      ['2025-06-30', false, false],
      ['2026-03-31', false, false],
      ['2025-12-31', true, true],
    ]);
    expect(plan.tasks[0]?.people).toEqual([{ name: '李某某', role: '责任领导' }]);
    expect(plan.tasks[1]?.indicators).toMatchObject([
      { value: 3, unit: '座', span: { sheet: '表1', row: 4 } },
    ]);
  });

  it('finds its columns by their words, in whatever order and names they stand', () => {
    const plan = read([
      ['完成时间', '责任部门', '主要内容', '工作事项', '编号'],
      ['2025年9月30日', '县医保局', '新建服务站20个。', '医保下乡', '7'],
    ]);
    expect(plan.tasks[0]).toMatchObject({
      number: '7',
      title: '医保下乡',
      text: '医保下乡\n新建服务站20个。',
      lead: ['县医保局'],
      deadlines: [{ date: '2025-09-30', inferred: false }],
    });
  });

  it('reads a header of two rows, the upper one over several columns', () => {
    const plan = read([
      ['序号', '任务', '责任分工', '', '时限'],
      ['序号', '任务', '牵头部门', '参加部门', '时限'],
      ['1', '整治河道', '县水利局', '各乡镇', '2025年底前'],
    ]);
    expect(units(plan)).toEqual(['县水利局|各乡镇']);
  });

  it('invents no leader among several responsible units, and takes a single one', () => {
    const plan = read([
      ['序号', '重点任务', '责任单位'],
      ['1', '整治河道', '县水利局、县林业局'],
      ['2', '修路', '县交通运输局'],
      ['3', '植树', '县林业局牵头，县财政局、各乡镇配合'],
      ['4', '治沙', '各乡镇、县直有关单位'],
    ]);
    expect(units(plan)).toEqual([
      '|县水利局、县林业局',
      '县交通运输局|',
      '县林业局|县财政局、各乡镇',
      '|各乡镇、县直有关单位',
    ]);
    expect(plan.tasks.map(({ needsAssignment }) => needsAssignment)).toEqual([true, false, false, true]);
    expect(plan.tasks[3]?.responsibilities[0]?.openEnded).toBe(true);
  });

  it('lets several units lead that share the column of leaders, a line or a blank a name', () => {
    const plan = read([
      ['序号', '重点任务', '牵头单位', '配合单位'],
      ['1', '整治河道', '县水利局\n县林业局', '县财政局 县教育局'],
      ['2', '修路', '县交通运输局、县公安局按职责分工负责', '县市场监管局（县知识产权局），各乡〈街道〉'],
    ]);
    expect(units(plan)).toEqual([
      '县水利局、县林业局|县财政局、县教育局',
      '县交通运输局、县公安局|县市场监管局（县知识产权局）、各乡〈街道〉',
    ]);
    expect(plan.tasks[0]?.responsibilities[0]?.mode).toBe('lead-support');
  });

  it('skips notes, sums and headers that are printed again, and takes group headings for categories', () => {
    const header = ['序号', '重点任务', '牵头单位', '完成时限'];
    const plan = read([
      header,
      ['一、兴水行动', '', '', ''],
      ['1', '整治河道', '县水利局', '6月'],
      header,
      ['2', '修通水渠', '县水利局', '2025年'],
      ['（二）兴教行动', '', '', ''],
      ['3', '办好学校', '县教育局', '长期'],
      ['合计', '3', '', ''],
      ['注：本表由县水利局填报，每月5日前报送。', '', '', ''],
    ]);
    expect(plan.tasks.map(({ action, title }) => `${action} ${title ?? ''}`)).toEqual([
      'A1 整治河道',
      'A1 修通水渠',
      'A2 办好学校',
    ]);
    expect(plan.actions.map(({ name }) => name)).toEqual(['兴水行动', '兴教行动']);
  });

  it('joins the rows of one task that has a measure a row', () => {
    const plan = read([
      ['序号', '重点任务', '具体措施', '牵头单位'],
      ['1', '整治河道', '清淤5公里。', '县水利局'],
      ['1', '整治河道', '新建护岸2公里。', '县水利局'],
      ['2', '修路', '硬化村道8公里。', '县交通运输局'],
    ]);
    expect(plan.tasks.map(({ subItems }) => subItems.map(({ text }) => text))).toEqual([
      ['清淤5公里。', '新建护岸2公里。'],
      [],
    ]);
  });

  it('goes on with the columns of the table before where a page break cut it', () => {
    const plan = read(
      [
        ['序号', '重点任务', '牵头单位'],
        ['1', '整治河道', '县水利局'],
      ],
      [['2', '修路', '县交通运输局']],
    );
    expect(units(plan)).toEqual(['县水利局|', '县交通运输局|']);
  });

  it('keeps apart rows that print the same number', () => {
    const plan = read([
      ['序号', '重点任务', '牵头单位'],
      ['1', '整治河道', '县水利局'],
      ['1', '修路', '县交通运输局'],
    ]);
    expect(plan.tasks.map(({ id }) => id)).toEqual(['A1-01', 'A1-01.2']);
    expect(plan.tasks[1]?.warnings.map(({ code }) => code)).toContain('NUMBER_REPEATED');
  });

  it('is not seen in a table of other things', () => {
    const plan = read([
      ['年份', '产量', '产值'],
      ['2023', '12', '34'],
    ]);
    expect(plan.tasks).toEqual([]);
    expect(plan.warnings.map(({ code }) => code)).toContain('NO_TASKS');
  });
});
