import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { createTestDatabase, manualClock, type TestDatabase } from '#testing';
import { startApi, type ApiUnderTest } from '../testing/api-under-test.js';
import { Browser, problemOf } from '../testing/browser.js';
import { JURISDICTION, TASKS } from '../testing/district.js';

const clock = manualClock('2024-04-12T01:00:00.000Z');
let db: TestDatabase;
let api: ApiUnderTest;
let hq: Browser;
beforeAll(async () => {
  db = await createTestDatabase();
  api = await startApi(db.database, clock);
  hq = await api.as('hq');
});
afterAll(async () => {
  await api.stop();
  await db.drop();
});

const confirm = (code: keyof typeof TASKS): string => `/api/v1/tasks/${TASKS[code].id}/actions/confirm`;
const eventsOf = (code: keyof typeof TASKS) =>
  db.database.transaction({ jurisdictionId: JURISDICTION }, (tx) =>
    tx.query('select type from event where subject_id = $1 order by seq', [TASKS[code].id]),
  );

describe('a change', () => {
  test('needs an Idempotency-Key', async () => {
    const answer = await hq.send('POST', confirm('A1-01'), { body: {}, headers: { 'If-Match': '"0"' } });
    expect(problemOf(answer)).toEqual({ status: 400, code: 'IdempotencyKeyMissing' });
  });

  test('needs the ETag of what was seen', async () => {
    expect(problemOf(await hq.change(confirm('A1-01'), {}))).toEqual({ status: 428, code: 'IfMatchMissing' });
  });

  test.each([[7], ['*'], ['W/"0"'], ['"abc"']])(
    'is refused when If-Match is %s and does not name the version',
    async (ifMatch) => {
      expect(problemOf(await hq.change(confirm('A1-01'), {}, { ifMatch }))).toEqual({
        status: 412,
        code: 'VersionConflict',
      });
      expect(await eventsOf('A1-01')).toEqual([]);
    },
  );

  test('is done once and answered again, alike, to the same key', async () => {
    const first = await hq.change(confirm('A1-01'), {}, { ifMatch: 0, key: 'once' });
    expect(first.status).toBe(200);
    expect(first.body).toEqual({ version: 1, state: 'confirmed', stateLabel: '已校核' });
    expect(first.headers.get('etag')).toBe('"1"');

    const again = await hq.change(confirm('A1-01'), {}, { ifMatch: 0, key: 'once' });
    expect(again.body).toEqual(first.body);
    expect(again.headers.get('etag')).toBe('"1"');
    expect(again.headers.get('idempotency-replayed')).toBe('true');
    expect(await eventsOf('A1-01')).toEqual([{ type: 'CONFIRMED' }]);
  });

  test('is answered alike also where the first answer was never kept', async () => {
    await db.database.transaction({ jurisdictionId: JURISDICTION }, (tx) =>
      tx.execute("delete from idempotent_answer where key = 'once'"),
    );
    const again = await hq.change(confirm('A1-01'), {}, { ifMatch: 0, key: 'once' });
    expect(again.body).toEqual({ version: 1, state: 'confirmed', stateLabel: '已校核' });
    expect(await eventsOf('A1-01')).toHaveLength(1);
  });

  test('under a key that was used for another request is refused', async () => {
    const other = await hq.change(confirm('A1-02'), {}, { ifMatch: 0, key: 'once' });
    expect(problemOf(other)).toEqual({ status: 422, code: 'IdempotencyKeyReused' });
  });

  test('that was refused may be tried again under its key', async () => {
    expect((await hq.change(confirm('A1-02'), {}, { ifMatch: 9, key: 'retry' })).status).toBe(412);
    expect((await hq.change(confirm('A1-02'), {}, { ifMatch: 0, key: 'retry' })).status).toBe(200);
  });

  test('sent twelve times at once under one key happens once', async () => {
    const answers = await Promise.all(
      Array.from({ length: 12 }, () => hq.change(confirm('A1-03'), {}, { ifMatch: 0, key: 'at-once' })),
    );
    expect(new Set(answers.map((answer) => answer.status))).toEqual(new Set([200]));
    expect(new Set(answers.map((answer) => answer.body['version']))).toEqual(new Set([1]));
    expect(await eventsOf('A1-03')).toEqual([{ type: 'CONFIRMED' }]);
  });

  test('that the state of things does not allow is a conflict, in words', async () => {
    const answer = await hq.change(confirm('A1-03'), {}, { ifMatch: 1 });
    expect(problemOf(answer)).toEqual({ status: 409, code: 'EventNotAllowed' });
    expect(answer.body['detail']).toMatch(/请刷新页面/);
  });
});

describe('an error', () => {
  test('is a problem document that names each wrong member', async () => {
    const path = `/api/v1/tasks/${TASKS['A1-01'].id}/actions/assignLead`;
    const answer = await hq.change(path, { unitIds: ['not an id', 5] }, { ifMatch: 1 });
    expect(answer.headers.get('content-type')).toMatch(/^application\/problem\+json/);
    expect(answer.body).toMatchObject({
      type: '/api/docs/problems#RequestInvalid',
      title: '请求内容有误',
      status: 400,
      code: 'RequestInvalid',
      instance: expect.stringMatching(/^urn:uuid:/) as unknown,
      errors: [{ path: '/unitIds/0' }, { path: '/unitIds/1' }],
    });
  });

  test('names the members that the action takes but did not get', async () => {
    const path = `/api/v1/tasks/${TASKS['A1-01'].id}/actions/withdraw`;
    const answer = await hq.change(path, { reason: '   ' }, { ifMatch: 1 });
    expect(answer.body).toMatchObject({ status: 400, errors: [{ path: '/reason' }] });
  });

  test.each([
    ['GET', '/api/v1/nothing', undefined, 404, 'NotFound'],
    ['GET', '/api/v1/tasks/not-an-id', undefined, 400, 'RequestInvalid'],
    ['GET', '/api/v1/tasks?limit=0', undefined, 400, 'RequestInvalid'],
    ['GET', '/api/v1/tasks?cursor=bm9uc2Vuc2U', undefined, 400, 'CursorInvalid'],
    ['GET', '/api/v1/tasks/00000000-0000-4000-8000-00000000dead', undefined, 404, 'NotFound'],
    ['POST', '/api/v1/session', '{"username":', 400, 'RequestUnreadable'],
    ['POST', '/api/v1/session', JSON.stringify({ username: 'x'.repeat(1_100_000) }), 413, 'RequestTooLarge'],
  ])('%s %s answers with a stable code', async (method, path, body, status, code) => {
    const answer = await hq.send(method, path, body === undefined ? {} : { body });
    expect(problemOf(answer)).toEqual({ status, code });
  });

  test('for somebody unknown says nothing but that one must sign in', async () => {
    const answer = await new Browser(api.url).get(`/api/v1/tasks/${TASKS['A1-01'].id}`);
    expect(problemOf(answer)).toEqual({ status: 401, code: 'SessionMissing' });
  });
});
