import { reportingLineIdOf, type Effect } from '#accountability';
import { LoneTask } from '#testing';

const FAR = { reason: '情况变化', until: '2024-07-01', deadlineOn: '2024-12-20' };

/** Confirmed and dispatched on Friday 12 April 2024, due on Friday 29 November. */
function dispatched(leadUnitIds = ['u1']): LoneTask {
  const task = new LoneTask({ leadUnitIds });
  task.at('2024-04-11 09:00', 'CONFIRMED');
  task.at('2024-04-12 10:00', 'DISPATCHED');
  return task;
}
function inProgress(): LoneTask {
  const task = dispatched();
  task.at('2024-04-15 09:00', 'SIGNED', { unitId: 'u1' });
  return task;
}
function disputed(): LoneTask {
  const task = dispatched();
  task.at('2024-04-15 09:00', 'DISPUTED', { unitId: 'u1', reason: '不属本单位职责' });
  return task;
}
function closing(...passed: string[]): LoneTask {
  const task = inProgress();
  task.at('2024-05-13 09:00', 'CLOSURE_REQUESTED', { unitId: 'u1', statement: '已完成' });
  for (const gate of passed) task.at('2024-05-14 09:00', 'GATE_PASSED', { gate, finding: '属实' });
  return task;
}
function suspended(): LoneTask {
  const task = inProgress();
  task.at('2024-04-22 17:30', 'SUSPENDED', { reason: '等待上级批复', until: '2024-05-06' });
  return task;
}
function withdrawn(): LoneTask {
  const task = inProgress();
  task.at('2024-04-22 09:00', 'WITHDRAWN', { reason: '任务合并' });
  return task;
}

const lineOf = (unitId: string): string => reportingLineIdOf('plan', unitId, 'ten-day');
const joins = (unitId: string): Effect => ({
  type: 'forward',
  to: { kind: 'reportingLine', id: lineOf(unitId) },
  event: { type: 'TASK_JOINED', taskId: 'task', unitId, planId: 'plan', cadence: 'ten-day' },
});
const leaves = (unitId: string, reason: string): Effect => ({
  type: 'forward',
  to: { kind: 'reportingLine', id: lineOf(unitId) },
  event: { type: 'TASK_LEFT', taskId: 'task', reason },
});
/** Who was told what by the last event, as `message unit: roles`. */
const told = (task: LoneTask): string[] =>
  task.effects.flatMap((effect) =>
    effect.type === 'notify' ? [`${effect.message} ${effect.unitId}: ${effect.audience.join(', ')}`] : [],
  );

describe('a task before its dispatch', () => {
  it('is drafted, with nobody accountable and no clock', () => {
    const task = new LoneTask();
    expect(task.life).toBe('drafted');
    expect(task.schedule).toBe('onTrack');
    expect(task.armed).toEqual({});
  });

  it('is confirmed by a person; still nobody is asked for anything', () => {
    const task = new LoneTask();
    expect(task.at('2024-04-11 09:00', 'CONFIRMED')).toEqual([]);
    expect(task.life).toBe('confirmed');
  });

  it('without a lead unit is not dispatched until one is assigned', () => {
    const task = new LoneTask({ leadUnitIds: [] });
    task.at('2024-04-11 09:00', 'CONFIRMED');
    expect(task.allows('2024-04-12 10:00', 'DISPATCHED')).toBe(false);
    task.at('2024-04-16 09:00', 'LEAD_ASSIGNED', { unitIds: ['u7'], reason: '首列单位牵头' });
    expect(task.context.leadUnitIds).toEqual(['u7']);
    task.at('2024-04-16 10:00', 'DISPATCHED');
    expect(told(task)).toEqual(['dispatched u7: liaison, leadUnitHead']);
  });

  it('is assigned to somebody or not at all', () => {
    const task = new LoneTask();
    task.at('2024-04-11 09:00', 'CONFIRMED');
    expect(task.allows('2024-04-12 10:00', 'LEAD_ASSIGNED', { unitIds: [], reason: '' })).toBe(false);
  });
});

describe('a dispatched task', () => {
  it('asks its lead unit to sign within two working days, and its own clock runs', () => {
    const task = dispatched();
    expect(task.life).toBe('dispatched');
    expect(task.armed).toEqual({ sign: '2024-04-16 17:30', taskDeadline: '2024-11-29 17:30' });
    expect(task.context.startOn).toBe('2024-04-12');
    expect(told(task)).toEqual(['dispatched u1: liaison, leadUnitHead']);
  });

  it('is in progress once its lead unit has signed, and joins that unit’s reporting line', () => {
    const task = dispatched();
    expect(task.at('2024-04-15 09:00', 'SIGNED', { unitId: 'u1' })).toContainEqual(joins('u1'));
    expect(task.life).toBe('inProgress');
    expect(task.armed).toEqual({ taskDeadline: '2024-11-29 17:30' });
  });

  it('is signed for by its lead units alone, and by each once', () => {
    const task = dispatched(['u1', 'u2']);
    expect(task.allows('2024-04-15 09:00', 'SIGNED', { unitId: 'u3' })).toBe(false);
    task.at('2024-04-15 09:00', 'SIGNED', { unitId: 'u1' });
    expect(task.allows('2024-04-15 09:00', 'SIGNED', { unitId: 'u1' })).toBe(false);
  });

  it('of shared leads waits for the last of them; each owes reports from its own signature on', () => {
    const task = dispatched(['u1', 'u2']);
    expect(told(task)).toEqual([
      'dispatched u1: liaison, leadUnitHead',
      'dispatched u2: liaison, leadUnitHead',
    ]);
    expect(task.at('2024-04-15 09:00', 'SIGNED', { unitId: 'u2' })).toContainEqual(joins('u2'));
    expect(task.life).toBe('dispatched');
    expect(task.armed).toHaveProperty('sign');
    const last = task.at('2024-04-16 09:00', 'SIGNED', { unitId: 'u1' });
    expect(last).toContainEqual(joins('u1'));
    expect(last).not.toContainEqual(joins('u2'));
    expect(task.life).toBe('inProgress');
    expect(task.armed).not.toHaveProperty('sign');
  });

  it('not signed for in time is told to the units that have not signed, and shown', () => {
    const task = dispatched(['u1', 'u2']);
    task.at('2024-04-15 09:00', 'SIGNED', { unitId: 'u2' });
    expect(task.until('2024-04-16T09:30:00.000Z')).toEqual(['2024-04-16 17:30 notSigned']);
    expect(told(task)).toEqual(['notSigned u1: liaison, leadUnitHead']);
    expect([...task.alerts]).toEqual(['notSigned:u1']);
    expect(task.life).toBe('dispatched');
  });

  it('signed for late settles the alert of that unit, and leaves the other’s', () => {
    const task = dispatched(['u1', 'u2']);
    task.until('2024-04-16T09:30:00.000Z');
    expect([...task.alerts]).toEqual(['notSigned:u1', 'notSigned:u2']);
    task.at('2024-04-17 09:00', 'SIGNED', { unitId: 'u1' });
    expect([...task.alerts]).toEqual(['notSigned:u2']);
    task.at('2024-04-17 10:00', 'SIGNED', { unitId: 'u2' });
    expect([...task.alerts]).toEqual([]);
  });
});

describe('a disputed task', () => {
  it('goes to the headquarters office with a deadline of its own; the unit need not sign meanwhile', () => {
    const task = disputed();
    expect(task.life).toBe('disputed');
    expect(task.armed).toEqual({ dispute: '2024-04-17 17:30', taskDeadline: '2024-11-29 17:30' });
    expect(told(task)).toEqual(['disputed u1: headquartersOffice']);
    expect(task.context.dispute).toEqual({ unitId: 'u1', reason: '不属本单位职责' });
  });

  it('is disputed by a lead unit alone', () => {
    expect(dispatched().allows('2024-04-15 09:00', 'DISPUTED', { unitId: 'u3', reason: '' })).toBe(false);
  });

  it('owes no report while the dispute is open, of whoever had signed', () => {
    const task = dispatched(['u1', 'u2']);
    task.at('2024-04-15 09:00', 'SIGNED', { unitId: 'u1' });
    expect(task.at('2024-04-15 10:00', 'DISPUTED', { unitId: 'u2', reason: '' })).toContainEqual(
      leaves('u1', '职责争议'),
    );
    expect(task.context.signedBy).toEqual([]);
  });

  it('not answered in time is told to the office, and then to those above it', () => {
    const task = disputed();
    expect(task.until('2024-04-18T00:00:00.000Z')).toEqual(['2024-04-17 17:30 disputeOverdue']);
    expect(told(task)).toEqual(['disputeOverdue u1: headquartersOffice']);
    expect(task.until('2024-04-20T00:00:00.000Z')).toEqual(['2024-04-19 17:30 disputeOverdue']);
    expect(told(task)).toEqual(['disputeOverdue u1: headquartersOffice, deputyCommander, commander']);
    expect(task.life).toBe('disputed');
  });

  it('insisted on is the same unit’s again, with the whole time to sign', () => {
    const task = disputed();
    task.at('2024-04-17 10:00', 'DISPUTE_RESOLVED', { decision: 'insist', unitIds: [], reason: '职责明确' });
    expect(task.life).toBe('dispatched');
    expect(task.context).toMatchObject({ leadUnitIds: ['u1'], dispute: null, signedBy: [] });
    expect(task.armed).toEqual({ sign: '2024-04-19 17:30', taskDeadline: '2024-11-29 17:30' });
    expect([...task.alerts]).toEqual([]);
  });

  it('reassigned is the new unit’s, who is asked to sign', () => {
    const task = disputed();
    task.at('2024-04-17 10:00', 'DISPUTE_RESOLVED', { decision: 'reassign', unitIds: ['u2'], reason: '' });
    expect(task.context.leadUnitIds).toEqual(['u2']);
    expect(told(task)).toEqual(['dispatched u2: liaison, leadUnitHead']);
    expect(task.allows('2024-04-17 11:00', 'SIGNED', { unitId: 'u1' })).toBe(false);
    expect(task.allows('2024-04-17 11:00', 'SIGNED', { unitId: 'u2' })).toBe(true);
  });

  it('is reassigned to somebody or not at all', () => {
    const nobody = { decision: 'reassign', unitIds: [], reason: '' };
    expect(disputed().allows('2024-04-17 10:00', 'DISPUTE_RESOLVED', nobody)).toBe(false);
  });
});

describe('a task whose deadline passes', () => {
  it('is told to its lead units, shown, and lives on', () => {
    const task = inProgress();
    expect(task.until('2024-12-02T00:00:00.000Z')).toEqual(['2024-11-29 17:30 taskOverdue']);
    expect(told(task)).toEqual(['taskOverdue u1: liaison, leadUnitHead']);
    expect(task.context.deadlinePassed).toBe(true);
    expect(task.life).toBe('inProgress');
    expect([...task.alerts]).toEqual(['taskOverdue:u1']);
  });
});

describe('a task that is over', () => {
  const everywhere = {
    dispatched,
    'half signed': () => {
      const task = dispatched(['u1', 'u2']);
      task.at('2024-04-15 09:00', 'SIGNED', { unitId: 'u1' });
      return task;
    },
    disputed,
    inProgress,
    'closing.taskForceReview': closing,
    'closing.verification': () => closing('taskForceReview'),
    'closing.approval': () => closing('taskForceReview', 'verification'),
    suspended,
  };

  const moments = Object.entries(everywhere).flatMap(([state, made]) => [
    [state, 'at once', made, '2024-04-12T00:00:00.000Z'] as const,
    [state, 'when every clock has rung', made, '2024-05-20T10:00:00.000Z'] as const,
  ]);

  it.each(moments)('withdrawn while %s, %s, has no clock and no alert', (_, __, made, until) => {
    const task = made();
    expect(task.armed).not.toEqual({});
    task.until(until);
    const { signedBy } = task.context;
    const effects = task.at('2024-05-21 09:00', 'WITHDRAWN', { reason: '任务合并' });
    expect(task.life).toBe('withdrawn');
    expect(task.armed).toEqual({});
    expect([...task.alerts]).toEqual([]);
    for (const unitId of signedBy) expect(effects).toContainEqual(leaves(unitId, '任务已撤销：任务合并'));
  });

  it('closed has no clock and no alert, also after its deadline and with every gate late', () => {
    const task = inProgress();
    task.until('2024-12-02T00:00:00.000Z');
    task.at('2024-12-02 09:00', 'CLOSURE_REQUESTED', { unitId: 'u1', statement: '' });
    task.until('2024-12-10T00:00:00.000Z');
    task.at('2024-12-10 09:00', 'GATE_PASSED', { gate: 'taskForceReview', finding: '' });
    task.until('2024-12-20T00:00:00.000Z');
    task.at('2024-12-20 09:00', 'GATE_PASSED', { gate: 'verification', finding: '' });
    task.until('2024-12-30T00:00:00.000Z');
    expect([...task.alerts]).toEqual(['taskOverdue:u1', 'gate:approval']);
    expect(task.at('2024-12-30 09:00', 'GATE_PASSED', { gate: 'approval', finding: '' })).toContainEqual(
      leaves('u1', '任务已销号'),
    );
    expect(task.life).toBe('closed');
    expect(task.armed).toEqual({});
    expect([...task.alerts]).toEqual([]);
  });
});

describe('what a task takes in each state', () => {
  const closed = (): LoneTask => closing('taskForceReview', 'verification', 'approval');
  const confirmed = (): LoneTask => {
    const task = new LoneTask();
    task.at('2024-04-11 09:00', 'CONFIRMED');
    return task;
  };
  const STATES = {
    drafted: () => new LoneTask(),
    confirmed,
    dispatched,
    disputed,
    inProgress,
    'closing.taskForceReview': closing,
    'closing.verification': () => closing('taskForceReview'),
    'closing.approval': () => closing('taskForceReview', 'verification'),
    suspended,
    closed,
    withdrawn,
  };
  const progress = { unitId: 'u1', period: '2024-05 上旬', progress: 10, expected: 50 };
  const EVENTS: Record<string, [type: string, facts: Record<string, unknown>]> = {
    confirm: ['CONFIRMED', {}],
    assign: ['LEAD_ASSIGNED', { unitIds: ['u2'], reason: '' }],
    dispatch: ['DISPATCHED', {}],
    sign: ['SIGNED', { unitId: 'u1' }],
    signLate: ['SIGNING_OVERDUE', {}],
    dispute: ['DISPUTED', { unitId: 'u1', reason: '' }],
    disputeLate: ['DISPUTE_OVERDUE', {}],
    resolve: ['DISPUTE_RESOLVED', { decision: 'insist', unitIds: [], reason: '' }],
    progress: ['PROGRESS_REPORTED', progress],
    deadline: ['DEADLINE_PASSED', {}],
    extend: ['EXTENDED', FAR],
    close: ['CLOSURE_REQUESTED', { unitId: 'u1', statement: '' }],
    review: ['GATE_PASSED', { gate: 'taskForceReview', finding: '' }],
    verify: ['GATE_PASSED', { gate: 'verification', finding: '' }],
    approve: ['GATE_PASSED', { gate: 'approval', finding: '' }],
    reviewLate: ['GATE_OVERDUE', { gate: 'taskForceReview' }],
    verifyLate: ['GATE_OVERDUE', { gate: 'verification' }],
    approveLate: ['GATE_OVERDUE', { gate: 'approval' }],
    returnReview: ['CLOSURE_RETURNED', { gate: 'taskForceReview', reason: '' }],
    returnVerify: ['CLOSURE_RETURNED', { gate: 'verification', reason: '' }],
    returnApprove: ['CLOSURE_RETURNED', { gate: 'approval', reason: '' }],
    suspend: ['SUSPENDED', FAR],
    suspensionOver: ['SUSPENSION_EXPIRED', {}],
    resume: ['RESUMED', {}],
    withdraw: ['WITHDRAWN', { reason: '' }],
    reopen: ['REOPENED', { reason: '' }],
    amend: ['AMENDED', { amendmentId: 'r1', reason: '', deadlineOn: '2024-10-31' }],
  };
  // prettier-ignore
  const TAKEN: Record<keyof typeof STATES, string> = {
    'drafted':                 'confirm withdraw amend',
    'confirmed':               'assign dispatch withdraw amend',
    'dispatched':              'sign signLate dispute progress deadline extend withdraw amend',
    'disputed':                'disputeLate resolve deadline withdraw amend',
    'inProgress':              'progress deadline extend close suspend withdraw amend',
    'closing.taskForceReview': 'progress deadline review reviewLate returnReview withdraw amend',
    'closing.verification':    'progress deadline verify verifyLate returnVerify withdraw amend',
    'closing.approval':        'progress deadline approve approveLate returnApprove withdraw amend',
    'suspended':               'suspensionOver resume withdraw amend',
    'closed':                  'reopen',
    'withdrawn':               '',
  };
  const cases = Object.entries(STATES).flatMap(([state, made]) => {
    const taken = new Set(TAKEN[state as keyof typeof STATES].split(' '));
    return Object.entries(EVENTS).map(
      ([name, event]) => [state, taken.has(name) ? 'takes' : 'refuses', name, made, event] as const,
    );
  });

  it.each(cases)('%s %s %s', (state, verdict, _, made, [type, facts]) => {
    const task = made();
    expect(task.life).toBe(state);
    expect(task.allows('2024-05-20 10:00', type, facts)).toBe(verdict === 'takes');
  });
});
