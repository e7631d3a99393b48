import { LoneTask, moment } from '#testing';

/** Led by u1 and u2, with 20 and 30 percent reported on 10 May 2024. */
function led(): LoneTask {
  const task = new LoneTask({ leadUnitIds: ['u1', 'u2'] });
  task.at('2024-04-11 09:00', 'CONFIRMED');
  task.at('2024-04-12 10:00', 'DISPATCHED');
  for (const unitId of ['u1', 'u2']) task.at('2024-04-15 09:00', 'SIGNED', { unitId });
  for (const [unitId, progress] of [
    ['u1', 20],
    ['u2', 30],
  ] as const) {
    const period = '2024-05 上旬';
    task.at('2024-05-10 10:00', 'PROGRESS_REPORTED', { unitId, period, progress, expected: 14 });
  }
  return task;
}
function changing(unitIds = ['u2', 'u3']): LoneTask {
  const task = led();
  task.at('2024-05-13 10:00', 'LEAD_CHANGED', { unitIds, reason: '机构调整' });
  return task;
}
const forwarded = (task: LoneTask): string[] =>
  task.effects.flatMap((effect) => (effect.type === 'forward' ? [effect.event.type] : []));
const told = (task: LoneTask): string[] =>
  task.effects.flatMap((effect) => (effect.type === 'notify' ? [`${effect.message} ${effect.unitId}`] : []));

describe('a change of lead', () => {
  it('asks both sides to hand over in the same time; until then the old one acts', () => {
    const task = changing();
    expect(told(task)).toEqual(['handoverWaiting u1', 'handoverWaiting u3']);
    expect(task.armed).toMatchObject({ handover: '2024-05-16 17:30' });
    expect(task.context.leadUnitIds).toEqual(['u1', 'u2']);
    task.at('2024-05-14 10:00', 'HANDED_OVER', { unitId: 'u1', statement: '' });
    expect(task.context.leadUnitIds).toEqual(['u1', 'u2']);
  });

  it('is done with the last signature: the old lead leaves its line, the new one joins', () => {
    const task = changing();
    task.at('2024-05-14 10:00', 'TAKEN_OVER', { unitId: 'u3' });
    task.at('2024-05-14 11:00', 'HANDED_OVER', { unitId: 'u1', statement: '' });
    expect(task.context).toMatchObject({
      leadUnitIds: ['u2', 'u3'],
      signedBy: ['u2', 'u3'],
      handover: null,
      progressOf: { u2: 30 },
      progress: 30,
      leadSince: { u2: { on: '2024-04-12', base: 0 }, u3: { on: '2024-05-14', base: 20 } },
    });
    expect(forwarded(task)).toEqual(['TASK_LEFT', 'TASK_JOINED']);
    expect(task.armed).toEqual({ taskDeadline: '2024-11-29 17:30' });
  });

  it('carries over no debts of the past', () => {
    const task = led();
    task.until(moment('2024-12-05 09:00'));
    task.at('2024-12-05 10:00', 'LEAD_CHANGED', { unitIds: ['u3'], reason: '' });
    task.at('2024-12-05 11:00', 'HANDOVER_DECREED', { reason: '' });
    expect(task.context).toMatchObject({ leadUnitIds: ['u3'], causes: {}, climbs: [] });
    expect(task.context.cards.map(({ unitId }) => unitId)).toEqual(['u1', 'u2']);
  });

  it('unsigned in time is the matter of the side that has not signed', () => {
    const task = changing();
    task.at('2024-05-14 10:00', 'HANDED_OVER', { unitId: 'u1', statement: '' });
    expect(task.until(moment('2024-05-17 09:00'))).toEqual(['2024-05-16 17:30 handoverOverdue']);
    expect(Object.keys(task.context.causes)).toEqual(['handover:u3']);
    task.at('2024-05-17 10:00', 'TAKEN_OVER', { unitId: 'u3' });
    expect(task.context.causes).toEqual({});
  });

  it('is signed by each side for itself, and there is one at a time', () => {
    const task = changing();
    const allows = (type: string, unitId: string) =>
      task.allows('2024-05-14 10:00', type, { unitId, statement: '' });
    expect(allows('HANDED_OVER', 'u3')).toBe(false);
    expect(allows('TAKEN_OVER', 'u1')).toBe(false);
    expect(allows('HANDED_OVER', 'u2')).toBe(false);
    expect(task.allows('2024-05-14 10:00', 'LEAD_CHANGED', { unitIds: ['u4'], reason: '' })).toBe(false);
  });

  it('goes on while the task is suspended, and the new lead joins its line when that is over', () => {
    const task = changing();
    task.at('2024-05-13 17:30', 'SUSPENDED', { reason: '', until: '2024-05-31' });
    task.at('2024-05-14 10:00', 'HANDED_OVER', { unitId: 'u1', statement: '' });
    expect(task.until(moment('2024-05-17 09:00'))).toEqual([]); // late, but nothing climbs while it is suspended
    expect(Object.keys(task.context.causes)).toEqual(['handover:u3']);
    task.at('2024-05-17 10:00', 'TAKEN_OVER', { unitId: 'u3' });
    expect([task.life, forwarded(task)]).toEqual(['suspended', []]);
    task.at('2024-05-20 10:00', 'RESUMED');
    expect([task.life, forwarded(task)]).toEqual(['inProgress', ['TASK_JOINED', 'TASK_JOINED']]);
  });

  it('goes on at the gates', () => {
    const task = changing();
    task.at('2024-05-13 17:30', 'CLOSURE_REQUESTED', { unitId: 'u2', statement: '' });
    task.at('2024-05-14 10:00', 'HANDOVER_DECREED', { reason: '' });
    expect([task.life, task.context.leadUnitIds]).toEqual(['closing.taskForceReview', ['u2', 'u3']]);
  });

  it('that changes nothing, or leaves nobody, is none', () => {
    for (const unitIds of [[], ['u1', 'u2']])
      expect(led().allows('2024-05-13 10:00', 'LEAD_CHANGED', { unitIds, reason: '' })).toBe(false);
  });
});

describe('a unit that is renamed or merged', () => {
  const succeed = { fromUnitId: 'u1', toUnitId: 'u9', reason: '机构改革' };

  it('is succeeded in what it led, signed for as it was, with its figures', () => {
    const task = led();
    task.at('2024-07-01 09:00', 'UNIT_SUCCEEDED', succeed);
    expect(task.life).toBe('inProgress');
    expect(task.context).toMatchObject({
      leadUnitIds: ['u9', 'u2'],
      signedBy: ['u9', 'u2'],
      progressOf: { u9: 20, u2: 30 },
      progress: 20,
    });
    expect(forwarded(task)).toEqual(['TASK_LEFT', 'TASK_JOINED']);
  });

  it('leaves its cards where they are; what is wrong goes on as the successor’s from that day', () => {
    const task = led();
    task.until(moment('2024-12-05 09:00')); // past its deadline, both reminded by letter
    task.at('2024-12-05 10:00', 'UNIT_SUCCEEDED', succeed);
    expect(task.context.cards.map(({ unitId }) => unitId)).toEqual(['u1', 'u2']);
    expect(task.context.climbs.map(({ key, reached }) => [key, reached])).toEqual([
      ['pastDeadline:u2', 2],
      ['pastDeadline:u9', 0],
    ]);
    expect(task.context.causes['pastDeadline:u9']?.since).toBe(moment('2024-12-05 10:00'));
  });

  it('that goes into the other lead leaves one lead, with that one’s figures', () => {
    const task = led();
    task.at('2024-07-01 09:00', 'UNIT_SUCCEEDED', { ...succeed, toUnitId: 'u2' });
    expect(task.context).toMatchObject({ leadUnitIds: ['u2'], progressOf: { u2: 30 } });
    expect(forwarded(task)).toEqual(['TASK_LEFT']);
  });

  it('that has no part in the task changes nothing of it', () => {
    expect(led().allows('2024-07-01 09:00', 'UNIT_SUCCEEDED', { ...succeed, fromUnitId: 'u5' })).toBe(false);
  });
});

describe('the turn of the year', () => {
  it('carries a task over with a new date, and keeps its state at year’s end', () => {
    const task = led();
    task.until(moment('2024-12-02 09:00'));
    task.at('2024-12-30 10:00', 'CARRIED_OVER', { year: 2024, deadlineOn: '2025-06-30', reason: '跨年' });
    expect(task.armed).toEqual({ taskDeadline: '2025-06-30 17:30' });
    expect(task.context).toMatchObject({
      extensions: 0,
      deadlinePassed: false,
      causes: {},
      years: [{ year: 2024, progress: 20, expected: 14 }],
    });
  });

  it('of what is to be kept up all year is the headquarters office’s to decide, and no lead is late', () => {
    const task = new LoneTask({ deadlineOn: '2024-12-31', ongoing: true });
    task.at('2024-04-11 09:00', 'CONFIRMED');
    task.at('2024-04-12 10:00', 'DISPATCHED');
    task.at('2024-04-15 09:00', 'SIGNED', { unitId: 'u1' });
    expect(task.until(moment('2025-01-08 18:00'))).toEqual([
      '2024-12-31 17:30 yearTurn',
      '2025-01-08 17:30 yearTurn',
    ]);
    expect(Object.keys(task.context.causes)).toEqual(['yearTurn']);
    expect(task.context.cards).toEqual([]);
    task.at('2025-01-09 10:00', 'CARRIED_OVER', { year: 2024, deadlineOn: '2025-12-31', reason: '' });
    expect([task.context.causes, task.armed]).toEqual([{}, { taskDeadline: '2025-12-31 17:30' }]);
  });

  it('closes one that was to be kept up all year', () => {
    const task = led();
    task.at('2024-12-30 10:00', 'CLOSED_WITH_YEAR', { year: 2024, finding: '长期坚持' });
    expect([task.life, task.armed]).toEqual(['closed', {}]);
    expect(forwarded(task)).toEqual(['TASK_LEFT', 'TASK_LEFT']);
  });
});

describe('a task that lives on in others', () => {
  it.each(['SPLIT', 'MERGED'])('by %s ends, and names what took its place', (type) => {
    const task = led();
    task.at('2024-06-03 10:00', type, { intoTaskIds: ['a', 'b'], reason: '分片落实' });
    expect([task.life, task.armed, task.context.supersededBy]).toEqual(['withdrawn', {}, ['a', 'b']]);
    expect(forwarded(task)).toEqual(['TASK_LEFT', 'TASK_LEFT']);
  });
});
