import { LoneTask, moment } from '#testing';

/** Dispatched on Friday 12 April 2024; due on Friday 29 November at 17:30. */
function dispatched(leadUnitIds = ['u1']): LoneTask {
  const task = new LoneTask({ leadUnitIds });
  task.at('2024-04-11 09:00', 'CONFIRMED');
  task.at('2024-04-12 10:00', 'DISPATCHED');
  return task;
}
function inProgress(leadUnitIds = ['u1']): LoneTask {
  const task = dispatched(leadUnitIds);
  for (const unitId of leadUnitIds) task.at('2024-04-15 09:00', 'SIGNED', { unitId });
  return task;
}
/** Past its deadline of 29 November, reminded by letter on 4 December. */
function overdue(): LoneTask {
  const task = inProgress();
  task.until(moment('2024-12-04 18:00'));
  return task;
}
const report = (task: LoneTask, on: string, period: string, progress: number, expected: number): LoneTask => {
  task.at(on, 'PROGRESS_REPORTED', { unitId: 'u1', period, progress, expected });
  task.until(moment(on));
  return task;
};
const colour = (task: LoneTask): string => String((task.value as { supervision: string }).supervision);
const told = (task: LoneTask): string[] =>
  task.effects.flatMap((effect) => (effect.type === 'notify' ? [`${effect.message} ${effect.unitId}`] : []));
const drafted = (task: LoneTask): string[] =>
  task.taken.flatMap(({ effects }) =>
    effects.flatMap((effect) => (effect.type === 'draftNotice' ? [`${effect.rung} ${effect.unitId}`] : [])),
  );
const yellow = (generation: number) => ({ generation, rung: 'yellow', noticeId: 'n' });

describe('a task that is not signed for', () => {
  it('climbs from the prompt to the reminder letter to the yellow card, which a person issues', () => {
    const task = dispatched();
    expect(task.until(moment('2024-04-23 18:00'))).toEqual([
      '2024-04-16 17:30 notSigned',
      '2024-04-18 17:30 reminderLetter',
      '2024-04-23 17:30 noticeToIssue',
    ]);
    expect(colour(task)).toBe('blue'); // what nobody has issued yet colours nothing
    task.at('2024-04-24 10:00', 'NOTICE_ISSUED', yellow(1));
    expect(colour(task)).toBe('yellow');
  });

  it('stops climbing in the very transition that signs for it; the cards stay in the record', () => {
    const task = dispatched();
    task.until(moment('2024-04-19 09:00'));
    task.at('2024-04-19 10:00', 'SIGNED', { unitId: 'u1' });
    expect(task.armed).toEqual({ taskDeadline: '2024-11-29 17:30' });
    expect([...task.alerts]).toEqual([]);
    expect([colour(task), task.context.climbs, task.context.causes]).toEqual(['none', [], {}]);
    expect(task.context.cards).toMatchObject([{ rung: 'blue', unitId: 'u1' }]);
  });

  it('has a ladder for each unit that has not signed, and none for the one that has', () => {
    const task = dispatched(['u1', 'u2']);
    task.at('2024-04-15 09:00', 'SIGNED', { unitId: 'u2' });
    task.until(moment('2024-04-18 18:00'));
    expect(drafted(task)).toEqual(['blue u1']);
  });

  it('cannot be disputed when the time to sign has run out, unless the policy says so', () => {
    const task = dispatched(['u1', 'u2']);
    task.at('2024-04-15 09:00', 'SIGNED', { unitId: 'u2' });
    const dispute = (unitId: string) => task.allows('2024-04-17 09:00', 'DISPUTED', { unitId, reason: '' });
    expect(dispute('u1')).toBe(true);
    task.until(moment('2024-04-16 18:00'));
    expect([dispute('u1'), dispute('u2')]).toEqual([false, true]);
  });
});

describe('a task that is behind', () => {
  it('is prompted in the first period, reminded by letter in the second, carded in the third running', () => {
    const task = report(inProgress(), '2024-05-10 10:00', '2024-05 上旬', 2, 14);
    expect([colour(task), drafted(task)]).toEqual(['none', []]);
    expect([...task.alerts]).toEqual(['behind:u1']);
    report(task, '2024-05-20 10:00', '2024-05 中旬', 4, 18);
    expect([colour(task), drafted(task)]).toEqual(['blue', ['blue u1']]);
    report(task, '2024-05-31 10:00', '2024-05 下旬', 6, 23);
    expect(drafted(task)).toEqual(['blue u1', 'yellow u1']);
  });

  it('counts a period once, however often it is reported again', () => {
    const task = report(inProgress(), '2024-05-10 10:00', '2024-05 上旬', 2, 14);
    report(task, '2024-05-13 10:00', '2024-05 上旬', 3, 15);
    expect(task.context.behindOf).toEqual({ u1: ['2024-05 上旬'] });
    expect(drafted(task)).toEqual([]);
  });

  it('that has caught up is free of it, and begins at the bottom the next time', () => {
    const task = report(inProgress(), '2024-05-10 10:00', '2024-05 上旬', 2, 14);
    report(task, '2024-05-20 10:00', '2024-05 中旬', 20, 18);
    expect([task.context.climbs, [...task.alerts]]).toEqual([[], []]);
    report(task, '2024-05-31 10:00', '2024-05 下旬', 5, 23);
    expect(task.context.climbs).toMatchObject([{ generation: 2, reached: 1 }]);
  });

  it('of two leads is the one’s matter that is behind', () => {
    const task = inProgress(['u1', 'u2']);
    report(task, '2024-05-10 10:00', '2024-05 上旬', 2, 14);
    const facts = { unitId: 'u2', period: '2024-05 上旬', progress: 20, expected: 14 };
    task.at('2024-05-10 11:00', 'PROGRESS_REPORTED', facts);
    expect(Object.keys(task.context.causes)).toEqual(['behind:u1']);
  });
});

describe('a task past its deadline', () => {
  it('climbs to the red card, each rung by a person with the gap kept from the issue', () => {
    const task = overdue();
    expect(colour(task)).toBe('blue');
    task.until(moment('2024-12-09 09:00'));
    task.at('2024-12-09 10:00', 'NOTICE_ISSUED', yellow(1));
    // five working days between yellow and red, but from the issue
    expect(task.armed).toMatchObject({ 'rung:1': '2024-12-16 10:00', 'answer:1:yellow': '2024-12-11 17:30' });
  });

  it('stands still while its closure is looked at, and goes on when that comes back', () => {
    const task = overdue();
    task.at('2024-12-05 10:00', 'CLOSURE_REQUESTED', { unitId: 'u1', statement: '' });
    expect(task.armed).toEqual({ gate: '2024-12-10 17:30' });
    expect(task.until(moment('2024-12-09 09:00'))).toEqual([]);
    task.at('2024-12-09 10:00', 'CLOSURE_RETURNED', { gate: 'taskForceReview', reason: '' });
    expect(task.armed).toEqual({ 'rung:1': '2024-12-10 17:30' }); // two working days later than the 6th
  });

  it('is not escalated while it is suspended', () => {
    const task = overdue();
    task.at('2024-12-05 10:00', 'SUSPENDED', { reason: '', until: '2024-12-20' });
    expect(task.armed).toEqual({ suspension: '2024-12-20 17:30' });
    expect(task.until(moment('2024-12-20 10:00'))).toEqual([]);
  });

  it('extended by an override has a new date, and nothing is wrong with it any more', () => {
    const task = overdue();
    const date = { deadlineOn: '2025-01-17', reason: '特批' };
    expect(task.allows('2024-12-05 10:00', 'EXTENDED', date)).toBe(false);
    task.at('2024-12-05 10:00', 'EXTENDED', { ...date, override: true });
    expect(task.armed).toEqual({ taskDeadline: '2025-01-17 17:30' });
    expect([colour(task), [...task.alerts]]).toEqual(['none', []]);
    expect(task.taken.at(-1)?.event.payload).toMatchObject({ override: true });
  });
});

describe('a finding that a closure was untrue', () => {
  it('goes straight to yellow, and is made good by a verification that finds it true', () => {
    const task = inProgress();
    task.at('2024-06-03 10:00', 'CLOSURE_REQUESTED', { unitId: 'u1', statement: '' });
    task.at('2024-06-04 10:00', 'GATE_PASSED', { gate: 'taskForceReview', finding: '' });
    task.at('2024-06-05 10:00', 'CLOSURE_RETURNED', { gate: 'verification', reason: '', untrue: true });
    task.until(moment('2024-06-05 10:00'));
    expect(drafted(task)).toEqual(['yellow u1']);
    task.at('2024-06-06 10:00', 'CLOSURE_REQUESTED', { unitId: 'u1', statement: '' });
    task.at('2024-06-07 10:00', 'GATE_PASSED', { gate: 'taskForceReview', finding: '' });
    expect(Object.keys(task.context.causes)).toEqual(['untrue:u1']);
    task.at('2024-06-11 10:00', 'GATE_PASSED', { gate: 'verification', finding: '' });
    expect([task.context.causes, task.context.climbs]).toEqual([{}, []]);
  });
});

describe('an office that is late at a gate', () => {
  it('climbs its own ladder up its own line, gate by gate; the lead unit is told nothing', () => {
    const task = inProgress();
    task.at('2024-06-03 10:00', 'CLOSURE_REQUESTED', { unitId: 'u1', statement: '' });
    expect(task.until(moment('2024-06-12 18:00'))).toEqual([
      '2024-06-06 17:30 gateOverdue',
      '2024-06-07 17:30 gateOverdue',
      '2024-06-12 17:30 gateOverdue',
    ]);
    const asked = task.taken.flatMap(({ effects }) =>
      effects.flatMap((effect) =>
        effect.type === 'notify' && effect.message === 'gateOverdue' ? [effect.audience] : [],
      ),
    );
    expect(asked).toEqual([
      ['taskForceOffice'],
      ['taskForceOffice', 'taskForceConvener', 'headquartersOffice'],
      ['taskForceConvener', 'deputyCommander', 'commander'],
    ]);
    expect([colour(task), task.context.cards]).toEqual(['none', []]);
    task.at('2024-06-13 10:00', 'GATE_PASSED', { gate: 'taskForceReview', finding: '' });
    expect([task.context.climbs, [...task.alerts]]).toEqual([[], []]);
  });
});

describe('a person’s hand on a ladder', () => {
  it('holds it until a day, by which the next rung comes later', () => {
    const task = overdue();
    task.at('2024-12-05 10:00', 'HELD', { generation: 1, until: '2024-12-10', reason: '正在办理' });
    expect(task.armed).toEqual({ 'hold:1': '2024-12-10 17:30' });
    task.until(moment('2024-12-10 18:00'));
    expect(task.armed).toEqual({ 'rung:1': '2024-12-12 16:00' });
    expect(task.context.climbs[0]?.pauses).toHaveLength(1);
  });

  it('held while a notice waits stops the office’s clock too, and gives it its time again', () => {
    const task = overdue();
    task.until(moment('2024-12-06 18:00'));
    expect(task.armed).toHaveProperty(['issue:1']);
    task.at('2024-12-09 10:00', 'HELD', { generation: 1, until: '2024-12-10', reason: '' });
    expect(task.armed).toEqual({ 'hold:1': '2024-12-10 17:30' });
    task.until(moment('2024-12-10 18:00'));
    expect(task.armed).toEqual({ 'issue:1': '2024-12-11 17:30' });
  });

  it('lifts it: the cause climbs no further, though it lasts', () => {
    const task = overdue();
    task.at('2024-12-05 10:00', 'LIFTED', { generation: 1, reason: '已协调' });
    expect([task.context.climbs, colour(task), task.armed]).toEqual([[], 'none', {}]);
    expect(task.context.causes['pastDeadline:u1']).toMatchObject({ lifted: true });
    expect([...task.alerts]).toEqual(['taskOverdue:u1']);
  });

  it('skips a rung: the one after it comes in its own gap', () => {
    const task = overdue();
    const skip = { generation: 1, rung: 'yellow', reason: '已说明情况', approverId: 'p9' };
    expect(task.allows('2024-12-05 10:00', 'SKIPPED', { ...skip, rung: 'red' })).toBe(false);
    task.at('2024-12-05 17:30', 'SKIPPED', skip);
    expect(task.armed).toEqual({ 'rung:1': '2024-12-13 17:30' }); // red: not sooner than ten working days
    task.until(moment('2024-12-13 18:00'));
    expect(drafted(task)).toEqual(['blue u1', 'red u1']);
  });

  it('can do none of it to a climb that is over', () => {
    const task = overdue();
    task.at('2024-12-05 10:00', 'LIFTED', { generation: 1, reason: '' });
    for (const type of ['HELD', 'LIFTED'])
      expect(task.allows('2024-12-06 10:00', type, { generation: 1, until: '2024-12-20', reason: '' })).toBe(
        false,
      );
  });
});

describe('an appeal', () => {
  const appeal = { generation: 1, rung: 'blue', unitId: 'u1', reason: '受灾' };

  it('stops the ladder until it is decided, within a time that the office has for it', () => {
    const task = overdue();
    task.at('2024-12-05 10:00', 'APPEALED', appeal);
    expect(task.armed).toEqual({ 'appeal:1:blue': '2024-12-12 17:30' });
    expect(task.until(moment('2024-12-16 18:00'))).toEqual([
      '2024-12-12 17:30 appealOverdue',
      '2024-12-16 17:30 appealOverdue',
    ]);
    expect(drafted(task)).toEqual(['blue u1']);
  });

  it('that is upheld makes it as if the card had never been', () => {
    const task = overdue();
    task.at('2024-12-05 10:00', 'APPEALED', appeal);
    task.at('2024-12-06 10:00', 'APPEAL_UPHELD', { generation: 1, rung: 'blue', reason: '属实' });
    expect([colour(task), task.context.climbs, task.armed]).toEqual(['none', [], {}]);
    expect(task.context.cards).toMatchObject([{ appeal: 'upheld', rescinded: true }]);
    expect(task.effects).toContainEqual({ type: 'rescindNotice', generation: 1, rung: 'blue' });
  });

  it('that is upheld takes the later cards of the same climb with it', () => {
    const task = overdue();
    task.at('2024-12-05 10:00', 'APPEALED', appeal);
    task.at('2024-12-06 10:00', 'APPEAL_REJECTED', { generation: 1, rung: 'blue', reason: '' });
    task.until(moment('2024-12-11 09:00'));
    task.at('2024-12-11 10:00', 'NOTICE_ISSUED', yellow(1));
    expect(colour(task)).toBe('yellow');
    task.at('2024-12-12 10:00', 'APPEALED', { ...appeal, rung: 'yellow' });
    task.at('2024-12-13 10:00', 'APPEAL_UPHELD', { generation: 1, rung: 'yellow', reason: '' });
    expect(task.context.cards.map(({ rung, rescinded }) => [rung, rescinded])).toEqual([
      ['blue', false],
      ['yellow', true],
    ]);
  });

  it('that is rejected lets the ladder go on, later by the time that it took', () => {
    const task = overdue();
    task.at('2024-12-05 10:00', 'APPEALED', appeal);
    task.at('2024-12-09 10:00', 'APPEAL_REJECTED', { generation: 1, rung: 'blue', reason: '' });
    expect(task.armed).toEqual({ 'rung:1': '2024-12-10 17:30' });
    expect(told(task)).toEqual(['appealRejected u1']);
  });

  it('is open once, to the unit that has the card, for three working days', () => {
    const task = overdue(); // the letter went out on Wednesday 4 December at 17:30
    const allows = (on: string, change = {}) => task.allows(on, 'APPEALED', { ...appeal, ...change });
    expect(allows('2024-12-09 17:30')).toBe(true);
    expect(allows('2024-12-09 17:31')).toBe(false);
    expect(allows('2024-12-05 10:00', { unitId: 'u2' })).toBe(false);
    expect(allows('2024-12-05 10:00', { rung: 'yellow' })).toBe(false);
    task.at('2024-12-05 10:00', 'APPEALED', appeal);
    task.at('2024-12-05 11:00', 'APPEAL_REJECTED', { generation: 1, rung: 'blue', reason: '' });
    expect(allows('2024-12-05 12:00')).toBe(false);
  });
});

describe('a card that asks for an answer', () => {
  function carded(): LoneTask {
    const task = overdue();
    task.until(moment('2024-12-09 09:00'));
    task.at('2024-12-09 10:00', 'NOTICE_ISSUED', yellow(1));
    return task;
  }

  it('unanswered in time climbs a ladder of its own, until it is answered', () => {
    const task = carded();
    expect(task.until(moment('2024-12-12 09:00'))).toEqual(['2024-12-11 17:30 cardUnanswered']);
    expect(Object.keys(task.context.causes).sort()).toEqual(['cardAnswer:u1', 'pastDeadline:u1']);
    task.at('2024-12-12 10:00', 'CARD_ANSWERED', { ...yellow(1), unitId: 'u1', statement: '已整改' });
    expect(Object.keys(task.context.causes)).toEqual(['pastDeadline:u1']);
  });

  it('need not be answered any more when what it was for is made good', () => {
    const task = carded();
    task.until(moment('2024-12-12 09:00'));
    task.at('2024-12-12 10:00', 'EXTENDED', { deadlineOn: '2025-01-17', reason: '', override: true });
    expect([task.context.causes, task.armed]).toEqual([{}, { taskDeadline: '2025-01-17 17:30' }]);
    expect(task.context.cards.at(-1)?.answer).toBe('notAsked');
  });
});
