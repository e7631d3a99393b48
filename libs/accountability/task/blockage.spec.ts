import { LoneTask, moment } from '#testing';

function inProgress(): LoneTask {
  const task = new LoneTask();
  task.at('2024-04-11 09:00', 'CONFIRMED');
  task.at('2024-04-12 10:00', 'DISPATCHED');
  task.at('2024-04-15 09:00', 'SIGNED', { unitId: 'u1' });
  return task;
}
const CLAIM = { unitId: 'u1', byUnitId: 'u9', reason: '等待用地批复' };
const blocked = (task = inProgress(), on = '2024-05-13 17:30'): LoneTask => {
  task.at(on, 'BLOCKED', CLAIM);
  return task;
};
const told = (task: LoneTask): string[] =>
  task.effects.flatMap((effect) => (effect.type === 'notify' ? [`${effect.message} ${effect.unitId}`] : []));

describe('a lead that waits for another unit', () => {
  it('says so; its own clock runs on until that is confirmed', () => {
    const task = blocked();
    expect(told(task)).toEqual(['blocked u9']);
    expect(task.armed).toEqual({ blockage: '2024-05-15 17:30', taskDeadline: '2024-11-29 17:30' });
  });

  it('has its clock stand still from the confirmation, and the other unit’s runs', () => {
    const task = blocked();
    task.at('2024-05-14 17:30', 'BLOCKAGE_ACCEPTED');
    expect(task.armed).toEqual({ awaited: '2024-05-21 17:30' });
    task.at('2024-05-20 17:30', 'UNBLOCKED', { reason: '批复已到' });
    expect(task.armed).toEqual({ taskDeadline: '2024-12-05 17:30' }); // four working days
    expect([...task.alerts]).toEqual([]);
  });

  it('is not blamed for what the other unit is late with: that one is', () => {
    const task = blocked();
    task.at('2024-05-14 17:30', 'BLOCKAGE_ACCEPTED');
    task.until(moment('2024-05-24 09:00'));
    expect(Object.keys(task.context.causes)).toEqual(['awaited:u9']);
    expect(task.context.cards).toMatchObject([{ unitId: 'u9', rung: 'blue' }]);
    task.at('2024-05-24 10:00', 'UNBLOCKED', { reason: '' });
    expect(task.context.causes).toEqual({});
  });

  it('past its deadline already is escalated no further while it waits', () => {
    const task = inProgress();
    task.until(moment('2024-12-02 09:00'));
    blocked(task, '2024-12-02 10:00').at('2024-12-02 11:00', 'BLOCKAGE_ACCEPTED');
    expect(task.armed).not.toHaveProperty(['rung:1']);
    expect(task.context.climbs[0]?.pauses.at(-1)).toMatchObject({ to: null });
  });

  it('contested is for the supervision office to decide, which has a time for it', () => {
    const task = blocked();
    task.at('2024-05-14 10:00', 'BLOCKAGE_CONTESTED', { reason: '材料未报' });
    expect(told(task)).toEqual(['blockageContested u1']);
    expect(task.until(moment('2024-05-17 09:00'))).toEqual(['2024-05-16 17:30 blockageOverdue']);
    task.at('2024-05-17 10:00', 'BLOCKAGE_REJECTED', { reason: '材料确未报送' });
    expect(task.armed).toEqual({ taskDeadline: '2024-11-29 17:30' });
    expect([task.context.blockage, task.context.causes]).toEqual([null, {}]);
  });

  it('waits on while the task is suspended: what is late then is known when it goes on', () => {
    const task = blocked();
    task.at('2024-05-14 17:30', 'BLOCKAGE_ACCEPTED');
    task.at('2024-05-15 17:30', 'SUSPENDED', { reason: '', until: '2024-06-14' });
    task.until(moment('2024-05-22 09:00'));
    expect(Object.keys(task.context.causes)).toEqual(['awaited:u9']);
    task.at('2024-05-22 17:30', 'UNBLOCKED', { reason: '' });
    expect(task.armed).toEqual({ suspension: '2024-06-14 17:30' });
    task.at('2024-05-23 17:30', 'RESUMED');
    expect(task.armed).toEqual({ taskDeadline: '2024-12-10 17:30' }); // seven working days, none counted twice
  });

  it('is over with it when a revised text gives the task to another lead', () => {
    const task = blocked();
    task.at('2024-05-14 17:30', 'BLOCKAGE_ACCEPTED');
    task.at('2024-05-16 17:30', 'AMENDED', { amendmentId: 'r', reason: '', leadUnitIds: ['u2'] });
    expect(task.context.blockage).toBeNull();
    expect([...task.alerts]).toEqual([]);
    expect(task.armed).toEqual({ sign: '2024-05-20 17:30', taskDeadline: '2024-12-03 17:30' });
  });

  it('that asks to close waits for nobody any more', () => {
    const task = blocked();
    task.at('2024-05-14 17:30', 'BLOCKAGE_ACCEPTED');
    task.at('2024-05-15 17:30', 'CLOSURE_REQUESTED', { unitId: 'u1', statement: '' });
    expect(task.context.blockage).toBeNull();
    task.at('2024-05-16 17:30', 'CLOSURE_RETURNED', { gate: 'taskForceReview', reason: '' });
    expect(task.armed).toEqual({ taskDeadline: '2024-12-03 17:30' }); // a day of waiting and a day at the gate
  });

  it('waits for one unit at a time, and never for itself', () => {
    const task = inProgress();
    expect(task.allows('2024-05-13 10:00', 'BLOCKED', { ...CLAIM, byUnitId: 'u1' })).toBe(false);
    expect(task.allows('2024-05-13 10:00', 'BLOCKED', { ...CLAIM, unitId: 'u2' })).toBe(false);
    blocked(task);
    expect(task.allows('2024-05-14 10:00', 'BLOCKED', { ...CLAIM, byUnitId: 'u8' })).toBe(false);
  });
});
