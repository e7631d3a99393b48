import { LoneTask, policyFrom, seedText, shippedCalendar } from '#testing';

/** Signed for on Monday 15 April 2024; due on Friday 29 November at 17:30. */
function inProgress(options: ConstructorParameters<typeof LoneTask>[0] = {}): LoneTask {
  const task = new LoneTask(options);
  task.at('2024-04-11 09:00', 'CONFIRMED');
  task.at('2024-04-12 10:00', 'DISPATCHED');
  for (const unitId of task.context.leadUnitIds) task.at('2024-04-15 09:00', 'SIGNED', { unitId });
  return task;
}
/** Suspended for exactly eight working days: 23-26 and 28-30 April, 6 May. */
function suspended(task = inProgress()): LoneTask {
  task.at('2024-04-22 17:30', 'SUSPENDED', { reason: '等待上级批复', until: '2024-05-06' });
  return task;
}
const extend = (deadlineOn: string) => ({ deadlineOn, reason: '工期调整' });
/** What was handed to the lines of its units. */
const forwarded = (task: LoneTask): string[] =>
  task.effects.flatMap((effect) => (effect.type === 'forward' ? [effect.event.type] : []));

describe('a suspended task', () => {
  it('has no clock but that of the suspension, and its units owe nothing', () => {
    const task = suspended(inProgress({ leadUnitIds: ['u1', 'u2'] }));
    expect(task.life).toBe('suspended');
    expect(task.armed).toEqual({ suspension: '2024-05-06 17:30' });
    expect(forwarded(task)).toEqual(['TASK_LEFT', 'TASK_LEFT']);
    expect(task.effects).toContainEqual(
      expect.objectContaining({ event: expect.objectContaining({ reason: '任务暂缓：等待上级批复' }) }),
    );
  });

  it('goes on at its end; its deadline is later by the working days that it stood still', () => {
    const task = suspended();
    task.until('2024-05-06T09:30:00.000Z');
    expect(task.life).toBe('inProgress');
    expect(task.armed).toEqual({ taskDeadline: '2024-12-11 17:30' });
    expect(forwarded(task)).toEqual(['TASK_JOINED']);
    expect(task.context.suspension).toBeNull();
  });

  it('resumed earlier by a person is pushed by less', () => {
    const task = suspended();
    task.at('2024-04-26 17:30', 'RESUMED'); // four working days
    expect(task.armed).toEqual({ taskDeadline: '2024-12-05 17:30' });
  });

  it('seen only days after its end was over at its end all the same', () => {
    const task = suspended();
    task.wakeAt('2024-05-09T02:00:00.000Z');
    expect(task.life).toBe('inProgress');
    expect(task.armed).toEqual({ taskDeadline: '2024-12-11 17:30' });
  });

  it('twice is pushed by both', () => {
    const task = suspended();
    task.until('2024-05-06T09:30:00.000Z');
    task.at('2024-07-01 17:30', 'SUSPENDED', { reason: '汛期', until: '2024-07-05' });
    task.at('2024-07-03 17:30', 'RESUMED'); // two working days
    expect(task.armed).toEqual({ taskDeadline: '2024-12-13 17:30' });
    expect(task.context.suspensions).toHaveLength(2);
  });

  it('ends on a later day than it begins', () => {
    const task = inProgress();
    const until = (day: string) => task.allows('2024-04-22 10:00', 'SUSPENDED', { reason: '', until: day });
    expect(until('2024-04-22')).toBe(false);
    expect(until('2024-04-21')).toBe(false);
    expect(until('2024-04-23')).toBe(true);
  });

  it('whose deadline had passed before is not told so again when it goes on', () => {
    const task = inProgress();
    task.until('2024-12-02T00:00:00.000Z');
    task.at('2024-12-02 10:00', 'SUSPENDED', { reason: '', until: '2024-12-10' });
    expect(task.until('2024-12-10T10:00:00.000Z')).toEqual([]);
    expect(task.life).toBe('inProgress');
    expect(task.armed).not.toHaveProperty('taskDeadline');
  });
});

describe('an extension', () => {
  it('sets a new date, keeps the original, and moves the clock', () => {
    const task = inProgress();
    task.at('2024-11-01 10:00', 'EXTENDED', extend('2024-12-20'));
    expect(task.context).toMatchObject({
      deadlineOn: '2024-12-20',
      originalDeadlineOn: '2024-11-29',
      extensions: 1,
    });
    expect(task.armed).toEqual({ taskDeadline: '2024-12-20 17:30' });
  });

  it('is granted once', () => {
    const task = inProgress();
    task.at('2024-11-01 10:00', 'EXTENDED', extend('2024-12-20'));
    expect(task.allows('2024-11-04 10:00', 'EXTENDED', extend('2024-12-25'))).toBe(false);
  });

  it('is granted as often as the policy says', () => {
    const text = seedText('policies/default.yaml').replace('extensionsAtMost: 1', 'extensionsAtMost: 2');
    const task = inProgress({ rules: { policy: policyFrom(text), calendar: shippedCalendar() } });
    task.at('2024-11-01 10:00', 'EXTENDED', extend('2024-12-20'));
    task.at('2024-11-04 10:00', 'EXTENDED', extend('2024-12-25'));
    expect(task.allows('2024-11-05 10:00', 'EXTENDED', extend('2024-12-27'))).toBe(false);
  });

  it('sets a later date, never the same or an earlier one', () => {
    const task = inProgress();
    expect(task.allows('2024-11-01 10:00', 'EXTENDED', extend('2024-11-29'))).toBe(false);
    expect(task.allows('2024-11-01 10:00', 'EXTENDED', extend('2024-11-28'))).toBe(false);
    expect(task.allows('2024-11-01 10:00', 'EXTENDED', extend('2024-11-30'))).toBe(true);
  });

  it('is granted up to the last minute, never after the deadline has passed', () => {
    const task = inProgress();
    expect(task.allows('2024-11-29 17:30', 'EXTENDED', extend('2024-12-20'))).toBe(true);
    task.until('2024-11-29T09:30:00.000Z');
    expect(task.allows('2024-11-29 17:31', 'EXTENDED', extend('2024-12-20'))).toBe(false);
  });

  it('is not granted after the deadline though its clock has not been looked at yet', () => {
    const task = inProgress();
    expect(task.allows('2024-11-29 17:31', 'EXTENDED', extend('2024-12-20'))).toBe(false);
    expect(task.allows('2024-11-30 09:00', 'EXTENDED', extend('2024-12-20'))).toBe(false);
  });

  it('is granted until the pushed deadline where the task was suspended', () => {
    const task = suspended();
    task.until('2024-05-06T09:30:00.000Z'); // pushed to 11 December
    expect(task.allows('2024-12-10 10:00', 'EXTENDED', extend('2024-12-20'))).toBe(true);
    expect(task.allows('2024-12-10 10:00', 'EXTENDED', extend('2024-12-05'))).toBe(false); // over already
    task.until('2024-12-11T09:30:00.000Z');
    expect(task.allows('2024-12-12 10:00', 'EXTENDED', extend('2024-12-20'))).toBe(false);
  });

  it('means the date that was granted: what stood still before does not push it again', () => {
    const task = suspended();
    task.until('2024-05-06T09:30:00.000Z');
    task.at('2024-11-01 10:00', 'EXTENDED', extend('2024-12-20'));
    expect(task.armed).toEqual({ taskDeadline: '2024-12-20 17:30' });
  });

  it('is pushed by a suspension after it', () => {
    const task = suspended();
    task.until('2024-05-06T09:30:00.000Z');
    task.at('2024-06-03 10:00', 'EXTENDED', extend('2024-12-20'));
    task.at('2024-07-01 17:30', 'SUSPENDED', { reason: '汛期', until: '2024-07-05' });
    task.at('2024-07-03 17:30', 'RESUMED');
    expect(task.armed).toEqual({ taskDeadline: '2024-12-24 17:30' });
  });
});
