import { shippedRules } from '#testing';
import {
  changedCadences,
  effectiveCadences,
  type CadenceChange,
  type CadenceSources,
  type StatedCadence,
} from '../index.js';

const rules = shippedRules().policy.cadences;
const NOTHING: CadenceSources = { plan: [], action: [], task: [], replacements: [] };
const tenDays: StatedCadence = { kind: 'dispatch', every: 'ten-day', by: '各工作专班' };
const byPlan: CadenceSources = { ...NOTHING, plan: [tenDays, { kind: 'review', every: 'quarter' }] };

const change = (how: CadenceChange['how'], every: CadenceChange['every']): CadenceChange => ({
  how,
  every,
  reason: '季度性工作',
  personId: 'p1',
  at: '2024-07-01T02:00:00.000Z',
});
/** The rhythms after each change in turn; null: it changes nothing. */
const after = (sources: CadenceSources, ...changes: CadenceChange[]): string[] | null => {
  let now: CadenceSources | null = sources;
  for (const one of changes) {
    const changed: Pick<CadenceSources, 'task' | 'replacements'> | null =
      now && changedCadences(now, one, rules);
    now = now && changed && { ...now, ...changed };
  }
  return now && effectiveCadences(now, rules).reportsEvery;
};

describe('what headquarters changes of a task’s cadences', () => {
  it('is added to what the task inherits', () => {
    expect(after(byPlan, change('add', 'quarter'))).toEqual(['ten-day', 'quarter']);
  });

  it('stands in the place of what plan and action say, with who said so and why', () => {
    const changed = changedCadences(
      { ...byPlan, action: [{ kind: 'check', every: 'month' }] },
      change('instead', 'quarter'),
      rules,
    );
    expect(changed?.task).toEqual([
      { kind: 'report', every: 'quarter', decidedAt: '2024-07-01T02:00:00.000Z' },
    ]);
    expect(changed?.replacements.map(({ inherited }) => inherited)).toEqual([
      { origin: 'plan', kind: 'dispatch', every: 'ten-day' },
      { origin: 'action', kind: 'check', every: 'month' },
    ]);
    expect(changed?.replacements[0]).toMatchObject({ reason: '季度性工作', personId: 'p1' });
    expect(after(byPlan, change('instead', 'quarter'))).toEqual(['quarter']);
  });

  it('rests on a cadence that the task’s text says already', () => {
    const task: StatedCadence[] = [{ kind: 'check', every: 'quarter' }];
    const changed = changedCadences({ ...byPlan, task }, change('instead', 'quarter'), rules);
    expect(changed?.task).toBe(task);
    expect(changed?.replacements).toMatchObject([{ own: { kind: 'check', every: 'quarter' } }]);
  });

  it('goes again with what it replaced', () => {
    expect(after(byPlan, change('instead', 'quarter'), change('drop', 'quarter'))).toEqual(['ten-day']);
    expect(after(byPlan, change('add', 'month'), change('add', 'quarter'), change('drop', 'month'))).toEqual([
      'ten-day',
      'quarter',
    ]);
  });

  it('keeps the rhythm that held because nothing was said, unless it is to be replaced', () => {
    expect(after(NOTHING, change('add', 'quarter'))).toEqual(['ten-day', 'quarter']);
    expect(after(NOTHING, change('instead', 'quarter'))).toEqual(['quarter']);
  });

  it('is nothing where it changes nothing', () => {
    expect(after(byPlan, change('drop', 'quarter'))).toBeNull();
    expect(after(byPlan, change('drop', 'ten-day'))).toBeNull();
    expect(after(byPlan, change('add', 'quarter'), change('add', 'quarter'))).toBeNull();
    expect(after(byPlan, change('instead', 'quarter'), change('instead', 'quarter'))).toBeNull();
  });
});
