import { beat, type Database } from '#persistence';
import { asOwner, createTestDatabase, moment, SMALL_DISTRICT, Story, type TestDatabase } from '#testing';
import { createEngine } from './create-engine.js';
import { reportOutage } from './outage.js';

type Owner = Parameters<Parameters<typeof asOwner>[1]>[0];

/** Everything is done in a transaction, and then it is not kept; what was kept apart from it, is. */
function diesBeforeItsCommit(database: Database): Database {
  let open = 0;
  const transaction: Database['transaction'] = (scope, work, options) =>
    database.transaction(
      scope,
      async (tx) => {
        open += 1;
        const result = await work(tx).finally(() => (open -= 1));
        if (open === 0) throw new Error('died');
        return result;
      },
      options,
    );
  return { transaction } as unknown as Database;
}

describe('a system that was down from the due time on, for more than a week', () => {
  let db: TestDatabase;
  let story: Story;
  beforeAll(async () => {
    db = await createTestDatabase();
    story = await Story.begin(db.database, '2024-09-23 09:00', 1);
    await story.task('2024-09-23 09:30', 'hq', 1, 'confirm');
    await story.task('2024-09-23 10:00', 'hq', 1, 'dispatch');
    await story.task('2024-09-24 09:00', 'liaison', 1, 'sign');
    await story.files('2024-09-29 15:00', 'liaison', '2024-09 下旬', 70);
    await story.until('2024-10-10 17:00');
    await story.heard();
    story.down('2024-10-16 10:00');
  });
  afterAll(() => db.drop());

  it('loses its report with no sweeper that dies after it has shown that it lives, and before that is on record', async () => {
    const dying = createEngine({ database: diesBeforeItsCommit(db.database), clock: story.clock });
    await expect(dying.sweep(SMALL_DISTRICT)).rejects.toThrow('died');
    expect(await story.read(`select 1 from alert where kind = 'outage'`)).toEqual([]);
    // The next test hears of it.
  });

  it('says at once what is overdue, and tells the supervision office that it was down', async () => {
    await story.until('2024-10-16 10:05');
    expect(await story.heard()).toEqual([
      '10-16 10:00 教育局负责人：催报：2024年10月上旬，1项任务逾期未报',
      '10-16 10:00 教育局联络员：催报：2024年10月上旬，1项任务逾期未报',
      '10-16 10:00 督查室：系统停机情况：2024年10月10日17:00至2024年10月16日10:00',
    ]);
    const [alert] = await story.read<{ kind: string }>(`select kind from alert where kind = 'outage'`);
    expect(alert).toEqual({ kind: 'outage' });
  });

  it('goes on from where the ladder stood, with the gaps between its rungs kept', async () => {
    await story.until('2024-10-18 17:00');
    expect((await story.heard()).filter((line) => !line.includes('填报提醒'))).toEqual([
      '10-17 10:00 教育局负责人：关于填报2024年10月上旬进展情况的提醒函',
      '10-17 10:00 专班办公室：关于填报2024年10月上旬进展情况的提醒函',
    ]);
    await story.until('2024-10-21 10:00');
    expect(await story.heard()).toContain('10-21 10:00 督查室：1份督办文书待签发'); // two working days after the blue letter
  });

  it('reports an outage once', async () => {
    await story.until('2024-10-22 10:00');
    expect(await story.read(`select 1 from alert where kind = 'outage'`)).toHaveLength(1);
  });
});

describe('outages of other kinds', () => {
  let db: TestDatabase;
  let story: Story;
  const outages = (): Promise<{ title: string }[]> =>
    story.read(`select title from alert where kind = 'outage' order by raised_at`);
  beforeAll(async () => {
    db = await createTestDatabase();
    story = await Story.begin(db.database, '2024-09-23 09:00', 1);
    await story.task('2024-09-23 09:30', 'hq', 1, 'confirm');
    await story.task('2024-09-23 10:00', 'hq', 1, 'dispatch');
    await story.task('2024-09-24 09:00', 'liaison', 1, 'sign');
    await story.files('2024-09-29 15:00', 'liaison', '2024-09 下旬', 70);
    await story.until('2024-10-11 18:00'); // Friday; 催报 has been said on Thursday, 提醒函 today
    await story.heard();
  });
  afterAll(() => db.drop());

  it('a weekend in which nothing falls due is nothing to speak of', async () => {
    story.down('2024-10-12 08:00'); // a Saturday that is worked
    await story.until('2024-10-12 08:00');
    await story.until('2024-10-12 18:00');
    story.down('2024-10-14 08:00');
    await story.until('2024-10-14 08:05');
    expect(await outages()).toEqual([]);
  });

  it('a few minutes of a working day are no outage: what fell due in them is dated to its instant', async () => {
    await story.until('2024-10-14 17:25');
    story.down('2024-10-14 17:33'); // 黄牌 is due at 17:30, three working days after the due time
    await story.until('2024-10-14 17:33');
    expect(await outages()).toEqual([]);
    const rungs = await story.read(`select at from event where type = 'RUNG_DUE' order by at desc limit 1`);
    expect(rungs).toEqual([{ at: moment('2024-10-14 17:30') }]);
  });

  it('half an hour in which something fell due is told, at once on the wall and in working hours as a message', async () => {
    await story.heard();
    await story.until('2024-10-15 17:25'); // the supervision office has until 17:30 to issue the card
    story.down('2024-10-15 21:00');
    await story.until('2024-10-15 21:00');
    expect(await outages()).toEqual([{ title: '系统停机情况：2024年10月15日17:25至2024年10月15日21:00' }]);
    expect(await story.heard()).toEqual([]);
    await story.until('2024-10-16 08:00');
    expect(await story.heard()).toContain(
      '10-16 08:00 督查室：系统停机情况：2024年10月15日17:25至2024年10月15日21:00',
    );
  });

  it('one that has only kept messages waiting is told, too', async () => {
    await story.until('2024-10-16 19:00');
    await story.heard();
    await asOwner(db.ownerUrl, async (owner) => {
      await owner.query(
        `update luoshi.message set state = 'pending', delivered_at = null, deliver_at = $1
         where id = (select id from luoshi.message where state = 'delivered' order by id limit 1)`,
        [moment('2024-10-16 19:30')],
      );
    });
    story.down('2024-10-16 20:10');
    await story.until('2024-10-16 20:10');
    expect((await outages()).map(({ title }) => title)).toContain(
      '系统停机情况：2024年10月16日19:00至2024年10月16日20:10',
    );
  });

  it('every further one is told of its own, once, however many sweepers find it together', async () => {
    story.down('2024-10-17 09:00'); // what the office lets pass is said every day again
    await Promise.all([story.engine, story.resumed().engine].map((engine) => engine.sweep(SMALL_DISTRICT)));
    expect(await outages()).toHaveLength(3);
  });

  it('is told in every jurisdiction that it made something late in, and in no other', async () => {
    const elsewhere = '990102';
    await asOwner(db.ownerUrl, async (owner) => {
      await owner.query('set search_path = luoshi');
      for (const table of [
        'jurisdiction',
        'calendar_version',
        'policy_version',
        'unit',
        'person',
        'role_assignment',
        'heartbeat',
      ])
        await copied(owner, table, elsewhere);
      await owner.query(
        `insert into deadline (jurisdiction_id, id, subject_kind, subject_id, name, generation, budget, projected_at,
           calendar_version, state, armed_at)
         select $1, id, subject_kind, subject_id, name, generation, budget, '2024-10-17T06:00:00Z', calendar_version, 'armed',
           armed_at from deadline where jurisdiction_id = $2 limit 1`,
        [elsewhere, SMALL_DISTRICT],
      );
    });
    await story.until('2024-10-17 13:00');
    story.down('2024-10-17 15:00'); // here nothing fell due in between
    const { database, book } = story.engine.context;
    const ended = await Promise.all(
      [SMALL_DISTRICT, elsewhere].map((jurisdictionId) =>
        database.transaction({ jurisdictionId }, async (tx) =>
          reportOutage(tx, book, await beat(tx, 'sweeper', story.clock.now()), story.clock.now()),
        ),
      ),
    );
    expect(ended.map((one) => one?.to ?? null)).toEqual([null, moment('2024-10-17 15:00')]);
    const told = await database.transaction({ jurisdictionId: elsewhere }, (tx) =>
      tx.query(
        `select p.username from message m join person p on p.id = m.person_id where m.kind = 'outage'`,
      ),
    );
    expect(told).toEqual([{ username: 'supervisor-there' }]);
  });
});

/** The rows of a table once more, in another jurisdiction; names that are unique everywhere are made so. */
async function copied(owner: Owner, table: string, jurisdictionId: string): Promise<void> {
  const { rows } = await owner.query<{ name: string }>(
    `select attname as name from pg_attribute where attrelid = $1::regclass and attnum > 0 and attgenerated = '' and not attisdropped`,
    [table],
  );
  const key = table === 'jurisdiction' ? 'id' : 'jurisdiction_id';
  const changed: Record<string, string> = { [key]: '$1::text', username: `username || '-there'` };
  const values = rows.map(({ name }) => changed[name] ?? `"${name}"`);
  await owner.query(
    `insert into ${table} (${rows.map(({ name }) => `"${name}"`).join(', ')}) select ${values.join(', ')} from ${table}
     where ${key} = $2`,
    [jurisdictionId, SMALL_DISTRICT],
  );
}
