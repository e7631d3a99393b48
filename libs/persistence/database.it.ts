import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { asOwner, createTestDatabase, insertDistrict, until, type TestDatabase } from '#testing';
import { quotedArray } from './array-literal.js';
import { CONSTRAINT_CODES, constraintCodeOf, json, openDatabase, type Transaction } from './index.js';
import { farewellProxy } from './testing/farewell-proxy.js';

const SCOPE = { jurisdictionId: '430811' };
let db: TestDatabase;

beforeAll(async () => {
  db = await createTestDatabase({ poolSize: 3 });
  await asOwner(db.ownerUrl, (owner) => insertDistrict(owner, '430811'));
});
afterAll(() => db.drop());
beforeEach(() =>
  db.database.transaction(SCOPE, (tx) => tx.execute(`update heartbeat set beat_at = '2024-01-01Z'`)),
);

const beat = (tx: Transaction, at: string): Promise<number> =>
  tx.execute('update heartbeat set beat_at = $1', [at]);
const beatAt = async (): Promise<unknown> =>
  (await db.database.transaction(SCOPE, (tx) => tx.query('select beat_at from heartbeat')))[0]?.['beat_at'];

describe('a transaction', () => {
  it('commits what was done when the work returns', async () => {
    await db.database.transaction(SCOPE, (tx) => beat(tx, '2024-04-12T09:30:00Z'));
    await expect(beatAt()).resolves.toBe('2024-04-12T09:30:00.000Z');
  });

  it('leaves nothing when the work throws, and passes the error on', async () => {
    const failing = db.database.transaction(SCOPE, async (tx) => {
      await beat(tx, '2024-04-12T09:30:00Z');
      throw new Error('no');
    });
    await expect(failing).rejects.toThrow('no');
    await expect(beatAt()).resolves.toBe('2024-01-01T00:00:00.000Z');
  });

  it('is not said to have succeeded when the error of a statement was swallowed', async () => {
    const swallowed = db.database.transaction(SCOPE, async (tx) => {
      await beat(tx, '2024-04-12T09:30:00Z');
      await tx.query('select 1 / 0').catch(() => undefined);
    });
    await expect(swallowed).rejects.toMatchObject({ code: 'TRANSACTION_ABORTED' });
    await expect(beatAt()).resolves.toBe('2024-01-01T00:00:00.000Z');
  });

  it('tells its scope, and leaves none behind on the connection', async () => {
    const single = await openDatabase({ appUrl: db.appUrl, poolSize: 1 });
    const unitId = '00000000-0000-4000-8000-000000000001';
    const settings = `select current_jurisdiction() as j, current_unit() as u, pg_backend_pid() as pid`;
    const [bound] = await single.transaction({ jurisdictionId: 'X-1', unitId }, async (tx) => {
      expect(tx.scope).toEqual({ jurisdictionId: 'X-1', unitId });
      return tx.query(settings);
    });
    const [after] = await single.transaction(SCOPE, (tx) => tx.query(settings));
    const [outside] = await single.outsideTenants((tx) => tx.query(settings));
    await single.close();
    expect(bound).toMatchObject({ j: 'X-1', u: unitId });
    expect(after).toEqual({ j: '430811', u: null, pid: bound?.['pid'] });
    expect(outside).toEqual({ j: null, u: null, pid: bound?.['pid'] });
  });

  it.each([
    [{ jurisdictionId: `x', true); drop table event; --` }],
    [{ jurisdictionId: '' }],
    [{ jurisdictionId: '430811', unitId: `'` }],
    [{ jurisdictionId: '430811', unitId: '' }],
  ])('refuses a scope that is none: %j', async (scope) => {
    const refused = db.database.transaction(scope, () => Promise.resolve(1));
    await expect(refused).rejects.toMatchObject({ code: 'SCOPE_INVALID' });
  });

  it('is run again after a deadlock, so that both of two come through', async () => {
    const begun: string[] = [];
    const both = (
      [
        ['heartbeat', 'notice_series'],
        ['notice_series', 'heartbeat'],
      ] as const
    ).map(([first, second]) =>
      db.database.transaction(SCOPE, async (tx) => {
        await tx.execute(`update ${first} set jurisdiction_id = jurisdiction_id`);
        begun.push(first);
        await until(() => begun.length >= 2);
        await tx.execute(`update ${second} set jurisdiction_id = jurisdiction_id`);
        return first;
      }),
    );
    await expect(Promise.all(both)).resolves.toEqual(['heartbeat', 'notice_series']);
    expect(begun).toHaveLength(3);
  });

  it('may be read-only, and then writes nothing', async () => {
    const write = db.database.transaction(SCOPE, (tx) => beat(tx, '2024-04-12T09:30:00Z'), {
      readOnly: true,
    });
    await expect(write).rejects.toMatchObject({ code: '25006' });
  });

  it('sees one moment at isolation repeatable read', async () => {
    const seen = await db.database.transaction(
      SCOPE,
      async (tx) => {
        const before = await tx.query('select beat_at from heartbeat');
        await db.database.transaction(SCOPE, (other) => beat(other, '2024-05-01T00:00:00Z'));
        return [before, await tx.query('select beat_at from heartbeat')];
      },
      { isolation: 'repeatable read' },
    );
    expect(seen[0]).toEqual(seen[1]);
  });

  it('runs statements that were started together one after the other', async () => {
    const rows = await db.database.transaction(SCOPE, (tx) =>
      Promise.all([1, 2, 3].map((n) => tx.query<{ n: number }>('select $1::int as n', [n]))),
    );
    expect(rows.map(([row]) => row?.n)).toEqual([1, 2, 3]);
  });

  it('compiles no query, also on a server that would: the answer would be there before', async () => {
    const [row] = await db.database.transaction(SCOPE, (tx) => tx.query<{ jit: string }>('show jit'));
    expect(row).toEqual({ jit: 'off' });
  });

  it('has no statement that runs for ever', async () => {
    const strict = await openDatabase({ appUrl: db.appUrl, poolSize: 1, statementTimeoutMs: 1_000 });
    const slow = strict.transaction(SCOPE, (tx) => tx.query('select pg_sleep(600)'));
    await expect(slow).rejects.toMatchObject({ code: '57014' });
    await strict.close();
  });
});

describe('statements', () => {
  it('give rows for INSERT, UPDATE and DELETE with RETURNING alike, and counts', async () => {
    await db.database.transaction(SCOPE, async (tx) => {
      const insert = `insert into notice_series values ('430811', 'x', $1, 1)`;
      await expect(tx.query(`${insert} returning year`, [2030])).resolves.toEqual([{ year: 2030 }]);
      await expect(tx.execute(insert, [2031])).resolves.toBe(1);
      const update = `update notice_series set last_number = last_number + 1 where series = 'x' returning last_number`;
      await expect(tx.query(update)).resolves.toEqual([{ last_number: 2 }, { last_number: 2 }]);
      await expect(tx.execute(`select 1 where false`)).resolves.toBe(0);
    });
  });

  it('give instants, civil dates and numbers as the rest of the program has them', async () => {
    const [row] = await db.database.outsideTenants((tx) =>
      tx.query(
        `select '2024-04-12T17:30:00.1239+08'::timestamptz as at, '2024-04-12'::date as day, 12.50::numeric as n,
        9007199254740991::int8 as big, array['2024-04-12Z'::timestamptz, null] as ats, array[1.5]::numeric[] as ns,
        array['2024-02-29'::date] as days, $1::jsonb as body, null::timestamptz as none`,
        [json([{ a: [1, null] }])],
      ),
    );
    expect(row).toEqual({
      at: '2024-04-12T09:30:00.123Z',
      day: '2024-04-12',
      n: 12.5,
      big: 9_007_199_254_740_991,
      ats: ['2024-04-12T00:00:00.000Z', null],
      ns: [1.5],
      days: ['2024-02-29'],
      body: [{ a: [1, null] }],
      none: null,
    });
  });

  it('get lists as PostgreSQL would quote them, whatever stands in them', async () => {
    const texts = [
      'plain',
      '',
      'null',
      'NULL',
      null,
      '"quoted"',
      'a\\b',
      '{a,b}',
      '进展 描述',
      '𠮷',
      '\u0085',
      '{"a":"\\n"}',
    ];
    for (const list of [
      texts,
      [...texts, 'two\nlines\tand a tab'],
      [],
      [1, -2.5, null],
      [true, false, null],
    ]) {
      const type =
        typeof list[0] === 'number' ? 'numeric' : typeof list[0] === 'boolean' ? 'boolean' : 'text';
      const [row] = await db.database.transaction(SCOPE, (tx) =>
        tx.query(`select to_jsonb($1::${type}[]) as list`, [quotedArray(list)]),
      );
      expect(row?.['list']).toEqual(list);
    }
  });

  it('refuse an integer that JavaScript cannot hold, rather than round it', async () => {
    const read = db.database.outsideTenants((tx) => tx.query('select 9007199254740993::int8'));
    await expect(read).rejects.toMatchObject({ code: 'NUMBER_TOO_LARGE' });
  });

  it('tell by a stable code which constraint was violated', async () => {
    const insert = `insert into unit (jurisdiction_id, id, code, name, kind) values ('430811', gen_random_uuid(), $1, $2, '')`;
    const codeFor = (sql: string, params: unknown[]): Promise<unknown> =>
      db.database.transaction(SCOPE, (tx) => tx.execute(sql, params)).catch(constraintCodeOf);
    await expect(codeFor(insert, ['jyj', 'new'])).resolves.toBe('UnitCodeTaken');
    await expect(codeFor(insert, ['new', '教育局'])).resolves.toBe('UnitNameTaken');
    await expect(codeFor('select 1 / 0', [])).resolves.toBeNull();
  });
});

describe('a statement that nobody waits for', () => {
  const taken = `insert into notice_series values ('430811', 'sent', 2030, 1)`;

  it('is done by the time the transaction has ended', async () => {
    await db.database.transaction(SCOPE, (tx) => Promise.resolve(tx.send(taken)));
    const rows = await db.database.transaction(SCOPE, (tx) =>
      tx.query(`select year from notice_series where series = 'sent'`),
    );
    expect(rows).toEqual([{ year: 2030 }]);
  });

  it('fails the transaction with its own reason where it fails, and nothing stays', async () => {
    const doubled = db.database.transaction(SCOPE, (tx) => {
      tx.send(`insert into notice_series values ('430811', 'sent', 2031, 1)`);
      tx.send(taken);
      return Promise.resolve();
    });
    await expect(doubled).rejects.toMatchObject({ code: '23505' });
    const asked = db.database.transaction(SCOPE, (tx) => {
      tx.send(taken);
      return tx.query('select 1');
    });
    await expect(asked).rejects.toMatchObject({ code: '23505' });
    const rows = await db.database.transaction(SCOPE, (tx) =>
      tx.query(`select year from notice_series where series = 'sent'`),
    );
    expect(rows).toEqual([{ year: 2030 }]);
  });

  it('ends the transaction where it saves fewer rows than it had to', async () => {
    const short = db.database.transaction(SCOPE, (tx) => {
      tx.send('select expect_rows(2, 1)');
      return Promise.resolve();
    });
    await expect(short).rejects.toThrow('2 rows to save, 1 saved');
  });
});

describe('a lost connection', () => {
  it('fails the transaction it was used for, and no other', async () => {
    const lost = db.database.transaction(SCOPE, async (tx) => {
      const [row] = await tx.query<{ pid: number }>('select pg_backend_pid() as pid');
      await asOwner(db.ownerUrl, (owner) =>
        owner.query('select pg_terminate_backend($1, 60000)', [row?.pid]),
      );
      await tx.query('select 1');
    });
    await expect(lost).rejects.toThrow(/terminat|connection/i);
    await expect(db.database.ping()).resolves.toBeUndefined();
  });

  it('fails the transaction alone where it is ended in the very packet that greets it', async () => {
    const proxy = await farewellProxy(db.appUrl);
    const database = await openDatabase({ appUrl: proxy.url, poolSize: 2 });
    await database.transaction(SCOPE, async (tx) => {
      // The one connection is taken: this asks for a new one.
      proxy.endNext();
      const ended = database.transaction(SCOPE, (other) => other.query('select 1'));
      await expect(ended).rejects.toThrow(/terminat|connection/i);
      await expect(tx.query('select 1 as one')).resolves.toEqual([{ one: 1 }]);
    });
    await expect(database.ping()).resolves.toBeUndefined();
    await database.close();
    await proxy.close();
  });

  it('leaves no connection in use', () => {
    const { total, idle, waiting } = db.database.connections();
    expect({ inUse: total - idle, waiting }).toEqual({ inUse: 0, waiting: 0 });
  });
});

describe('the table of constraints', () => {
  it('names only constraints that exist, or that a trigger names when it refuses', async () => {
    const { rows } = await asOwner(db.ownerUrl, (owner) =>
      owner.query<{ conname: string }>(
        `select conname from pg_constraint where connamespace = 'luoshi'::regnamespace
         union select (regexp_matches(prosrc, 'constraint = ''(\\w+)''', 'g'))[1] from pg_proc
         where pronamespace = 'luoshi'::regnamespace`,
      ),
    );
    const there = new Set(rows.map((row) => row.conname));
    expect(Object.keys(CONSTRAINT_CODES).filter((name) => !there.has(name))).toEqual([]);
  });
});
