import { LoneTask, moment } from '#testing';
import type { Actor } from '../role.js';

const SUPERVISOR: Actor = {
  personId: 'p1',
  unitId: 'office',
  roles: [{ role: 'supervisor', scopeKind: 'plan', scopeId: 'plan' }],
};
const HEAD: Actor = {
  personId: 'p2',
  unitId: 'u1',
  roles: [{ role: 'leadUnitHead', scopeKind: 'unit', scopeId: 'u1' }],
};

const of = (verificationId: string): Record<string, unknown> => ({
  verificationId,
  unitId: 'u1',
  reportId: 'r1',
  period: '2024-05 上旬',
});
const drawn = { drawId: 'd1', recordHash: 'h', reason: '抽查' };

function running(): LoneTask {
  const task = new LoneTask();
  task.at('2024-04-11 09:00', 'CONFIRMED');
  task.at('2024-04-12 10:00', 'DISPATCHED');
  task.at('2024-04-15 09:00', 'SIGNED', { unitId: 'u1' });
  task.at('2024-05-10 10:00', 'PROGRESS_REPORTED', {
    unitId: 'u1',
    period: '2024-05 上旬',
    progress: 40,
    expected: 12,
  });
  return task;
}

const ordered = (task: LoneTask, id = 'v1'): LoneTask => {
  task.at('2024-05-13 10:00', 'VERIFICATION_ORDERED', { ...of(id), ...drawn }, SUPERVISOR);
  return task;
};

const found = (task: LoneTask, finding: string, on = '2024-05-14 10:00', id = 'v1'): void => {
  task.at(
    on,
    'VERIFICATION_FOUND',
    { ...of(id), finding, reported: 40, found: 10, words: '现场未开工' },
    SUPERVISOR,
  );
};

describe('a report that was drawn for verification', () => {
  it('gives the supervision office its time, and tells nobody else', () => {
    const task = ordered(running());
    expect(task.armed['verification:v1']).toBe('2024-05-27 17:30');
    expect(task.effects.flatMap((effect) => (effect.type === 'notify' ? effect.audience : []))).toEqual([
      'supervisor',
    ]);
    expect(task.context.cards).toEqual([]);
    expect(task.context.causes).toEqual({});
  });

  it('is ordered once, for a lead unit, while the task runs', () => {
    const task = ordered(running());
    expect(task.allows('2024-05-13 11:00', 'VERIFICATION_ORDERED', { ...of('v1'), ...drawn })).toBe(false);
    expect(
      task.allows('2024-05-13 11:00', 'VERIFICATION_ORDERED', { ...of('v2'), ...drawn, unitId: 'u9' }),
    ).toBe(false);
    expect(new LoneTask().allows('2024-04-11 08:00', 'VERIFICATION_ORDERED', { ...of('v1'), ...drawn })).toBe(
      false,
    );
  });

  it('climbs the office’s own ladder when it is late, and stops with the finding', () => {
    const task = ordered(running());
    expect(task.until(moment('2024-05-31 09:00'))).toEqual([
      '2024-05-27 17:30 verificationOverdue',
      '2024-05-30 17:30 verificationOverdue',
    ]);
    expect(task.alerts).toEqual(new Set(['verificationLate']));
    found(task, 'true', '2024-05-31 10:00');
    expect(task.alerts).toEqual(new Set());
    expect(task.context.climbs).toEqual([]);
    expect(task.context.cards).toEqual([]);
  });

  it('goes straight to the yellow card when it was untrue, and asks for the right figure', () => {
    const task = ordered(running());
    found(task, 'untrue');
    task.until(moment('2024-05-14 11:00'));
    expect(task.context.climbs.map(({ trigger, reached }) => [trigger, reached])).toEqual([['untrue', 1]]);
    expect(task.armed['correction:v1']).toBe('2024-05-16 17:30');
    task.at(
      '2024-05-15 10:00',
      'FIGURE_CORRECTED',
      { verificationId: 'v1', unitId: 'u1', progress: 10, statement: '更正' },
      HEAD,
    );
    expect(task.context.progress).toBe(10);
    expect(task.armed['correction:v1']).toBeUndefined();
    // The figure is right now; whether the matter is made good is for a verification to find.
    expect(Object.keys(task.context.causes)).toEqual(['untrue:u1']);
    ordered(task, 'v2');
    found(task, 'true', '2024-05-16 10:00', 'v2');
    expect(task.context.causes).toEqual({});
    expect(task.context.climbs).toEqual([]);
  });

  it('costs nothing but another figure when it was partly true', () => {
    const task = ordered(running());
    found(task, 'partlyTrue');
    task.until(moment('2024-05-15 09:00'));
    expect(task.context.climbs).toEqual([]);
    expect(task.until(moment('2024-05-21 09:00'))).toEqual([
      '2024-05-16 17:30 correctionOverdue',
      '2024-05-20 17:30 correctionOverdue',
    ]);
    expect(task.context.cards).toEqual([]);
  });

  it('is found by the supervision office alone, and corrected by the unit alone', () => {
    const task = ordered(running());
    const finding = { ...of('v1'), finding: 'untrue', reported: 40, found: 10, words: '' };
    const says = (type: string, facts: Record<string, unknown>, actor: Actor): boolean =>
      task.ask({ type, at: moment('2024-05-14 10:00'), ...facts }, actor).ok;
    expect(says('VERIFICATION_FOUND', finding, HEAD)).toBe(false);
    expect(says('VERIFICATION_FOUND', finding, SUPERVISOR)).toBe(true);
    found(task, 'partlyTrue');
    const corrected = { verificationId: 'v1', unitId: 'u1', progress: 10, statement: '' };
    expect(says('FIGURE_CORRECTED', corrected, SUPERVISOR)).toBe(false);
    expect(says('FIGURE_CORRECTED', { ...corrected, unitId: 'u9' }, HEAD)).toBe(false);
    expect(says('FIGURE_CORRECTED', corrected, HEAD)).toBe(true);
  });

  it('is still found out when the task is over, without a ladder for it', () => {
    const task = ordered(running());
    task.at('2024-05-13 11:00', 'WITHDRAWN', { reason: '合并' });
    expect(Object.keys(task.armed)).toEqual(['verification:v1']);
    found(task, 'untrue');
    expect(task.context.causes).toEqual({});
    expect(task.armed).toEqual({});
    expect(task.effects).toContainEqual(expect.objectContaining({ message: 'foundAfterwards' }));
  });
});
