import { extractBlocks } from '../document/extract-blocks.js';
import type { ExtractedTask, Extraction } from '../extraction.schema.js';

const HEAD = '河西县2025年重点任务清单';
const read = (...rows: readonly (readonly string[])[]): Extraction => {
  const width = rows[0]?.length ?? 0;
  const cells = [[HEAD, ...Array.from({ length: width - 1 }, () => '')], ...rows];
  return extractBlocks({
    kind: 'xlsx',
    blocks: [{ type: 'table', sheet: '表1', rows: cells.map((row, i) => ({ row: i + 1, cells: row })) }],
  }).extraction;
};
const units = ({ lead, support }: ExtractedTask): string => `${lead.join('、')}|${support.join('、')}`;
const dates = (task: ExtractedTask | undefined): string[] =>
  (task?.deadlines ?? []).filter(({ inferred }) => !inferred).map(({ date }) => date);

describe('the forms of task tables', () => {
  it('may have a header of two rows, its upper cells over several columns', () => {
    const rows = ['1', '整治河道', '县水利局', '县财政局', '2025.12'];
    for (const plan of [
      read(
        ['序号', '任务名称', '责任单位', '责任单位', '完成时限'],
        ['序号', '任务名称', '牵头', '配合', '完成时限'],
        rows,
      ),
      read(['序号', '任务名称', '责任单位', '', '完成时限'], ['', '', '牵头', '配合', ''], rows),
    ]) {
      expect(plan.tasks.map(units)).toEqual(['县水利局|县财政局']);
      expect(dates(plan.tasks[0])).toEqual(['2025-12-31']);
      expect(plan.document.title).toBe(HEAD);
    }
  });

  it('may have a column a quarter: what is to be done by its end', () => {
    const plan = read(
      ['序号', '重点工作', '牵头单位', '序时进度', '', '', ''],
      ['序号', '重点工作', '牵头单位', '第一季度', '第二季度', '第三季度', '第四季度'],
      ['1', '整治河道', '县水利局', '完成招标', '开工', '/', '竣工验收'],
    );
    expect(dates(plan.tasks[0])).toEqual(['2025-03-31', '2025-06-30', '2025-12-31']);
    expect(plan.tasks[0]?.subItems.map(({ text }) => text)).toEqual([
      '第一季度：完成招标',
      '第二季度：开工',
      '第四季度：竣工验收',
    ]);
  });

  it('may tell the dates in a column of words', () => {
    const plan = read(
      ['序号', '主要任务', '具体举措', '进度安排', '责任科室', '分管领导'],
      ['1', '整治河道', '开展清淤', '6月底前清淤3公里，年底前清淤5公里', '水利科', '副县长 张某某'],
    );
    expect(dates(plan.tasks[0])).toEqual(['2025-06-30', '2025-12-31']);
    expect(plan.tasks.map(units)).toEqual(['水利科|']);
    expect(plan.tasks[0]?.people).toEqual([{ name: '副县长张某某', role: '分管领导' }]);
    expect(plan.tasks[0]?.indicators.map(({ value, unit }) => `${value}${unit}`)).toEqual(['3公里', '5公里']);
  });

  it('may name units and people in one column', () => {
    const plan = read(
      ['序号', '工作任务', '责任单位及责任人', '完成时限'],
      ['1', '整治河道', '县水利局 张某某 13800000000', '6月'],
      ['2', '修路', '县交通运输局（李某）', '7月'],
      ['3', '植树', '县林业局：王某某；县财政局：赵某', '8月'],
      ['4', '治沙', '县林业局\n陈某某\n各乡镇', '9月'],
    );
    expect(plan.tasks.map(units)).toEqual([
      '县水利局|',
      '县交通运输局|',
      '|县林业局、县财政局',
      '|县林业局、各乡镇',
    ]);
    expect(plan.tasks.map(({ people }) => people.map(({ name }) => name).join())).toEqual([
      '张某某',
      '李某',
      '王某某,赵某',
      '陈某某',
    ]);
  });

  it('may say in the cell who leads', () => {
    const plan = read(
      ['序号', '工作任务', '责任分工'],
      ['1', '整治河道', '牵头：县水利局 配合：县财政局、县林业局'],
      ['2', '修路', '牵头单位：县交通运输局\n配合单位：县公安局、县财政局'],
      ['3', '植树', '县林业局（牵头）、县财政局'],
      ['4', '治沙', '县林业局牵头\n县财政局、各乡镇配合'],
      ['5', '修渠', '由县水利局负责'],
    );
    expect(plan.tasks.map(units)).toEqual([
      '县水利局|县财政局、县林业局',
      '县交通运输局|县公安局、县财政局',
      '县林业局|县财政局',
      '县林业局|县财政局、各乡镇',
      '县水利局|',
    ]);
  });

  it('may have a rule for who leads in the header, in a note or in the running text', () => {
    const row = ['1', '整治河道', '县水利局、县财政局'];
    const inferred = [
      read(['序号', '工作任务', '责任单位（列第一位的为牵头单位）'], row),
      read(['序号', '工作任务', '责任单位'], row, ['注：责任单位中排在首位的为牵头单位。', '', '']),
      extractBlocks({
        kind: 'docx',
        blocks: [
          { type: 'paragraph', text: '责任分解中，列第一位的责任单位为牵头单位。' },
          {
            type: 'table',
            sheet: '表1',
            rows: [['序号', '工作任务', '责任单位'], row].map((cells, i) => ({ row: i + 1, cells })),
          },
        ],
      }).extraction,
    ];
    for (const { tasks } of inferred) {
      expect(tasks.map(units)).toEqual(['县水利局|县财政局']);
      expect(tasks[0]?.leadIsInferred).toBe(true);
      expect(tasks[0]?.warnings.map(({ code }) => code)).toContain('LEAD_INFERRED');
    }
    const marked = read(
      ['序号', '工作任务', '责任单位（标★的为牵头单位）'],
      ['1', '修渠', '县财政局、★县水利局'],
    );
    expect(marked.tasks.map(units)).toEqual(['县水利局|县财政局']);
  });

  it('may have groups numbered in words, sums, and the header on each page', () => {
    const header = ['序号', '工作任务', '责任单位', '完成时限'];
    const plan = read(
      header,
      ['一', '兴水行动', '', ''],
      ['1', '整治河道', '县水利局', '6月'],
      header,
      ['2', '修渠', '县水利局', '6月'],
      ['小计', '2', '', ''],
      ['二', '兴教行动', '', ''],
      ['1', '办学', '县教育局', '6月'],
      ['合计（项）', '3', '', ''],
    );
    expect(plan.tasks.map(({ section, title }) => `${section} ${title ?? ''}`)).toEqual([
      '兴水行动 整治河道',
      '兴水行动 修渠',
      '兴教行动 办学',
    ]);
  });

  it('may refer to the row above', () => {
    const plan = read(
      ['序号', '重点任务', '责任单位', '完成时限'],
      ['1', '整治河道', '县水利局', '6月'],
      ['2', '修渠', '〃', '同上'],
    );
    expect(plan.tasks.map(units)).toEqual(['县水利局|', '县水利局|']);
    expect(plan.tasks.map(dates)).toEqual([['2025-06-30'], ['2025-06-30']]);
  });

  it('may have levels of tasks, the last of them what is to be done', () => {
    const plan = read(
      ['一级指标', '二级指标', '三级指标', '目标值', '牵头单位'],
      ['经济', '增长', '地区生产总值增速', '6%以上', '县发改局'],
      ['经济', '增长', '投资增速', '8%', '县发改局'],
    );
    expect(plan.tasks.map(({ section, title }) => `${section} ${title ?? ''}`)).toEqual([
      '经济/增长 地区生产总值增速',
      '经济/增长 投资增速',
    ]);
  });

  it('may be letter-spaced and wrapped within names', () => {
    const plan = read(
      ['序 号', '重 点 任 务', '牵头单位', '配合单位'],
      ['1', '整治河道', '县 水 利 局', '县财政局 县林业局'],
      ['2', '修路', '县交通\n运输局', '县人力资源和社会\n保障局、县财\n政局'],
      ['3', '选人', '县委\n组织部', '县委办公室\n县政府办公室'],
    );
    expect(plan.tasks.map(units)).toEqual([
      '县水利局|县财政局、县林业局',
      '县交通运输局|县人力资源和社会保障局、县财政局',
      '县委组织部|县委办公室、县政府办公室',
    ]);
  });

  it('may be turned, a task a column', () => {
    const plan = extractBlocks({
      kind: 'xlsx',
      blocks: [
        {
          type: 'table',
          sheet: '表1',
          rows: [
            ['序号', '1', '2'],
            ['重点任务', '整治河道', '修路'],
            ['牵头单位', '县水利局', '县交通运输局'],
            ['配合单位', '县财政局', '县公安局'],
            ['完成时限', '2025年6月', '2025年9月'],
          ].map((cells, i) => ({ row: i + 1, cells })),
        },
      ],
    }).extraction;
    expect(plan.tasks.map(units)).toEqual(['县水利局|县财政局', '县交通运输局|县公安局']);
    expect(plan.tasks.map(dates)).toEqual([['2025-06-30'], ['2025-09-30']]);
  });

  it('may say 揭榜, 承办, 整改 for what others call duty', () => {
    const plan = read(
      ['序号', '榜单名称', '主要内容', '揭榜单位', '发榜单位', '完成时限'],
      ['1', '智慧水利', '建成平台1个', '县水利局', '县科技局', '12月'],
    );
    expect(plan.tasks.map(units)).toEqual(['县水利局|县科技局']);
    const found = read(
      ['序号', '存在问题', '整改措施', '整改目标', '责任单位', '责任人', '整改时限'],
      ['1', '河道淤积', '开展清淤', '河道畅通', '县水利局', '李某', '长期坚持'],
    );
    expect(found.tasks.map(({ title, ongoing }) => [title, ongoing])).toEqual([['河道淤积', true]]);
  });
});
