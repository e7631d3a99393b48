import type { DutyView, SessionView } from '#contract';
import { describe, expect, it } from '@jest/globals';
import { matches, usuallyOf } from './duty-search.js';

const PLANS = [
  { id: 'plan', code: 'eight-actions' },
  { id: 'other', code: 'other-plan' },
];
type Role = SessionView['roles'][number];
const holding = (...roles: Pick<Role, 'scopeKind' | 'scopeId'>[]): SessionView =>
  ({ roles, unit: { id: 'unit', name: '区人社局' } }) as unknown as SessionView;
const duty = (over: Partial<DutyView>): DutyView =>
  ({
    kind: 'ledger',
    state: 'open',
    plan: { id: 'plan', title: '方案' },
    action: { code: 'A8', name: '民生可感' },
    unit: { id: 'unit', name: '区人社局' },
    askedBy: null,
    allowedActions: [],
    ...over,
  }) as unknown as DutyView;

describe('the duties that are shown to who has not said whose', () => {
  const office = holding({ scopeKind: 'action', scopeId: 'eight-actions/A8' });
  const seen = (held: SessionView, over: Partial<DutyView>, search = {}): boolean =>
    matches(duty(over), search, held, PLANS);

  it('are for a task force its own, of this plan, and what it may do something with', () => {
    expect(seen(office, {})).toBe(true);
    expect(seen(office, { action: { code: 'A1', name: '产业培塑' } })).toBe(false);
    expect(seen(office, { plan: { id: 'other', title: '另一方案' } })).toBe(false);
    expect(seen(office, { action: null })).toBe(false);
    const acts = [{ action: 'accept' }] as unknown as DutyView['allowedActions'];
    expect(seen(office, { action: null, allowedActions: acts })).toBe(true);
  });

  it('are for a unit what it owes or asked for, not what the task force owes whose office it is', () => {
    const unit = holding({ scopeKind: 'unit', scopeId: 'unit' });
    // A part is asked for on a task, and so stands under its action.
    expect(seen(unit, { kind: 'part' })).toBe(true);
    const others = { kind: 'part', unit: { id: 'else', name: '区教育局' } } as const;
    expect(seen(unit, others)).toBe(false);
    expect(seen(unit, { ...others, askedBy: { id: 'unit', name: '区人社局' } })).toBe(true);
    expect(seen(unit, { kind: 'requestedReport', action: null })).toBe(true);
    expect(seen(unit, {})).toBe(false);
  });

  it('are everybody’s for offices of a plan, and for everybody who asks for them', () => {
    const headquarters = holding({ scopeKind: 'plan', scopeId: 'eight-actions' });
    expect(usuallyOf(headquarters)).toBe('all');
    expect(seen(headquarters, { action: { code: 'A1', name: '产业培塑' } })).toBe(true);
    expect(seen(office, { action: { code: 'A1', name: '产业培塑' } }, { whose: 'all' })).toBe(true);
    expect(seen(office, { state: 'accepted' }, { status: 'open' })).toBe(false);
  });
});
