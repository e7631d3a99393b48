import { civilDateOf, type Instant } from '#calendar';
import { LoneTask, moment, shippedRules } from '#testing';
import { ROLES, type Actor, type Role, type RoleInScope } from '../role.js';
import type { SubjectScope } from './may-send.js';
import { gateOf, opensGate } from './gate.js';
import { TASK_ACTION_EVENTS } from './task-action-events.js';
import { allowedTaskActions } from './task-actions.js';

const SCOPE: SubjectScope = {
  jurisdictionId: '430811',
  planCode: 'p1',
  actionCode: 'A1',
  unitIds: ['u1', 'u2'],
};
const NOW = moment('2024-05-20 10:00');

const UNIT_ROLES: Role[] = ['liaison', 'leadUnitHead', 'supportUnitLiaison'];
const ACTION_ROLES: Role[] = ['taskForceOffice', 'taskForceConvener'];
const scopeFor = (role: Role, unitId: string): RoleInScope =>
  UNIT_ROLES.includes(role)
    ? { role, scopeKind: 'unit', scopeId: unitId }
    : ACTION_ROLES.includes(role)
      ? { role, scopeKind: 'action', scopeId: 'p1/A1' }
      : { role, scopeKind: 'plan', scopeId: 'p1' };
const as = (role: Role, unitId = 'u1'): Actor => ({
  personId: role,
  unitId,
  roles: [scopeFor(role, unitId)],
});

const actionsOf = (task: LoneTask, actor: Actor, at: Instant = NOW): string[] =>
  allowedTaskActions(task.snapshot, SCOPE, actor, shippedRules().policy, at, civilDateOf(at));

function confirmed(leadUnitIds = ['u1', 'u2']): LoneTask {
  const task = new LoneTask({ leadUnitIds });
  task.at('2024-04-11 09:00', 'CONFIRMED');
  return task;
}
function dispatched(): LoneTask {
  const task = confirmed();
  task.at('2024-04-12 10:00', 'DISPATCHED');
  return task;
}
function disputed(): LoneTask {
  const task = dispatched();
  task.at('2024-04-15 09:00', 'DISPUTED', { unitId: 'u2', reason: '' });
  return task;
}
function inProgress(): LoneTask {
  const task = dispatched();
  for (const unitId of ['u1', 'u2']) task.at('2024-04-15 09:00', 'SIGNED', { unitId });
  return task;
}
function closing(...passed: string[]): LoneTask {
  const task = inProgress();
  task.at('2024-05-13 09:00', 'CLOSURE_REQUESTED', { unitId: 'u1', statement: '' });
  for (const gate of passed) task.at('2024-05-14 09:00', 'GATE_PASSED', { gate, finding: '' });
  return task;
}
function suspended(): LoneTask {
  const task = inProgress();
  task.at('2024-05-13 09:00', 'SUSPENDED', { reason: '', until: '2024-07-01' });
  return task;
}
function withdrawn(): LoneTask {
  const task = inProgress();
  task.at('2024-05-13 09:00', 'WITHDRAWN', { reason: '' });
  return task;
}

/** What each role can do in each state; a role that is not named can do nothing. */
// prettier-ignore
const CAN: [state: string, made: () => LoneTask, can: Partial<Record<Role, string[]>>][] = [
  ['drafted', () => new LoneTask({ leadUnitIds: ['u1', 'u2'] }), {
    headquartersOffice: ['confirm', 'withdraw', 'changeCadences'],
  }],
  ['confirmed', confirmed, {
    headquartersOffice: ['assignLead', 'dispatch', 'withdraw', 'changeCadences'],
  }],
  ['confirmed without a lead', () => confirmed([]), {
    headquartersOffice: ['assignLead', 'withdraw', 'changeCadences'],
  }],
  ['dispatched', dispatched, {
    headquartersOffice: ['withdraw', 'extend', 'changeCadences'],
    liaison:            ['sign', 'dispute'],
    leadUnitHead:       ['sign', 'dispute'],
  }],
  ['disputed', disputed, {
    headquartersOffice: ['resolveDispute', 'withdraw', 'changeCadences'],
  }],
  ['inProgress', inProgress, {
    headquartersOffice: ['suspend', 'withdraw', 'extend', 'changeLead', 'changeCadences'],
    liaison:            ['requestClosure', 'block'],
    leadUnitHead:       ['requestClosure', 'block'],
  }],
  ['closing.taskForceReview', closing, {
    headquartersOffice: ['withdraw', 'changeCadences'],
    taskForceOffice:    ['passGate', 'returnClosure'],
  }],
  ['closing.verification', () => closing('taskForceReview'), {
    headquartersOffice: ['withdraw', 'changeCadences'],
    supervisor:         ['passGate', 'returnClosure'],
  }],
  ['closing.approval', () => closing('taskForceReview', 'verification'), {
    headquartersOffice: ['passGate', 'returnClosure', 'withdraw', 'changeCadences'],
  }],
  ['suspended', suspended, {
    headquartersOffice: ['resume', 'withdraw', 'changeCadences'],
  }],
  ['closed', () => closing('taskForceReview', 'verification', 'approval'), {
    supervisor:         ['reopen'],
  }],
  ['withdrawn', withdrawn, {}],
];

function handingOver(): LoneTask {
  const task = inProgress();
  task.at('2024-05-13 09:00', 'LEAD_CHANGED', { unitIds: ['u2', 'u3'], reason: '' });
  return task;
}
function blocked(): LoneTask {
  const task = inProgress();
  task.at('2024-05-13 09:00', 'BLOCKED', { unitId: 'u1', byUnitId: 'u9', reason: '' });
  return task;
}
/** Past its deadline of 29 November; both units have been reminded by letter, and the yellow cards lie drafted. */
function overdue(): LoneTask {
  const task = inProgress();
  task.until(moment('2024-12-05 09:00'));
  return task;
}
function carded(): LoneTask {
  const task = inProgress();
  task.until(moment('2024-12-09 09:00'));
  task.at('2024-12-09 09:30', 'NOTICE_ISSUED', { generation: 1, rung: 'yellow', noticeId: 'n' });
  return task;
}
function appealed(): LoneTask {
  const task = overdue();
  task.at('2024-12-05 09:30', 'APPEALED', { generation: 1, rung: 'blue', unitId: 'u1', reason: '' });
  return task;
}

/** What comes beside the life of a task, and to people of units that do not lead it. */
function partlyTrue(): LoneTask {
  const task = inProgress();
  const of = { verificationId: 'v1', unitId: 'u1', reportId: 'r1', period: '2024-05 上旬' };
  task.at('2024-05-10 10:00', 'PROGRESS_REPORTED', {
    unitId: 'u1',
    period: '2024-05 上旬',
    progress: 40,
    expected: 12,
  });
  task.at('2024-05-13 10:00', 'VERIFICATION_ORDERED', {
    ...of,
    drawId: 'd1',
    recordHash: 'h',
    reason: '抽查',
  });
  task.at('2024-05-14 09:00', 'VERIFICATION_FOUND', {
    ...of,
    finding: 'partlyTrue',
    reported: 40,
    found: 10,
    words: '',
  });
  return task;
}
// prettier-ignore
const BESIDE: [state: string, role: Role, unit: string, can: string[], made: () => LoneTask, on: string][] = [
  ['while its lead changes', 'headquartersOffice', '', ['suspend', 'withdraw', 'extend', 'decreeHandover', 'changeCadences'], handingOver, '2024-05-14 09:00'],
  ['while its lead changes', 'liaison', 'u1', ['requestClosure', 'handOver', 'block'], handingOver, '2024-05-14 09:00'],
  ['while its lead changes', 'liaison', 'u3', ['takeOver'], handingOver, '2024-05-14 09:00'],
  ['while it is said to wait for a unit', 'leadUnitHead', 'u9', ['acceptBlockage', 'contestBlockage'], blocked, '2024-05-14 09:00'],
  ['while it is said to wait for a unit', 'supervisor', '', ['acceptBlockage', 'rejectBlockage', 'unblock'], blocked, '2024-05-14 09:00'],
  ['while it is said to wait for a unit', 'liaison', 'u1', ['requestClosure', 'unblock'], blocked, '2024-05-14 09:00'],
  ['while it is said to wait for a unit', 'liaison', 'u8', [], blocked, '2024-05-14 09:00'],
  ['while it climbs', 'supervisor', '', ['hold', 'lift', 'skip'], overdue, '2024-12-05 10:00'],
  ['while it climbs', 'commander', '', ['lift'], overdue, '2024-12-05 10:00'],
  ['with a card', 'liaison', 'u1', ['requestClosure', 'block', 'answerCard', 'appeal'], carded, '2024-12-10 10:00'],
  ['while an appeal is open', 'supervisor', '', ['hold', 'lift', 'skip', 'upholdAppeal', 'rejectAppeal'], appealed, '2024-12-06 10:00'],
  ['found partly true', 'liaison', 'u1', ['requestClosure', 'block', 'correctFigure'], partlyTrue, '2024-05-14 10:00'],
  ['found partly true', 'liaison', 'u2', ['requestClosure', 'block'], partlyTrue, '2024-05-14 10:00'],
  ['at the turn of the year', 'headquartersOffice', '', ['suspend', 'withdraw', 'extendBeyond', 'changeLead', 'changeCadences', 'carryOver', 'closeWithYear'], overdue, '2024-12-30 10:00'],
];

describe('the actions open on a task', () => {
  it.each(
    CAN.flatMap(([state, made, can]) => ROLES.map((role) => [state, role, can[role] ?? [], made] as const)),
  )('while it is %s, to %s: %j', (_, role, can, made) => {
    expect(actionsOf(made(), as(role))).toEqual(can);
  });

  it.each(BESIDE)('%s, to %s of %s: %j', (_, role, unitId, can, made, on) => {
    expect(actionsOf(made(), as(role, unitId), moment(on))).toEqual(can);
  });

  it('are each open to somebody at some time', () => {
    const open = new Set([
      ...CAN.flatMap(([, , can]) => Object.values(can).flat()),
      ...BESIDE.flatMap(([, , , can]) => can),
    ]);
    expect([...open].sort()).toEqual(Object.keys(TASK_ACTION_EVENTS).sort());
  });

  it('are none to the people of a unit that does not lead it', () => {
    for (const role of ['liaison', 'leadUnitHead'] as const)
      for (const made of [dispatched, inProgress]) expect(actionsOf(made(), as(role, 'u9'))).toEqual([]);
  });

  it('let a unit sign once: the one that has signed can still dispute', () => {
    const task = dispatched();
    task.at('2024-04-15 09:00', 'SIGNED', { unitId: 'u1' });
    expect(actionsOf(task, as('liaison', 'u1'))).toEqual(['dispute']);
    expect(actionsOf(task, as('liaison', 'u2'))).toEqual(['sign', 'dispute']);
  });

  it('are those of all the roles that a person holds', () => {
    const both: Actor = {
      personId: 'p',
      unitId: 'u1',
      roles: [scopeFor('headquartersOffice', ''), scopeFor('liaison', 'u1')],
    };
    expect(actionsOf(dispatched(), both)).toEqual([
      'sign',
      'dispute',
      'withdraw',
      'extend',
      'changeCadences',
    ]);
  });

  it('hold no extension once it was granted, nor once the deadline has passed, but one beyond the rule', () => {
    const extended = inProgress();
    extended.at('2024-05-20 09:00', 'EXTENDED', { deadlineOn: '2024-12-20', reason: '' });
    const beyond = ['suspend', 'withdraw', 'extendBeyond', 'changeLead', 'changeCadences'];
    expect(actionsOf(extended, as('headquartersOffice'))).toEqual(beyond);
    const late = moment('2024-11-29 17:31');
    expect(actionsOf(inProgress(), as('headquartersOffice'), late)).toEqual(beyond);
  });

  it('hold no gate for the same office of another action', () => {
    const other: Actor = {
      personId: 'p',
      unitId: null,
      roles: [{ role: 'taskForceOffice', scopeKind: 'action', scopeId: 'p1/A2' }],
    };
    expect(actionsOf(closing(), other)).toEqual([]);
  });
});

describe('the gate of a closure', () => {
  it('is the one at which the closure waits, or none', () => {
    expect(gateOf(closing().snapshot)).toBe('taskForceReview');
    expect(gateOf(closing('taskForceReview').snapshot)).toBe('verification');
    expect(gateOf(closing('taskForceReview', 'verification').snapshot)).toBe('approval');
    expect(gateOf(inProgress().snapshot)).toBeNull();
    expect(gateOf(withdrawn().snapshot)).toBeNull();
  });

  it('is opened by its reviewer alone, and by nobody where there is none', () => {
    expect(opensGate(as('supervisor'), 'verification', SCOPE)).toBe(true);
    expect(opensGate(as('headquartersOffice'), 'verification', SCOPE)).toBe(false);
    expect(opensGate(as('taskForceOffice'), 'taskForceReview', SCOPE)).toBe(true);
    expect(opensGate(as('supervisor'), null, SCOPE)).toBe(false);
  });
});
