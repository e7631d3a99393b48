import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { randomBytes, randomUUID } from 'node:crypto';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { personIdOf } from '#accountability';
import { FAULT_POINTS, type FaultPoint } from '#engine';
import { hashPassword } from '#identity';
import { insertCredential, migrate, openDatabase, startEmbeddedPostgres } from '#persistence';
import { preparePostgresQueue } from '#scheduling';
import {
  asOwner,
  moment,
  createTestDatabase,
  SMALL_DISTRICT,
  Story,
  until,
  type TestDatabase,
} from '#testing';
import { LuoshiProcess } from './testing/luoshi-process.js';

/** Each point costs two starts. Every run dies at one of them on a data folder, and at all of them within a process (crash-windows). */
const describeInCi = process.env['LUOSHI_VERIFY'] === undefined ? describe.skip : describe;

/**
 * The whole `luoshi start` in a process of its own is ended by SIGKILL at every named fault point and started again:
 * what is in the record in the end is what an undisturbed run leaves, nothing lost, nothing doubled.
 */

/** Silent on the period that fell due the day before: the blue letter goes out within this minute. */
const BEFORE = '2024-10-11 17:29';
const BLUE = '2024-10-11 17:30';
const PASSWORD = 'a long demo password';
/** Those that this life passes; the dispatching of a reviewed plan, papers of notices, and what a head signs are killed beside their own code. */
const POINTS = FAULT_POINTS.filter(
  (point) => !/^(?:dispatchPlan|bulk|placeEvents|cascade|products|notices|signOff)\./.test(point),
);
const FILING = new Set<FaultPoint>(['fileSitting.written', 'fileSitting.committed']);
const AT_ONCE = 2;

interface Server {
  ownerUrl: string;
  appUrl: string;
}

let template: TestDatabase;

beforeAll(async () => {
  const [db] = await Promise.all([createTestDatabase(), LuoshiProcess.build()]);
  template = db;
  await untilBeforeTheLetter(template);
  // A database that somebody is connected to cannot be copied.
  await template.database.close();
});
afterAll(() => template.drop());

/** Two tasks of the education bureau, reported on once, then not. */
async function untilBeforeTheLetter(server: Server): Promise<void> {
  await preparePostgresQueue(server.ownerUrl);
  const database = await openDatabase({ appUrl: server.appUrl });
  try {
    const story = await Story.begin(database, '2024-09-23 09:00', 2);
    const hash = await hashPassword(PASSWORD);
    await database.transaction({ jurisdictionId: SMALL_DISTRICT }, (tx) =>
      insertCredential(tx, {
        personId: personIdOf(SMALL_DISTRICT, 'liaison'),
        passwordHash: hash,
        mustChange: false,
        at: story.clock.now(),
      }),
    );
    for (const task of [1, 2]) await story.task('2024-09-23 09:30', 'hq', task, 'confirm');
    for (const task of [1, 2]) await story.task('2024-09-23 10:00', 'hq', task, 'dispatch');
    for (const task of [1, 2]) await story.task('2024-09-24 09:00', 'liaison', task, 'sign');
    await story.files('2024-09-29 15:00', 'liaison', '2024-09 下旬', 70);
    await story.until(BEFORE);
  } finally {
    await database.close();
  }
}

/** A copy of the record as it stands before the letter. */
async function copy(): Promise<Server & { drop: () => Promise<void> }> {
  const name = `luoshi_test_${randomBytes(6).toString('hex')}`;
  const from = new URL(template.ownerUrl).pathname.slice(1);
  await asOwner(elsewhere(template.ownerUrl, 'postgres'), (owner) =>
    owner.query(`create database ${name} template ${from}`),
  );
  return {
    ownerUrl: elsewhere(template.ownerUrl, name),
    appUrl: elsewhere(template.appUrl, name),
    drop: async () => {
      await asOwner(elsewhere(template.ownerUrl, 'postgres'), (owner) =>
        owner.query(`drop database ${name} with (force)`),
      );
    },
  };
}

function elsewhere(url: string, database: string): string {
  const parsed = new URL(url);
  parsed.pathname = `/${database}`;
  return parsed.toString();
}

/** Everything that must be there once; without ids that are drawn at random. */
function recordOf({ ownerUrl }: { ownerUrl: string }): Promise<Record<string, object[]>> {
  const queries = {
    events: `select subject_kind, subject_id, seq, type, payload, at, actor_id, unit_id from luoshi.event order by 1, 2, 3`,
    rungs: `select subject_id, generation, rung, claimed_at from luoshi.rung_claim order by 1, 2, 3`,
    notices: `select kind, number, state, title, body, unit_id, issued_at from luoshi.notice order by kind, number, unit_id`,
    messages: `select person_id, kind, title, body, state, deliver_at, delivered_at from luoshi.message order by 1, 2, 3, 6`,
    alerts: `select kind, level, unit_id, title, state, raised_at from luoshi.alert order by 1, 4, 6`,
    clocks: `select subject_id, name, generation, state, projected_at from luoshi.deadline order by 1, 2, 3`,
    reports: `select obligation_id, revision, progress, filed_at from luoshi.progress_report order by 1, 2`,
    sittings: `select period, filed_at from luoshi.sitting order by 1`,
  };
  return asOwner(ownerUrl, async (owner) => {
    const record: Record<string, object[]> = {};
    for (const [name, query] of Object.entries(queries))
      record[name] = (await owner.query<object>(query)).rows;
    return record;
  });
}

async function untilNothingIsDue({ ownerUrl }: { ownerUrl: string }, now: string): Promise<void> {
  await asOwner(ownerUrl, async (owner) => {
    for (let waited = 0; waited < 120_000; waited += 50) {
      const { rows } = await owner.query<{ due: string }>(
        'select count(*) as due from luoshi.jurisdictions_with_due_work($1)',
        [now],
      );
      if (Number(rows[0]?.due) === 0) return;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    throw new Error('something that is due is not being done');
  });
}

/** The clock stands still at an instant, so that a run and its repetition can be compared to the millisecond. */
function startAt(server: Server, at: string, fault?: FaultPoint): LuoshiProcess {
  return LuoshiProcess.run(['start', '--no-seed', '--port', '0'], {
    DATABASE_URL: server.appUrl,
    DATABASE_OWNER_URL: server.ownerUrl,
    LUOSHI_CLOCK: `${moment(at)}@0`,
    ...(fault === undefined ? {} : { LUOSHI_FAULT: fault }),
  });
}

/** The letter goes out: by nobody's doing, the clock alone. */
async function letterGoesOut(server: Server, fault?: FaultPoint): Promise<void> {
  if (fault !== undefined) expect((await startAt(server, BLUE, fault).ended).signal).toBe('SIGKILL');
  const last = startAt(server, BLUE);
  await last.url();
  await untilNothingIsDue(server, moment(BLUE));
  expect(await last.stop()).toEqual({ code: 0, signal: null });
}

/** The liaison files at the last minute; where no answer came, asks again under the same key. */
async function liaisonFiles(server: Server, fault?: FaultPoint): Promise<void> {
  const key = randomUUID();
  if (fault !== undefined) {
    const first = startAt(server, BEFORE, fault);
    await expect(file(await first.url(), key)).rejects.toThrow('fetch failed');
    expect((await first.ended).signal).toBe('SIGKILL');
  }
  const last = startAt(server, BEFORE);
  const status = await file(await last.url(), key);
  // Filed, or told that the sitting is no longer as it was seen: it had been filed before the answer was lost.
  expect(status).toBe(fault === 'fileSitting.committed' ? 412 : 200);
  await untilNothingIsDue(server, moment(BEFORE));
  expect(await last.stop()).toEqual({ code: 0, signal: null });
}

/** Signs in, sees the open sitting as it was when the page was opened, and files all of it. Answers the status. */
async function file(url: string, key: string): Promise<number> {
  const json = { 'Content-Type': 'application/json' };
  const signedIn = await fetch(`${url}/api/v1/session`, {
    method: 'POST',
    headers: json,
    body: JSON.stringify({ username: 'liaison', password: PASSWORD }),
  });
  expect(signedIn.status).toBe(201);
  const cookie = signedIn.headers.getSetCookie()[0]?.split(';')[0] ?? '';
  const { csrfToken } = (await signedIn.json()) as { csrfToken: string };
  const get = async <T>(path: string): Promise<T> =>
    (await (await fetch(url + path, { headers: { cookie } })).json()) as T;
  const { items } = await get<{ items: { id: string; periodLabel: string }[] }>('/api/v1/sittings');
  const id = items.find(({ periodLabel }) => periodLabel === '2024年10月上旬')?.id ?? '';
  seen ??= await get<Sitting>(`/api/v1/sittings/${id}`);
  const reports = seen.items.map(({ obligationId }) => ({ obligationId, progress: 75, done: '按计划推进' }));
  const filed = await fetch(`${url}/api/v1/sittings/${id}/filing`, {
    method: 'POST',
    headers: {
      ...json,
      cookie,
      'X-CSRF-Token': csrfToken,
      'Idempotency-Key': key,
      'If-Match': `"${seen.version}"`,
    },
    body: JSON.stringify({ reports }),
  });
  return filed.status;
}

interface Sitting {
  version: number;
  items: { obligationId: string }[];
}
let seen: Sitting | undefined;

describeInCi('a process that is killed and started again', () => {
  const told = new Map<string, Record<string, object[]> | Error>();

  beforeAll(async () => {
    const lives: { name: string; live: (server: Server) => Promise<void> }[] = [
      { name: 'letter', live: (server) => letterGoesOut(server) },
      { name: 'filing', live: (server) => liaisonFiles(server) },
      ...POINTS.map((point) => ({
        name: point,
        live: (server: Server) =>
          FILING.has(point) ? liaisonFiles(server, point) : letterGoesOut(server, point),
      })),
    ];
    const next = lives.values();
    await Promise.all(
      Array.from({ length: AT_ONCE }, async () => {
        for (const { name, live } of next) {
          const server = await copy();
          told.set(
            name,
            await live(server).then(
              () => recordOf(server),
              (error: unknown) => error as Error,
            ),
          );
          await server.drop();
        }
      }),
    );
  });

  const record = (name: string): Record<string, object[]> => {
    const found = told.get(name);
    if (found instanceof Error || found === undefined) throw found ?? new Error(`${name} was not lived`);
    return found;
  };

  test('has something to lose: undisturbed, a letter goes out, and a late filing ends the climb', () => {
    expect(record('letter')['notices']).toHaveLength(1);
    expect(record('letter')['rungs']).toHaveLength(2);
    expect(record('filing')['notices']).toHaveLength(0);
    expect(record('filing')['reports']).toHaveLength(4);
    expect(record('letter')['messages']?.length).toBeGreaterThan(record('filing')['messages']?.length ?? 0);
  });

  test.each(POINTS)('at %s loses nothing and doubles nothing', (point) => {
    expect(record(point)).toEqual(record(FILING.has(point) ? 'filing' : 'letter'));
  });
});

describe('the same on a data folder, where the database’s server outlives the process', () => {
  test('killed at fireDue.applied, the server it left running is taken over and the letter goes out once', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'luoshi-crash-'));
    // As root, the server runs as another user, who has to get to its folder.
    await chmod(folder, 0o711);
    const dataDir = join(folder, 'data');
    const inside = async <T>(work: (server: Server) => Promise<T>): Promise<T> => {
      const server = await startEmbeddedPostgres({ dataDir });
      try {
        return await work(server);
      } finally {
        await server.stop();
      }
    };
    const start = (fault?: FaultPoint): LuoshiProcess =>
      LuoshiProcess.run(['start', '--no-seed', '--port', '0', '--data', dataDir], {
        LUOSHI_CLOCK: `${moment(BLUE)}@0`,
        ...(fault === undefined ? {} : { LUOSHI_FAULT: fault }),
      });
    try {
      await inside(async (server) => {
        await migrate(server.ownerUrl);
        await untilBeforeTheLetter(server);
      });
      expect((await start('fireDue.applied').ended).signal).toBe('SIGKILL');
      const last = start();
      const url = await last.url();
      expect(last.stderr).toContain('上次遗留的数据库进程已停止。');
      await until(async () => (await (await fetch(`${url}/readyz`)).text()).includes('最近巡检'));
      expect(await last.stop()).toEqual({ code: 0, signal: null });
      const record = await inside(recordOf);
      expect(record['notices']).toHaveLength(1);
      expect(record['rungs']).toHaveLength(2);
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  });
});
