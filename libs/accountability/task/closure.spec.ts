import { LoneTask } from '#testing';

function inProgress(): LoneTask {
  const task = new LoneTask();
  task.at('2024-04-11 09:00', 'CONFIRMED');
  task.at('2024-04-12 10:00', 'DISPATCHED');
  task.at('2024-04-15 09:00', 'SIGNED', { unitId: 'u1' });
  return task;
}
function closing(): LoneTask {
  const task = inProgress();
  task.at('2024-06-03 10:00', 'CLOSURE_REQUESTED', { unitId: 'u1', statement: '已完成' });
  return task;
}
const pass = (task: LoneTask, on: string, gate: string) =>
  task.at(on, 'GATE_PASSED', { gate, finding: '属实' });
const audiences = (task: LoneTask): unknown[] =>
  task.effects.flatMap((effect) => (effect.type === 'notify' ? [[effect.message, ...effect.audience]] : []));

describe('the closure of a task', () => {
  it('is asked for by its lead unit', () => {
    expect(
      inProgress().allows('2024-06-03 10:00', 'CLOSURE_REQUESTED', { unitId: 'u2', statement: '' }),
    ).toBe(false);
  });

  it('passes three gates in order, each with its reviewer and its own clock', () => {
    const task = closing();
    expect(task.life).toBe('closing.taskForceReview');
    expect(task.armed['gate']).toBe('2024-06-06 17:30'); // 3 working days
    expect(audiences(task)).toEqual([['gateWaiting', 'taskForceOffice']]);

    pass(task, '2024-06-05 10:00', 'taskForceReview');
    expect(task.life).toBe('closing.verification');
    expect(task.armed['gate']).toBe('2024-06-13 17:30'); // 5 working days, over Dragon Boat Monday
    expect(audiences(task)).toEqual([['gateWaiting', 'supervisor']]);

    pass(task, '2024-06-12 10:00', 'verification');
    expect(task.life).toBe('closing.approval');
    expect(task.armed['gate']).toBe('2024-06-17 17:30');
    expect(audiences(task)).toEqual([['gateWaiting', 'headquartersOffice']]);

    pass(task, '2024-06-13 10:00', 'approval');
    expect(task.life).toBe('closed');
    expect(task.armed).toEqual({});
  });

  it('stops the task’s own clock at its gates: what it waits there is not the lead’s', () => {
    const task = closing();
    expect(task.armed).toEqual({ gate: '2024-06-06 17:30' });
    task.at('2024-06-05 10:00', 'CLOSURE_RETURNED', { gate: 'taskForceReview', reason: '佐证不足' });
    expect(task.armed).toEqual({ taskDeadline: '2024-12-03 17:30' }); // two working days later
  });

  it('asked for before the deadline and returned after it leaves what time was left', () => {
    const task = inProgress();
    task.at('2024-11-28 17:30', 'CLOSURE_REQUESTED', { unitId: 'u1', statement: '已完成' });
    expect(task.until('2024-12-04T00:00:00.000Z')).not.toContain('2024-11-29 17:30 taskOverdue');
    task.at('2024-12-04 17:30', 'CLOSURE_RETURNED', { gate: 'taskForceReview', reason: '佐证不足' });
    expect(task.context.deadlinePassed).toBe(false);
    expect(task.armed).toEqual({ taskDeadline: '2024-12-05 17:30' }); // the one working day that was left
  });

  it('late at a gate is the reviewing office’s lateness: the lead unit is not told', () => {
    const task = closing();
    expect(task.until('2024-06-07T00:00:00.000Z')).toEqual(['2024-06-06 17:30 gateOverdue']);
    expect(audiences(task)).toEqual([['gateOverdue', 'taskForceOffice']]);
    expect([...task.alerts]).toEqual(['gate:taskForceReview']);
    expect(task.life).toBe('closing.taskForceReview');
  });

  it('leaves no alert of a late gate behind once that gate is passed', () => {
    const task = closing();
    task.until('2024-06-07T00:00:00.000Z');
    pass(task, '2024-06-07 10:00', 'taskForceReview');
    expect([...task.alerts]).toEqual([]);
  });

  it('takes no lateness of a gate that has been passed', () => {
    const task = closing();
    pass(task, '2024-06-05 10:00', 'taskForceReview');
    expect(task.allows('2024-06-06 17:30', 'GATE_OVERDUE', { gate: 'taskForceReview' })).toBe(false);
  });

  it.each([
    ['taskForceReview', []],
    ['verification', ['taskForceReview']],
    ['approval', ['taskForceReview', 'verification']],
  ])('returned at %s goes on with its reason told to the lead unit, and no gate’s clock', (gate, passed) => {
    const task = closing();
    for (const before of passed) pass(task, '2024-06-04 09:00', before);
    task.until('2024-06-14T00:00:00.000Z');
    task.at('2024-06-14 10:00', 'CLOSURE_RETURNED', { gate, reason: '佐证不足' });
    expect(task.life).toBe('inProgress');
    expect(task.context.returns).toBe(1);
    expect(task.armed).toEqual({ taskDeadline: '2024-12-11 17:30' }); // eight working days at the gates
    expect([...task.alerts]).toEqual([]);
    expect(task.effects).toContainEqual(
      expect.objectContaining({
        message: 'closureReturned',
        unitId: 'u1',
        facts: { taskIds: ['task'], gate, reason: '佐证不足' },
      }),
    );
  });

  it('asked for again after a return begins at the first gate', () => {
    const task = closing();
    pass(task, '2024-06-04 09:00', 'taskForceReview');
    task.at('2024-06-05 10:00', 'CLOSURE_RETURNED', { gate: 'verification', reason: '佐证不足' });
    task.at('2024-06-06 10:00', 'CLOSURE_REQUESTED', { unitId: 'u1', statement: '已补充' });
    expect(task.life).toBe('closing.taskForceReview');
  });
});

describe('a task taken up again after its closure', () => {
  function reopened(): LoneTask {
    const task = closing();
    pass(task, '2024-06-04 09:00', 'taskForceReview');
    pass(task, '2024-06-05 09:00', 'verification');
    pass(task, '2024-06-06 09:00', 'approval');
    task.at('2024-09-02 10:00', 'REOPENED', { reason: '回头看发现反弹' });
    return task;
  }

  it('goes on, its clock runs again, and its lead units are told', () => {
    const task = reopened();
    expect(task.life).toBe('inProgress');
    expect(task.armed).toEqual({ taskDeadline: '2024-11-29 17:30' });
    expect(audiences(task)).toEqual([['reopened', 'liaison', 'leadUnitHead']]);
  });

  it('owes reports from now on: it joins its lead’s line as any new task does, and nothing else is made', () => {
    const task = reopened();
    expect(task.effects.map(({ type }) => type)).toEqual(['forward', 'armDeadline', 'notify']);
    expect(task.effects[0]).toMatchObject({ event: { type: 'TASK_JOINED', taskId: 'task' } });
  });

  /** Closed on 2 December, after its deadline of 29 November. */
  function closedLate(): LoneTask {
    const task = inProgress();
    task.until('2024-12-02T00:00:00.000Z');
    task.at('2024-12-02 09:00', 'CLOSURE_REQUESTED', { unitId: 'u1', statement: '' });
    for (const gate of ['taskForceReview', 'verification', 'approval']) pass(task, '2024-12-02 10:00', gate);
    return task;
  }

  it('whose deadline has passed does not ring at once: it has the time that the policy gives', () => {
    const task = closedLate();
    task.at('2024-12-09 10:00', 'REOPENED', { reason: '' });
    expect(task.context).toMatchObject({ deadlineOn: '2024-12-23', deadlinePassed: false });
    expect(task.armed).toEqual({ taskDeadline: '2024-12-23 17:30' }); // ten working days
    expect(task.until('2024-12-20T00:00:00.000Z')).toEqual([]);
  });

  it('has the date that it is given, where it is given one', () => {
    const task = closedLate();
    task.at('2024-12-09 10:00', 'REOPENED', { reason: '', deadlineOn: '2025-01-17' });
    expect(task.armed).toEqual({ taskDeadline: '2025-01-17 17:30' });
  });
});
