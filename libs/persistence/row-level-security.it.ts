import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import {
  ALL_ROLES,
  asOwner,
  attemptAcross,
  createTestDatabase,
  insertDistrict,
  tablesWithRowsOf,
  type District,
  type TestDatabase,
} from '#testing';
import type { Queryable, Scope } from './index.js';

let db: TestDatabase;
let home: District;
let other: District;

beforeAll(async () => {
  db = await createTestDatabase();
  await asOwner(db.ownerUrl, async (owner) => {
    home = await insertDistrict(owner, '430811');
    other = await insertDistrict(owner, '430812');
  });
});
afterAll(() => db.drop());

const office = (): Scope => ({ jurisdictionId: home.id });
const education = (): Scope => ({ jurisdictionId: home.id, unitId: home.units.education });
const transport = (): Scope => ({ jurisdictionId: home.id, unitId: home.units.transport });

const inScope = <T>(scope: Scope, work: (tx: Queryable) => Promise<T>): Promise<T> =>
  db.database.transaction(scope, work);
const execute = (scope: Scope, sql: string, params?: unknown[]): Promise<number> =>
  inScope(scope, (tx) => tx.execute(sql, params));

/** Tables of ours with the number of rows that a scope sees; not which processes run, which nobody reads by itself. */
async function visible(tx: Queryable): Promise<Record<string, number>> {
  const tables = await tx.query<{ name: string }>(
    `select relname as name from pg_class where relnamespace = 'luoshi'::regnamespace and relkind = 'r'
       and relname not in ('schema_migration', 'process_clock') order by relname`,
  );
  const counts: Record<string, number> = {};
  for (const { name } of tables) {
    const [row] = await tx.query<{ n: number }>(`select count(*) as n from ${name}`);
    counts[name] = row?.n ?? -1;
  }
  return counts;
}

describe('the other jurisdiction', () => {
  it('is invisible, in every table, and there is no table without rows to prove it with', async () => {
    const seen = await inScope(office(), visible);
    const all = await asOwner(db.ownerUrl, async (owner) => {
      await owner.query('set search_path = luoshi');
      return visible({
        query: async <T extends object>(sql: string) => (await owner.query(sql)).rows as T[],
        execute: () => Promise.resolve(0),
      });
    });
    expect(Object.keys(seen)).toHaveLength(92);
    for (const [table, count] of Object.entries(all)) {
      expect({ table, seen: seen[table] }).toEqual({ table, seen: Number(count) / 2 });
    }
  });

  it('cannot be written into, in any table', async () => {
    const attempts = [
      `insert into heartbeat values ('${other.id}', 'mine', now())`,
      `insert into rung_claim values ('${other.id}', 'task', '${randomUUID()}', 1, 'blue', now())`,
      `insert into calendar_version values ('${other.id}', 'x', 1, '{}', now())`,
      `insert into event (jurisdiction_id, subject_kind, subject_id, seq, type, payload, at, idempotency_key, prev_hash, hash)
         values ('${other.id}', 'task', '${randomUUID()}', 1, 'X', '{}', now(), 'x', '', '')`,
      `update unit set jurisdiction_id = '${other.id}' where code = 'jyj'`,
    ];
    for (const sql of attempts) await expect(execute(office(), sql)).rejects.toThrow(/row-level security/);
  });

  it('is not changed by an update that names no jurisdiction', async () => {
    await expect(execute(office(), `update heartbeat set beat_at = beat_at`)).resolves.toBe(1);
  });

  it('has a row of its own that only it can see', async () => {
    const rows = await inScope(office(), (tx) => tx.query('select id from jurisdiction'));
    expect(rows).toEqual([{ id: home.id }]);
  });
});

/** One role that is bound to its unit and one that is not see all that there is to see; where there is time, all are asked. */
const asked = process.env['LUOSHI_VERIFY'] === undefined ? (['liaison', 'commander'] as const) : ALL_ROLES;

describe.each(asked)('%s, in the database itself', (role) => {
  it('sees, changes, removes, moves and inserts no row of another jurisdiction, in any table', async () => {
    const unitId = home.units.education;
    const tables = await asOwner(db.ownerUrl, (owner) => tablesWithRowsOf(owner, other.id));
    expect(tables.length).toBeGreaterThan(60);
    await expect(
      attemptAcross(db.database, role, { id: home.id, unitId }, other.id, tables),
    ).resolves.toEqual([]);
  });
});

describe('without a jurisdiction', () => {
  it('nothing is visible', async () => {
    const seen = await db.database.outsideTenants(visible);
    expect(Object.values(seen).every((count) => count === 0)).toBe(true);
  });

  it('nothing can be written', async () => {
    const insert = db.database.outsideTenants((tx) =>
      tx.execute(`insert into heartbeat values ('${home.id}', 'none', now())`),
    );
    await expect(insert).rejects.toThrow(/row-level security/);
  });
});

describe('a transaction bound to a unit', () => {
  it('sees of what units owe, file and receive only its own', async () => {
    const own = await inScope(education(), visible);
    const foreign = await inScope(transport(), visible);
    const tables = [
      'reporting_line',
      'sitting',
      'obligation',
      'progress_report',
      'notice',
      'message',
      'alert',
    ];
    for (const table of tables) {
      expect({ table, own: own[table], foreign: foreign[table] }).toEqual({ table, own: 1, foreign: 0 });
    }
  });

  it('sees the tasks it leads and those it supports', async () => {
    const codes = await inScope(transport(), (tx) => tx.query('select code from task order by code'));
    expect(codes).toEqual([{ code: 'S' }, { code: 'T' }]);
  });

  it('sees the trail of these tasks and of its own reports', async () => {
    const types = (scope: Scope): Promise<object[]> =>
      inScope(scope, (tx) => tx.query('select subject_id from event order by idempotency_key'));
    await expect(types(education())).resolves.toEqual([
      { subject_id: home.obligation },
      { subject_id: home.tasks.shared },
    ]);
    await expect(types(transport())).resolves.toEqual([
      { subject_id: home.tasks.transport },
      { subject_id: home.tasks.shared },
    ]);
  });

  it('sees the indicators of its tasks only', async () => {
    const count = (scope: Scope): Promise<object[]> =>
      inScope(scope, (tx) => tx.query('select name from indicator'));
    await expect(count(education())).resolves.toHaveLength(1);
    await expect(count(transport())).resolves.toHaveLength(0);
  });

  it('sees the directory, and cannot change it', async () => {
    const seen = await inScope(transport(), visible);
    expect(seen).toMatchObject({
      unit: 2,
      person: 2,
      plan: 1,
      action: 1,
      role_assignment: 1,
      responsibility: 4,
    });
    for (const table of ['unit', 'person', 'plan', 'action']) {
      await expect(execute(transport(), `update ${table} set id = id`)).resolves.toBe(0);
    }
    const insert = `insert into unit (jurisdiction_id, id, code, name, kind) values ($1, $2, 'x', 'x', 'bureau')`;
    await expect(execute(transport(), insert, [home.id, randomUUID()])).rejects.toThrow(/row-level security/);
    await expect(
      execute(transport(), `update responsibility set kind = 'lead' where unit_id = $1`, [
        home.units.transport,
      ]),
    ).resolves.toBe(0);
  });

  it('reads neither password hashes nor sessions, and nobody else’s stored answers', async () => {
    await expect(inScope(education(), visible)).resolves.toMatchObject({
      ...{ credential: 0, session: 0, second_factor: 0, recovery_code: 0, api_token: 0 },
      ...{ seal: 0, seal_leaf: 0, trail_line: 0, trail_personal: 0 },
    });
    await expect(inScope(education(), visible)).resolves.toMatchObject({ idempotent_answer: 1 });
    await expect(inScope(transport(), visible)).resolves.toMatchObject({ idempotent_answer: 0 });
  });

  it('sees nothing of plans in review: these are papers of the offices', async () => {
    const none = { plan_document: 0, plan_review: 0, draft_task: 0, plan_review_step: 0 };
    await expect(inScope(education(), visible)).resolves.toMatchObject(none);
    await expect(execute(education(), `update draft_task set code = 'mine'`)).resolves.toBe(0);
  });

  it('sees what its own people chose of their messages and addresses, and nothing of letters, channels and calls', async () => {
    const counts = (scope: Scope): Promise<object[]> =>
      inScope(scope, (tx) =>
        tx.query(`select (select count(*) from message_choice) as choices, (select count(*) from contact) as contacts,
          (select count(*) from letter) as letters, (select count(*) from channel) as channels,
          (select count(*) from reach_watch) as watches, (select count(*) from phone_call) as calls`),
      );
    const nothing = { letters: 0, channels: 0, watches: 0, calls: 0 };
    await expect(counts(education())).resolves.toEqual([{ choices: 1, contacts: 1, ...nothing }]);
    await expect(counts(transport())).resolves.toEqual([{ choices: 0, contacts: 0, ...nothing }]);
  });

  it('cannot report for another unit', async () => {
    const report = `insert into progress_report (jurisdiction_id, id, obligation_id, task_id, unit_id, revision, progress, filed_at)
      values ($1, $2, $3, $4, $5, 2, 50, now())`;
    const values = [home.id, randomUUID(), home.obligation, home.tasks.education, home.units.education];
    await expect(execute(transport(), report, values)).rejects.toThrow(/row-level security/);
    await expect(execute(education(), report, values)).resolves.toBe(1);
  });

  it('writes messages, alerts, notices, events, deadlines and rungs for other desks, and does not see them', async () => {
    const message = `insert into message (jurisdiction_id, id, person_id, unit_id, channel, kind, title, body, state,
      deliver_at, created_at, idempotency_key) values ($1, gen_random_uuid(), $2, $3, 'inbox', 'x', '', '', 'pending',
      now(), now(), 'to-education') on conflict do nothing`;
    const alert = `insert into alert (jurisdiction_id, id, kind, level, unit_id, title, detail, state, raised_at,
      idempotency_key) values ($1, gen_random_uuid(), 'x', 'info', $2, '', '', 'open', now(), 'about-education')`;
    const event = `insert into event (jurisdiction_id, subject_kind, subject_id, seq, type, payload, at, unit_id,
      idempotency_key, prev_hash, hash) values ($1, 'task', $2, 1, 'X', '{}', now(), $3, 'x', '', '')`;
    const deadline = `insert into deadline (jurisdiction_id, id, subject_kind, subject_id, name, generation, budget,
      calendar_version, state, armed_at) values ($1, gen_random_uuid(), 'task', $2, 'x', 1, '{}', 1, 'armed', now())`;
    const rung = `insert into rung_claim values ($1, 'task', $2, 1, 'x', now()) on conflict do nothing returning rung`;
    const notice = `insert into notice (jurisdiction_id, id, kind, subject_kind, subject_id, plan_id, unit_id,
      generation, rung, state, title, body, facts, drafted_at) values ($1, gen_random_uuid(), 'circular', 'task', $2,
      gen_random_uuid(), $3, 1, 'x', 'drafted', '', '', '{}', now())`;
    const { education: unit } = home.units;
    const changed = await inScope(transport(), async (tx) => [
      await tx.execute(message, [home.id, home.persons.education, unit]),
      await tx.execute(message, [home.id, home.persons.education, unit]),
      await tx.execute(alert, [home.id, unit]),
      await tx.execute(event, [home.id, home.tasks.education, unit]),
      await tx.execute(deadline, [home.id, home.tasks.education]),
      (await tx.query(rung, [home.id, home.tasks.education])).length,
      (await tx.query(rung, [home.id, home.tasks.education])).length,
      await tx.execute(notice, [home.id, home.tasks.education, unit]),
    ]);
    expect(changed).toEqual([1, 0, 1, 1, 1, 1, 0, 1]);
    await expect(inScope(transport(), visible)).resolves.toMatchObject({ message: 0, alert: 0, notice: 0 });
    await expect(inScope(education(), visible)).resolves.toMatchObject({ message: 2, alert: 2, notice: 2 });
  });
});

describe('the role of the application', () => {
  it.each([
    [`update event set type = 'X'`],
    [`delete from event`],
    [`update plan_review_step set words = 'x'`],
    [`delete from plan_review_step`],
    [`update plan_document set text = 'x'`],
    [`update plan_revision set source_text = 'x'`],
    [`delete from plan_revision`],
    [`truncate event`],
    [`delete from task`],
    [`delete from progress_report`],
    [`update progress_report set progress = 100`],
    [`delete from notice`],
    [`update policy_version set body = '{}'`],
    [`alter table event disable row level security`],
    [`alter table event disable trigger all`],
    [`drop policy seen on event`],
    [`create table luoshi.mine (x int)`],
  ])('may not: %s', async (sql) => {
    await expect(execute(office(), sql)).rejects.toMatchObject({ code: '42501' });
  });

  it('cannot give itself a privilege', async () => {
    await execute(office(), 'grant delete on event to luoshi_app'); // A warning of the server's: nothing was granted.
    await expect(execute(office(), 'delete from event')).rejects.toMatchObject({ code: '42501' });
  });

  it('gains nothing by switching row security off: the statement fails', async () => {
    const read = inScope(office(), async (tx) => {
      await tx.execute('set local row_security = off');
      return tx.query('select * from task');
    });
    await expect(read).rejects.toThrow(/would be affected by row-level security/);
  });

  it('may delete sessions and stored answers', async () => {
    await expect(execute(office(), `delete from session where token_hash = 'none'`)).resolves.toBe(0);
    await expect(execute(office(), `delete from idempotent_answer where key = 'none'`)).resolves.toBe(0);
  });

  it('is stopped by the trail itself where privileges would not', async () => {
    await asOwner(db.ownerUrl, async (owner) => {
      for (const sql of [
        `update luoshi.event set type = 'X'`,
        `delete from luoshi.event`,
        'truncate luoshi.event',
      ]) {
        await expect(owner.query(sql)).rejects.toMatchObject({ code: 'LS001' });
      }
    });
  });
});

describe('the questions asked before a jurisdiction is known', () => {
  it('find the jurisdictions that have something due by then', async () => {
    const due = (at: string): Promise<object[]> =>
      db.database.outsideTenants((tx) => tx.query('select * from jurisdictions_with_due_work($1)', [at]));
    await expect(due('2024-04-17T00:00:00Z')).resolves.toEqual([]);
    await expect(due('2024-04-18T01:00:00Z')).resolves.toEqual([
      { jurisdiction_id: home.id },
      { jurisdiction_id: other.id },
    ]);
  });

  it('find a person’s hash by user name, and nothing for a name that nobody has', async () => {
    const find = (name: string): Promise<object[]> =>
      db.database.outsideTenants((tx) => tx.query('select * from credential_of($1)', [name]));
    await expect(find(`jia-${home.id}`)).resolves.toMatchObject([
      {
        jurisdiction_id: home.id,
        unit_id: home.units.education,
        password_hash: `hash-${home.id}`,
        must_change: false,
      },
    ]);
    await expect(find('nobody')).resolves.toEqual([]);
  });

  it('find a session with its person', async () => {
    const rows = await db.database.outsideTenants((tx) =>
      tx.query('select * from session_of($1)', [`token-${other.id}`]),
    );
    expect(rows).toEqual([
      {
        jurisdiction_id: other.id,
        person_id: other.persons.education,
        unit_id: other.units.education,
        name: '甲',
        username: `jia-${other.id}`,
        active: true,
        must_change: false,
        csrf_token: 'csrf',
        created_at: '2024-04-12T01:00:00.000Z',
        last_seen_at: '2024-04-12T01:00:00.000Z',
        expires_at: '2024-04-13T01:00:00.000Z',
        id: expect.stringMatching(/^[0-9a-f-]{36}$/),
        second_factor: false,
      },
    ]);
  });

  it('find who bears a token', async () => {
    const rows = await db.database.outsideTenants((tx) =>
      tx.query('select * from bearer_of($1)', [`token-${other.id}`]),
    );
    expect(rows).toMatchObject([
      { jurisdiction_id: other.id, person_id: other.persons.education, scopes: ['read'], ended_at: null },
    ]);
  });

  it('list all jurisdictions', async () => {
    const rows = await db.database.outsideTenants((tx) =>
      tx.query('select id, calendar_id from all_jurisdictions()'),
    );
    expect(rows).toEqual([
      { id: home.id, calendar_id: 'cn' },
      { id: other.id, calendar_id: 'cn' },
    ]);
  });
});
