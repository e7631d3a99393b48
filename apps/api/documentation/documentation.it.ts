import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { createTestDatabase, manualClock, type TestDatabase } from '#testing';
import { PROBLEMS } from '#contract';
import { startApi, type ApiUnderTest } from '../testing/api-under-test.js';
import { Browser, problemOf, type Answer } from '../testing/browser.js';

let db: TestDatabase;
let api: ApiUnderTest;
let hq: Browser;
beforeAll(async () => {
  db = await createTestDatabase();
  api = await startApi(db.database, manualClock('2024-04-12T01:00:00.000Z'));
  hq = await api.as('hq');
});
afterAll(async () => {
  await api.stop();
  await db.drop();
});

const inEnglish = (path: string): Promise<Answer> =>
  hq.send('GET', path, { headers: { 'Accept-Language': 'en-GB,en;q=0.9,zh;q=0.1' } });

describe('the pages of documentation', () => {
  test('come from here alone, scripts and styles too, and allow nothing that the product forbids', async () => {
    const page = await fetch(`${api.url}/api/docs`);
    expect(page.status).toBe(200);
    const html = await page.text();
    expect(page.headers.get('content-security-policy')).toContain("script-src 'self';");
    const addresses = [...html.matchAll(/(?:src|href)="([^"]+)"/gu)].map((match) => match[1] ?? '');
    expect(addresses.length).toBeGreaterThan(4);
    for (const address of addresses.filter((one) => one !== '/' && one !== 'data:,')) {
      expect(address).toMatch(/^\/api\//u);
      expect([address, (await fetch(api.url + address)).status]).toEqual([address, 200]);
    }
    expect(html).not.toMatch(/<script>|onclick|style="/u);
  });

  test('give no file of the library but those that they need', async () => {
    const [script = ''] =
      /\/api\/docs\/ui\/[^"]+/u.exec(await (await fetch(`${api.url}/api/docs`)).text()) ?? [];
    const folder = script.replace(/\/[^/]*$/u, '');
    for (const file of [
      'package.json',
      '../../../../package.json',
      '%2e%2e/package.json',
      'swagger-ui.js.map',
    ])
      expect((await fetch(`${api.url}${folder}/${file}`)).status).toBe(404);
  });

  test('explain every code where the type of a problem points to, in both languages', async () => {
    const refused = await new Browser(api.url).get('/api/v1/tasks');
    const html = await (await fetch(new URL(String(refused.body['type']), api.url))).text();
    for (const [code, { title, help }] of Object.entries(PROBLEMS)) {
      expect(html).toContain(`<tr id="${code}">`);
      for (const words of [title['zh-CN'], title.en, help['zh-CN'], help.en]) expect(words).not.toBe('');
    }
    expect(html).toContain(PROBLEMS.SessionMissing.help.en);
    expect(String(refused.body['type'])).toBe('/api/docs/problems#SessionMissing');
  });
});

describe('the language of answers', () => {
  test('is Chinese unless English is wanted more, and is said', async () => {
    const chinese = await hq.get('/api/v1/tasks?limit=0');
    expect(chinese.headers.get('content-language')).toBe('zh-CN');
    expect(chinese.headers.get('vary')).toContain('Accept-Language');
    expect(chinese.body).toMatchObject({ title: '请求内容有误', errors: [{ path: '/query/limit' }] });
    const english = await inEnglish('/api/v1/tasks?limit=0');
    expect(english.headers.get('content-language')).toBe('en');
    expect(english.body).toMatchObject({ title: 'The request is not valid', code: 'RequestInvalid' });
    expect(JSON.stringify(english.body['errors'])).toMatch(/Too small/u);
    const french = await hq.send('GET', '/api/v1/tasks?limit=0', { headers: { 'Accept-Language': 'fr' } });
    expect(french.headers.get('content-language')).toBe('zh-CN');
  });

  test('leaves what is recorded as it is, and says so', async () => {
    const answer = await inEnglish('/api/v1/tasks?limit=1');
    expect([answer.status, answer.headers.get('content-language')]).toEqual([200, 'zh-CN']);
  });

  test('is that of what is wrong with each member, and of what came of each item of a batch', async () => {
    const month = await inEnglish('/api/v1/burden?from=2024-5&to=2024-05');
    expect(month.body['errors']).toEqual([{ path: '/query/from', message: 'Write the month as 2024-05' }]);
    const { body } = await hq.send('POST', '/api/v1/batches/acceptReports', {
      headers: { 'Accept-Language': 'en', 'Idempotency-Key': 'english-batch' },
      body: { dryRun: true, items: [{ id: '20000000-0000-4000-8000-000000000001', version: 1 }] },
    });
    expect(body['items']).toEqual([
      expect.objectContaining({ code: 'NotFound', message: PROBLEMS.NotFound.help.en }),
    ]);
  });

  test('is that of the API’s description too', async () => {
    const summary = async (language: string): Promise<string> => {
      const headers = { 'Accept-Language': language };
      const { body } = await hq.send('GET', '/api/v1/openapi.json', { headers });
      return (
        (body as { paths: Record<string, { get: { summary: string } }> }).paths['/api/v1/tasks']?.get
          .summary ?? ''
      );
    };
    expect([await summary('zh'), await summary('en')]).toEqual(['任务列表', 'Tasks']);
  });

  test('an engine’s own words come along in an English answer, since they name what is amiss', async () => {
    const headers = { 'Accept-Language': 'en' };
    const { body } = await hq.send('POST', '/api/v1/tasks', {
      headers: { ...headers, 'Idempotency-Key': 'english' },
      body: {
        planId: '20000000-0000-4000-8000-000000000001',
        actionCode: 'nowhere',
        source: 'instruction',
        ref: '区长批示',
        title: '任务',
        text: '任务',
        leadUnitIds: [],
      },
    });
    expect(body).toMatchObject({
      code: 'SubjectNotFound',
      title: PROBLEMS.SubjectNotFound.title.en,
      detail: 'The plan or action chosen was not found.',
    });
    expect(String(body['detailZh'])).toMatch(/\p{Script=Han}/u);
  });
});

describe('sparse fields', () => {
  const itemsOf = (answer: Answer): object[] => answer.body['items'] as object[];

  test('leave of each item of a list what was asked for, and the page as it is', async () => {
    const answer = await hq.get('/api/v1/tasks?fields=code,title&limit=2');
    expect(itemsOf(answer).map((item) => Object.keys(item))).toEqual([
      ['code', 'title'],
      ['code', 'title'],
    ]);
    expect(answer.body).toHaveProperty('nextCursor');
  });

  test('leave of one thing what was asked for, its ETag included', async () => {
    const id = (itemsOf(await hq.get('/api/v1/tasks?limit=1'))[0] as { id: string }).id;
    const answer = await hq.get(`/api/v1/tasks/${id}?fields=state,version`);
    expect(Object.keys(answer.body).sort()).toEqual(['state', 'version']);
    expect(answer.headers.get('etag')).not.toBeNull();
  });

  test('that there are not are refused with those that there are', async () => {
    const answer = await hq.get('/api/v1/tasks?fields=code,secret');
    expect(problemOf(answer)).toEqual({ status: 400, code: 'FieldUnknown' });
    expect(answer.body['permitted']).toContain('deadline');
    expect(String(answer.body['detail'])).toContain('“secret”');
    expect(problemOf(await hq.get('/api/v1/plans?fields='))).toEqual({ status: 400, code: 'FieldUnknown' });
  });
});

describe('whoever is signed in', () => {
  test('is told how much may still be sent', async () => {
    const { headers } = await hq.get('/api/v1/session');
    expect(headers.get('ratelimit-policy')).toBe('"person";q=1200;w=60');
    expect(headers.get('ratelimit')).toMatch(/^"person";r=1\d{3};t=\d+$/u);
  });
});
