import { lines, tasksOf as read } from '../testing/tasks-of.js';

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
});
