import { LoneTask, policyFrom, seedText, shippedCalendar } from '#testing';

/** A policy that asks for a first report within three working days of the dispatch. */
const rules = { policy: policyFrom(seedText('policies/13710.yaml')), calendar: shippedCalendar() };

function signed(): LoneTask {
  const task = new LoneTask({ rules });
  task.at('2024-04-11 09:00', 'CONFIRMED');
  task.at('2024-04-12 10:00', 'DISPATCHED');
  task.at('2024-04-12 15:00', 'SIGNED', { unitId: 'u1' });
  return task;
}

describe('the clock of a first report', () => {
  it('runs from the dispatch until the unit has said something', () => {
    const task = signed();
    expect(task.armed['firstReport']).toBe('2024-04-17 17:30');
    task.at('2024-04-15 10:00', 'PROGRESS_REPORTED', {
      unitId: 'u1',
      period: '2024-04 中旬',
      progress: 0,
      expected: 1,
    });
    expect(task.armed).not.toHaveProperty('firstReport');
  });

  it('does not run while the task is suspended, and begins anew when it goes on', () => {
    const task = signed();
    task.at('2024-04-15 09:00', 'SUSPENDED', { reason: '资金未到位', until: '2024-06-03' });
    expect(task.armed).not.toHaveProperty('firstReport');
    expect(task.allows('2024-04-17 17:30', 'FIRST_REPORT_OVERDUE')).toBe(false);
    task.at('2024-05-06 09:00', 'RESUMED');
    expect(task.armed['firstReport']).toBe('2024-05-09 17:30');
  });
});
