import type { Notify } from '#accountability';
import { Names } from './names.js';

const task = (code: string, title: string) => ({
  id: `t-${code}`,
  code,
  title,
  actionCode: code.slice(0, 2),
  planCode: 'p1',
  planTitle: '八大行动方案',
});
const names = new Names(
  new Map([['u1', '区教育局']]),
  new Map(
    [task('A2-01', '整治校园周边'), task('A1-02', '招商引资'), task('A1-01', '项目建设')].map((t) => [
      t.id,
      t,
    ]),
  ),
);
const april = { period: '2024-04 中旬', dueAt: '2024-04-19T09:30:00.000Z' };
const late = { period: '2024-04 下旬', dueAt: '2024-04-30T09:30:00.000Z' };
const notify = (facts: Record<string, unknown>, unitId = 'u1'): Notify => ({
  type: 'notify',
  message: 'chase',
  audience: ['liaison'],
  unitId,
  facts,
});

describe('the names of what a transaction speaks of', () => {
  it('call a unit by its name, and one that is not known by nothing', () => {
    expect([names.unit('u1'), names.unit('u9'), names.unit(null)]).toEqual(['区教育局', '', '']);
  });

  it('list tasks by their code, leaving out what is not known', () => {
    expect(names.tasks(['t-A2-01', 'gone', 't-A1-01'])).toEqual([
      { code: 'A1-01', title: '项目建设' },
      { code: 'A2-01', title: '整治校园周边' },
    ]);
  });

  it('say each action once', () => {
    expect(names.actionsOf(['t-A1-01', 't-A2-01', 't-A1-02', 'gone'])).toEqual(['A1', 'A2']);
  });

  it('say the title of the plan, and nothing where no task is known', () => {
    expect(names.plan()).toEqual({ title: '八大行动方案' });
    expect(new Names(new Map(), new Map()).plan()).toEqual({ title: '' });
  });

  it('turn sittings round: each task by code, with the periods that it owes, oldest first', () => {
    const owed = names.owed([
      { ...april, taskIds: ['t-A2-01', 't-A1-01', 'gone'] },
      { ...late, taskIds: ['t-A1-01'] },
    ]);
    expect(owed).toEqual([
      {
        code: 'A1-01',
        title: '项目建设',
        periods: [
          { label: '2024年4月中旬', dueAt: april.dueAt },
          { label: '2024年4月下旬', dueAt: late.dueAt },
        ],
      },
      {
        code: 'A2-01',
        title: '整治校园周边',
        periods: [{ label: '2024年4月中旬', dueAt: april.dueAt }],
      },
    ]);
  });
});

describe('what is told of one matter', () => {
  it('names the unit, what it owes, the tasks, the reason and the rung', () => {
    const facts = {
      owed: [{ ...april, taskIds: ['t-A1-01'] }],
      taskIds: ['t-A1-02'],
      reason: '不实',
      label: '黄牌督办',
    };
    expect(names.told(notify(facts))).toMatchObject({
      unit: '区教育局',
      plan: { title: '八大行动方案' },
      owed: [{ code: 'A1-01' }],
      tasks: [{ code: 'A1-02' }],
      reason: '不实',
      label: '黄牌督办',
    });
  });

  it.each([
    ['taskForceReview', '专班审核'],
    ['verification', '督查核实'],
    ['approval', '审定销号'],
  ])('calls the gate %s %s', (gate, label) => {
    expect(names.told(notify({ gate })).label).toBe(label);
  });

  it('leaves out what there is none of', () => {
    expect(names.told(notify({}))).toEqual({
      unit: '区教育局',
      plan: { title: '八大行动方案' },
      owed: [],
      byFiner: 0,
      tasks: [],
      reason: undefined,
      label: undefined,
    });
  });
});
