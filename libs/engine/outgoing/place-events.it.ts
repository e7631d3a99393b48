import { taskIdOf } from '#accountability';
import {
  appendEvents,
  followTrail,
  lockStream,
  openDatabase,
  saveStream,
  type Transaction,
} from '#persistence';
import {
  asOwner,
  createTestDatabase,
  SMALL_DISTRICT,
  smallTaskCode,
  Story,
  type TestDatabase,
} from '#testing';
import { placeEvents } from './index.js';

let db: TestDatabase;
let story: Story;
const inDistrict = <T>(work: (tx: Transaction) => Promise<T>): Promise<T> =>
  db.database.transaction({ jurisdictionId: SMALL_DISTRICT }, work);
const place = (by = story, batch = 50): Promise<number> =>
  placeEvents(by.engine.context, SMALL_DISTRICT, { baseUrl: 'https://luoshi.example', batch });

interface Placed {
  position: number;
  subject_id: string;
  subject_kind: string;
  seq: number;
  type: string;
  document: string;
  unit_ids: string[];
}
const placed = (after = 0): Promise<Placed[]> =>
  story.read('select * from outgoing_event where position > $1 order by position', [after]);
const last = async (): Promise<number> => (await placed()).at(-1)?.position ?? 0;
/** The numbers of transactions that the stream goes by. */
const stream = async (): Promise<{ horizon: number; lastPosition: number }> => {
  const locked = await inDistrict((tx) => lockStream(tx));
  if (locked === null) throw new Error('nobody follows the trail');
  return locked;
};

beforeAll(async () => {
  db = await createTestDatabase();
  story = await Story.begin(db.database, '2024-09-23 09:00', 2);
  await story.task('2024-09-23 09:30', 'hq', 1, 'confirm');
  await story.task('2024-09-23 10:00', 'hq', 1, 'dispatch');
});
afterAll(() => db.drop());

/** Each position from 1 on once, every event of the trail one, each subject's in the order of its own sequence. */
async function expectWhole(): Promise<void> {
  const rows = await placed();
  expect(rows.map(({ position }) => position)).toEqual(rows.map((_, index) => index + 1));
  const [{ count } = { count: -1 }] = await story.read<{ count: number }>(
    `select ((select count(*) from event where subject_kind <> 'reportingLine') + (select count(*) from notice_event))::int as count`,
  );
  expect(rows).toHaveLength(count);
  const seen = new Map<string, number>();
  for (const { subject_id: id, seq } of rows) {
    expect(seq).toBeGreaterThan(seen.get(id) ?? 0);
    seen.set(id, seq);
  }
}

describe('the stream of events', () => {
  it('does not cost anything where nobody follows it', async () => {
    expect(await place()).toBe(0);
    expect(await placed()).toEqual([]);
  });

  it('begins with the past, oldest first, whatever the size of the batches', async () => {
    await inDistrict((tx) => followTrail(tx));
    expect(await place(story, 2)).toBeGreaterThan(4);
    const types = (await placed()).map(({ type }) => type);
    expect(types.slice(0, 3)).toEqual(['task.drafted', 'task.drafted', 'task.drafted']);
    expect(types.indexOf('task.confirmed')).toBeLessThan(types.indexOf('task.dispatched'));
    await expectWhole();
  });

  it('goes on with what happens: what is owed, and notices that are issued, acknowledged or taken back', async () => {
    const before = await last();
    await story.task('2024-09-24 09:00', 'liaison', 1, 'sign');
    await story.until('2024-10-08 17:40');
    await story.notice('2024-10-09 09:00', 'head', 'blue', 'acknowledge');
    await place();
    const types = new Set((await placed(before)).map(({ type }) => type));
    for (const type of ['task.signed', 'obligation.scheduled', 'notice.issued', 'notice.acknowledged'])
      expect(types).toContain(type);
    await expectWhole();
  });

  it('says of each event what it is, in words that stay', async () => {
    const rows = await placed();
    const issued = rows.find(({ type }) => type === 'notice.issued');
    const document = JSON.parse(issued?.document ?? '{}') as Record<string, unknown>;
    expect(Object.keys(document)).toEqual([
      ...['id', 'type', 'version', 'timestamp', 'jurisdiction', 'subject', 'cursor', 'data', 'link'],
    ]);
    expect(document).toMatchObject({
      type: 'notice.issued',
      version: 1,
      timestamp: '2024-10-08T09:30:00.000Z',
      jurisdiction: SMALL_DISTRICT,
      subject: { kind: 'notice', id: issued?.subject_id, seq: 1 },
      cursor: String(issued?.position),
      data: { notice: { kind: 'reminderLetter', unit: { name: '区教育局' } } },
      link: `https://luoshi.example/inbox?notice=${issued?.subject_id ?? ''}`,
    });
    // Written once: what is sent tomorrow is what was placed today, although the unit is called otherwise by then.
    await asOwner(db.ownerUrl, (owner) =>
      owner.query(`update luoshi.unit set name = '区教体局' where code = 'education'`),
    );
    expect(await placed()).toEqual(rows);
    await expect(
      inDistrict((tx) => tx.execute(`update outgoing_event set document = '{}'`)),
    ).rejects.toThrow();
  });

  it('shows a unit its own alone: not another unit’s, nor what it is not to know yet', async () => {
    const rows = await placed();
    const [education = '', civil = ''] = await Promise.all(
      ['education', 'civil'].map(
        async (code) =>
          (await story.read<{ id: string }>('select id from unit where code = $1', [code]))[0]?.id ?? '',
      ),
    );
    const seenBy = (unitId: string): Promise<{ type: string }[]> =>
      db.database.transaction({ jurisdictionId: SMALL_DISTRICT, unitId }, (tx) =>
        tx.query('select type from outgoing_event order by position'),
      );
    expect(await seenBy(education)).toHaveLength(
      rows.filter(({ unit_ids: units }) => units.includes(education)).length,
    );
    // It supports both tasks, and owes nothing.
    const ofCivil = (await seenBy(civil)).map(({ type }) => type.split('.')[0]);
    expect(new Set(ofCivil)).toEqual(new Set(['task']));
    const otherDistrict = await db.database.transaction({ jurisdictionId: '990102' }, (tx) =>
      tx.query('select 1 from outgoing_event'),
    );
    expect(otherDistrict).toEqual([]);
  });
});

describe('positions', () => {
  const code = smallTaskCode(2);
  const taskId = taskIdOf(SMALL_DISTRICT, code.plan, code.code);
  let next = 1_000;
  const event = (subjectId: string, seq: number): Parameters<typeof appendEvents>[1][number] => ({
    subjectKind: 'task',
    subjectId,
    seq,
    type: 'PROGRESS_REPORTED',
    payload: { n: seq },
    at: story.clock.now(),
    actorId: null,
    unitId: null,
    idempotencyKey: `n${seq}`,
    prevHash: '0'.repeat(64),
    hash: '0'.repeat(64),
  });

  it('are given to what is committed at once, and to what began earlier and ends later all the same', async () => {
    await place();
    const before = await last();
    let ended = (): void => undefined;
    const held = new Promise<void>((resolve) => (ended = resolve));
    let wrote = (_xid: number): void => undefined;
    const written = new Promise<number>((resolve) => (wrote = resolve));
    const slow = inDistrict(async (tx) => {
      await appendEvents(tx, [event(taskId, (next += 1))]);
      const [own] = await tx.query<{ xid: number }>('select pg_current_xact_id()::text::bigint as xid');
      wrote(own?.xid ?? 0);
      await held;
    });
    let seen: Awaited<ReturnType<typeof placed>>;
    try {
      const xid = await written;
      await place();
      await story.task('2024-10-09 10:00', 'hq', 2, 'confirm'); // a later transaction that commits first
      expect(await place()).toBeGreaterThan(0);
      expect((await placed(before)).map(({ type }) => type)).not.toContain('task.progressReported');
      // However often one looks: the horizon waits for the transaction that is under way. Others of the same server, which
      // have nothing to do with this database, may keep it lower for a while.
      await place();
      expect((await stream()).horizon).toBeLessThanOrEqual(xid);
      seen = await placed(before);
    } finally {
      ended();
      await slow;
    }
    await place();
    expect((await placed(before)).slice(0, seen.length)).toEqual(seen);
    expect((await placed(before)).at(-1)?.type).toBe('task.progressReported');
    await expectWhole();
  });

  it('skip nothing and double nothing while many write and commit in any order, and several place', async () => {
    await place();
    const before = await last();
    // More of them where there is time for it.
    const [writers, rounds] = process.env['LUOSHI_VERIFY'] === undefined ? [6, 5] : [16, 40];
    // They stand in each other's way on purpose: how long proves nothing.
    const patient = { lockTimeoutMs: 120_000, statementTimeoutMs: 120_000 };
    const database = await openDatabase({ appUrl: db.appUrl, poolSize: writers + 4, ...patient });
    const subjects = await story.read<{ id: string }>('select id from task order by id');
    let writing = true;
    let running = writers;
    const seeds = Array.from({ length: writers }, (_, index) => index + 1);
    const wait = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));
    const writer = async (seed: number): Promise<void> => {
      let state = seed * 2_654_435_761;
      const random = (below: number): number => {
        state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
        return (state >>> 8) % below;
      };
      for (let round = 0; round < rounds; round += 1) {
        const subject = subjects[random(subjects.length)]?.id ?? '';
        await database
          .transaction({ jurisdictionId: SMALL_DISTRICT }, async (tx) => {
            // The number of the transaction is drawn here, long before its events are written.
            await tx.query('select pg_current_xact_id()');
            await wait(random(6));
            await tx.query('select version from task where id = $1 for update', [subject]);
            const [{ seq } = { seq: 0 }] = await tx.query<{ seq: number }>(
              `select max(seq)::int as seq from event where subject_kind = 'task' and subject_id = $1`,
              [subject],
            );
            await appendEvents(tx, [event(subject, seq + 1), event(subject, seq + 2)]);
            await wait(random(6));
            if (random(7) === 0) throw new Error('rolled back');
          })
          .catch((error: unknown) => {
            if (!(error instanceof Error && error.message === 'rolled back')) throw error;
          });
      }
      running -= 1;
      if (running === 0) writing = false;
    };
    // A reader that follows by its cursor must never find something new behind it.
    const followed: number[] = [];
    const follow = async (): Promise<void> => {
      const rows = await placed(before + followed.length);
      followed.push(...rows.map(({ position }) => position));
    };
    const follower = async (): Promise<void> => {
      for (; writing; await wait(1)) await follow();
    };
    const placer = async (): Promise<void> => {
      while (writing) await place(story, 5);
    };
    await Promise.all([...seeds.map(writer), placer(), placer(), follower()]);
    await database.close();
    await place();
    await follow();
    await expectWhole();
    const rows = await placed(before);
    expect(rows.length).toBeGreaterThan(writers * rounds);
    expect(followed).toEqual(rows.map(({ position }) => position));
  });

  it('are not given by a placer that dies before it commits, and not twice by one that dies after', async () => {
    await inDistrict((tx) => appendEvents(tx, [event(taskId, (next += 1_000))]));
    const before = await last();
    const dying = (point: string): Story =>
      story.resumed((at) => {
        if (at === point) throw new Error('killed');
      });
    await expect(place(dying('placeEvents.written'))).rejects.toThrow('killed');
    expect(await last()).toBe(before);
    await expect(place(dying('placeEvents.committed'))).rejects.toThrow('killed');
    expect(await last()).toBe(before + 1);
    expect(await place()).toBe(0);
    await expectWhole();
  });

  it('stay what they are where the record has come to another cluster, and go on there', async () => {
    const rows = await placed();
    await inDistrict(async (tx) => {
      const locked = await lockStream(tx);
      // As in a backup: the numbers of another cluster, far ahead of those of this one.
      if (locked) await saveStream(tx, { ...locked, cluster: 'elsewhere', horizon: 9_000_000_000 });
    });
    await inDistrict((tx) => appendEvents(tx, [event(taskId, (next += 1))]));
    expect(await place(story, 7)).toBe(1);
    expect((await placed()).slice(0, rows.length)).toEqual(rows);
    await inDistrict((tx) => appendEvents(tx, [event(taskId, (next += 1))]));
    expect(await place()).toBe(1);
    await expectWhole();
  });
});
