import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { CONFIGURATION_TABLES } from '#engine';
import { asOwner, createTestDatabase, manualClock, told, type TestDatabase } from '#testing';
import { startApi, type ApiUnderTest } from '../testing/api-under-test.js';
import { problemOf, type Answer } from '../testing/browser.js';
import { JURISDICTION, TASKS } from '../testing/district.js';
import { personId, type Username } from '../testing/people.js';

/** Who may not lend what to whom, one by one: where there is time; what may be is told below. */
const inCi = process.env['LUOSHI_VERIFY'] === undefined ? it.skip : it;
if (process.env['LUOSHI_VERIFY'] === undefined)
  process.stderr.write('refusals of acting for another, one by one: in CI (LUOSHI_VERIFY)\n');

const DELEGATIONS = '/api/v1/delegations';
const TASK = `/api/v1/tasks/${TASKS['A1-01'].id}`;
const clock = manualClock('2024-04-12T01:00:00.000Z');
let db: TestDatabase;
let api: ApiUnderTest;
beforeAll(async () => {
  db = await createTestDatabase();
  api = await startApi(db.database, clock);
});
afterAll(async () => {
  await api.stop();
  await db.drop();
});

const read = <T extends object>(sql: string, params: unknown[] = []): Promise<T[]> =>
  db.database.transaction({ jurisdictionId: JURISDICTION }, (tx) => tx.query<T>(sql, params));
const lend = async (
  from: Username,
  to: Username,
  roles: string[],
  more: { from?: string; to?: string } = {},
): Promise<Answer> =>
  (await api.as(from)).change(DELEGATIONS, {
    delegateId: personId(to),
    roles,
    from: '2024-04-12',
    to: '2024-04-19',
    reason: '外出开会',
    ...more,
  });
const confirm = async (who: Username): Promise<Answer> => {
  const browser = await api.as(who);
  const { body } = await browser.get(TASK);
  return browser.change(`${TASK}/actions/confirm`, {}, { ifMatch: Number(body['version']) });
};
const offered = async (who: Username): Promise<unknown[]> => {
  const { body } = await (await api.as(who)).get(TASK);
  return (body['allowedActions'] as { action: string }[]).map(({ action }) => action);
};

describe('acting for another', () => {
  inCi.each([
    ['to another unit', 'hq', 'farming', ['headquartersOffice'], {}, 'DelegationOutside'],
    ['to oneself', 'hq', 'hq', ['headquartersOffice'], {}, 'DelegationOutside'],
    ['to who has left', 'forestry', 'retired', ['liaison'], {}, 'DelegationOutside'],
    ['to an administrator', 'hq', 'admin', ['headquartersOffice'], {}, 'DelegationApart'],
    ['to an auditor', 'hq', 'auditor', ['headquartersOffice'], {}, 'DelegationApart'],
    ['of what is not held', 'forestry', 'newcomer', ['leadUnitHead'], {}, 'DelegationNotHeld'],
    ['of an administrator’s own', 'admin', 'hq', ['headquartersOffice'], {}, 'DelegationNotHeld'],
    [
      'from a day that is past',
      'hq',
      'convener',
      ['headquartersOffice'],
      { from: '2024-04-11' },
      'DelegationSpan',
    ],
    [
      'for longer than 92 days',
      'hq',
      'convener',
      ['headquartersOffice'],
      { to: '2024-07-13' },
      'DelegationSpan',
    ],
    ['of what verifies', 'supervisor', 'hq', ['supervisor'], {}, 'RequestInvalid'],
    ['of what accepts', 'taskforce', 'hq', ['taskForceOffice'], {}, 'RequestInvalid'],
  ] as const)('is refused %s', async (_, from, to, roles, more, code) => {
    expect(problemOf(await lend(from, to, [...roles], more)).code).toBe(code);
  });

  it('is refused by the database itself where it is not of one unit, not held, or not to be lent', async () => {
    const insert = (delegate: Username, role: string): Promise<unknown> =>
      read(
        `insert into delegation (jurisdiction_id, id, delegator_id, delegate_id, unit_id, roles, from_date, to_date, reason, granted_at)
         select $1, $2, id, $3, unit_id, array[$4], '2024-04-12', '2024-04-13', '', now() from person where id = $5`,
        [JURISDICTION, randomUUID(), personId(delegate), role, personId('hq')],
      );
    await expect(insert('farming', 'headquartersOffice')).rejects.toMatchObject({
      constraint: 'delegation_within',
    });
    await expect(insert('convener', 'commander')).rejects.toMatchObject({
      constraint: 'delegation_of_what_is_held',
    });
    await expect(insert('admin', 'headquartersOffice')).rejects.toMatchObject({
      constraint: 'delegation_apart',
    });
    await expect(insert('convener', 'supervisor')).rejects.toMatchObject({
      constraint: 'delegation_roles_check',
    });
  });

  it('lets the delegate do what the delegator may, in both names, until either or the supervision office ends it', async () => {
    expect(await offered('convener')).not.toContain('confirm');
    expect(problemOf(await confirm('convener')).code).toBe('NotPermitted');
    const lent = await lend('hq', 'convener', ['headquartersOffice']);
    expect(lent.status).toBe(201);
    expect(problemOf(await lend('hq', 'convener', ['headquartersOffice'])).code).toBe('DelegationThere');
    // What is lent is not lent on.
    expect(problemOf(await lend('convener', 'taskforce', ['headquartersOffice'])).code).toBe(
      'DelegationNotHeld',
    );
    expect(await offered('convener')).toContain('confirm');
    expect((await confirm('convener')).status).toBe(200);
    expect(
      await read(
        `select actor_id as by, payload ->> 'onBehalfOf' as behalf from event where type = 'CONFIRMED'`,
      ),
    ).toEqual([{ by: personId('convener'), behalf: personId('hq') }]);
    const { body } = await (
      await api.as('auditor')
    ).get('/api/v1/trail?kind=task&from=2024-04-01T00:00:00.000Z');
    expect((body['items'] as object[])[0]).toMatchObject({
      actor: { name: 'convener同志' },
      onBehalfOf: { name: 'hq同志' },
    });
    const [id] = (lent.body['items'] as { id: string }[]).map((one) => one.id);
    const list = async (who: Username): Promise<unknown> =>
      (await (await api.as(who)).get(DELEGATIONS)).body['items'];
    for (const who of ['hq', 'convener', 'supervisor', 'auditor'] as const)
      expect(await list(who)).toMatchObject([{ id, state: 'current', mayEnd: who !== 'auditor' }]);
    expect(await list('forestry')).toEqual([]);
    const end = async (who: Username): Promise<Answer> =>
      (await api.as(who)).change(`${DELEGATIONS}/${String(id)}/end`, { reason: '提前返岗' });
    expect(problemOf(await end('forestry')).code).toBe('NotFound');
    expect(problemOf(await end('auditor')).code).toBe('DelegationNotYours');
    expect((await end('supervisor')).status).toBe(200);
    expect(problemOf(await end('hq')).code).toBe('DelegationOver');
    expect(await offered('convener')).not.toContain('confirm');
    expect(await read(`select action from trail_line where action like 'delegation%' order by at`)).toEqual([
      { action: 'delegationGranted' },
      { action: 'delegationEnded' },
    ]);
    const told = await read<{ n: number }>(
      `select count(distinct person_id)::int as n from message where kind = 'delegation'`,
    );
    expect(told).toEqual([{ n: 3 }]);
  });

  it('holds by the day, and for a unit’s role in the unit alone', async () => {
    expect(
      (await lend('forestry', 'newcomer', ['liaison'], { from: '2024-04-15', to: '2024-04-15' })).status,
    ).toBe(201);
    const roles = async (day: string): Promise<unknown> =>
      read(
        `select distinct d.delegate_id from delegation d where d.ended_at is null and $1::date between d.from_date and d.to_date`,
        [day],
      );
    expect(await roles('2024-04-14')).toEqual([]);
    expect(await roles('2024-04-15')).toHaveLength(1);
    expect(await roles('2024-04-16')).toEqual([]);
  });
});

describe('a setting', () => {
  it('is changed by nobody who puts nothing about it on the trail', async () => {
    const rename = `update unit set functions = '["x"]' where code = 'farming'`;
    await expect(read(rename)).rejects.toThrow('a change of unit is not on the trail');
    await expect(
      db.database.transaction({ jurisdictionId: JURISDICTION }, (tx) => told(tx, () => tx.execute(rename))),
    ).resolves.toBe(1);
    const triggers = await asOwner(db.ownerUrl, async (owner) =>
      (
        await owner.query<{ name: string }>(
          `select tgrelid::regclass::text as name from pg_trigger where tgname = 'setting_is_told' order by 1`,
        )
      ).rows.map(({ name }) => name.replace('luoshi.', '')),
    );
    expect(triggers).toEqual([...CONFIGURATION_TABLES].sort());
  });
});

describe('a new way in for somebody', () => {
  it('is asked for by one administrator, confirmed by another, told to its owner, and on the trail', async () => {
    await read(
      `update role_assignment set role = 'securityAdministrator', scope_kind = 'jurisdiction', scope_id = $2 where person_id = $1`,
      [personId('taskforce'), JURISDICTION],
    );
    const [system, security] = [await api.as('admin'), await api.as('taskforce')];
    const account = `/api/v1/accounts/${personId('farming')}`;
    const does = async (browser: typeof system, what: string): Promise<Answer> => {
      const { body } = await system.get(account);
      return browser.change(
        `${account}/${what}`,
        { reason: '本人遗忘' },
        { ifMatch: Number(body['version']) },
      );
    };
    expect(problemOf(await does(security, 'access-request/confirmation')).code).toBe('AccessRequestNone');
    const asked = await does(system, 'password-reset');
    expect(asked.body).toMatchObject({ accessRequest: { password: true, askedBy: { name: 'admin同志' } } });
    expect(asked.body).not.toHaveProperty('firstPassword');
    expect(problemOf(await does(system, 'password-reset')).code).toBe('AccessRequestOpen');
    expect(problemOf(await does(system, 'access-request/confirmation')).code).toBe('AccessRequestNotYours');
    expect((await does(security, 'access-request/refusal')).body).toMatchObject({ accessRequest: null });
    await does(system, 'password-reset');
    const done = await does(security, 'access-request/confirmation');
    expect(done.body).toMatchObject({ account: { mustChange: true, accessRequest: null } });
    const password = String(done.body['firstPassword']);
    expect((await system.signIn('farming', password)).status).toBe(201);
    expect(
      (
        await read<{ action: string }>(
          `select action from trail_line where kind = 'account' and person_ids @> array[$1::uuid]
           and action in ('changeAsked', 'changeRefused', 'changeApproved', 'passwordReset') order by at, seq`,
          [personId('farming')],
        )
      )
        .map(({ action }) => action)
        .sort(),
    ).toEqual(['changeApproved', 'changeAsked', 'changeAsked', 'changeRefused', 'passwordReset']);
    const told = await read<{ n: number }>(
      `select count(*)::int as n from message where kind = 'access' and person_id = $1`,
      [personId('farming')],
    );
    expect(told[0]?.n).toBeGreaterThanOrEqual(3);
  });

  it('is confirmed by no one person, whatever the application says', async () => {
    const insert = read(
      `insert into access_request (jurisdiction_id, id, person_id, password, second_factor, reason, asked_at, asked_by, until,
         decided_at, decided_by, confirmed) values ($1, $2, $3, true, false, '', now(), $4, now(), now(), $4, true)`,
      [JURISDICTION, randomUUID(), personId('forestry'), personId('admin')],
    );
    await expect(insert).rejects.toMatchObject({ constraint: 'access_request_two_persons' });
  });
});
