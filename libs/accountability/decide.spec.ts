import { LoneObligation, LoneTask, moment, shippedRules } from '#testing';
import {
  can,
  decide,
  ENGINE_ACTOR,
  replay,
  type Actor,
  type Role,
  type Snapshot,
  type Subject,
} from './index.js';

const at = moment('2024-04-12 10:00');
const person = (role: Role, scopeKind: 'plan' | 'action' | 'unit', scopeId: string): Actor => ({
  personId: role,
  unitId: null,
  roles: [{ role, scopeKind, scopeId }],
});
const office = person('headquartersOffice', 'plan', 'plan');

const subjectOf = (task: LoneTask): Subject => ({
  kind: 'task',
  snapshot: task.snapshot,
  scope: { jurisdictionId: '430811', planCode: 'plan', actionCode: 'A1', unitIds: ['u1'] },
});

function closing(): LoneTask {
  const task = new LoneTask();
  task.at('2024-04-11 09:00', 'CONFIRMED');
  task.at('2024-04-12 10:00', 'DISPATCHED');
  task.at('2024-04-15 09:00', 'SIGNED', { unitId: 'u1' });
  task.at('2024-04-16 09:00', 'CLOSURE_REQUESTED', { unitId: 'u1', statement: '' });
  return task;
}

describe('a decision', () => {
  it('refuses whom the event is not for, before it looks at the state', () => {
    const task = new LoneTask();
    const withdrawal = { type: 'WITHDRAWN', at, reason: '' };
    const signature = { type: 'SIGNED', at, unitId: 'u1' };
    const auditor = person('auditor', 'plan', 'plan');
    expect(decide(subjectOf(task), withdrawal, task.rules, auditor)).toMatchObject({
      ok: false,
      rejection: { code: 'NotPermitted', detail: { event: 'WITHDRAWN' } },
    });
    expect(decide(subjectOf(task), signature, task.rules, auditor)).toMatchObject({
      rejection: { code: 'NotPermitted' },
    });
  });

  it('refuses what does not fit the state, and leaves the snapshot as it was', () => {
    const task = new LoneTask();
    const before = JSON.stringify(task.snapshot);
    expect(decide(subjectOf(task), { type: 'DISPATCHED', at }, task.rules, office)).toMatchObject({
      ok: false,
      rejection: { code: 'EventNotAllowed', detail: { event: 'DISPATCHED' } },
    });
    expect(JSON.stringify(task.snapshot)).toBe(before);
  });

  it('keeps the event with the civil date that the calendar gave it', () => {
    const task = new LoneTask();
    const late = { type: 'CONFIRMED', at: '2024-04-11T16:30:00.000Z' }; // half past midnight in Shanghai
    expect(decide(subjectOf(task), late, task.rules, office)).toMatchObject({
      event: { type: 'CONFIRMED', at: late.at, payload: { on: '2024-04-12' } },
    });
  });

  it('changes nothing that it was given', () => {
    const task = closing();
    const subject = subjectOf(task);
    const before = JSON.stringify(subject);
    decide(subject, { type: 'WITHDRAWN', at, reason: '' }, task.rules, office);
    expect(JSON.stringify(subject)).toBe(before);
  });

  it('lets the reviewer of a gate pass it or return from it, and nobody who reviews another', () => {
    const task = closing();
    const taskForce = person('taskForceOffice', 'action', 'plan/A1');
    for (const type of ['GATE_PASSED', 'CLOSURE_RETURNED']) {
      const event = { type, at, gate: 'taskForceReview', finding: '', reason: '' };
      const codeFor = (actor: Actor, gate: unknown = event.gate): string => {
        const decision = decide(subjectOf(task), { ...event, gate }, task.rules, actor);
        return decision.ok ? 'ok' : decision.rejection.code;
      };
      expect(codeFor(taskForce)).toBe('ok');
      expect(codeFor(office)).toBe('NotPermitted');
      expect(codeFor(person('supervisor', 'plan', 'plan'))).toBe('NotPermitted');
      expect(codeFor(taskForce, 'approval')).toBe('EventNotAllowed');
      expect(codeFor(taskForce, null)).toBe('EventNotAllowed');
      expect(codeFor(ENGINE_ACTOR)).toBe('ok');
    }
  });

  it('takes a snapshot that has been stored as JSON', () => {
    const task = closing();
    const stored = JSON.parse(JSON.stringify(task.snapshot)) as Snapshot;
    const event = { type: 'GATE_PASSED', at, gate: 'taskForceReview' };
    expect(can('task', stored, event, task.rules.policy)).toBe(true);
  });

  it('is loud about a stored state that the chart does not know', () => {
    const snapshot = { value: { life: 'dreaming', schedule: 'onTrack', supervision: 'none' }, context: {} };
    const subject = { ...subjectOf(new LoneTask()), snapshot };
    expect(() => decide(subject, { type: 'CONFIRMED', at }, shippedRules(), office)).toThrow(/dreaming/u);
  });
});

describe('the replay of a kept event', () => {
  it('asks for no permission and gives the same snapshot', () => {
    const owed = new LoneObligation('2024-04-19 17:30');
    const begun = owed.snapshot;
    owed.at('2024-04-16 09:00', 'WINDOW_OPENED');
    owed.file('2024-04-18 10:00', { progress: 40 });
    const { policy } = shippedRules();
    const replayed = owed.taken.reduce<Snapshot | null>(
      (snapshot, { event }) => snapshot && replay('obligation', snapshot, event, policy),
      begun,
    );
    expect(replayed).toEqual(owed.snapshot);
  });

  it('says null where the event does not fit any more', () => {
    const owed = new LoneObligation('2024-04-19 17:30');
    const filed = { type: 'REPORT_ACCEPTED', at, payload: { silently: true } };
    expect(replay('obligation', owed.snapshot, filed, shippedRules().policy)).toBeNull();
  });
});
