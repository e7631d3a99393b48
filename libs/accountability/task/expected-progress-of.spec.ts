import { expectedProgress } from '#calendar';
import { LoneTask, moment, shippedCalendar } from '#testing';
import { expectedProgressOf } from './expected-progress-of.js';

const calendar = shippedCalendar();

function inProgress(): LoneTask {
  const task = new LoneTask();
  task.at('2024-04-11 09:00', 'CONFIRMED');
  task.at('2024-04-12 10:00', 'DISPATCHED');
  task.at('2024-04-15 09:00', 'SIGNED', { unitId: 'u1' });
  return task;
}
const expected = (task: LoneTask, at: string, unitId = 'u1'): number =>
  expectedProgressOf(calendar, task.context, unitId, moment(at));

describe('the expected progress of a lead', () => {
  it('is the share of the working days gone by where nothing stood still', () => {
    const at = moment('2024-07-31 17:30');
    expect(expectedProgressOf(calendar, inProgress().context, 'u1', at)).toBe(
      expectedProgress(calendar, '2024-04-12', '2024-11-29', at),
    );
  });

  it('is nothing before the dispatch', () => {
    expect(expected(new LoneTask(), '2024-07-31 17:30')).toBe(0);
  });

  it('does not grow while the task is suspended, and is whole at the pushed deadline', () => {
    const task = inProgress();
    task.at('2024-04-22 17:30', 'SUSPENDED', { reason: '', until: '2024-05-06' });
    const before = expected(task, '2024-04-22 17:30');
    expect(expected(task, '2024-04-30 17:30')).toBe(before);
    task.until(moment('2024-05-06 17:30')); // eight working days: pushed to 11 December
    expect(expected(task, '2024-05-06 17:30')).toBe(before);
    expect(expected(task, '2024-11-29 17:30')).toBeLessThan(100);
    expect(expected(task, '2024-12-11 17:30')).toBe(100);
  });

  it('does not grow at the gates, nor while another unit has the clock', () => {
    const task = inProgress();
    task.at('2024-06-03 17:30', 'CLOSURE_REQUESTED', { unitId: 'u1', statement: '' });
    expect(expected(task, '2024-06-07 17:30')).toBe(expected(task, '2024-06-03 17:30'));
    task.at('2024-06-07 17:30', 'CLOSURE_RETURNED', { gate: 'taskForceReview', reason: '' });
    task.at('2024-06-11 17:30', 'BLOCKED', { unitId: 'u1', byUnitId: 'u9', reason: '' });
    task.at('2024-06-12 17:30', 'BLOCKAGE_ACCEPTED');
    expect(expected(task, '2024-06-18 17:30')).toBe(expected(task, '2024-06-12 17:30'));
  });

  it('of a date that was granted later counts what stood still before as part of it', () => {
    const task = inProgress();
    task.at('2024-04-22 17:30', 'SUSPENDED', { reason: '', until: '2024-05-06' });
    task.until(moment('2024-05-06 17:30'));
    task.at('2024-11-01 10:00', 'EXTENDED', { deadlineOn: '2024-12-20', reason: '' });
    expect(expected(task, '2024-12-19 17:30')).toBeLessThan(100);
    expect(expected(task, '2024-12-20 17:30')).toBe(100);
  });

  it('of a lead that took over later begins with what had been reached, and ends at 100 all the same', () => {
    const task = inProgress();
    const facts = { unitId: 'u1', period: '2024-07 下旬', progress: 40, expected: 47 };
    task.at('2024-07-31 10:00', 'PROGRESS_REPORTED', facts);
    task.at('2024-08-01 10:00', 'LEAD_CHANGED', { unitIds: ['u2'], reason: '' });
    task.at('2024-08-02 10:00', 'HANDOVER_DECREED', { reason: '' });
    expect(expected(task, '2024-08-02 10:00', 'u2')).toBe(40);
    expect(expected(task, '2024-11-29 17:30', 'u2')).toBe(100);
  });
});
