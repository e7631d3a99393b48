import { LoneTask } from '#testing';

const REVISED = { amendmentId: 'r1', reason: '方案修订' };

/** Dispatched on Friday 12 April 2024; due on Friday 29 November at 17:30. */
function dispatched(leadUnitIds = ['u1', 'u2']): LoneTask {
  const task = new LoneTask({ leadUnitIds });
  task.at('2024-04-11 09:00', 'CONFIRMED');
  task.at('2024-04-12 10:00', 'DISPATCHED');
  return task;
}
function inProgress(leadUnitIds = ['u1', 'u2']): LoneTask {
  const task = dispatched(leadUnitIds);
  for (const unitId of leadUnitIds) task.at('2024-04-15 09:00', 'SIGNED', { unitId });
  return task;
}
const amend = (task: LoneTask, on: string, changes: Record<string, unknown>): LoneTask => {
  task.at(on, 'AMENDED', { ...REVISED, ...changes });
  return task;
};
const told = (task: LoneTask): string[] =>
  task.effects.flatMap((effect) => (effect.type === 'notify' ? [`${effect.message} ${effect.unitId}`] : []));
const forwarded = (task: LoneTask): string[] =>
  task.effects.flatMap((effect) => (effect.type === 'forward' ? [effect.event.type] : []));

describe('a revised deadline', () => {
  it('moves the clock and leaves the one extension to be had', () => {
    const task = amend(inProgress(), '2024-06-03 10:00', { deadlineOn: '2024-10-31' });
    expect(task.life).toBe('inProgress');
    expect(task.armed).toEqual({ taskDeadline: '2024-10-31 17:30' });
    expect(task.context).toMatchObject({ extensions: 0, originalDeadlineOn: '2024-11-29' });
    expect(task.allows('2024-06-04 10:00', 'EXTENDED', { deadlineOn: '2024-12-20', reason: '' })).toBe(true);
    expect([told(task), forwarded(task)]).toEqual([[], []]);
  });

  it('that lies ahead takes back that the old one had passed', () => {
    const task = inProgress();
    task.until('2024-12-02T00:00:00.000Z');
    expect(task.context.deadlinePassed).toBe(true);
    amend(task, '2024-12-02 10:00', { deadlineOn: '2025-03-31' });
    expect(task.context.deadlinePassed).toBe(false);
    expect(task.armed).toEqual({ taskDeadline: '2025-03-31 17:30' });
    expect([...task.alerts]).toEqual([]);
  });

  it('that lies behind as well rings no second time', () => {
    const task = inProgress();
    task.until('2024-12-02T00:00:00.000Z');
    amend(task, '2024-12-02 10:00', { deadlineOn: '2024-11-30' });
    expect(task.context.deadlinePassed).toBe(true);
    expect(task.armed).not.toHaveProperty('taskDeadline');
    expect([...task.alerts]).toEqual(['taskOverdue:u1', 'taskOverdue:u2']);
  });

  it('is meant as written: what stood still before does not push it', () => {
    const task = inProgress();
    task.at('2024-04-22 17:30', 'SUSPENDED', { reason: '等待批复', until: '2024-05-06' });
    task.at('2024-04-26 17:30', 'RESUMED');
    amend(task, '2024-06-03 10:00', { deadlineOn: '2024-10-31' });
    expect(task.armed).toEqual({ taskDeadline: '2024-10-31 17:30' });
    expect(task.context.suspensions).toHaveLength(1);
  });

  it('of a suspended task is pushed by what it stands still from then on', () => {
    const task = inProgress();
    task.at('2024-04-22 17:30', 'SUSPENDED', { reason: '等待批复', until: '2024-05-06' });
    amend(task, '2024-04-25 17:30', { deadlineOn: '2024-10-31' });
    expect(task.life).toBe('suspended');
    expect(task.armed).toEqual({ suspension: '2024-05-06 17:30' });
    task.at('2024-04-26 17:30', 'RESUMED'); // one working day after the revision
    expect(task.armed).toEqual({ taskDeadline: '2024-11-01 17:30' });
  });

  it('of a task that is not dispatched is a date and no clock', () => {
    const task = amend(new LoneTask(), '2024-04-10 10:00', { deadlineOn: '2024-10-31', leadUnitIds: ['u3'] });
    expect([task.life, task.armed, told(task)]).toEqual(['drafted', {}, []]);
    expect(task.context).toMatchObject({ deadlineOn: '2024-10-31', leadUnitIds: ['u3'] });
  });
});

describe('a revised lead', () => {
  it('has to sign; who stays keeps its signature, who goes owes nothing more', () => {
    const task = amend(inProgress(), '2024-06-03 10:00', { leadUnitIds: ['u2', 'u3'] });
    expect(task.life).toBe('dispatched');
    expect(task.context).toMatchObject({ leadUnitIds: ['u2', 'u3'], signedBy: ['u2'] });
    expect(told(task)).toEqual(['dispatched u3']);
    expect(forwarded(task)).toEqual(['TASK_LEFT']);
    expect(task.armed).toEqual({ sign: '2024-06-05 17:30', taskDeadline: '2024-11-29 17:30' });
    task.at('2024-06-04 10:00', 'SIGNED', { unitId: 'u3' });
    expect(task.life).toBe('inProgress');
    expect(forwarded(task)).toEqual(['TASK_JOINED']);
  });

  it('takes over none of the figures of the old one', () => {
    const task = inProgress(['u1', 'u2']);
    const report = { period: '2024-05 上旬', expected: 12 };
    task.at('2024-05-10 10:00', 'PROGRESS_REPORTED', { ...report, unitId: 'u1', progress: 5 });
    task.at('2024-05-10 10:00', 'PROGRESS_REPORTED', { ...report, unitId: 'u2', progress: 30 });
    amend(task, '2024-06-03 10:00', { leadUnitIds: ['u2'] });
    expect(task.life).toBe('inProgress');
    expect(task.context).toMatchObject({ progress: 30, progressOf: { u2: 30 } });
  });

  it('that drops the only one who had not signed sets the task going', () => {
    const task = dispatched();
    task.at('2024-04-15 09:00', 'SIGNED', { unitId: 'u1' });
    task.until('2024-04-17T00:00:00.000Z'); // u2 did not sign in time
    amend(task, '2024-04-17 10:00', { leadUnitIds: ['u1'] });
    expect(task.life).toBe('inProgress');
    expect(task.armed).toEqual({ taskDeadline: '2024-11-29 17:30' });
    expect([...task.alerts]).toEqual([]);
  });

  it('ends the dispute of the one it replaces', () => {
    const task = dispatched(['u1']);
    task.at('2024-04-15 09:00', 'DISPUTED', { unitId: 'u1', reason: '不属本单位职责' });
    amend(task, '2024-04-16 10:00', { leadUnitIds: ['u2'] });
    expect(task.life).toBe('dispatched');
    expect(task.context.dispute).toBeNull();
    expect([...task.alerts]).toEqual([]);
    expect(task.armed).toEqual({ sign: '2024-04-18 17:30', taskDeadline: '2024-11-29 17:30' });
    expect(told(task)).toEqual(['dispatched u2']);
  });

  it('beside the one who disputes leaves the dispute to be decided', () => {
    const task = dispatched(['u1']);
    task.at('2024-04-15 09:00', 'DISPUTED', { unitId: 'u1', reason: '不属本单位职责' });
    amend(task, '2024-04-16 10:00', { leadUnitIds: ['u1', 'u2'] });
    expect(task.life).toBe('disputed');
    expect(task.context.leadUnitIds).toEqual(['u1', 'u2']);
    expect(told(task)).toEqual([]);
  });

  it('takes the closure back that others had asked for', () => {
    const task = inProgress();
    task.at('2024-05-13 09:00', 'CLOSURE_REQUESTED', { unitId: 'u1', statement: '已完成' });
    task.until('2024-05-20T00:00:00.000Z'); // the review is late
    amend(task, '2024-05-20 10:00', { leadUnitIds: ['u3'] });
    expect(task.life).toBe('dispatched');
    // five working days at the gate, from 09:00 on the 13th to 10:00 on the 20th
    expect(task.armed).toEqual({ sign: '2024-05-22 17:30', taskDeadline: '2024-12-09 09:30' });
    expect([...task.alerts]).toEqual([]);
  });

  it('of a suspended task is asked to sign when it goes on', () => {
    const task = inProgress(['u1']);
    task.at('2024-04-22 17:30', 'SUSPENDED', { reason: '等待批复', until: '2024-05-06' });
    amend(task, '2024-04-25 10:00', { leadUnitIds: ['u2'] });
    expect([task.life, told(task)]).toEqual(['suspended', []]);
    task.until('2024-05-06T09:30:00.000Z');
    expect([task.life, told(task)]).toEqual(['dispatched', ['dispatched u2']]);
    task.at('2024-05-07 10:00', 'SIGNED', { unitId: 'u2' });
    expect(task.life).toBe('inProgress');
  });

  it('is somebody or is not revised', () => {
    for (const task of [new LoneTask(), dispatched(), inProgress()])
      expect(task.allows('2024-06-03 10:00', 'AMENDED', { ...REVISED, leadUnitIds: [] })).toBe(false);
  });
});
