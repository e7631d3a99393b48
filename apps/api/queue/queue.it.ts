import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { alarmClock, createWakeUps, preparePostgresQueue, type WakeUps } from '#scheduling';
import { createTestDatabase, manualClock, until, type TestDatabase } from '#testing';
import { startApi, type ApiUnderTest } from '../testing/api-under-test.js';
import { Browser, problemOf } from '../testing/browser.js';
import { JURISDICTION } from '../testing/district.js';
import type { Username } from '../testing/people.js';

const clock = manualClock('2024-04-12T01:00:00.000Z');
/** One of each kind: who runs plans, who supervises, who reports. */
const OTHERS = ['hq', 'supervisor', 'farming'] as const satisfies Username[];

let db: TestDatabase;
let wakeUps: WakeUps;
let api: ApiUnderTest;
let administrator: Browser;
let others: Map<string, Browser>;

beforeAll(async () => {
  db = await createTestDatabase();
  await preparePostgresQueue(db.ownerUrl);
  wakeUps = createWakeUps({
    backend: { kind: 'postgres', connectionString: db.appUrl },
    clock: alarmClock(clock),
  });
  api = await startApi(db.database, clock, { more: { queue: wakeUps } });
  administrator = await api.as('admin');
  others = new Map();
  for (const name of OTHERS) others.set(name, await api.as(name));
});
afterAll(async () => {
  await api.stop();
  await wakeUps.close(1_000);
  await db.drop();
});

const page = (browser: Browser, path: string, method = 'GET'): Promise<Response> => browser.raw(method, path);

describe('the queue', () => {
  test('is shown to a system administrator, paused and resumed by one', async () => {
    const status = await administrator.get('/api/v1/queue');
    expect(status.body).toMatchObject({ backend: 'postgres', paused: false, failed: 0, failures: [] });
    expect((await administrator.change('/api/v1/queue/pause', {})).body).toEqual({ paused: true });
    expect((await administrator.get('/api/v1/queue')).body).toMatchObject({ paused: true });
    expect((await administrator.change('/api/v1/queue/resumption', {})).body).toEqual({ paused: false });
    expect((await administrator.get('/api/v1/queue')).body).toMatchObject({ paused: false });
  });

  test('tells what failed in one’s own jurisdiction, and has it done again', async () => {
    const looks: string[] = [];
    let broken = true;
    wakeUps.work((id) => {
      looks.push(id ?? '');
      return broken ? Promise.reject(new Error('no disk')) : Promise.resolve();
    });
    await wakeUps.schedule(JURISDICTION, clock.now());
    await wakeUps.schedule('999999', clock.now());
    const failed = async (id: string): Promise<boolean> =>
      (await wakeUps.desk.failed()).some(({ jurisdictionId }) => jurisdictionId === id);
    await until(async () => (await failed(JURISDICTION)) && (await failed('999999')));
    const { failures } = (await administrator.get('/api/v1/queue')).body as { failures: unknown[] };
    expect(failures).toHaveLength(1);
    expect(failures[0]).toMatchObject({ at: clock.now(), reason: 'no disk' });
    broken = false;
    const before = looks.length;
    expect((await administrator.change('/api/v1/queue/requeue', {})).body).toEqual({ requeued: 1 });
    await until(() => looks.slice(before).includes(JURISDICTION));
    expect(looks.slice(before)).not.toContain('999999');
  });

  test('is nobody else’s, signed in or not', async () => {
    for (const path of ['/queue', '/queue/pause', '/queue/resumption', '/queue/requeue']) {
      const send = (browser: Browser) =>
        path === '/queue' ? browser.get('/api/v1/queue') : browser.change(`/api/v1${path}`, {});
      expect((await send(new Browser(api.url))).status).toBe(401);
      for (const [name, browser] of others)
        expect([name, problemOf(await send(browser))]).toEqual([name, { status: 403, code: 'NotPermitted' }]);
    }
    expect((await administrator.get('/api/v1/queue')).body).toMatchObject({ paused: false });
  });
});

/** The page, the files that it names, and what it asks. */
async function everythingOf(browser: Browser): Promise<string[]> {
  const html = await (await page(browser, '/queue-board')).text();
  const files = [...html.matchAll(/(?:src|href)="(static\/[^"]+)"/gu)].map(
    ([, file]) => `/queue-board/${file ?? ''}`,
  );
  return [
    '/queue-board',
    '/queue-board/',
    '/queue-board/queue/luoshi-wake-ups',
    ...files,
    '/queue-board/api/queues',
  ];
}

describe('the board of the queue', () => {
  test('shows an administrator the queue, from our own house alone, and changes nothing', async () => {
    const all = await everythingOf(administrator);
    expect(all.length).toBeGreaterThan(8);
    for (const path of all) expect([path, (await page(administrator, path)).status]).toEqual([path, 200]);
    const shown = await page(administrator, '/queue-board');
    const html = await shown.text();
    expect(html).toContain('落实 · 唤醒队列');
    expect(html).not.toMatch(/(?:src|href)="(?:https?:)?\/\//u);
    const policy = shown.headers.get('content-security-policy') ?? '';
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("script-src 'self';");
    expect(policy).toContain("base-uri 'self'");
    expect(shown.headers.get('cache-control')).toBe('no-store');

    const { queues } = (await (await page(administrator, '/queue-board/api/queues')).json()) as {
      queues: { name: string; readOnlyMode: boolean; isPaused: boolean }[];
    };
    expect(queues).toMatchObject([{ name: 'luoshi-wake-ups', readOnlyMode: true, isPaused: false }]);
    for (const path of [
      '/pause',
      '/luoshi-wake-ups/pause',
      '/luoshi-wake-ups/obliterate',
      '/luoshi-wake-ups/empty',
    ])
      for (const method of ['PUT', 'POST', 'DELETE', 'PATCH'])
        expect([403, 405]).toContain(
          (await page(administrator, `/queue-board/api/queues${path}`, method)).status,
        );
    expect((await wakeUps.desk.status()).paused).toBe(false);
  });

  test('is nobody else’s, not one file of it', async () => {
    const all = await everythingOf(administrator);
    const stranger = new Browser(api.url);
    for (const path of all) expect([path, (await page(stranger, path)).status]).toEqual([path, 401]);
    for (const [name, browser] of others) {
      for (const path of all)
        expect([name, path, (await page(browser, path)).status]).toEqual([name, path, 403]);
    }
    expect(await (await page(stranger, '/queue-board')).text()).toContain('请先登录');
  });

  test('is no single jurisdiction’s where there are several', async () => {
    await db.database.transaction({ jurisdictionId: '430812' }, (tx) =>
      tx.execute(
        `insert into jurisdiction (id, name, level, calendar_id, created_at)
         values ('430812', '另一个区', 'county', 'cn', $1)`,
        [clock.now()],
      ),
    );
    expect((await page(administrator, '/queue-board')).status).toBe(403);
    expect((await administrator.change('/api/v1/queue/pause', {})).status).toBe(403);
    expect((await administrator.get('/api/v1/queue')).status).toBe(200);
  });
});
