import { lines, tasksOf as read } from '../testing/tasks-of.js';

describe('what stands around the tasks', () => {
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

  it('may have been pasted as one line', () => {
    const { actions, tasks } = read(
      '河西县兴水方案 一、发展目标 到2026年，新建泵站12座。 二、兴水 （一）修渠。修通东干渠。（县水利局牵头） （二）筑堤。加高堤防。（县水利局牵头，县住建局配合） 三、兴教 （一）建校。新建小学。（县教育局牵头） 四、保障措施 加强领导。',
    );
    expect(actions).toEqual(['兴水', '兴教']);
    expect(tasks).toEqual(['1 修渠 县水利局', '2 筑堤 县水利局', '1 建校 县教育局']);
  });
});
