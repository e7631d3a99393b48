import { describe, expect, it } from '@jest/globals';
import { instantOf } from '#calendar';
import { shippedRules } from '#testing';
import { clockLife } from './clock-life.js';
import { stillTaskClock, tellingTaskClock } from './task-clock.js';

const rules = shippedRules();
type Row = Parameters<typeof clockLife>[0];
type Task = Parameters<typeof tellingTaskClock>[1];

/** Signed for on a Monday; two working days from then on. */
const monday = instantOf('2024-04-15', '08:30');
const clock = (told: Partial<Row> = {}): Row => ({
  name: 'sign',
  subject_kind: 'task',
  budget: { kind: 'workingDays', from: monday, days: 2, at: '17:30' },
  suspensions: [],
  ...told,
});
const life = (row: Row, day: string, at: string) => clockLife(row, { climbs: [] }, rules, instantOf(day, at));

describe('the life of a clock', () => {
  it('says how many of its working days are used, and never more than it had', () => {
    const whole = life(clock(), '2024-04-15', '08:30').workingDays?.inAll ?? 0;
    expect(whole).toBeGreaterThan(2);
    expect(life(clock(), '2024-04-15', '08:30').workingDays?.used).toBe(0);
    expect(life(clock(), '2024-04-16', '08:30').workingDays?.used).toBe(1);
    expect(life(clock(), '2024-05-20', '08:30').workingDays).toEqual({ used: whole, inAll: whole });
  });

  it('tells its rule: the budget, and the policy or ladder with its version', () => {
    const { limit, rule } = life(clock(), '2024-04-15', '09:00');
    expect(limit).toEqual({ kind: 'workingDays', amount: 2, at: '17:30' });
    expect(rule).toEqual({ label: rules.policy.label, version: rules.policy.version });
    const rung = life(clock({ name: 'rung', subject_kind: 'reportingLine' }), '2024-04-15', '09:00');
    expect(rung.rule.label).toBe(rules.policy.reportingLadder.basis);
  });

  it('does not count the days in which it stood still, and has no end while it does', () => {
    const [wednesday, friday] = [instantOf('2024-04-17', '08:30'), instantOf('2024-04-19', '08:30')];
    const budget = { kind: 'workingDays', from: monday, days: 10, at: '17:30' } as const;
    const over = clock({ budget, suspensions: [{ from: wednesday, to: friday, reason: '办结审核中' }] });
    const told = life(over, '2024-04-22', '08:30');
    expect(told.segments.map(({ kind }) => kind)).toEqual(['running', 'suspended', 'running']);
    expect(told.workingDays?.used).toBe(3);
    const lasts = clock({ budget, suspensions: [{ from: wednesday, to: null, reason: '办结审核中' }] });
    expect(life(lasts, '2024-04-22', '08:30').workingDays).toEqual({ used: 2, inAll: null });
  });

  it('is not told where the calendar does not hold the years that it runs through', () => {
    const far = clock({ budget: { kind: 'civil', on: '2049-12-31', at: '23:59', from: monday } });
    expect(life(far, '2024-04-22', '08:30')).toMatchObject({ segments: [], workingDays: null });
  });
});

describe('the task’s own clock', () => {
  const standing: Partial<Task> = {
    startOn: '2024-04-12',
    deadlineOn: '2024-12-31',
    extendedAt: null,
    deadlinePassed: false,
    suspensions: [],
    suspension: null,
    blockage: null,
    closure: { gate: 'taskForceReview', requestedAt: monday, gateSince: monday },
    climbs: [],
  };
  const versions = { policyVersion: 3, calendarVersion: 7 };
  const still = (told: Partial<Task>) =>
    stillTaskClock({ ...standing, ...told } as Task, rules.policy, versions);

  it('stands still at the gates, from the request on, having run since the task began', () => {
    const task = standing as Task;
    const [row] = still({});
    expect(row).toMatchObject({ name: 'taskDeadline', projected_at: null, armed_at: monday });
    const told = row && clockLife(tellingTaskClock(row, task), task, rules, instantOf('2024-04-22', '08:30'));
    expect(told?.segments).toMatchObject([
      { kind: 'running', from: instantOf('2024-04-12', '00:00'), to: monday, workingDays: 1 },
      { kind: 'suspended', from: monday, to: null, reason: '办结审核中' },
    ]);
  });

  it('of a suspension says that it is one, and stands still only once where two reasons overlap', () => {
    const suspension = { from: instantOf('2024-04-16', '08:30'), until: '2024-06-01', reason: '等资金' };
    const [row] = still({ closure: null, suspension });
    expect(row && tellingTaskClock(row, standing as Task).suspensions).toEqual([
      { from: suspension.from, to: null, reason: '暂缓：等资金' },
    ]);
    const [both] = still({ suspension });
    const told =
      both && clockLife(tellingTaskClock(both, standing as Task), { climbs: [] }, rules, suspension.from);
    expect(told?.segments.map(({ kind }) => kind)).toEqual(['running', 'suspended']);
  });

  it('is none where nothing stands still, and none once its day has passed', () => {
    expect(still({ closure: null })).toEqual([]);
    expect(still({ deadlinePassed: true })).toEqual([]);
  });
});
