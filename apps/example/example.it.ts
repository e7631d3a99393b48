import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { createLuoshi, LuoshiProblem, answerOf, type Luoshi } from '#client';
import { createTestDatabase, manualClock, type TestDatabase } from '#testing';
import { startApi, type ApiUnderTest } from '../api/testing/api-under-test.js';
import { JURISDICTION, TASKS, UNITS } from '../api/testing/district.js';
import { PASSWORD } from '../api/testing/people.js';
import { fileReport } from './file-report.js';
import { listenForEscalations, type Escalation } from './listen-for-escalations.js';
import { signForTask } from './sign-for-task.js';

const clock = manualClock('2024-04-12T01:00:00.000Z');
let db: TestDatabase;
let api: ApiUnderTest;
let luoshi: Luoshi;
let events: Luoshi;
/** How often the client's requests were to be lost on the way. */
let lost = 0;

/** Where there is time for it. */
const inCi = process.env['LUOSHI_VERIFY'] === undefined ? describe.skip : describe;

async function tokenOf(scopes: string[]): Promise<string> {
  const farming = await api.as('farming');
  const wanted = { name: '办公系统', scopes, days: 30, password: PASSWORD };
  return String((await farming.change('/api/v1/api-tokens', wanted)).body['token']);
}

/** The server gets the request; its answer never arrives. */
async function throughABadLine(request: Request): Promise<Response> {
  const response = await fetch(request);
  if (request.method !== 'POST' || lost > 0) return response;
  lost += 1;
  await response.arrayBuffer();
  throw new TypeError('fetch failed');
}

async function until(instant: string): Promise<void> {
  for (;;) {
    const next = await api.engine.nextInstant(JURISDICTION);
    if (next === null || next > instant) break;
    if (next > clock.now()) clock.set(next);
    await api.engine.sweep(JURISDICTION);
  }
  clock.set(instant);
  await api.engine.sweep(JURISDICTION);
}

inCi('the example of integration, on a real server', () => {
  beforeAll(async () => {
    db = await createTestDatabase();
    api = await startApi(db.database, clock);
    const hq = await api.as('hq');
    const path = `/api/v1/tasks/${TASKS['A1-01'].id}`;
    for (const action of ['confirm', 'dispatch']) {
      const { version } = (await hq.get(path)).body;
      await hq.change(`${path}/actions/${action}`, {}, { ifMatch: Number(version) });
    }
    const { url } = api;
    const admin = await api.as('admin');
    const subscription = await admin.change('/api/v1/webhooks', {
      name: '区农业农村局办公系统',
      url: 'https://oa.example.gov.cn/luoshi',
      eventTypes: ['*'],
      unitId: UNITS.farming.id,
    });
    luoshi = createLuoshi({ url, token: await tokenOf(['read', 'report', 'act']), fetch: throughABadLine });
    events = createLuoshi({ url, token: String(subscription.body['key']) });
  });
  afterAll(async () => {
    await api.stop();
    await db.drop();
  });

  test('signs for the unit’s task once, although the answer to its first attempt was lost', async () => {
    expect(await signForTask(luoshi)).toEqual(['A1-01']);
    expect(lost).toBe(1);
    expect(await signForTask(luoshi)).toEqual([]);
    const task = await answerOf(
      luoshi.GET('/api/v1/tasks/{id}', { params: { path: { id: TASKS['A1-01'].id } } }),
    );
    expect(task.value.state).toBe('inProgress');
  });

  test('files what is owed once the sitting is open, and nothing before', async () => {
    expect(await fileReport(luoshi)).toEqual([]);
    await until('2024-04-17T02:00:00.000Z');
    luoshi = createLuoshi({ url: api.url, token: await tokenOf(['read', 'report', 'act']) });
    expect(await fileReport(luoshi)).toEqual(['2024-04 中旬']);
    expect(await fileReport(luoshi)).toEqual([]);
  });

  test('hears of the letter that the next silence brings, and goes on behind it the next time', async () => {
    await until('2024-05-07T02:00:00.000Z');
    const heard = async (after: string): Promise<Escalation[]> => {
      const all: Escalation[] = [];
      const enough = new AbortController();
      const pollMs = 20;
      await listenForEscalations(events, { after, pollMs, signal: enough.signal }, (one) => {
        all.push(one);
        enough.abort();
      });
      return all;
    };
    const [first] = await heard('0');
    expect(first?.words).toContain('提醒函');
    const at = Number(first?.cursor);
    expect(at).toBeGreaterThan(0);
    const rest = await answerOf(events.GET('/api/v1/events', { params: { query: { after: at } } }));
    expect(rest.value.events.every(({ cursor }) => Number(cursor) > at)).toBe(true);
  });

  test('is told by a code what is not for it', async () => {
    const reader = createLuoshi({ url: api.url, token: await tokenOf(['read']), language: 'en' });
    const wanted = answerOf(
      reader.POST('/api/v1/tasks/{id}/actions/{action}', {
        params: { path: { id: TASKS['A1-01'].id, action: 'suspend' }, header: { 'If-Match': '"1"' } },
        body: { reason: '等待批复', until: '2024-06-30' },
      }),
    );
    const problem = await wanted.catch((error: unknown) => error);
    expect(LuoshiProblem.is(problem, 'TokenScopeMissing')).toBe(true);
    expect((problem as LuoshiProblem).message).toContain('The token lacks the scope');
  });
});
