import { extractPlan } from '../index.js';

/** Tasks as 「number title lead」, with their actions. */
const read = (text: string) => {
  const plan = extractPlan(text);
  return {
    plan,
    actions: plan.actions.map(({ name }) => name),
    tasks: plan.tasks.map(({ number, title, lead }) => [number, title, lead.join('、')].join(' ').trim()),
  };
};
const lines = (...text: string[]): string => text.join('\n');

describe('an outline', () => {
  it('may count its tasks through all parts, or begin anew in each section', () => {
    const through = read(
      lines(
        '一、兴水',
        '1.清淤。清理河道。（县水利局牵头）',
        '2.筑堤。加高堤防。（县水利局牵头）',
        '二、兴教',
        '3.建校。新建小学。（县教育局牵头）',
      ),
    );
    expect(through.actions).toEqual(['兴水', '兴教']);
    expect(through.tasks).toEqual(['1 清淤 县水利局', '2 筑堤 县水利局', '3 建校 县教育局']);
    const anew = read(
      lines(
        '一、重点任务',
        '（一）兴水',
        '1.清淤。清理河道。（县水利局牵头）',
        '2.筑堤。加高堤防。（县水利局牵头）',
        '（二）兴教',
        '1.建校。新建小学。（县教育局牵头）',
      ),
    );
    expect(anew.actions).toEqual(['兴水', '兴教']);
    expect(anew.tasks).toEqual(['1 清淤 县水利局', '2 筑堤 县水利局', '1 建校 县教育局']);
  });

  it('may mix the ways to write a number', () => {
    const { tasks } = read(
      lines(
        '二. 重点任务',
        '(一）兴水',
        '１、清淤。清理河道。（县水利局牵头）',
        '2．筑堤。加高堤防。（县水利局牵头）',
        '３．2025年修桥。修桥两座。（县交通局牵头）',
        '(二)兴教',
        '⒈建校。新建小学。（县教育局牵头）',
        '2 、 招师。招聘教师。（县教育局牵头）',
      ),
    );
    expect(tasks).toEqual([
      '1 清淤 县水利局',
      '2 筑堤 县水利局',
      '3 2025年修桥 县交通局',
      '1 建校 县教育局',
      '2 招师 县教育局',
    ]);
  });

  it('keeps printed numbers that repeat or skip, and gives each task a name of its own', () => {
    const { plan, tasks } = read(
      lines('一、任务', ...[3, 5, 5, 9].map((n) => `${n}.修路${n}。修路。（县交通局牵头）`)),
    );
    expect(tasks.map((task) => task.split(' ')[0])).toEqual(['3', '5', '5', '9']);
    expect(new Set(plan.tasks.map(({ id }) => id)).size).toBe(4);
    expect(plan.tasks[2]?.warnings.map(({ code }) => code)).toContain('NUMBER_REPEATED');
    const many = read(
      lines('一、任务', ...Array.from({ length: 60 }, () => '1.修路。修路。（县交通局牵头）')),
    );
    expect(new Set(many.plan.tasks.map(({ id }) => id)).size).toBe(60);
  });

  it('may have chapters and divisions above the usual numbers', () => {
    const { actions, tasks } = read(
      lines(
        '第一章 总则',
        '本计划依据上级规划编制。',
        '第二章　产业振兴',
        '第一节 做强茶业',
        '一、扩大茶园。新建茶园五百亩。（县农业农村局牵头）',
        '二、培育龙头。扶持龙头企业。（县商务局牵头）',
        '第三章 生态建设',
        '第一节 治水',
        '一、清理河道。清淤。（县水利局牵头）',
      ),
    );
    expect(actions).toEqual(['产业振兴', '生态建设']);
    expect(tasks).toEqual(['1 扩大茶园 县农业农村局', '2 培育龙头 县商务局', '1 清理河道 县水利局']);
  });

  it('may be one of articles, with what is counted below them as sub-items', () => {
    const { plan, tasks } = read(
      lines(
        '河西县环境整治若干措施',
        '第一条 清理河道。按下列要求办理：',
        '（一）打捞垃圾；',
        '（二）清除淤泥。',
        '（责任单位：县水利局）',
        '第二条 治理扬尘。工地围挡全覆盖。（责任单位：县住建局）',
      ),
    );
    expect(tasks).toEqual(['1 清理河道 县水利局', '2 治理扬尘 县住建局']);
    expect(plan.tasks[0]?.subItems.map(({ text }) => text)).toEqual(['打捞垃圾', '清除淤泥']);
  });

  it('may have parts that are tasks themselves', () => {
    const { actions, tasks } = read(
      lines(
        '河西县2025年工作要点',
        '一、抓好春耕备耕。落实种植面积。（县农业农村局牵头）',
        '二、抓好防汛抗旱。检修泵站。（县水利局牵头）',
        '三、抓好森林防火。开展巡护。（县林业局牵头）',
      ),
    );
    expect(actions).toEqual(['河西县2025年工作要点']);
    expect(tasks).toEqual([
      '1 抓好春耕备耕 县农业农村局',
      '2 抓好防汛抗旱 县水利局',
      '3 抓好森林防火 县林业局',
    ]);
  });

  it('may have its tasks one level deeper, below headings that are numbered like tasks', () => {
    const { tasks, plan } = read(
      lines(
        '一、重点任务',
        '（一）兴水',
        '1.整治河道',
        '（1）清淤。清理河道。（县水利局牵头）',
        '（2）护岸。加固河岸。（县住建局牵头）',
        '2.节约用水。（1）换管网；（2）装水表。（县水务公司牵头）',
      ),
    );
    expect(tasks).toEqual(['1 清淤 县水利局', '2 护岸 县住建局', '2 节约用水 县水务公司']);
    expect(plan.tasks[0]?.section).toBe('1.整治河道');
    expect(plan.tasks[2]?.subItems).toHaveLength(2);
  });

  it('may print headings without numbers, on lines of their own', () => {
    const { tasks, plan } = read(
      lines(
        '河西县兴县行动方案',
        '主要目标',
        '到2025年，新建泵站12座。',
        '重点任务',
        '提升农田水利',
        '疏浚沟渠20公里，新建泵站3座。（县水利局牵头，县财政局配合）',
        '改善办学条件',
        '新建小学1所，改造运动场4个。',
        '责任单位：县教育局',
        '保障措施',
        '加强领导，压实责任。',
      ),
    );
    expect(tasks).toEqual(['1 提升农田水利 县水利局', '2 改善办学条件 县教育局']);
    expect(plan.headlineTargets.map(({ value }) => value)).toEqual([12]);
  });

  it('may say several tasks in one paragraph, with a clause each', () => {
    const { tasks } = read(
      lines(
        '一、重点任务',
        '（一）城市更新',
        '改造老旧小区12个（县住建局牵头）。新建停车位300个（县城管局牵头）。种树800株（县林业局牵头）。',
      ),
    );
    expect(tasks.map((task) => task.split(' ').at(-1))).toEqual(['县住建局', '县城管局', '县林业局']);
  });

  it('takes the clause on a line of its own after numbered points for all of them', () => {
    const { tasks, plan } = read(
      lines(
        '一、重点任务',
        '（一）兴水',
        '1.清淤。',
        '2.筑堤。',
        '（牵头单位：县水利局；责任单位：县财政局）',
        '（二）兴教',
        '1.建校。',
        '2.招师。',
        '（牵头单位：县教育局）',
      ),
    );
    expect(tasks).toEqual(['1 兴水 县水利局', '2 兴教 县教育局']);
    expect(plan.tasks[0]?.subItems.map(({ text }) => text)).toEqual(['清淤', '筑堤']);
  });

  it('finds the headings that slipped onto the end of the line before', () => {
    const { actions, tasks } = read(
      lines(
        '一、兴水',
        '（一）治河。清淤。（县水利局牵头）（二）修渠。修通东干渠。（县水利局牵头）二、兴教',
        '（一）建校。新建小学。（县教育局牵头）',
        '（二）招师。招聘教师。（县教育局牵头）',
      ),
    );
    expect(actions).toEqual(['兴水', '兴教']);
    expect(tasks.map((task) => task.split(' ')[1])).toEqual(['治河', '修渠', '建校', '招师']);
  });

  it('reads past the table of contents', () => {
    const { actions, tasks } = read(
      lines(
        '河西县三年行动计划',
        '目  录',
        '一、总体要求……………………1',
        '二、重点任务 3',
        '（一）兴水 3',
        '（二）兴教 5',
        '三、保障措施 9',
        '一、总体要求',
        '坚持绿色发展。',
        '二、重点任务',
        '（一）兴水',
        '1.清淤。清理河道。（县水利局牵头）',
        '（二）兴教',
        '1.建校。新建小学。（县教育局牵头）',
        '三、保障措施',
        '加强领导。',
      ),
    );
    expect(actions).toEqual(['兴水', '兴教']);
    expect(tasks).toEqual(['1 清淤 县水利局', '1 建校 县教育局']);
  });

  it('leaves out the list of annexes, and what closes a document', () => {
    const { tasks, plan } = read(
      lines(
        '河西县人民政府办公室关于印发《河西县兴水方案》的通知',
        '一、重点任务',
        '1.清淤。清理河道。（县水利局牵头）',
        '2.筑堤。加高堤防。（县水利局牵头）',
        '附件：1.兴水任务清单',
        '2.兴水项目表',
        '河西县人民政府办公室',
        '2025年3月1日',
        '（此件公开发布）',
        '抄送：县委办公室，县人大常委会办公室。',
        '河西县人民政府办公室 2025年3月1日印发',
      ),
    );
    expect(tasks).toEqual(['1 清淤 县水利局', '2 筑堤 县水利局']);
    expect(plan.tasks[1]?.text).toBe('2.筑堤。加高堤防。（县水利局牵头）');
  });

  it('reads annexes whose title stands behind their number', () => {
    const { actions, tasks } = read(
      lines(
        '河西县人民政府关于印发两个行动方案的通知',
        '附件：1.河西县兴水行动方案',
        '      2.河西县兴教行动方案',
        '河西县人民政府',
        '2025年3月1日',
        '附件1：河西县兴水行动方案',
        '一、重点任务',
        '1.清淤。清理河道。（县水利局牵头）',
        '附件2：河西县兴教行动方案',
        '一、重点任务',
        '1.建校。新建小学。（县教育局牵头）',
      ),
    );
    expect(actions).toEqual(['兴水行动', '兴教行动']);
    expect(tasks).toEqual(['1 清淤 县水利局', '1 建校 县教育局']);
  });

  it('tells the points of a notice from the tasks of the plan that it encloses', () => {
    const { tasks } = read(
      lines(
        '河西县人民政府关于印发2025年重点工作分工方案的通知',
        '一、提高思想认识。各单位要高度重视。',
        '二、细化工作举措。各单位要制定台账。',
        '三、严格督促检查。县政府督查室每月通报。',
        '河西县人民政府',
        '2025年2月3日',
        '2025年重点工作分工方案',
        '一、兴水',
        '1.清淤。清理河道。（县水利局牵头）',
        '二、兴教',
        '2.建校。新建小学。（县教育局牵头）',
      ),
    );
    expect(tasks).toEqual(['1 清淤 县水利局', '2 建校 县教育局']);
  });

  it.each([
    '2024年工作总结',
    '过去五年主要成绩',
    '存在的主要问题',
    '总体思路',
    '指导思想和基本原则',
    '工作背景',
    '2025年主要预期目标',
    '工作目标',
    '考核评价',
    '实施步骤',
    '切实加强组织领导',
    '保障措施',
  ])('takes no task from the part 「%s」', (heading) => {
    const { tasks } = read(
      lines(
        `一、${heading}`,
        '（一）第一方面。做了许多事情，新建学校3所。',
        '（二）第二方面。又做了许多事情。',
        '二、主要工作',
        '（一）修桥。修桥两座。',
        '（二）修路。修路三条。',
      ),
    );
    expect(tasks).toEqual(['1 修桥', '2 修路']);
  });

  it.each([
    '聚焦要素供给强化项目支撑',
    '强化民生保障',
    '工作措施',
    '深化机关效能提升行动',
    '实现碳达峰目标的主要行动',
  ])('takes the tasks of the part 「%s」', (heading) => {
    const { tasks } = read(lines(`三、${heading}`, '1.修桥。修桥两座。', '2.修路。修路三条。'));
    expect(tasks).toEqual(['1 修桥', '2 修路']);
  });

  it('takes sections about goals and principles for what they are', () => {
    const { tasks, plan } = read(
      lines(
        '二、2025年工作安排',
        '（一）总体要求',
        '坚持稳中求进。',
        '（二）主要目标',
        '粮食产量增长3%，新增就业800人。',
        '（三）重点任务',
        '1.修桥。修桥两座。',
        '2.修路。修路三条。',
      ),
    );
    expect(tasks).toEqual(['1 修桥', '2 修路']);
    expect(plan.headlineTargets.map(({ value }) => value)).toEqual([3, 800]);
  });

  it('takes the heading sentences of a report for its tasks, below sections that say something themselves', () => {
    const { actions, tasks } = read(
      lines(
        '一、2024年工作回顾',
        '推动工业发展。新建了园区。',
        '二、2025年工作安排',
        '（一）建设现代产业体系。坚持实体为本，加快转型。',
        '做强茶业。建设茶园，打造品牌。',
        '发展旅游。办好节会，完善设施。',
        '（二）扩大有效投资。坚持项目为王。',
        '推进交通建设。修路修桥。',
        '推进水利建设。修渠筑坝。',
      ),
    );
    expect(actions).toEqual(['建设现代产业体系', '扩大有效投资']);
    expect(tasks.map((task) => task.split(' ')[1])).toEqual([
      '做强茶业',
      '发展旅游',
      '推进交通建设',
      '推进水利建设',
    ]);
  });

  it('takes lines of labels below a sentence for what is said of it', () => {
    const { tasks, plan } = read(
      lines(
        '一、兴水',
        '（一）推进清淤疏浚，打捞垃圾。',
        '责任单位：县水利局、县财政局（第一责任单位为牵头单位，下同）',
        '时限要求：持续推进',
        '（二）筑堤。加高堤防。',
        '责任单位：县水利局、县住建局',
        '时限要求：2025年6月底前',
      ),
    );
    expect(tasks).toEqual(['1  县水利局', '2 筑堤 县水利局']);
    expect(plan.tasks[1]?.deadlines.map(({ date }) => date)).toEqual(['2025-06-30']);
    expect(plan.tasks[0]?.text.split('\n')).toHaveLength(3);
  });

  it('takes the sections for the actions below a heading about tasks at large', () => {
    const { actions } = read(
      lines(
        '三、2025年重点工作',
        '（一）兴水',
        '修渠。修通两条渠。',
        '筑堤。加高堤防。',
        '（二）兴教',
        '建校。新建小学。',
        '四、加强政府建设',
        '依法行政。落实制度。',
      ),
    );
    expect(actions).toEqual(['兴水', '兴教', '加强政府建设']);
  });

  it('may name its tasks', () => {
    const { tasks } = read(
      lines(
        '河西县兴县工程方案',
        '【工程1】兴水工程',
        '任务：疏浚河道。',
        '牵头单位：县水利局',
        '完成时限：2025年12月',
        '【工程2】兴教工程',
        '任务：新建学校。',
        '牵头单位：县教育局',
      ),
    );
    expect(tasks).toEqual(['1 兴水工程 县水利局', '2 兴教工程 县教育局']);
  });

  it('may have been pasted as one line', () => {
    const { actions, tasks } = read(
      '河西县兴水方案 一、发展目标 到2026年，新建泵站12座。 二、兴水 （一）修渠。修通东干渠。（县水利局牵头） （二）筑堤。加高堤防。（县水利局牵头，县住建局配合） 三、兴教 （一）建校。新建小学。（县教育局牵头） 四、保障措施 加强领导。',
    );
    expect(actions).toEqual(['兴水', '兴教']);
    expect(tasks).toEqual(['1 修渠 县水利局', '2 筑堤 县水利局', '1 建校 县教育局']);
  });
});
