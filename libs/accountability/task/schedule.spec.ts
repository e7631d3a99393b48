import { LoneTask, policyFrom, seedText, shippedCalendar } from '#testing';

function inProgress(leadUnitIds = ['u1'], options: ConstructorParameters<typeof LoneTask>[0] = {}): LoneTask {
  const task = new LoneTask({ leadUnitIds, ...options });
  task.at('2024-04-11 09:00', 'CONFIRMED');
  task.at('2024-04-12 10:00', 'DISPATCHED');
  for (const unitId of leadUnitIds) task.at('2024-04-15 09:00', 'SIGNED', { unitId });
  return task;
}
const report = (task: LoneTask, progress: number, expected: number, unitId = 'u1') =>
  task.at('2024-05-10 10:00', 'PROGRESS_REPORTED', { unitId, period: '2024-05 上旬', progress, expected });

describe('the schedule of a task', () => {
  it.each([
    [50, 50, 'onTrack'],
    [80, 50, 'onTrack'],
    [40.01, 50, 'onTrack'],
    [40, 50, 'behind'],
    [30.01, 50, 'behind'],
    [30, 50, 'seriouslyBehind'],
    [0, 100, 'seriouslyBehind'],
  ])('at %d %% where %d %% could be expected is %s', (progress, expected, schedule) => {
    const task = inProgress();
    report(task, progress, expected);
    expect(task.schedule).toBe(schedule);
    expect(task.context).toMatchObject({ progress, expected });
  });

  it.each([
    [
      [30, 40, 50],
      ['seriouslyBehind', 'behind', 'onTrack'],
    ],
    [
      [50, 30, 40],
      ['onTrack', 'seriouslyBehind', 'behind'],
    ],
    [
      [40, 50, 30],
      ['behind', 'onTrack', 'seriouslyBehind'],
    ],
  ])('follows each report, from wherever it was: %j', (figures, schedules) => {
    const task = inProgress();
    const seen = figures.map((progress) => {
      report(task, progress, 50);
      return task.schedule;
    });
    expect(seen).toEqual(schedules);
  });

  it('of shared leads follows the lowest of them; one that nobody has asked yet does not count', () => {
    const task = inProgress(['u1', 'u2']);
    report(task, 60, 50, 'u1');
    expect([task.context.progress, task.schedule]).toEqual([60, 'onTrack']);
    report(task, 45, 50, 'u2');
    expect([task.context.progress, task.schedule]).toEqual([45, 'onTrack']);
    report(task, 20, 50, 'u1');
    expect([task.context.progress, task.schedule]).toEqual([20, 'seriouslyBehind']);
  });

  it('of shared leads counts one that has missed its first report as nothing', () => {
    const task = inProgress(['u1', 'u2']);
    report(task, 60, 50, 'u1');
    task.at('2024-05-20 17:30', 'REPORT_MISSED', { unitId: 'u2', period: '2024-05 上旬' });
    expect(task.context.progressOf).toEqual({ u1: 60, u2: 0 });
    expect([task.context.progress, task.schedule]).toEqual([0, 'behind']); // 26 of 161 working days have gone by
    expect(task.context.causes).toEqual({}); // silence climbs the ladder of the reporting line, and no second one
    report(task, 45, 50, 'u2');
    task.at('2024-05-31 17:30', 'REPORT_MISSED', { unitId: 'u2', period: '2024-05 中旬' });
    expect(task.context.progress).toBe(45);
  });

  it('measures each lead by what could be expected of it when it reported', () => {
    const task = inProgress(['u1', 'u2']);
    report(task, 50, 50, 'u1');
    report(task, 90, 80, 'u2');
    expect(task.schedule).toBe('onTrack');
  });

  it('does not count a unit that leads no longer', () => {
    const task = new LoneTask({ leadUnitIds: ['u1', 'u2'] });
    task.at('2024-04-11 09:00', 'CONFIRMED');
    task.at('2024-04-12 10:00', 'DISPATCHED');
    task.at('2024-04-15 09:00', 'SIGNED', { unitId: 'u1' });
    report(task, 5, 5, 'u1');
    task.at('2024-05-11 09:00', 'DISPUTED', { unitId: 'u2', reason: '' });
    task.at('2024-05-11 10:00', 'DISPUTE_RESOLVED', { decision: 'reassign', unitIds: ['u3'], reason: '' });
    task.at('2024-05-11 11:00', 'SIGNED', { unitId: 'u3' });
    report(task, 12, 12, 'u3');
    expect([task.context.progress, task.schedule]).toEqual([12, 'onTrack']);
  });

  it('moves beside the life of the task, at a gate too', () => {
    const task = inProgress();
    task.at('2024-05-09 10:00', 'CLOSURE_REQUESTED', { unitId: 'u1', statement: '' });
    report(task, 30, 50);
    expect([task.life, task.schedule]).toEqual(['closing.taskForceReview', 'seriouslyBehind']);
  });

  it('stands still while the task does: a report that comes then moves neither figure nor schedule', () => {
    const task = inProgress();
    report(task, 50, 50);
    task.at('2024-05-10 11:00', 'SUSPENDED', { reason: '', until: '2024-06-03' });
    const late = {
      type: 'PROGRESS_REPORTED',
      unitId: 'u1',
      period: '2024-05 上旬',
      progress: 0,
      expected: 60,
    };
    expect(task.ask({ ...late, at: '2024-05-13T02:00:00.000Z' }).ok).toBe(false);
    expect(task.schedule).toBe('onTrack');
  });

  it('is judged by the figures of the policy', () => {
    const text = seedText('policies/default.yaml').replace(
      'lag: { behind: 10, seriouslyBehind: 20 }',
      'lag: { behind: 5, seriouslyBehind: 30 }',
    );
    const task = inProgress(['u1'], { rules: { policy: policyFrom(text), calendar: shippedCalendar() } });
    report(task, 44, 50);
    expect(task.schedule).toBe('behind');
    report(task, 25, 50);
    expect(task.schedule).toBe('behind');
    report(task, 20, 50);
    expect(task.schedule).toBe('seriouslyBehind');
  });
});
