import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { createTestDatabase, manualClock, type TestDatabase } from '#testing';
import { startApi, type ApiUnderTest } from '../testing/api-under-test.js';
import { Browser, problemOf } from '../testing/browser.js';
import { PASSWORD, personId } from '../testing/people.js';
import { JURISDICTION } from '../testing/district.js';

const clock = manualClock('2024-04-12T01:00:00.000Z');
let db: TestDatabase;
let api: ApiUnderTest;
beforeAll(async () => {
  db = await createTestDatabase();
  api = await startApi(db.database, clock);
});
afterAll(async () => {
  await api.stop();
  await db.drop();
});

describe('signing in', () => {
  test('starts a session that says who one is, in which role, and where the work is', async () => {
    const browser = new Browser(api.url);
    const answer = await browser.signIn('farming');
    expect(answer.status).toBe(201);
    expect(answer.body).toMatchObject({
      person: { id: personId('farming'), username: 'farming' },
      unit: { name: '区农业农村局' },
      jurisdiction: { id: JURISDICTION, name: '武陵源区' },
      roles: [{ role: 'liaison', label: '联络员', scopeLabel: '区农业农村局' }],
      areas: ['tasks', 'duties', 'products', 'burden', 'scores', 'sittings', 'notices', 'inbox'],
      mustChangePassword: false,
      levels: [
        { id: 'blue', label: '提醒函' },
        { id: 'yellow' },
        { id: 'red' },
        { id: 'interview', rank: 4 },
      ],
    });
    expect((await browser.get('/api/v1/session')).body['person']).toMatchObject({ username: 'farming' });
  });

  test('sets a cookie that no script reads and no other site sends', async () => {
    const response = await fetch(`${api.url}/api/v1/session`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ username: 'hq', password: PASSWORD }),
    });
    expect(response.headers.getSetCookie()[0]).toMatch(
      /^luoshi_session=[\w-]{43}; Path=\/; Expires=.*; HttpOnly; SameSite=Strict$/,
    );
    expect(response.headers.get('cache-control')).toBe('no-store');
  });

  test('keeps no token in the database, only its SHA-256', async () => {
    const browser = await api.as('hq');
    const token = browser.cookie.split('=')[1];
    const rows = await db.database.transaction({ jurisdictionId: JURISDICTION }, (tx) =>
      tx.query('select * from session'),
    );
    expect(rows.length).toBeGreaterThan(0);
    expect(JSON.stringify(rows)).not.toContain(token);
  });

  test('again gives a new token, and the old one is worth nothing', async () => {
    const browser = await api.as('hq');
    const former = browser.cookie;
    await browser.signIn('hq');
    expect(browser.cookie).not.toBe(former);
    const thief = new Browser(api.url);
    thief.useCookie(former);
    expect(problemOf(await thief.get('/api/v1/session'))).toEqual({ status: 401, code: 'SessionOver' });
  });

  test('refuses an unknown name, a wrong password and a retired person in the same words and after the same time', async () => {
    const told: unknown[] = [];
    for (const [username, password] of [
      ['nobody', 'x'],
      ['supervisor', 'x'],
      ['retired', PASSWORD],
    ] as const) {
      const began = performance.now();
      const answer = await new Browser(api.url).signIn(username, password);
      expect(performance.now() - began).toBeGreaterThanOrEqual(99);
      const { instance: _instance, ...words } = answer.body;
      told.push(words);
    }
    expect(told[0]).toMatchObject({ status: 401, code: 'SignInRefused' });
    expect(told[1]).toEqual(told[0]);
    expect(told[2]).toEqual(told[0]);
  });

  test('refuses a page of another site', async () => {
    const answer = await new Browser(api.url).send('POST', '/api/v1/session', {
      body: { username: 'hq', password: PASSWORD },
      headers: { 'Sec-Fetch-Site': 'cross-site' },
    });
    expect(problemOf(answer)).toEqual({ status: 403, code: 'CrossSiteRequest' });
  });
});

describe('the lock-out', () => {
  beforeEach(() => clock.advance({ hours: 2 }));
  const attempt = async (password: string): Promise<number> =>
    (await new Browser(api.url).signIn('supervisor', password)).status;

  test('shuts an account after five wrong passwords, also for the right one, and opens it after a minute', async () => {
    for (let i = 0; i < 5; i += 1) expect(await attempt('wrong')).toBe(401);
    expect(await attempt(PASSWORD)).toBe(401);
    clock.advance({ seconds: 59 });
    expect(await attempt(PASSWORD)).toBe(401);
    clock.advance({ seconds: 2 });
    expect(await attempt(PASSWORD)).toBe(201);
  });

  test('doubles with every further wrong password', async () => {
    for (let i = 0; i < 5; i += 1) await attempt('wrong');
    clock.advance({ minutes: 1, seconds: 1 });
    expect(await attempt('wrong')).toBe(401);
    clock.advance({ minutes: 1, seconds: 1 });
    expect(await attempt(PASSWORD)).toBe(401);
    clock.advance({ minutes: 1 });
    expect(await attempt(PASSWORD)).toBe(201);
  });

  test('lets no more guesses through when many come at once', async () => {
    await Promise.all(Array.from({ length: 12 }, () => attempt('wrong')));
    const [row] = await db.database.transaction({ jurisdictionId: JURISDICTION }, (tx) =>
      tx.query('select failed_attempts from credential where person_id = $1', [personId('supervisor')]),
    );
    expect(row).toEqual({ failed_attempts: 5 });
    clock.advance({ hours: 2 });
    expect(await attempt(PASSWORD)).toBe(201);
  });
});

describe('a session', () => {
  test('ends after an hour without a request, and lives on with one', async () => {
    const browser = await api.as('hq');
    clock.advance({ minutes: 50 });
    expect((await browser.get('/api/v1/session')).status).toBe(200);
    clock.advance({ minutes: 50 });
    expect((await browser.get('/api/v1/session')).status).toBe(200);
    clock.advance({ minutes: 61 });
    expect(problemOf(await browser.get('/api/v1/session'))).toEqual({ status: 401, code: 'SessionOver' });
  });

  test('ends twelve hours after sign-in, however busy', async () => {
    const browser = await api.as('hq');
    for (let i = 0; i < 23; i += 1) {
      clock.advance({ minutes: 30 });
      expect((await browser.get('/api/v1/session')).status).toBe(200);
    }
    clock.advance({ minutes: 31 });
    expect((await browser.get('/api/v1/session')).status).toBe(401);
  });

  test('ends with signing out', async () => {
    const browser = await api.as('hq');
    const { cookie } = browser;
    expect((await browser.send('DELETE', '/api/v1/session')).status).toBe(204);
    browser.useCookie(cookie);
    expect((await browser.get('/api/v1/session')).status).toBe(401);
  });

  test('changes nothing without its CSRF token', async () => {
    const browser = await api.as('hq');
    const answer = await browser.send('DELETE', '/api/v1/session', {
      headers: { 'X-CSRF-Token': 'guessed' },
    });
    expect(problemOf(answer)).toEqual({ status: 403, code: 'CsrfTokenWrong' });
    expect((await browser.get('/api/v1/session')).status).toBe(200);
  });
});

describe('a first password', () => {
  test('must be changed before anything else, and every other session ends with the change', async () => {
    const [here, elsewhere] = [await api.as('newcomer'), await api.as('newcomer')];
    expect(problemOf(await here.get('/api/v1/tasks'))).toEqual({ status: 403, code: 'PasswordMustChange' });

    const put = (current: string, next: string) =>
      here.send('PUT', '/api/v1/session/password', { body: { current, next } });
    expect(problemOf(await put(PASSWORD, 'newcomer-2024'))).toEqual({ status: 422, code: 'PasswordTooWeak' });
    expect(problemOf(await put('wrong', '山高路远坑深大军纵横'))).toEqual({
      status: 403,
      code: 'PasswordRefused',
    });
    const changed = await put(PASSWORD, '山高路远坑深大军纵横');
    expect(changed.body).toMatchObject({ mustChangePassword: false });

    expect((await here.get('/api/v1/tasks')).status).toBe(200);
    expect((await elsewhere.get('/api/v1/session')).status).toBe(401);
    expect((await new Browser(api.url).signIn('newcomer', PASSWORD)).status).toBe(401);
  });
});
