import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { auditStanding, growthMark, grownSince, type Queryable } from '#persistence';
import { createEngine, type Engine } from '#engine';
import { asOwner, createTestDatabase, insertDistrict, manualClock, type TestDatabase } from '#testing';
import { startSweeper } from './start-sweeper.js';

/** Not in every run: three thousand are founded first. */
const where = process.env['LUOSHI_VERIFY'] === undefined ? describe.skip : describe;
if (process.env['LUOSHI_VERIFY'] === undefined)
  process.stderr.write('  3,000 jurisdictions in one installation: left out here (LUOSHI_VERIFY)\n');

const FEW = 3;
const MANY = 3_000;
const NOW = '2024-04-12T02:00:00.000Z';
/** With something due, among all. */
const DUE = ['t00001', 't00002', 't00003'];

where('an installation with 3,000 jurisdictions', () => {
  const dbs: Partial<Record<'few' | 'many', TestDatabase>> = {};
  const db = (which: 'few' | 'many'): TestDatabase => dbs[which] as TestDatabase;
  beforeAll(async () => {
    for (const [which, count] of [
      ['few', FEW],
      ['many', MANY],
    ] as const) {
      dbs[which] = await createTestDatabase();
      await found(db(which), count);
    }
  }, 120_000);
  afterAll(async () => {
    await dbs.few?.drop();
    await dbs.many?.drop();
  });

  const engineOf = (which: 'few' | 'many', now = NOW): Engine =>
    createEngine({ database: db(which).database, clock: manualClock(now) });

  it('looks after those with something to do, and beats the hearts of all others in one statement', async () => {
    const looked: Record<string, string[]> = { few: [], many: [] };
    for (const which of ['few', 'many'] as const) {
      const engine = engineOf(which);
      const sweeper = startSweeper({
        engine,
        clock: engine.context.clock,
        everyMs: 3_600_000,
        lookAfter: (id) => Promise.resolve(looked[which]?.push(id)),
      });
      await sweeper.look();
      await sweeper.stop();
      expect(sweeper.failure()).toBeNull();
    }
    expect(looked).toEqual({ few: DUE, many: DUE });
    const still = await asOwner(db('many').ownerUrl, (owner) =>
      owner.query(
        `select jurisdiction_id from luoshi.heartbeat where name = 'sweeper' and beat_at < $1 order by 1`,
        [NOW],
      ),
    );
    // Whoever has something to do beats when that is done.
    expect(still.rows.map(({ jurisdiction_id: id }: { jurisdiction_id: string }) => id)).toEqual(DUE);
  });

  it('after an outage looks after every one of them: each is told what came late', async () => {
    const wanting = await engineOf('many', '2024-04-12T02:30:00.000Z').beatTheQuiet(
      '2024-04-12T02:30:00.000Z',
    );
    expect(wanting).toHaveLength(MANY);
  });

  it('asks of audits and of seals once for all, and finds those with something new', async () => {
    const outside = <T>(work: (tx: Queryable) => Promise<T>): Promise<T> =>
      db('many').database.outsideTenants(work);
    expect(await outside(auditStanding)).toHaveLength(MANY);
    const mark = { ...(await outside(growthMark)), at: '2099-01-01T00:00:00.000Z' };
    expect(await outside((tx) => grownSince(tx, mark))).toEqual([]);
    await asOwner(db('many').ownerUrl, (owner) =>
      owner.query(
        `insert into luoshi.event (jurisdiction_id, subject_kind, subject_id, seq, type, payload, at, idempotency_key, prev_hash,
           hash) values ('t00777', 'task', gen_random_uuid(), 1, 'DRAFTED', '{}', $1, 'k', '', '')`,
        [NOW],
      ),
    );
    expect(await outside((tx) => grownSince(tx, mark))).toEqual(['t00777']);
  });

  it('costs of a look what is told here', async () => {
    const measure = async (
      which: 'few' | 'many',
      ask: (engine: Engine) => Promise<unknown>,
    ): Promise<number> => {
      const engine = engineOf(which);
      const times: number[] = [];
      for (let round = 0; round < 15; round += 1) {
        const began = performance.now();
        await ask(engine);
        times.push(performance.now() - began);
      }
      return times.sort((a, b) => a - b)[7] ?? 0;
    };
    for (const [name, ask] of [
      ['look', (engine: Engine) => engine.jurisdictionsWithWork(NOW)],
      ['beat', (engine: Engine) => engine.beatTheQuiet(NOW)],
      ['answer', (engine: Engine) => engine.nextInstant('t00002')],
    ] as const) {
      const [few, many] = [await measure('few', ask), await measure('many', ask)];
      expect(many).toBeGreaterThan(0);
      process.stderr.write(
        `  ${name}: ${few.toFixed(1)} ms with ${FEW} jurisdictions, ${many.toFixed(1)} ms with ${MANY} (${(many / few).toFixed(1)} times)\n`,
      );
    }
  }, 60_000);
});

/** So many jurisdictions, each with a clock that is armed for next year; of three, one that has run down. */
async function found(db: TestDatabase, count: number): Promise<void> {
  await asOwner(db.ownerUrl, async (owner) => {
    await insertDistrict(owner, 'template');
    await owner.query('set search_path = luoshi');
    await owner.query(`
      insert into jurisdiction (id, name, level, calendar_id, created_at)
        select 't' || lpad(n::text, 5, '0'), '测试县' || n, 'county', 'cn', '2024-01-01' from generate_series(1, ${count}) n;
      insert into calendar_version (jurisdiction_id, calendar_id, version, body, created_at)
        select id, 'cn', 1, '{}', '2024-01-01' from jurisdiction where id like 't0%';
      insert into policy_version (jurisdiction_id, policy_id, version, body, created_at)
        select id, 'default', 1, '{}', '2024-01-01' from jurisdiction where id like 't0%';
      insert into deadline (jurisdiction_id, id, subject_kind, subject_id, name, generation, budget, projected_at,
          calendar_version, state, armed_at)
        select j.id, gen_random_uuid(), 'task', gen_random_uuid(), 'deadline', n, '{}',
          case when n = 1 and j.id <= 't00003' then timestamptz '2024-04-12T01:59:00Z' else timestamptz '2025-01-01' end, 1,
          'armed', '2024-01-01'
        from jurisdiction j cross join generate_series(1, 20) n where j.id like 't0%';
      insert into heartbeat select id, h.name, '2024-04-12T01:59:00Z' from jurisdiction
        cross join (values ('sweeper'), ('burden')) h (name) where id like 't0%';`);
    await owner.query(`set session_replication_role = replica`);
    const { rows } = await owner.query<{ name: string }>(
      `select table_name as name from information_schema.columns
       where table_schema = 'luoshi' and column_name = 'jurisdiction_id' and table_name in (select tablename from pg_tables)`,
    );
    for (const { name } of rows) await owner.query(`delete from ${name} where jurisdiction_id = 'template'`);
    await owner.query(`delete from jurisdiction where id = 'template'`);
    await owner.query('analyze');
  });
}
