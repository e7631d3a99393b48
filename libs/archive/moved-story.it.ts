import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createHash } from 'node:crypto';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { taskIdOf } from '#accountability';
import { BY_COMMAND, createEngine, addEvidence, leavesAtMachine, recordConfigurationChange } from '#engine';
import { folderStore, objectKey, type ObjectStore } from '#evidence';
import type { Database } from '#persistence';
import {
  newSealKey,
  sealJurisdiction,
  sealKey,
  trailOfRecord,
  verifyTrail,
  type TrailReport,
} from '#sealing';
import {
  actor,
  asOwner,
  createTestDatabase,
  manualClock,
  moment,
  SMALL_DISTRICT,
  smallTaskCode,
  Story,
  type TestDatabase,
} from '#testing';
import { exportArchive, importArchive, verifyArchive, type ImportFaultPoint } from './index.js';

// The proof of the whole circle: seconds, where a push can wait for them.
const inCi = process.env['LUOSHI_VERIFY'] === undefined ? describe.skip : describe;
if (process.env['LUOSHI_VERIFY'] === undefined)
  process.stderr.write('libs/archive/moved-story.it.ts: skipped, it runs in CI (LUOSHI_VERIFY=ci)\n');

const FILE = Buffer.from('%PDF-1.4 佐证');
const SHA256 = createHash('sha256').update(FILE).digest('hex');
const MOVED_AT = '2024-10-08 17:40';

const trailIn = (database: Database): Promise<TrailReport> =>
  database.transaction(
    { jurisdictionId: SMALL_DISTRICT },
    (tx) => verifyTrail(trailOfRecord(tx, SMALL_DISTRICT)),
    { isolation: 'repeatable read', readOnly: true },
  );

/** Lets the time pass in a record that nobody acts on. */
async function liveOn(database: Database, until: string): Promise<void> {
  const clock = manualClock(moment(MOVED_AT));
  const engine = createEngine({ database, clock });
  for (;;) {
    const next = await engine.nextInstant(SMALL_DISTRICT);
    if (next === null || next > moment(until)) break;
    if (next > clock.now()) clock.set(next);
    await engine.sweep(SMALL_DISTRICT);
  }
  clock.set(moment(until));
  await engine.sweep(SMALL_DISTRICT);
  await engine.sweep(SMALL_DISTRICT);
}

const readIn = <T extends object>(database: Database, sql: string): Promise<T[]> =>
  database.transaction({ jurisdictionId: SMALL_DISTRICT }, (tx) => tx.query<T>(sql));

inCi('a district that has lived, with evidence and seals, and moves', () => {
  let from: TestDatabase;
  let to: TestDatabase;
  let folder: string;
  let stores: { from: ObjectStore; to: ObjectStore };
  const at = (name: string): string => join(folder, name);

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'luoshi-moved-'));
    [from, to] = await Promise.all([createTestDatabase(), createTestDatabase()]);
    stores = { from: folderStore(at('store-from')), to: folderStore(at('store-to')) };
    const story = await Story.begin(from.database, '2024-09-23 09:00', 2);
    for (const task of [1, 2]) {
      await story.task('2024-09-23 09:30', 'hq', task, 'confirm');
      await story.task('2024-09-23 10:00', 'hq', task, 'dispatch');
      await story.task('2024-09-24 09:00', 'liaison', task, 'sign');
    }
    await stores.from.put(objectKey(SMALL_DISTRICT, SHA256), FILE, 'application/pdf');
    const { plan, code } = smallTaskCode(1);
    const added = await addEvidence(story.engine.context, {
      jurisdictionId: SMALL_DISTRICT,
      actor: actor('liaison'),
      origin: BY_COMMAND,
      idempotencyKey: 'evidence',
      taskId: taskIdOf(SMALL_DISTRICT, plan, code),
      obligationId: null,
      file: {
        name: '佐证.pdf',
        mediaType: 'application/pdf',
        size: FILE.length,
        sha256: SHA256,
        scanned: false,
      },
      note: '',
    });
    expect(added).toMatchObject({ ok: true });
    await sealJurisdiction(from.database, SMALL_DISTRICT, sealKey(newSealKey()), () =>
      moment('2024-09-30 12:00'),
    );
    await story.until(MOVED_AT);
    await exportArchive({
      database: from.database,
      store: stores.from,
      jurisdictionId: SMALL_DISTRICT,
      to: at('story.tar'),
      leaving: ({ sha256 }) =>
        leavesAtMachine(from.database, SMALL_DISTRICT, 'archive export', {
          action: 'archiveExported',
          details: { sha256 },
        }),
    });
  });
  afterAll(async () => {
    await Promise.all([from.drop(), to.drop(), rm(folder, { recursive: true, force: true })]);
  });

  const take = (fault?: (point: ImportFaultPoint) => Promise<void>): Promise<unknown> =>
    importArchive({
      database: to.database,
      store: stores.to,
      path: at('story.tar'),
      within: (tx, { sha256 }) =>
        recordConfigurationChange(tx, BY_COMMAND, {
          action: 'archiveImported',
          at: moment(MOVED_AT),
          details: { sha256 },
        }),
      ...(fault === undefined ? {} : { fault }),
    });

  it('is checked offline: chains, seals and what is not sealed yet, as in the record', async () => {
    const { trail, files } = await verifyArchive(at('story.tar'));
    const there = await trailIn(from.database);
    // The line that says that it was exported is no part of it.
    expect({
      ...trail,
      lines: trail.lines + 1,
      unsealed: trail.unsealed + 1,
      actors: there.actors,
      personal: null,
    }).toEqual({
      ...there,
      personal: null,
    });
    expect(trail).toMatchObject({ broken: [], seals: { count: 1, faults: [] } });
    expect(files).toBe(1);
  });

  it('is not there at all where the import is cut off, wherever that is, and is there when it is done again', async () => {
    for (const point of ['evidenceKept', 'rowsHalfWritten', 'beforeCommit'] as const) {
      let cut = 0;
      const work = take(async (passed) => {
        if (passed !== point) return;
        cut += 1;
        await asOwner(to.ownerUrl, (owner) =>
          owner.query(`select pg_terminate_backend(pid, 10000) from pg_stat_activity
            where datname = current_database() and pid <> pg_backend_pid()`),
        );
        if (point === 'evidenceKept') throw new Error('killed');
      });
      await expect(work).rejects.toThrow();
      expect(cut).toBe(1);
      const { rows } = await asOwner(to.ownerUrl, (owner) =>
        owner.query(
          `select from luoshi.jurisdiction union all select from luoshi.unit union all select from luoshi.event`,
        ),
      );
      expect(rows).toHaveLength(0);
    }
    await take();
  });

  it('comes out again byte for byte, though that it came and went is on the trail', async () => {
    const again = (name: string): Promise<unknown> =>
      exportArchive({
        database: to.database,
        store: stores.to,
        jurisdictionId: SMALL_DISTRICT,
        to: at(name),
        leaving: () =>
          leavesAtMachine(to.database, SMALL_DISTRICT, 'archive export', { action: 'archiveExported' }),
      });
    await again('again.tar');
    await again('once-more.tar');
    const first = await readFile(at('story.tar'));
    expect((await readFile(at('again.tar'))).equals(first)).toBe(true);
    expect((await readFile(at('once-more.tar'))).equals(first)).toBe(true);
    const lines = await readIn<{ action: string }>(
      to.database,
      `select action from trail_line where action like 'archive%' order by seq`,
    );
    expect(lines.map(({ action }) => action)).toEqual([
      'archiveImported',
      'archiveExported',
      'archiveExported',
    ]);
    expect(await trailIn(to.database)).toMatchObject({ broken: [], seals: { count: 1, faults: [] } });
  });

  it('is shown to its own only, as before', async () => {
    const [education] = await readIn<{ id: string }>(
      to.database,
      `select id from unit where code = 'education'`,
    );
    const seen = await to.database.transaction(
      { jurisdictionId: SMALL_DISTRICT, unitId: education?.id ?? '' },
      (tx) => tx.query(`select distinct unit_id from obligation`),
    );
    expect(seen).toEqual([{ unit_id: education?.id }]);
    const elsewhere = await to.database.transaction({ jurisdictionId: '990009' }, (tx) =>
      tx.query('select from task'),
    );
    expect(elsewhere).toEqual([]);
  });

  it('lives on: the next rungs come, each once, at the instants at which they would have come', async () => {
    const NOTICES = `select kind, rung, state, drafted_at, issued_at from notice order by drafted_at, rung`;
    const EVENTS = `select subject_kind, subject_id, seq, type, at, payload, hash from event order by 1, 2, 3`;
    const CLAIMS = `select subject_id, generation, rung, claimed_at from rung_claim order by 1, 2, 3`;
    const before = await readIn(to.database, NOTICES);
    await liveOn(from.database, '2024-10-14 18:00');
    await liveOn(to.database, '2024-10-14 18:00');
    const after = await readIn(to.database, NOTICES);
    expect(after.length).toBeGreaterThan(before.length);
    for (const sql of [NOTICES, EVENTS, CLAIMS])
      expect(await readIn(to.database, sql)).toEqual(await readIn(from.database, sql));
    expect(await trailIn(to.database)).toMatchObject({ broken: [] });
  });

  it('is sealed further with the key of its new home, and what was about its coming is history then', async () => {
    const key = sealKey(newSealKey());
    await sealJurisdiction(to.database, SMALL_DISTRICT, key, () => moment('2024-10-14 18:30'));
    await exportArchive({
      database: to.database,
      store: stores.to,
      jurisdictionId: SMALL_DISTRICT,
      to: at('later'),
    });
    const { trail } = await verifyArchive(at('later'));
    expect(trail).toMatchObject({ broken: [], seals: { count: 2, faults: [] }, unsealed: 0 });
    expect(await readFile(join(at('later'), 'records/trail-line.jsonl'), 'utf8')).toContain(
      'archiveImported',
    );
  });
});
