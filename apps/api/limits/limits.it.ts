import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { createTestDatabase, manualClock, type TestDatabase } from '#testing';
import { startApi, type ApiUnderTest } from '../testing/api-under-test.js';
import { Browser, problemOf } from '../testing/browser.js';
import { PASSWORD } from '../testing/people.js';

let db: TestDatabase;
let api: ApiUnderTest;
beforeAll(async () => {
  db = await createTestDatabase();
  const limits = { ofPersonPerMinute: 20, fromAddressPerMinute: 150, refusedSignInsPerTenMinutes: 3 };
  api = await startApi(db.database, manualClock('2024-04-12T01:00:00.000Z'), { config: { limits } });
});
afterAll(async () => {
  await api.stop();
  await db.drop();
});

describe('whoever asks too much', () => {
  test('as one person is told to wait, and nobody else with them; a token counts for itself', async () => {
    const [one, other] = [await api.as('hq'), await api.as('farming')];
    const made = await one.change('/api/v1/api-tokens', {
      name: 'x',
      scopes: ['read'],
      days: 1,
      password: PASSWORD,
    });
    const token = String(made.body['token']);
    // At once: on a busy machine the minute would be over before they had been asked one after the other.
    const asked = await Promise.all(Array.from({ length: 25 }, () => one.get('/api/v1/session')));
    expect(asked.filter(({ status }) => status === 200)).toHaveLength(19);
    const refused = await one.get('/api/v1/session');
    expect(problemOf(refused)).toEqual({ status: 429, code: 'TooManyRequests' });
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
    expect((await other.get('/api/v1/session')).status).toBe(200);
    const byToken = await fetch(`${api.url}/api/v1/session`, {
      headers: { Authorization: `Bearer ${token}` },
    });
    expect(byToken.status).toBe(200);
  });

  test('by guessing passwords from one address, whatever the names, is shut out for a while, right or wrong', async () => {
    const attempt = (username: string, password: string) => new Browser(api.url).signIn(username, password);
    for (const name of ['a', 'b', 'c']) expect((await attempt(name, 'guess')).status).toBe(401);
    expect(problemOf(await attempt('d', 'guess'))).toEqual({ status: 429, code: 'TooManyRequests' });
    expect((await attempt('supervisor', PASSWORD)).status).toBe(429);
  });

  test('from one address, signed in or not, is told to wait before anything is looked up', async () => {
    const answers = await Promise.all(Array.from({ length: 151 }, () => fetch(`${api.url}/api/v1/tasks`)));
    const refused = answers.find(({ status }) => status === 429);
    expect(refused?.headers.get('content-type')).toContain('application/problem+json');
    expect(await refused?.json()).toMatchObject({ status: 429, code: 'TooManyRequests' });
  });
});

test('a connection is kept longer than a proxy keeps it, which then is never the second to end it', async () => {
  const { headers } = await fetch(`${api.url}/healthz`);
  const seconds = Number(/timeout=(\d+)/u.exec(headers.get('keep-alive') ?? '')?.[1]);
  // nginx: keepalive_timeout of an upstream, 60 s.
  expect(seconds).toBeGreaterThan(60);
});
