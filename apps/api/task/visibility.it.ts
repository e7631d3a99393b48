import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { createTestDatabase, manualClock, type TestDatabase } from '#testing';
import { startApi, type ApiUnderTest } from '../testing/api-under-test.js';
import { problemOf, type Browser } from '../testing/browser.js';
import { PLAN, TASKS } from '../testing/district.js';

let db: TestDatabase;
let api: ApiUnderTest;
let farming: Browser;
let supervisor: Browser;
beforeAll(async () => {
  db = await createTestDatabase();
  api = await startApi(db.database, manualClock('2024-04-12T01:00:00.000Z'));
  [farming, supervisor] = [await api.as('farming'), await api.as('supervisor')];
});
afterAll(async () => {
  await api.stop();
  await db.drop();
});

const codes = async (browser: Browser, query = ''): Promise<unknown[]> => {
  const { body } = await browser.get(`/api/v1/tasks${query}`);
  return (body['items'] as { code: string }[]).map((task) => task.code);
};

describe('a liaison', () => {
  test('sees the tasks that the unit leads or supports, and no other', async () => {
    expect(await codes(farming)).toEqual(['A1-01', 'A1-02']);
    expect(await codes(supervisor)).toEqual(['A1-01', 'A1-02', 'A1-03']);
  });

  test.each(['', '/timeline', '/why'])('is told that another unit’s task%s is not there', async (part) => {
    const answer = await farming.get(`/api/v1/tasks/${TASKS['A1-03'].id}${part}`);
    expect(problemOf(answer)).toEqual({ status: 404, code: 'NotFound' });
    expect((await supervisor.get(`/api/v1/tasks/${TASKS['A1-03'].id}${part}`)).status).toBe(200);
  });

  test('cannot act on another unit’s task, nor learn that it is there', async () => {
    const answer = await farming.change(
      `/api/v1/tasks/${TASKS['A1-03'].id}/actions/sign`,
      {},
      { ifMatch: 0 },
    );
    expect(problemOf(answer)).toEqual({ status: 404, code: 'NotFound' });
  });

  test('may not do the office’s work on a task of the unit', async () => {
    const answer = await farming.change(
      `/api/v1/tasks/${TASKS['A1-01'].id}/actions/confirm`,
      {},
      { ifMatch: 0 },
    );
    expect(problemOf(answer)).toEqual({ status: 403, code: 'NotPermitted' });
    expect((await farming.get(`/api/v1/tasks/${TASKS['A1-01'].id}`)).body['allowedActions']).toEqual([]);
  });

  test.each(['/api/v1/alerts', '/api/v1/alerts/stream', '/api/v1/obligations/to-review'])(
    'has no business at %s',
    async (path) => {
      expect(problemOf(await farming.get(path))).toEqual({ status: 403, code: 'NotPermitted' });
    },
  );
});

describe('the list of tasks', () => {
  test('goes on where the page before ended', async () => {
    const first = await supervisor.get('/api/v1/tasks?limit=2');
    expect(first.body).toMatchObject({ total: 3, items: [{ code: 'A1-01' }, { code: 'A1-02' }] });
    const next = await supervisor.get(`/api/v1/tasks?limit=2&cursor=${String(first.body['nextCursor'])}`);
    expect(next.body).toMatchObject({ total: 3, items: [{ code: 'A1-03' }], nextCursor: null });
  });

  test.each([
    ['?q=A1-02', ['A1-02']],
    ['?q=林业', ['A1-02', 'A1-03']],
    ['?q=%25', []],
    ['?state=drafted', ['A1-01', 'A1-02', 'A1-03']],
    ['?state=inProgress', []],
    ['?rung=1', []],
    [`?plan=${PLAN.id}&needsAssignment=false&schedule=onTrack`, ['A1-01', 'A1-02', 'A1-03']],
    ['?needsAssignment=true', []],
  ])('finds with %s', async (query, found) => {
    expect(await codes(supervisor, query)).toEqual(found);
  });
});

describe('a task', () => {
  test('comes with its place in the plan, who is responsible, its figures, and what may be done with it', async () => {
    const hq = await api.as('hq');
    const answer = await hq.get(`/api/v1/tasks/${TASKS['A1-02'].id}`);
    expect(answer.headers.get('etag')).toBe('"0"');
    expect(answer.body).toMatchObject({
      code: 'A1-02',
      stateLabel: '拟办',
      plan: { code: PLAN.code },
      place: { label: '附件1 · (一) · 第 1 项', start: 10, end: 20 },
      leads: [{ name: '区林业局' }],
      responsibilities: [
        { label: '牵头', unit: { name: '区林业局' } },
        { label: '责任（配合）', unit: { name: '区农业农村局' } },
      ],
      deadline: { currentOn: '2024-12-31', inferred: true, extended: false, passed: false },
      indicators: [{ name: '合格率', target: '不低于 95%', lastReading: null }],
      cadences: { inherited: [{ label: '每旬调度' }], own: [] },
    });
    const [usual, ...others] = answer.body['allowedActions'] as { action: string }[];
    expect(usual).toMatchObject({ action: 'confirm', label: '校核确认', needsReason: false });
    expect(others.find(({ action }) => action === 'withdraw')).toMatchObject({
      label: '撤销任务',
      needsReason: true,
      grave: true,
      seldom: true,
      fields: [{ name: 'reason' }],
    });
  });
});

describe('a plan', () => {
  test('is counted by action and in all, as far as one sees it', async () => {
    const { body } = await supervisor.get(`/api/v1/plans/${PLAN.id}`);
    expect(body).toMatchObject({
      figures: { tasks: 3, byState: { drafted: 3 }, byColour: { none: 3 }, needsAssignment: 0 },
      actions: [{ code: 'A1', officeUnit: { name: '区政府办公室' }, figures: { tasks: 3 } }],
      ledgers: [],
    });
    expect((await farming.get(`/api/v1/plans/${PLAN.id}`)).body).toMatchObject({ figures: { tasks: 2 } });
    expect((await farming.get('/api/v1/plans')).body).toMatchObject({
      items: [{ id: PLAN.id, taskCount: 2 }],
    });
  });

  test('whose ledger nobody writes says so', async () => {
    const answer = await supervisor.get(
      `/api/v1/plans/${PLAN.id}/ledgers/${encodeURIComponent('2024-04 中旬')}.xlsx`,
    );
    expect(problemOf(answer)).toEqual({ status: 501, code: 'NotAvailable' });
  });
});
