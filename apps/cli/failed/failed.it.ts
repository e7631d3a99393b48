import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { asOwner, createTestDatabase, SMALL_DISTRICT, Story, type TestDatabase } from '#testing';
import { runMain } from '../testing/run-main.js';
import type { FailedThing } from './failed-things.js';

const inCi = process.env['LUOSHI_VERIFY'] === undefined ? it.skip : it;
if (inCi === it.skip) process.stderr.write('skipped: commands of operations, for CI\n');

const LETTER = '00000000-0000-4000-8000-000000000001';
const EVENT = '00000000-0000-4000-8000-000000000002';

let db: TestDatabase;
beforeAll(async () => {
  if (inCi === it.skip) return;
  db = await createTestDatabase();
  await Story.begin(db.database, '2024-09-23 09:00', 1);
  await asOwner(db.ownerUrl, async (owner) => {
    await owner.query('set search_path = luoshi');
    const insert = (table: string, row: Record<string, unknown>) =>
      owner.query(`insert into ${table} select * from jsonb_populate_record(null::${table}, $1)`, [
        JSON.stringify({
          jurisdiction_id: SMALL_DISTRICT,
          created_at: '2024-09-23T02:00:00Z',
          attempts: 12,
          again: false,
          ...row,
        }),
      ]);
    const { rows } = await owner.query<{ id: string }>('select id from person limit 1');
    await insert('channel', { id: LETTER, kind: 'mail', name: '政务邮箱', settings: {}, state: 'on' });
    const contact = {
      id: LETTER,
      channel_id: LETTER,
      person_id: rows[0]?.id,
      address: 'li@example.gov.cn',
      wants: 'notices',
      any_hour: false,
      state: 'inUse',
    };
    await insert('contact', { ...(await defaultsOf(owner, 'contact')), ...contact });
    const letter = {
      id: LETTER,
      contact_id: LETTER,
      channel_id: LETTER,
      title: '催报',
      body: '',
      state: 'failedForGood',
      attempts: 12,
      failure: '没有这个邮箱',
    };
    await insert('letter', { ...(await defaultsOf(owner, 'letter')), ...letter });
    const subscription = {
      id: EVENT,
      name: '办公系统',
      url: 'https://oa.example.gov.cn',
      event_types: [],
      state: 'on',
      position: 1,
    };
    await insert('webhook_subscription', {
      ...(await defaultsOf(owner, 'webhook_subscription')),
      ...subscription,
    });
    const delivery = {
      id: EVENT,
      subscription_id: EVENT,
      position: 1,
      subject: 'task',
      type: 'task.closed',
      event_id: 'e',
      state: 'dead',
      attempts: 9,
      status: 410,
    };
    await insert('webhook_delivery', { ...(await defaultsOf(owner, 'webhook_delivery')), ...delivery });
  });
});
afterAll(() => (inCi === it.skip ? undefined : db.drop()));

/** What a table's columns have where nothing is said, for those that have a plain default. */
async function defaultsOf(
  owner: {
    query: (
      sql: string,
      params: unknown[],
    ) => Promise<{ rows: { column_name: string; column_default: string }[] }>;
  },
  table: string,
): Promise<Record<string, unknown>> {
  const { rows } = await owner.query(
    `select column_name, column_default from information_schema.columns
     where table_schema = 'luoshi' and table_name = $1 and column_default is not null`,
    [table],
  );
  return Object.fromEntries(
    rows.map(({ column_name: name, column_default: text }) => {
      const value = text.replace(/::[a-z ]+(\[\])?$/, '').replace(/^'(.*)'$/, '$1');
      return [name, value === 'true' || value === 'false' ? value === 'true' : value];
    }),
  );
}

const listed = async (): Promise<FailedThing[]> =>
  JSON.parse((await runMain(db, 'failed', 'list', '--json')).out) as FailedThing[];

describe('what was given up', () => {
  inCi('is one list: letters and events for other systems, each with its reason', async () => {
    const things = await listed();
    expect(things.map(({ kind, by, reason }) => `${kind} ${by}：${reason}`).sort()).toEqual([
      '信件 政务邮箱：没有这个邮箱',
      '推送 办公系统：对方应答 410',
    ]);
    expect((await runMain(db, 'failed', 'list')).out).toContain('试过 12 次');
  });

  inCi('is sent again, one or all', async () => {
    expect(JSON.parse((await runMain(db, 'failed', 'requeue', LETTER, '--json')).out)).toEqual({
      requeued: 1,
    });
    expect((await listed()).map(({ id }) => id)).toEqual([EVENT]);
    expect((await runMain(db, 'failed', 'requeue')).out).toBe('已重新排队 1 件。\n');
    expect((await runMain(db, 'failed', 'list')).out).toBe('没有停止发送的信件或推送。\n');
  });
});
