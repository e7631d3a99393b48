import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { createTestDatabase, manualClock, type TestDatabase } from '#testing';
import { startApi, type ApiUnderTest } from './testing/api-under-test.js';
import { problemOf, type Answer, type Browser } from './testing/browser.js';
import { JURISDICTION, TASKS } from './testing/district.js';

const clock = manualClock('2024-04-12T01:00:00.000Z');
const TASK = `/api/v1/tasks/${TASKS['A1-01'].id}`;
let db: TestDatabase;
let api: ApiUnderTest;
let hq: Browser;
let farming: Browser;
beforeAll(async () => {
  db = await createTestDatabase();
  api = await startApi(db.database, clock);
});
afterAll(async () => {
  await api.stop();
  await db.drop();
});

/** Lets the time pass, firing what falls due on the way in its order. */
async function until(instant: string): Promise<void> {
  for (;;) {
    const next = await api.engine.nextInstant(JURISDICTION);
    if (next === null || next > instant) break;
    if (next > clock.now()) clock.set(next);
    await api.engine.sweep(JURISDICTION);
  }
  clock.set(instant);
  await api.engine.sweep(JURISDICTION);
  [hq, farming] = [await api.as('hq'), await api.as('farming')];
}

const version = async (browser: Browser, path: string): Promise<number> =>
  Number((await browser.get(path)).body['version']);
const act = async (browser: Browser, action: string, body: unknown = {}): Promise<Answer> =>
  browser.change(`${TASK}/actions/${action}`, body, { ifMatch: await version(browser, TASK) });
const listed = async (browser: Browser, path: string): Promise<Record<string, unknown>[]> =>
  (await browser.get(path)).body['items'] as Record<string, unknown>[];
const file = async (
  browser: Browser,
  sittingId: unknown,
  progress: number,
  more: object = {},
): Promise<Answer> => {
  const path = `/api/v1/sittings/${String(sittingId)}`;
  const { body } = await browser.get(path);
  const items = body['items'] as { obligationId: string; toFile: boolean }[];
  const reports = items
    .filter((item) => item.toFile)
    .map(({ obligationId }) => ({
      obligationId,
      progress,
      done: '完成选址',
      readings: [{ position: 0, value: 96 }],
      ...more,
    }));
  return browser.change(`${path}/filing`, { reports }, { ifMatch: Number(body['version']) });
};

describe('one task over HTTP, from the plan to the card', () => {
  let sittingId: unknown;

  test('the headquarters office checks it and sends it out, the unit signs', async () => {
    await until('2024-04-12T01:00:00.000Z');
    expect((await act(hq, 'confirm')).body).toMatchObject({ stateLabel: '已校核' });
    expect((await act(hq, 'dispatch')).body).toMatchObject({ stateLabel: '已下发' });
    const offered = (await farming.get(TASK)).body['allowedActions'] as { action: string }[];
    expect(offered.map(({ action }) => action)).toEqual(['sign', 'dispute']);
    expect((await act(farming, 'sign')).body).toMatchObject({ stateLabel: '推进中' });
  });

  test('a sitting stands ahead, not yet open', async () => {
    const [sitting] = await listed(farming, '/api/v1/sittings');
    expect(sitting).toMatchObject({
      periodLabel: '2024年4月中旬',
      dueAt: '2024-04-19T09:30:00.000Z',
      status: 'upcoming',
      itemCount: 1,
    });
    sittingId = sitting?.['id'];
    const { body } = await farming.get(`/api/v1/sittings/${String(sittingId)}`);
    expect(body['allowedActions']).toEqual([]);
    expect((await farming.get(TASK)).body['nextDue']).toMatchObject({
      label: '填报截止',
      at: '2024-04-19T09:30:00.000Z',
      overdue: false,
    });
  });

  test('three working days before it is due it can be filed, by its own unit alone', async () => {
    await until('2024-04-17T02:00:00.000Z');
    const { body } = await farming.get(`/api/v1/sittings/${String(sittingId)}`);
    expect(body).toMatchObject({
      status: 'open',
      allowedActions: [{ action: 'file', label: '提交填报' }],
      items: [
        { toFile: true, lastReport: null, indicators: [{ name: '合格率' }], noChange: { allowed: false } },
      ],
    });
    const forestry = await api.as('forestry');
    expect((await forestry.get(`/api/v1/sittings/${String(sittingId)}`)).status).toBe(404);
    const theirs = await forestry.change(
      `/api/v1/sittings/${String(sittingId)}/filing`,
      { reports: [{ obligationId: TASKS['A1-01'].id, progress: 1 }] },
      { ifMatch: 1 },
    );
    expect(problemOf(theirs)).toEqual({ status: 404, code: 'NotFound' });
  });

  test('a first report cannot say “no change”, and is told which report it is', async () => {
    const refused = await file(farming, sittingId, 10, { noChange: true });
    expect(refused.body).toMatchObject({
      status: 422,
      code: 'InputInvalid',
      errors: [{ path: '/reports/0/noChange' }],
    });
  });

  test('filed once, it shows on the task and waits for the task force', async () => {
    const filed = await file(farming, sittingId, 10);
    expect(filed.body).toMatchObject({ sittingId, filedAt: '2024-04-17T02:00:00.000Z', late: false });
    expect((await farming.get(TASK)).body).toMatchObject({
      progress: 10,
      reports: [
        { progress: 10, done: '完成选址', filedBy: { name: 'farming同志' }, stateLabel: '已填报，待审核' },
      ],
      indicators: [{ lastReading: { value: 96, period: '2024-04 中旬' } }],
    });
    expect((await file(farming, sittingId, 20)).status).toBe(400);
  });

  test('the task force sends it back with a reason; it is filed again and accepted', async () => {
    const office = await api.as('taskforce');
    const [waiting] = await listed(office, '/api/v1/obligations/to-review');
    expect(waiting).toMatchObject({
      report: { progress: 10 },
      late: false,
      silentAt: '2024-04-19T09:30:00.000Z',
    });
    const path = `/api/v1/obligations/${String(waiting?.['obligationId'])}`;
    const seen = Number(waiting?.['version']);
    expect((await office.change(`${path}/return`, { reason: '' }, { ifMatch: seen })).status).toBe(400);
    const returned = await office.change(
      `${path}/return`,
      { reason: '数据与统计口径不符' },
      { ifMatch: seen },
    );
    expect(returned.body).toMatchObject({ state: 'returned', stateLabel: '已退回，待重报' });

    const { body } = await farming.get(`/api/v1/sittings/${String(sittingId)}`);
    expect(body).toMatchObject({
      status: 'open',
      statusLabel: '有 1 项退回待重报',
      items: [{ returnReason: '数据与统计口径不符', toFile: true }],
    });
    expect((await file(farming, sittingId, 12)).status).toBe(200);

    const [again] = await listed(office, '/api/v1/obligations/to-review');
    const accepted = await office.change(`${path}/acceptance`, {}, { ifMatch: Number(again?.['version']) });
    expect(accepted.body).toMatchObject({ state: 'accepted', stateLabel: '已审核通过' });
    expect(await listed(office, '/api/v1/obligations/to-review')).toEqual([]);
    const reports = (await farming.get(TASK)).body['reports'] as { revision: number; stateLabel: string }[];
    expect(reports.map(({ revision, stateLabel }) => [revision, stateLabel])).toEqual([
      [2, '已审核通过'],
      [1, '已退回，待重报'],
    ]);
  });

  test('the trail tells it in order, with names of now and one chain a subject', async () => {
    const events = (await listed(farming, `${TASK}/timeline`)).reverse();
    expect(events.map(({ label }) => label)).toEqual(
      expect.arrayContaining(['校核确认', '任务下发', '任务签收', '填报进展', '退回重报', '审核通过']),
    );
    const ofTask = events.filter(({ subjectKind }) => subjectKind === 'task');
    for (const [index, event] of ofTask.entries())
      expect(event['prevHash']).toBe(ofTask[index - 1]?.['hash'] ?? event['prevHash']);
    expect(events.find(({ type }) => type === 'SIGNED')).toMatchObject({
      actor: { name: 'farming同志' },
      label: '任务签收',
    });
    expect(events.find(({ type }) => type === 'REPORT_RETURNED')).toMatchObject({
      // Which period it is of is said where it is told.
      summary: '退回重报（2024年4月中旬）：数据与统计口径不符',
    });
    const first = await farming.get(`${TASK}/timeline?limit=2`);
    const next = await farming.get(`${TASK}/timeline?limit=200&cursor=${String(first.body['nextCursor'])}`);
    expect([...(first.body['items'] as unknown[]), ...(next.body['items'] as unknown[])]).toHaveLength(
      events.length,
    );
  });

  test('silent for a period, the unit has a blue letter, and signs for it', async () => {
    // 下旬 is due on 30 April; one working day after it, with Labour Day from the 1st to the 5th, is 6 May.
    await until('2024-05-07T02:00:00.000Z');
    const inbox = await farming.get('/api/v1/inbox');
    expect(Number(inbox.body['unread'])).toBeGreaterThan(0);
    const ids = (inbox.body['items'] as { id: string }[]).map(({ id }) => id);
    expect((await farming.change('/api/v1/inbox/read', { ids })).body).toMatchObject({ unread: 0 });

    const supervisor = await api.as('supervisor');
    const [line] = await listed(supervisor, '/api/v1/reporting-lines');
    expect(line).toMatchObject({
      unit: { name: '区农业农村局' },
      standing: { colour: 'blue', label: '提醒函' },
      latestSitting: { periodLabel: '2024年4月下旬', status: 'overdue', statusLabel: '已逾期' },
      missedSittings: 0,
    });
    expect((await listed(supervisor, '/api/v1/tasks?rung=2')).map(({ code }) => code)).toEqual(['A1-01']);
    expect((await farming.get(TASK)).body).toMatchObject({
      standing: { colour: 'blue' },
      nextDue: { overdue: true },
    });

    const [letter] = await listed(farming, '/api/v1/notices');
    expect(letter).toMatchObject({
      kindLabel: '提醒函',
      stateLabel: '已签发',
      number: '张武督提〔2024〕1号',
    });
    const path = `/api/v1/notices/${String(letter?.['id'])}`;
    const { body } = await farming.get(path);
    expect(body['allowedActions']).toMatchObject([{ action: 'acknowledge' }, { action: 'appeal' }]);
    const signed = await farming.change(`${path}/acknowledgement`, {}, { ifMatch: Number(body['version']) });
    expect(signed.body).toMatchObject({ acknowledgedAt: '2024-05-07T02:00:00.000Z' });
    expect((await listed(farming, '/api/v1/notices'))[0]).toMatchObject({ stateLabel: '已签收' });
    expect((await farming.get(TASK)).body['notices']).toMatchObject([{ number: '张武督提〔2024〕1号' }]);
  });

  test('silent still, a yellow card waits on the supervision office’s desk, unseen by the unit until it is issued', async () => {
    await until('2024-05-09T02:00:00.000Z');
    const supervisor = await api.as('supervisor');
    const [draft] = await listed(supervisor, '/api/v1/notices?state=drafted');
    expect(draft).toMatchObject({ kindLabel: '督办单', stateLabel: '待签发', number: null });
    const path = `/api/v1/notices/${String(draft?.['id'])}`;
    expect((await farming.get(path)).status).toBe(404);
    expect(await listed(farming, '/api/v1/notices?state=drafted')).toEqual([]);

    const { body } = await supervisor.get(path);
    expect(body['allowedActions']).toMatchObject([{ action: 'issue' }]);
    const issued = await supervisor.change(`${path}/issue`, {}, { ifMatch: Number(body['version']) });
    expect(issued.body).toMatchObject({ number: '张武督办〔2024〕1号' });
    expect((await supervisor.change(`${path}/issue`, {}, { ifMatch: Number(body['version']) })).status).toBe(
      412,
    );
    expect((await farming.get(path)).status).toBe(200);
  });

  test('why says so in sentences, with its rules, clocks and events', async () => {
    const { body } = await farming.get(`${TASK}/why`);
    expect((body['sentences'] as string[]).join('')).toMatch(/逾期未报：2024年4月下旬.*黄牌督办/);
    expect(body['rules']).toMatchObject([{ kind: 'policy' }, { kind: 'ladder' }, { kind: 'calendar' }]);
    expect((body['events'] as unknown[]).length).toBeGreaterThan(3);
  });

  test('reported late, it is cured; what was issued stays', async () => {
    const overdue = (await listed(farming, '/api/v1/sittings?status=overdue'))[0];
    expect((await file(farming, overdue?.['id'], 30)).body).toMatchObject({ late: true });
    expect((await farming.get(TASK)).body).toMatchObject({ standing: null, progress: 30 });
    expect(await listed(farming, '/api/v1/notices')).toHaveLength(2);
  });
});
