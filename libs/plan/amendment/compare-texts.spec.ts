import { extractPlan } from '../extract-plan.js';
import { amendableText } from './amendable-of-extraction.js';
import type { AmendableTask, AmendableText } from './amendable-task.js';
import { compareTexts, type AmendmentEntry } from './compare-texts.js';
import type { PairByHand } from './match-tasks.js';

const HEAD = '河西县人民政府关于印发《2025年兴水行动方案》的通知\n一、重点任务\n';
const read = (body: string): AmendableText => amendableText(extractPlan(`${HEAD}${body}`));
const compare = (before: string, after: string, byHand: PairByHand[] = []): AmendmentEntry[] => [
  ...compareTexts(read(before), read(after), byHand).entries,
];
const RIVER = '整治河道。6月底前清淤5公里，拆除沿岸违章建筑。(县水利局牵头,县财政局配合)';
const CANAL = '修复灌渠。10月底前修复干渠12公里，恢复灌溉面积。(县农业农村局负责)';
const WELLS = '保障饮水。年底前农村自来水普及率达到90%，水质监测全覆盖。(县卫生健康局负责)';
const numbered = (...tasks: string[]): string => tasks.map((task, i) => `${i + 1}.${task}`).join('\n');

describe('two texts of one plan', () => {
  it('say the same where only widths, blanks, marks and thousands differ', () => {
    const before = numbered(`整治河道。年底前清淤1,200立方米。（县水利局牵头，县财政局配合）`, CANAL);
    const after = numbered(`整治河道。 年底前清淤１２００立方米.(县水利局牵头,县财政局 配合)`, CANAL);
    expect(compare(before, after).map(({ kind, changes }) => [kind, changes])).toEqual([
      ['unchanged', []],
      ['unchanged', []],
    ]);
  });

  it('keep a task that moved: its number is another one, it is not', () => {
    const entries = compare(numbered(RIVER, CANAL), numbered(WELLS, CANAL, RIVER));
    expect(entries.map(({ kind, before, after }) => [kind, before?.code, after?.code])).toEqual([
      ['added', undefined, 'A1-01'],
      ['unchanged', 'A1-02', 'A1-02'],
      ['unchanged', 'A1-01', 'A1-03'],
    ]);
    expect(entries[2]?.changes).toEqual([{ field: 'number', before: '1', after: '3' }]);
    expect(entries[2]?.matchedBy).toBe('标题相同、内容相同');
  });

  it('say in words who leads, by when and how much, before and after', () => {
    const after = RIVER.replace('6月底', '9月底')
      .replace('清淤5公里', '清淤8公里')
      .replace('县水利局牵头', '县住建局牵头');
    const [entry] = compare(numbered(RIVER, CANAL), numbered(after, CANAL));
    expect(entry?.kind).toBe('changed');
    expect(entry?.changes).toEqual([
      {
        field: 'text',
        before: '6月底前清淤5公里，拆除沿岸违章建筑。',
        after: '9月底前清淤8公里，拆除沿岸违章建筑。',
      },
      { field: 'lead', before: '县水利局', after: '县住建局' },
      { field: 'deadline', before: '2025年6月30日', after: '2025年9月30日' },
      { field: 'indicators', before: '清淤为5公里', after: '清淤为8公里' },
    ]);
  });

  it('show of a long text only the part that changed', () => {
    const long = (word: string): string =>
      numbered(
        `整治河道。${'持续清理沿线漂浮物，'.repeat(20)}完善${word}制度，${'定期开展巡查，'.repeat(20)}年底前完成。(县水利局负责)`,
      );
    const [entry] = compare(long('巡河'), long('管护'));
    expect(entry?.changes).toEqual([
      {
        field: 'text',
        before: '…持续清理沿线漂浮物，完善巡河制度，定期开展巡查，定期…',
        after: '…持续清理沿线漂浮物，完善管护制度，定期开展巡查，定期…',
      },
    ]);
  });

  it('match what is most alike altogether, not what comes first', () => {
    const before = numbered(
      '推进老旧小区改造。改造小区12个，惠及居民三千户，同步更新供水管网。(县住建局负责)',
      '推进老旧管网改造。更新供水管网40公里，降低漏损率。(县水利局负责)',
    );
    // The first one is gone. Its words live on a little in the second, which is still the second.
    const after = numbered('推进老旧管网改造。更新供水管网45公里，降低漏损率，惠及居民。(县水利局负责)');
    expect(compare(before, after).map(({ kind, before: task }) => [kind, task?.code])).toEqual([
      ['removed', 'A1-01'],
      ['changed', 'A1-02'],
    ]);
  });

  it('do not take tasks for the same because one heading stands over several', () => {
    const about = (work: string): string => `深化改革。${work}(县发展改革局负责)`;
    const before = numbered(
      about('全面推行水价综合改革，年底前完成测算。'),
      about('组建县属水务集团，理顺管理体制。'),
    );
    const after = numbered(
      about('组建县属水务集团，理顺管理体制。'),
      about('推行河道采砂统一经营，规范许可。'),
    );
    expect(
      compare(before, after)
        .map(({ kind }) => kind)
        .sort(),
    ).toEqual(['added', 'removed', 'unchanged']);
  });

  it('tell what was split off and what was merged', () => {
    const both = `整治河道。清淤5公里，拆除沿岸违章建筑和废弃码头，恢复岸线绿化。开展非法采砂专项打击，查处违法船只并移送司法机关。(县水利局负责)`;
    const one = `整治河道。清淤5公里，拆除沿岸违章建筑和废弃码头，恢复岸线绿化。(县水利局负责)`;
    const other = `打击非法采砂。开展非法采砂专项打击，查处违法船只并移送司法机关。(县公安局负责)`;
    expect(compare(numbered(both), numbered(one, other)).map(({ kind, hint }) => [kind, hint])).toEqual([
      ['changed', null],
      ['added', '文字多取自原任务 A1-01，可能由其拆分而来'],
    ]);
    expect(compare(numbered(one, other), numbered(both)).map(({ kind, hint }) => [kind, hint])).toEqual([
      ['changed', null],
      ['removed', '文字多见于修订稿的“整治河道”，可能已并入该任务'],
    ]);
  });

  it('are paired as a person says, against all likeness, or not at all', () => {
    const [before, after] = [numbered(RIVER, CANAL), numbered(RIVER, WELLS)];
    const paired = compare(before, after, [{ after: 'A1-02', before: 'A1-02' }]);
    expect(paired.map(({ kind, matchedBy }) => [kind, matchedBy])).toEqual([
      ['unchanged', '序号相同、标题相同、内容相同'],
      ['changed', '人工指定'],
    ]);
    const parted = compare(before, after, [{ after: 'A1-01', before: null }]);
    expect(parted.map(({ kind, before: task }) => [kind, task?.code])).toEqual([
      ['removed', 'A1-01'],
      ['removed', 'A1-02'],
      ['added', undefined],
      ['added', undefined],
    ]);
  });

  it('take the running task from whom it was given to first, where two claim it', () => {
    const entries = compare(numbered(RIVER), numbered(RIVER, CANAL), [
      { after: 'A1-01', before: 'A1-01' },
      { after: 'A1-02', before: 'A1-01' },
    ]);
    expect(entries.map(({ kind }) => kind)).toEqual(['added', 'changed']);
  });
});

describe('a text beside a record', () => {
  const [task] = read(numbered(RIVER)).tasks as [AmendableTask];
  const text = (...tasks: AmendableTask[]): AmendableText => ({
    actions: [{ key: 'A1', number: '一', name: '重点任务' }],
    tasks,
  });
  const changesOf = (before: AmendableTask, after: AmendableTask) =>
    compareTexts(text(before), text(after)).entries.map(({ kind, changes }) => [
      kind,
      ...changes.map(({ field }) => field),
    ]);
  const county = { key: 'finance', name: '县财政局' };

  it('does not undo what a person set at the first review: the same words say the same', () => {
    expect(
      changesOf({ ...task, lead: [county], deadline: { on: '2025-03-31', inferred: false } }, task),
    ).toEqual([['unchanged']]);
    expect(changesOf(task, { ...task, lead: [county], corrected: ['lead'] })).toEqual([['changed', 'lead']]);
  });

  it('takes the cells of a table at their word, also beside the same sentence', () => {
    const cell = { ...task, isReadFromText: false };
    expect(changesOf(cell, { ...cell, deadline: { on: '2025-03-31', inferred: false } })).toEqual([
      ['changed', 'deadline'],
    ]);
  });

  it('gets its first lead where the text now names one', () => {
    expect(changesOf({ ...task, lead: [] }, task)).toEqual([['changed', 'lead']]);
  });

  it('compares what is there where the running text is not at hand', () => {
    expect(
      changesOf({ ...task, text: null }, { ...task, deadline: { on: '2025-09-30', inferred: false } }),
    ).toEqual([['changed', 'deadline']]);
  });

  it('knows a task by the label that was made from its text', () => {
    const label = { ...task, title: '清淤并拆除沿岸违章建筑', titleIsLabel: true, text: null };
    const unnamed = { ...task, title: '6月底前清淤5公里，拆除沿岸违章建筑', titleIsLabel: true };
    expect(changesOf(label, { ...unnamed, text: '1.6月底前清淤5公里，拆除沿岸违章建筑。' })).toEqual([
      ['unchanged'],
    ]);
  });
});

describe('the actions of two texts', () => {
  const task = (key: string, action: string, title: string, work: string): AmendableTask => ({
    key,
    code: key,
    action,
    section: '',
    number: '1',
    title,
    titleIsLabel: false,
    text: `1.${title}。${work}`,
    lead: [],
    support: [],
    deadline: { on: '2025-12-31', inferred: true },
    indicators: [],
    isReadFromText: true,
    corrected: [],
  });
  const [river, school] = [
    (action: string) => task('river', action, '整治河道', '清淤五公里，拆除沿岸违章建筑。'),
    (action: string) => task('school', action, '新建学校', '新增学位三百个，改善办学条件。'),
  ];
  const [water, education] = [
    { key: 'A1', number: '附件1', name: '兴水惠民行动' },
    { key: 'A2', number: '附件2', name: '教育提质行动' },
  ];

  it('are the same under another number', () => {
    const { entries, actions } = compareTexts(
      { actions: [water, education], tasks: [river('A1'), school('A2')] },
      {
        actions: [
          { ...education, key: 'A1', number: '附件1' },
          { ...water, key: 'A2', number: '附件2' },
        ],
        tasks: [school('A1'), river('A2')],
      },
    );
    expect(entries.map(({ kind, changes }) => [kind, changes])).toEqual([
      ['unchanged', []],
      ['unchanged', []],
    ]);
    expect([...actions]).toEqual([
      ['A2', 'A1'],
      ['A1', 'A2'],
    ]);
  });

  it('are the same under another name where their tasks are', () => {
    const { entries } = compareTexts(
      { actions: [water, education], tasks: [river('A1'), school('A2')] },
      {
        actions: [water, { key: 'A2', number: '附件2', name: '办人民满意的学堂' }],
        tasks: [river('A1'), school('A2')],
      },
    );
    expect(entries.map(({ kind }) => kind)).toEqual(['unchanged', 'unchanged']);
  });

  it('give a task away, and that is a change', () => {
    const { entries } = compareTexts(
      { actions: [water, education], tasks: [river('A1'), school('A2')] },
      { actions: [water, education], tasks: [{ ...river('A2'), number: '2' }, school('A2')] },
    );
    expect(entries[0]?.changes[0]).toEqual({
      field: 'action',
      before: '附件1 兴水惠民行动',
      after: '附件2 教育提质行动',
    });
  });
});
