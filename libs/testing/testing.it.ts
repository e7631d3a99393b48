import { describe, expect, it } from '@jest/globals';
import { policySchema } from '#accountability';
import { openDatabase } from '#persistence';
import { asOwner, createTestDatabase, manualClock, policyFrom, seedText, shippedRules } from './index.js';

describe('a test database', () => {
  it('is migrated, and nobody else’s', async () => {
    const [one, other] = await Promise.all([createTestDatabase(), createTestDatabase()]);
    await asOwner(one.ownerUrl, (owner) =>
      owner.query(`insert into luoshi.jurisdiction values ('1', null, 'x', 'county', 'cn', now())`),
    );
    const inOther = await other.database.outsideTenants((tx) =>
      tx.query('select * from all_jurisdictions()'),
    );
    await Promise.all([one.drop(), other.drop()]);
    expect(inOther).toEqual([]);
  });

  it('does not let a connection that was left open pass', async () => {
    const { appUrl, drop } = await createTestDatabase();
    const leak = await openDatabase({ appUrl, applicationName: 'forgotten' });
    await expect(drop({ patienceMs: 500 })).rejects.toThrow(/left open.*\n- forgotten \(idle\)/);
    await leak.close();
  });
});

describe('the manual clock', () => {
  it('stands still until it is moved', () => {
    const clock = manualClock('2024-04-12T09:30:00+08:00');
    expect([clock.now(), clock.now()]).toEqual(['2024-04-12T01:30:00.000Z', '2024-04-12T01:30:00.000Z']);
    clock.advance({ days: 1, hours: 2, minutes: 3, seconds: 4 });
    expect(clock.now()).toBe('2024-04-13T03:33:04.000Z');
    clock.advance(-4_000);
    expect(clock.now()).toBe('2024-04-13T03:33:00.000Z');
    clock.set('2024-12-31T16:00:00Z');
    expect(clock.now()).toBe('2024-12-31T16:00:00.000Z');
  });

  it('is set to instants only', () => {
    expect(() => manualClock('soon')).toThrow('not an instant: soon');
    expect(() => manualClock('2024-01-01T00:00:00Z').set('later')).toThrow('not an instant: later');
  });
});

it('the shipped policy is the same for the file that reads it first and for those that come after', () => {
  const first = policyFrom(seedText('policies/default.yaml'));
  expect(policySchema.parse(JSON.parse(JSON.stringify(first)))).toEqual(first);
  expect(shippedRules().policy).toEqual(first);
});
