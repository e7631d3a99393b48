import fc from 'fast-check';
import { extractionSchema, extractPlan } from './index.js';

/** A made-up notice in the notation of such plans. */
const NOTICE = `您当前的位置: 首页>政务公开

临江市云山县人民政府办公室 关于印发《云山县“三个提升”方案》的通知 临云政办发〔2023〕7号

各乡镇人民政府:

   临江市云山县人民政府办公室
2023年3月9日

一、主要目标

茶叶产值增长6%左右。

二、重点任务

(一)大力实施茶业行动。抓好茶业。

三、组织实施

(一)强化调度。各专班要落实“旬调度、月通报”机制。县绩效办要将本方案纳入2023年度绩效评估考核内容。

附件1

临江市云山县茶业提升行动实施方案

一、工作目标

茶园面积达到3万亩。

二、工作任务

(一)做大规模

1.新建茶园。新建标准茶园500亩。(县农业农村局牵头,县财政局、县林业局等按职责分工负责)

2.培育龙头。年底实现龙头企业达到4户。(县农业农村局、县商务局按职责分工负责)

三、推进机制

成立云山县实施茶业提升行动工作专班,由分管农业的副县长任召集人,县政府办联系农业的副主任、县农业农村局、县商务局主要负责人任副召集人,县财政局、县林业局(国有林场)等为成员单位。工作专班下设1个工作组:基地组(县林业局明确1名负责人具体负责)。工作专班办公室设在县农业农村局,负责日常工作。

附件2

临江市云山县民生提升行动实施方案

一、工作任务

(一)推进教育发展。新建一所小学(县教育局牵头)。开展家访12场(县妇联、县教育局牵头)。

(二)推进养老服务。建成助餐点3个(县民政局牵头)。

二、推进机制

成立民生专班,由副县长任召集人。本方案各项任务中排序第一的责任单位为牵头单位。

【打印本页】 【关闭窗口】`;

describe('extractPlan', () => {
  const plan = extractPlan(NOTICE);

  it('prints what the contract asks for', () => {
    expect(extractionSchema.safeParse(plan).success).toBe(true);
  });

  it('reads the head of the notice', () => {
    expect(plan.document).toMatchObject({
      title: '临江市云山县人民政府办公室关于印发《云山县“三个提升”方案》的通知',
      documentNumber: '临云政办发〔2023〕7号',
      issuedBy: '临江市云山县人民政府办公室',
      issuedOn: '2023-03-09',
      year: 2023,
      jurisdiction: '临江市云山县',
    });
  });

  it('takes the annexes for the actions, and the list in the notice for an announcement', () => {
    expect(plan.actions.map(({ code, number, name }) => [code, number, name])).toEqual([
      ['A1', '附件1', '茶业提升行动'],
      ['A2', '附件2', '民生提升行动'],
    ]);
    expect(plan.tasks.map((task) => task.id)).toEqual(['A1-01', 'A1-02', 'A2-01.1', 'A2-01.2', 'A2-02.1']);
  });

  it('says where each task stands in the source', () => {
    const points = [...NOTICE];
    for (const task of plan.tasks) {
      if (!('start' in task.span)) throw new Error('a text has offsets');
      expect(points.slice(task.span.start, task.span.end).join('')).toBe(task.text);
    }
    expect(plan.tasks[0]).toMatchObject({ section: '(一)做大规模', number: '1', title: '新建茶园' });
  });

  it('leaves a task without a leader to a person, and infers one only where the text has the rule', () => {
    expect(plan.tasks[1]).toMatchObject({ lead: [], needsAssignment: true, leadIsInferred: false });
    expect(plan.tasks[1]?.warnings.map(({ code }) => code)).toContain('NO_LEAD');
    const ruled = extractPlan(
      NOTICE.replace('负责日常工作。', '负责日常工作。本方案中排序第一的责任单位为牵头单位。'),
    );
    expect(ruled.tasks[1]).toMatchObject({
      lead: ['县农业农村局'],
      support: ['县商务局'],
      leadIsInferred: true,
      needsAssignment: false,
    });
  });

  it('ends a task without a date with the year, and says that it inferred this', () => {
    expect(plan.tasks[0]?.deadlines).toEqual([{ date: '2023-12-31', raw: '', inferred: true }]);
    expect(plan.tasks[1]?.deadlines).toMatchObject([{ date: '2023-12-31', raw: '年底', inferred: false }]);
  });

  it('reads the task force, giving a title that the last name carries to all of them', () => {
    expect(plan.actions[0]?.taskForce).toMatchObject({
      name: '云山县实施茶业提升行动工作专班',
      convener: '分管农业的副县长',
      executiveDeputyConveners: [],
      deputyConveners: ['县政府办联系农业的副主任', '县农业农村局主要负责人', '县商务局主要负责人'],
      memberUnits: ['县财政局', '县林业局(国有林场)'],
      officeUnit: '县农业农村局',
      workingGroups: [{ name: '基地组', leadUnit: '县林业局', duty: '县林业局明确1名负责人具体负责' }],
    });
  });

  it('reads what the plan asks of everybody', () => {
    expect(plan.planCadences.map(({ kind, every, by }) => [kind, every, by])).toEqual([
      ['dispatch', 'ten-day', '各专班'],
      ['bulletin', 'month', '各专班'],
      ['assessment', 'year', '县绩效办'],
    ]);
    expect(plan.headlineTargets).toMatchObject([
      { name: '茶叶产值增长', comparator: '~', value: 6, unit: '%' },
    ]);
    expect(plan.actions[0]?.goals).toMatchObject([
      { name: '茶园面积', comparator: '>=', value: 3, unit: '万亩' },
    ]);
  });

  it('never throws, and keeps every span inside the text, whatever is done to the text', () => {
    const points = [...NOTICE];
    const edit = fc.record({
      at: fc.nat({ max: points.length - 1 }),
      drop: fc.nat({ max: 40 }),
      add: fc.oneof(
        fc.string({ maxLength: 6, unit: 'binary' }),
        fc.constantFrom('（', '）', '附件3\n', '一、', '\n', '等', '牵头', '𠀀', '1.'),
      ),
    });
    fc.assert(
      fc.property(fc.array(edit, { maxLength: 12 }), (edits) => {
        const changed = [...points];
        for (const { at, drop, add } of edits) changed.splice(at, drop, ...add);
        const source = changed.join('');
        const length = [...source].length;
        const found = extractPlan(source);
        expect(extractionSchema.safeParse(found).error).toBeUndefined();
        for (const span of spansOf(found)) {
          expect(span.start).toBeGreaterThanOrEqual(0);
          expect(span.end).toBeGreaterThanOrEqual(span.start);
          expect(span.end).toBeLessThanOrEqual(length);
        }
      }),
      { numRuns: 200 },
    );
  });

  it('reads aspects with heading sentences, also one that slipped onto the line before', () => {
    const report = extractPlan(
      '2022年重点工作\n\n(一)发展旅游\n\n旅游是发展的首要任务。必须抓好。\n\n提升品质。修路。 加强营销。办节会。\n\n(二)发展工业\n\n建设园区。推进项目:(1)甲厂扩建;(2)乙厂搬迁。',
    );
    expect(report.actions.map(({ name }) => name)).toEqual(['发展旅游', '发展工业']);
    expect(report.tasks.map(({ id, title }) => [id, title])).toEqual([
      ['A1-01', '提升品质'],
      ['A1-02', '加强营销'],
      ['A2-01', '建设园区'],
    ]);
    expect(report.tasks[2]?.subItems).toEqual([
      { number: '1', text: '甲厂扩建' },
      { number: '2', text: '乙厂搬迁' },
    ]);
  });

  it('joins hard line wraps and drops page numbers', () => {
    const lines = [
      '一、重点任务',
      '（一）发展茶业',
      '1.扩大茶园。在适宜地区集中连片发展茶',
      '园，到 2027 年新建标准茶园 500 亩。（县农',
      '— 3 —',
      '业农村局牵头，县财政局负责）',
      '2.培育龙头。支持龙头企业做大做强，带动茶',
      '农增收，每年组织茶农培训不少于两次，推动',
      '品牌建设。（县商务局负责）',
      '三、其他',
      '按要求抓好落实，推动各项工作往深里走、往',
      '实里走，确保取得实效，让群众满意。',
    ];
    const plan = extractPlan(lines.join('\n'));
    expect(plan.tasks.map(({ title, lead, support }) => [title, lead, support])).toEqual([
      ['扩大茶园', ['县农业农村局'], ['县财政局']],
      ['培育龙头', ['县商务局'], []],
    ]);
    expect(plan.tasks[0]?.deadlines).toMatchObject([{ date: '2027-12-31', inferred: false }]);
  });

  it('says of an empty text that it holds no tasks', () => {
    expect(extractPlan('').warnings.map(({ code }) => code)).toContain('NO_TASKS');
  });
});

function spansOf(value: unknown): { start: number; end: number }[] {
  if (typeof value !== 'object' || value === null) return [];
  const own = 'start' in value && 'end' in value ? [value as { start: number; end: number }] : [];
  return [...own, ...Object.values(value).flatMap(spansOf)];
}

describe('a part that is about something else', () => {
  const read = (text: string) => extractPlan(`河西市2025年工作要点\n${text}`);

  it('still holds a task where a paragraph says who is to do it', () => {
    const plan = read(
      '一、主要预期目标\n（一）地区生产总值增长6%左右。（市发展改革委牵头，年内持续推进）\n二、振兴产业\n（二）建设园区。完成投资3亿元。（市工业和信息化局负责）',
    );
    expect(plan.tasks.map(({ lead }) => lead)).toEqual([['市发展改革委'], ['市工业和信息化局']]);
    expect(plan.headlineTargets.map(({ name }) => name)).toEqual(['地区生产总值增长']);
  });

  it('is not told by problems that are to be mended: 突出问题整改 looks ahead', () => {
    const plan = read(
      '一、打好蓝天保卫战。淘汰锅炉12台。（市生态环境局负责）\n二、推进突出问题整改。信访投诉办结率达到100%。（市政府督查室负责）',
    );
    expect(plan.tasks.map(({ title }) => title)).toEqual(['打好蓝天保卫战', '推进突出问题整改']);
  });
});

describe('a list of things to be done for the people', () => {
  it('counts the schools, not the number of the line, and goes on where its term says so', () => {
    const plan = extractPlan(
      '河西市2025年为民办实事清单\n1.新建中小学校4所。\n责任单位：市教育局\n完成时限：2025年8月\n2.清理背街小巷。\n责任单位：市城管局\n完成时限：持续推进',
    );
    expect(plan.tasks[0]?.indicators).toMatchObject([{ name: '新建中小学校', value: 4, unit: '所' }]);
    expect(plan.tasks.map(({ ongoing }) => ongoing)).toEqual([false, true]);
    expect(plan.tasks[1]?.evidence).toContainEqual(expect.objectContaining({ path: '/ongoing' }));
  });
});

describe('a paragraph whose last sentence says by whom', () => {
  it('is led by who stands there, and keeps its other sentences', () => {
    const plan = extractPlan(
      '河西市2025年工作要点\n一、重点任务\n1.扩大开放。进出口总额增长10%以上。由市商务局会同南昌海关负责，年底前完成。\n2.修路。由点到面推进，由市民负责监督是长效之道。',
    );
    expect(plan.tasks.map(({ lead, support }) => ({ lead, support }))).toEqual([
      { lead: ['市商务局'], support: ['南昌海关'] },
      { lead: [], support: [] },
    ]);
    expect(plan.tasks[0]?.indicators).toMatchObject([{ value: 10, unit: '%' }]);
  });
});

describe('a paragraph that introduces a list of things to do', () => {
  it('is a task by the name before its colon, with the list as its parts', () => {
    const plan = extractPlan(
      '河西县2025年工作要点\n一、重点工作\n（一）增进福祉\n办好十件民生实事：1.新建幼儿园2所；2.改造危房150户。\n提升城市品质。改造老旧小区32个。',
    );
    expect(plan.tasks.map(({ title, subItems }) => [title, subItems.length])).toEqual([
      ['办好十件民生实事', 2],
      ['提升城市品质', 0],
    ]);
  });
});
