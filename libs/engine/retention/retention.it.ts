import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { PassThrough } from 'node:stream';
import { gunzipSync } from 'node:zlib';
import { policySchema } from '#accountability';
import { systemClock, writeBackup, type Transaction } from '#persistence';
import {
  newSealKey,
  sealJurisdiction,
  sealKey,
  trailOfRecord,
  verifyTrail,
  type TrailReport,
} from '#sealing';
import { asOwner, createTestDatabase, insertDistrict, type District, type TestDatabase } from '#testing';
import { BY_COMMAND, recordAccess, recordAccountChange } from '../trail/index.js';
import { eraseExpired, erasePerson, RETAINED } from './index.js';

const NOW = '2026-11-22T02:00:00.000Z';
const LONG_AGO = '2020-01-02T03:04:05.000Z';
const RULES = policySchema.shape.retention.parse({});
/** What must be nowhere any more. */
const PHONE = '13874499001';
const MAIL = 'tan.geng@example.gov.cn';
const ADDRESS = '10.66.3.18';
const AGENT = 'Kylin Browser 7';
const NAME = '覃耕耘';
const USERNAME = 'tan-geng-yun';
const VALUES = [PHONE, MAIL, ADDRESS, AGENT, NAME, USERNAME];

const key = sealKey(newSealKey());
let db: TestDatabase;
let district: District;
let person: string;

const inDistrict = <T>(work: (tx: Transaction) => Promise<T>): Promise<T> =>
  db.database.transaction({ jurisdictionId: district.id }, work);
const verify = (): Promise<TrailReport> => inDistrict((tx) => verifyTrail(trailOfRecord(tx, district.id)));
const seal = () => sealJurisdiction(db.database, district.id, key, () => systemClock.now());
const count = async (sql: string): Promise<number> =>
  (await inDistrict((tx) => tx.query<{ n: number }>(`select count(*)::int as n from ${sql}`)))[0]?.n ?? -1;

/** In which tables a value still is, whatever the column. */
async function whereIs(value: string): Promise<string[]> {
  return asOwner(db.ownerUrl, async (owner) => {
    await owner.query('set search_path = luoshi');
    const tables = await owner.query<{ name: string }>(
      `select relname as name from pg_class where relnamespace = 'luoshi'::regnamespace and relkind = 'r'`,
    );
    const found: string[] = [];
    for (const { name } of tables.rows) {
      const { rows } = await owner.query(
        `select 1 from ${name} t where t::text like '%' || $1 || '%' limit 1`,
        [value],
      );
      if (rows.length > 0) found.push(name);
    }
    return found;
  });
}

beforeAll(async () => {
  db = await createTestDatabase();
  district = await asOwner(db.ownerUrl, (owner) => insertDistrict(owner, '430811'));
  person = district.persons.education;
  const at = LONG_AGO;
  await asOwner(db.ownerUrl, async (owner) => {
    // The rows of the fixture are no chain.
    const tables = ['trail_personal', 'trail_line', 'trail_chain', 'seal_leaf', 'seal', 'event'];
    const each = (sql: (table: string) => string): string => tables.map(sql).join(';');
    await owner.query(`set search_path = luoshi; ${each((table) => `alter table ${table} disable trigger all`)};
      ${each((table) => `delete from ${table}`)}; ${each((table) => `alter table ${table} enable trigger all`)};
      update task set version = 0; update obligation set version = 0; update reporting_line set version = 0`);
    await owner.query(`update person set name = '${NAME}', username = '${USERNAME}' where id = '${person}'`);
    await owner.query(
      `update contact set address = '${PHONE}' where person_id = '${person}';
       update letter set title = '致${NAME}', body = '${NAME}同志：请回电 ${PHONE}', failure = 'no such number ${PHONE}', created_at = '${at}'
         where contact_id in (select id from contact where person_id = '${person}');
       insert into letter (jurisdiction_id, id, channel_id, title, body, state, created_at, purpose, address)
         select jurisdiction_id, gen_random_uuid(), channel_id, '验证码', '您的验证码 123456', 'sent', '${at}', 'code', '${PHONE}'
         from contact where person_id = '${person}' limit 1;
       update letter_attempt set reason = '550 ${MAIL}: no such user', begun_at = '${at}'
         where letter_id in (select l.id from letter l join contact c on c.id = l.contact_id where c.person_id = '${person}');
       update phone_call set words = '${NAME}已知悉', reached = '${NAME}', called_at = '${at}'
         where message_id in (select id from message where person_id = '${person}');
       update session set address = '${ADDRESS}', agent = '${AGENT}', expires_at = '${at}' where person_id = '${person}';
       update api_token set last_used_from = '${ADDRESS}', last_used_at = '${at}' where person_id = '${person}';
       update idempotent_answer set body = '{"address":"${MAIL}"}', created_at = '${at}' where person_id = '${person}'`,
    );
  });
  await inDistrict(async (tx) => {
    const origin = { actorId: person, via: 'page' as const, address: ADDRESS, agent: AGENT };
    await recordAccess(tx, origin, {
      action: 'looked',
      at,
      personIds: [district.persons.transport],
      details: { of: 'contacts', count: 1 },
      after: { query: { search: NAME } },
    });
    await recordAccountChange(tx, BY_COMMAND, {
      action: 'accountChanged',
      at,
      personIds: [person],
      details: { fields: ['phone', 'mail'] },
      before: { name: NAME, phone: PHONE },
      after: { name: NAME, phone: PHONE, mail: MAIL },
    });
    await recordAccountChange(tx, BY_COMMAND, {
      action: 'accountChanged',
      at: NOW,
      personIds: [district.persons.transport],
      after: { name: '别人' },
    });
  });
  await seal();
});
afterAll(() => db.drop());

describe('what has been kept as long as the policy says', () => {
  it('is only counted on trial: nothing is erased, and nothing is written', async () => {
    const before = await count('trail_personal');
    const counted = await eraseExpired(db.database, district.id, RULES, NOW, { dryRun: true });
    expect(counted).toMatchObject({
      sessions: 1,
      trailPersonal: 2,
      letters: 2,
      tokenUses: 1,
      repeatedAnswers: 1,
    });
    expect(await count('trail_personal')).toBe(before);
    expect(await count(`trail_line where kind = 'retention'`)).toBe(0);
  });

  it('is erased, as much as was counted; what is younger stays; each erasure is on the trail, and every chain holds', async () => {
    const counted = await eraseExpired(db.database, district.id, RULES, NOW, { dryRun: true });
    expect(await eraseExpired(db.database, district.id, RULES, NOW)).toEqual(counted);
    expect(await eraseExpired(db.database, district.id, RULES, NOW)).toEqual({});
    expect(await count('trail_personal')).toBe(1);
    expect(await count(`trail_line where kind = 'retention'`)).toBe(Object.keys(counted).length);
    await seal();
    expect(await verify()).toMatchObject({
      broken: [],
      seals: { faults: [] },
      personal: { held: 1, erased: 2, recorded: 2 },
    });
    expect(await whereIs(ADDRESS)).toEqual([]);
    expect(await whereIs(AGENT)).toEqual([]);
    expect(await whereIs(MAIL)).toEqual([]);
  });

  it('is erased by rules that each name a setting of the policy, and every setting has one', () => {
    expect([...new Set(RETAINED.map(({ keep }) => keep))].sort()).toEqual(Object.keys(RULES).sort());
  });
});

describe('a person who has left', () => {
  it('is not erased before they have', async () => {
    expect(await inDistrict((tx) => erasePerson(tx, person, NOW, BY_COMMAND))).toBeNull();
    expect(await whereIs(NAME)).toContain('person');
  });

  it('is erased: no table and no new backup knows the values any more, and every chain holds', async () => {
    await inDistrict(async (tx) => {
      await recordAccess(
        tx,
        { actorId: person, via: 'page', address: ADDRESS, agent: AGENT },
        {
          action: 'looked',
          at: NOW,
          after: { query: { search: MAIL } },
        },
      );
      await tx.execute('update person set active = false where id = $1', [person]);
    });
    await seal();
    const erased = await inDistrict((tx) => erasePerson(tx, person, NOW, BY_COMMAND));
    expect(erased).toMatchObject({ trailPersonal: 1, credentials: 1, contacts: 1 });
    for (const value of VALUES) expect({ value, found: await whereIs(value) }).toEqual({ value, found: [] });
    await seal();
    expect(await verify()).toMatchObject({
      broken: [],
      unsealed: 0,
      seals: { faults: [] },
      personal: { erased: 3, recorded: 3 },
    });

    const parts: Buffer[] = [];
    const out = new PassThrough().on('data', (part: Buffer) => parts.push(part));
    await writeBackup(db.ownerUrl, out, NOW);
    const bytes = gunzipSync(Buffer.concat(parts)).toString('utf8');
    expect(bytes).toContain(district.id);
    for (const value of VALUES) expect(bytes).not.toContain(value);
    // What they did stays under their id.
    expect(await count(`trail_line where actor_id = '${person}'`)).toBe(2);
    expect(await inDistrict((tx) => erasePerson(tx, person, NOW, BY_COMMAND))).toBeNull();
  });
});
