import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { codeAt, DEFAULT_IDENTITY_SETTINGS } from '#identity';
import { createTestDatabase, manualClock, type TestDatabase } from '#testing';
import { startApi, type ApiUnderTest } from '../testing/api-under-test.js';
import { Browser, problemOf } from '../testing/browser.js';
import { JURISDICTION } from '../testing/district.js';
import { PASSWORD, personId, type Username } from '../testing/people.js';

const FACTOR = '/api/v1/session/second-factor';
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

const put = (browser: Browser, path: string, body: object) => browser.send('PUT', path, { body });
const tell = (username: Username, code?: string, password = PASSWORD) =>
  new Browser(api.url).send('POST', '/api/v1/session', { body: { username, password, code } });

/** Sets it up as a person does: password, picture, first code. */
async function withFactor(
  username: Username,
): Promise<{ browser: Browser; secret: string; codes: string[] }> {
  const browser = await api.as(username);
  const begun = await put(browser, FACTOR, { password: PASSWORD });
  const secret = String(begun.body['secret']);
  const confirmed = await put(browser, `${FACTOR}/confirmation`, { code: codeAt(secret, clock.now()) });
  clock.advance({ seconds: 60 });
  return { browser, secret, codes: confirmed.body['codes'] as string[] };
}

describe('one’s own sessions', () => {
  test('are listed with where from and with what, the one that asks marked; no token among them', async () => {
    const [here, there] = [await api.as('farming'), await api.as('farming')];
    clock.advance({ minutes: 2 });
    await there.get('/api/v1/tasks');
    const { items } = (await here.get('/api/v1/sessions')).body as { items: Record<string, unknown>[] };
    expect(items).toHaveLength(2);
    expect(items.filter(({ current }) => current)).toHaveLength(1);
    expect(items[0]).toMatchObject({ address: expect.stringMatching(/127\.0\.0\.1|::1/), agent: 'node' });
    expect(JSON.stringify(items)).not.toContain(here.cookie.split('=')[1]);
  });

  test('are ended one by one or all but one’s own; nobody else’s can be', async () => {
    const [here, there, third] = [
      await api.as('forestry'),
      await api.as('forestry'),
      await api.as('forestry'),
    ];
    const idOf = async (browser: Browser): Promise<string> => {
      const { items } = (await browser.get('/api/v1/sessions')).body as {
        items: { id: string; current: boolean }[];
      };
      return items.find(({ current }) => current)?.id ?? '';
    };
    const stranger = await api.as('farming');
    const id = await idOf(there);
    expect(problemOf(await stranger.send('DELETE', `/api/v1/sessions/${id}`))).toMatchObject({ status: 404 });
    expect((await here.send('DELETE', `/api/v1/sessions/${id}`)).status).toBe(204);
    expect((await there.get('/api/v1/session')).status).toBe(401);
    expect((await here.send('DELETE', '/api/v1/sessions')).status).toBe(204);
    expect((await third.get('/api/v1/session')).status).toBe(401);
    expect((await here.get('/api/v1/session')).status).toBe(200);
  });
});

describe('a token for another program', () => {
  const TOKENS = '/api/v1/api-tokens';
  const make = (browser: Browser, scopes: string[], days = 30) =>
    browser.change(TOKENS, { name: '区级平台', scopes, days, password: PASSWORD });
  const bear = (token: string, method: string, path: string, body?: object) =>
    fetch(`${api.url}${path}`, {
      method,
      headers: { Authorization: `Bearer ${token}`, 'Content-Type': 'application/json' },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });

  test('acts for its person within its scope, needs no CSRF token, and sees what its person sees', async () => {
    const browser = await api.as('farming');
    const made = await make(browser, ['read']);
    expect(made.status).toBe(201);
    const token = String(made.body['token']);
    expect(token).toMatch(/^luoshi_[\w-]{43}$/);
    const own = (await (await bear(token, 'GET', '/api/v1/tasks')).json()) as object;
    expect(own).toEqual((await browser.get('/api/v1/tasks')).body);
    const changed = await bear(token, 'POST', `/api/v1/tasks/${personId('hq')}/actions/sign`, {});
    expect(await changed.json()).toMatchObject({ status: 403, code: 'TokenScopeMissing' });
    const { items } = (await browser.get(TOKENS)).body as { items: object[] };
    expect(items).toMatchObject([{ name: '区级平台', scopes: ['read'], lastUsedAt: clock.now() }]);
    expect(JSON.stringify(items)).not.toContain(token);
  });

  test('never makes tokens, changes passwords or ends sessions, whatever its scopes', async () => {
    const token = String((await make(await api.as('forestry'), ['read', 'report', 'act'])).body['token']);
    for (const [method, path] of [
      ['POST', TOKENS],
      ['GET', TOKENS],
      ['PUT', '/api/v1/session/password'],
      ['DELETE', '/api/v1/sessions'],
      ['PUT', FACTOR],
    ] as const) {
      const answer = await bear(token, method, path, method === 'GET' ? undefined : {});
      expect(await answer.json()).toMatchObject({ status: 403, code: 'TokenScopeMissing' });
    }
    expect((await bear(token, 'GET', '/api/v1/session')).status).toBe(200);
  });

  test('is worth nothing once it is revoked or its day has come, and was never worth anything if guessed', async () => {
    const browser = await api.as('farming');
    const [first, second] = [await make(browser, ['read'], 1), await make(browser, ['read'], 365)];
    const tokens = [first, second].map(({ body }) => String(body['token']));
    clock.advance({ hours: 25 });
    expect((await bear(tokens[0] ?? '', 'GET', '/api/v1/tasks')).status).toBe(401);
    expect((await bear(tokens[1] ?? '', 'GET', '/api/v1/tasks')).status).toBe(200);
    const again = await api.as('farming');
    const { id } = second.body['made'] as { id: string };
    const stranger = await api.as('forestry');
    expect((await stranger.send('DELETE', `${TOKENS}/${id}`)).status).toBe(404);
    expect((await again.send('DELETE', `${TOKENS}/${id}`)).status).toBe(204);
    const over = await bear(tokens[1] ?? '', 'GET', '/api/v1/tasks');
    expect(await over.json()).toMatchObject({ status: 401, code: 'TokenOver' });
    expect((await bear('luoshi_guessed', 'GET', '/api/v1/tasks')).status).toBe(401);
    expect((await bear('', 'GET', '/api/v1/tasks')).status).toBe(401);
  });

  test('is made with the password only, and is kept as its hash', async () => {
    const browser = await api.as('hq');
    const refused = await browser.change(TOKENS, {
      name: 'x',
      scopes: ['read'],
      days: 1,
      password: 'wrong',
    });
    expect(problemOf(refused)).toMatchObject({ code: 'PasswordRefused' });
    const token = String((await make(browser, ['read'])).body['token']);
    const rows = await db.database.transaction({ jurisdictionId: JURISDICTION }, (tx) =>
      tx.query('select * from api_token'),
    );
    expect(rows.length).toBeGreaterThan(0);
    expect(JSON.stringify(rows)).not.toContain(token);
  });
});

describe('a second factor', () => {
  test('is in force once its first code has been shown; then a password alone starts no session', async () => {
    const browser = await api.as('hq');
    expect(problemOf(await put(browser, `${FACTOR}/confirmation`, { code: '123456' }))).toMatchObject({
      code: 'SecondFactorOff',
    });
    const begun = await put(browser, FACTOR, { password: PASSWORD });
    expect(begun.body).toMatchObject({
      secret: expect.stringMatching(/^[A-Z2-7]{32}$/),
      address: expect.stringMatching(/^otpauth:\/\/totp\/.*:hq\?issuer=.*&secret=/),
    });
    expect((await browser.get(FACTOR)).body).toMatchObject({ on: false, required: false });
    expect((await tell('hq')).status).toBe(201);

    const secret = String(begun.body['secret']);
    const former = browser.cookie;
    const confirmed = await put(browser, `${FACTOR}/confirmation`, { code: codeAt(secret, clock.now()) });
    // The session goes on under a new token: it is worth more now than what somebody may have seen before.
    expect(browser.cookie).not.toBe(former);
    const thief = new Browser(api.url);
    thief.useCookie(former);
    expect((await thief.get('/api/v1/session')).status).toBe(401);
    expect(new Set(confirmed.body['codes'] as string[]).size).toBe(10);
    expect((await browser.get(FACTOR)).body).toEqual({ on: true, required: false, recoveryCodesLeft: 10 });
    expect((await browser.get('/api/v1/session')).body).toMatchObject({ secondFactor: true });

    expect(problemOf(await tell('hq'))).toEqual({ status: 401, code: 'SecondFactorNeeded' });
    clock.advance({ seconds: 60 });
    expect((await tell('hq', codeAt(secret, clock.now()))).status).toBe(201);
    expect(problemOf(await put(browser, FACTOR, { password: PASSWORD }))).toMatchObject({
      code: 'SecondFactorOn',
    });
  });

  test('takes a code half a minute off and no further, and no code twice', async () => {
    const { secret } = await withFactor('supervisor');
    const codeIn = (seconds: number) =>
      codeAt(secret, new Date(Date.parse(clock.now()) + seconds * 1000).toISOString());
    expect(problemOf(await tell('supervisor', codeIn(-90)))).toMatchObject({ code: 'SecondFactorRefused' });
    expect((await tell('supervisor', codeIn(-30))).status).toBe(201);
    expect(problemOf(await tell('supervisor', codeIn(-30)))).toMatchObject({ code: 'SecondFactorRefused' });
    expect((await tell('supervisor', codeIn(0))).status).toBe(201);
    expect((await tell('supervisor', codeIn(30))).status).toBe(201);
    expect(problemOf(await tell('supervisor', codeIn(0)))).toMatchObject({ code: 'SecondFactorRefused' });
  });

  test('lets one of many in who come with the same code at once', async () => {
    const { secret } = await withFactor('convener');
    const code = codeAt(secret, clock.now());
    const answers = await Promise.all(Array.from({ length: 4 }, () => tell('convener', code)));
    expect(answers.map(({ status }) => status).toSorted()).toEqual([201, 403, 403, 403]);
  });

  test('is not asked of who does not know the password, and wrong codes lock the account like wrong passwords', async () => {
    const { secret } = await withFactor('farming');
    expect(problemOf(await tell('farming', '000000', 'wrong'))).toMatchObject({ code: 'SignInRefused' });
    for (let i = 0; i < 4; i += 1)
      expect(problemOf(await tell('farming', '000000'))).toMatchObject({ code: 'SecondFactorRefused' });
    expect(problemOf(await tell('farming', codeAt(secret, clock.now())))).toMatchObject({
      code: 'SignInRefused',
    });
    clock.advance({ hours: 1 });
    expect((await tell('farming', codeAt(secret, clock.now()))).status).toBe(201);
  });

  test('is stood in for by a recovery code, each once, however it is typed; new ones replace the rest', async () => {
    const { browser, secret, codes } = await withFactor('taskforce');
    const [first = '', second = ''] = codes;
    expect((await tell('taskforce', first.toLowerCase().replaceAll('-', ' '))).status).toBe(201);
    expect(problemOf(await tell('taskforce', first))).toMatchObject({ code: 'SecondFactorRefused' });
    expect((await browser.get(FACTOR)).body).toMatchObject({ recoveryCodesLeft: 9 });
    expect(problemOf(await put(browser, `${FACTOR}/recovery-codes`, { password: 'wrong' }))).toMatchObject({
      code: 'PasswordRefused',
    });
    const renewed = await put(browser, `${FACTOR}/recovery-codes`, { password: PASSWORD });
    expect(renewed.body['codes']).toHaveLength(10);
    expect(problemOf(await tell('taskforce', second))).toMatchObject({ code: 'SecondFactorRefused' });

    // Neither the secret nor a code can be read in the database.
    const kept = await db.database.transaction({ jurisdictionId: JURISDICTION }, async (tx) =>
      JSON.stringify([
        await tx.query('select * from second_factor'),
        await tx.query('select * from recovery_code'),
        await tx.query('select * from idempotent_answer'),
      ]),
    );
    expect(kept).toContain(personId('taskforce'));
    for (const shown of [secret, ...codes]) expect(kept).not.toContain(shown);
  });

  test('ends the sessions that were begun without it, and goes with password and code only', async () => {
    const elsewhere = await api.as('forestry');
    const { browser, secret } = await withFactor('forestry');
    expect((await elsewhere.get('/api/v1/session')).status).toBe(401);
    const end = (password: string, code: string) => put(browser, `${FACTOR}/end`, { password, code });
    expect(problemOf(await end('wrong', codeAt(secret, clock.now())))).toMatchObject({
      code: 'PasswordRefused',
    });
    expect(problemOf(await end(PASSWORD, '000000'))).toMatchObject({ code: 'SecondFactorRefused' });
    expect((await end(PASSWORD, codeAt(secret, clock.now()))).status).toBe(204);
    expect((await tell('forestry')).status).toBe(201);
  });
});

describe('an installation that asks the offices for a second factor', () => {
  let strict: ApiUnderTest;
  beforeAll(async () => {
    strict = await startApi((await createTestDatabaseOnce()).database, clock, {
      config: {
        identity: { ...DEFAULT_IDENTITY_SETTINGS, refusalTakesMs: 100, secondFactorFor: 'offices' },
      },
    });
  });
  let other: TestDatabase | undefined;
  const createTestDatabaseOnce = async (): Promise<TestDatabase> => (other ??= await createTestDatabase());
  afterAll(async () => {
    await strict.stop();
    await other?.drop();
  });

  test('answers an office nothing but what sets it up, and a unit everything', async () => {
    const office = await strict.as('hq');
    expect(problemOf(await office.get('/api/v1/tasks'))).toEqual({
      status: 403,
      code: 'SecondFactorMustBegin',
    });
    expect((await office.get('/api/v1/session')).body).toMatchObject({ mustSetUpSecondFactor: true });
    const begun = await put(office, FACTOR, { password: PASSWORD });
    const code = codeAt(String(begun.body['secret']), clock.now());
    expect((await put(office, `${FACTOR}/confirmation`, { code })).status).toBe(200);
    expect((await office.get('/api/v1/tasks')).status).toBe(200);
    expect((await (await strict.as('farming')).get('/api/v1/tasks')).status).toBe(200);
  });
});

describe('a new password', () => {
  test('that has leaked, or that who knows the person would guess, is refused', async () => {
    const browser = await api.as('newcomer');
    const next = (password: string) =>
      put(browser, '/api/v1/session/password', { current: PASSWORD, next: password });
    expect(problemOf(await next('1234567890'))).toEqual({ status: 422, code: 'PasswordLeaked' });
    expect(problemOf(await next('zhangsan1990'))).toMatchObject({ status: 422, code: 'PasswordGuessable' });
  });
});
