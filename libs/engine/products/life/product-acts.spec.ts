import { personIdOf, type Actor } from '#accountability';
import { PRODUCT_KINDS } from '#products';
import { makerOf, productActs } from './product-acts.js';

const PLACE = { jurisdictionId: '990101', planCode: 'p', actionCode: null, unitIds: [] };
const actor = (role: string, scopeKind: string, scopeId: string): Actor =>
  ({ personId: personIdOf('990101', role), unitId: null, roles: [{ role, scopeKind, scopeId }] }) as Actor;
const clerk = actor('headquartersOffice', 'plan', 'p');
const bulletin = { kind: 'monthlyBulletin', scopeKind: 'plan', state: 'draft', reviewedBy: null } as const;

describe('who makes a product', () => {
  it('has each kind made by one office for each thing it is about', () => {
    for (const { code, scopes } of PRODUCT_KINDS) {
      expect(new Set(scopes.map(({ per }) => per)).size).toBe(scopes.length);
      for (const { per, by } of scopes) expect(makerOf(code, per)).toBe(by);
    }
    expect(makerOf('monthlyBulletin', 'task')).toBeNull();
  });

  it('may do what its state has open', () => {
    expect(productActs(clerk, bulletin, PLACE, { reviewedByAnother: false })).toEqual([
      'refresh',
      'edit',
      'review',
      'abandon',
    ]);
    expect(
      productActs(clerk, { ...bulletin, state: 'withdrawn' }, PLACE, { reviewedByAnother: false }),
    ).toEqual(['correct']);
  });

  it('does not issue what they reviewed themselves where the policy wants two persons', () => {
    const reviewed = { ...bulletin, state: 'reviewed', reviewedBy: clerk.personId } as const;
    expect(productActs(clerk, reviewed, PLACE, { reviewedByAnother: true })).toEqual(['return', 'abandon']);
    expect(productActs(clerk, reviewed, PLACE, { reviewedByAnother: false })).toContain('issue');
    const other = { ...reviewed, reviewedBy: personIdOf('990101', 'other') };
    expect(productActs(clerk, other, PLACE, { reviewedByAnother: true })).toContain('issue');
  });

  it.each([
    ['the same role of another plan', actor('headquartersOffice', 'plan', 'q')],
    ['another role of the plan', actor('commander', 'plan', 'p')],
    ['an administrator', actor('administrator', 'jurisdiction', '990101')],
  ])('%s does nothing with it', (_, somebody) => {
    expect(productActs(somebody, bulletin, PLACE, { reviewedByAnother: false })).toEqual([]);
  });
});
