import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { createTestDatabase, manualClock, type TestDatabase } from '#testing';
import { startApi, type ApiUnderTest } from '../testing/api-under-test.js';
import type { Answer, Browser } from '../testing/browser.js';
import { TASKS, UNITS } from '../testing/district.js';

const TASK = `/api/v1/tasks/${TASKS['A1-01'].id}`;
let db: TestDatabase;
let api: ApiUnderTest;
let hq: Browser;
let supervisor: Browser;
let farming: Browser;
let forestry: Browser;
beforeAll(async () => {
  db = await createTestDatabase();
  api = await startApi(db.database, manualClock('2024-04-12T01:00:00.000Z'));
  [hq, supervisor] = [await api.as('hq'), await api.as('supervisor')];
  [farming, forestry] = [await api.as('farming'), await api.as('forestry')];
  await act(hq, 'confirm');
  await act(hq, 'dispatch');
  await act(farming, 'sign');
});
afterAll(async () => {
  await api.stop();
  await db.drop();
});

const act = async (browser: Browser, action: string, body: unknown = {}): Promise<Answer> => {
  const { body: task } = await browser.get(TASK);
  return browser.change(`${TASK}/actions/${action}`, body, { ifMatch: Number(task['version']) });
};
const offered = async (browser: Browser): Promise<string[]> =>
  ((await browser.get(TASK)).body['allowedActions'] as { action: string }[]).map(({ action }) => action);
const matters = async (browser: Browser) =>
  (await browser.get(TASK)).body['matters'] as { label: string; words: string; waitsFor: string | null }[];

const taskClock = async (browser: Browser) =>
  ((await browser.get(TASK)).body['armedDeadlines'] as { name: string }[]).find(
    ({ name }) => name === 'taskDeadline',
  );

describe('a unit that is waited for', () => {
  const wait = { unitIds: [UNITS.forestry.id], reason: '林地审批' };

  test('sees the task though the plan does not name it, and can say that it is not so', async () => {
    expect((await forestry.get(TASK)).status).toBe(404);
    expect(await offered(farming)).toEqual(['requestClosure', 'block']);
    expect((await act(farming, 'block', wait)).status).toBe(200);
    expect(await offered(forestry)).toEqual(['acceptBlockage', 'contestBlockage']);
    expect(await matters(farming)).toMatchObject([
      { label: '等待其他单位', waitsFor: '区林业局确认或提出异议' },
    ]);
    expect((await forestry.get(`${TASK}/why`)).status).toBe(200);
    await act(forestry, 'contestBlockage', { reason: '材料未报' });
    expect(await matters(supervisor)).toMatchObject([{ waitsFor: '督查室认定' }]);
    await act(supervisor, 'rejectBlockage', { reason: '材料确未报' });
    expect(await offered(forestry)).toEqual([]);
    expect(await matters(farming)).toEqual([]);
  });

  test('confirms it, and the clock is its own until the thing is there', async () => {
    await act(farming, 'block', wait);
    await act(forestry, 'acceptBlockage');
    expect((await matters(farming))[0]?.words).toContain('时限现由区林业局承担，区农业农村局停计');
    const deadlines = (await farming.get(TASK)).body['armedDeadlines'] as { name: string }[];
    expect(deadlines.map(({ name }) => name)).toContain('awaited');
    expect(await taskClock(farming)).toMatchObject({
      projectedAt: null,
      segments: [{ kind: 'running' }, { kind: 'suspended', to: null, reason: '等待其他单位：林地审批' }],
      workingDays: { inAll: null },
    });
    await act(farming, 'unblock', { reason: '已批复' });
    expect(await matters(farming)).toEqual([]);
  });

  test('is one unit, not two', async () => {
    const two = { unitIds: [UNITS.forestry.id, UNITS.office.id], reason: '审批' };
    expect((await act(farming, 'block', two)).body).toMatchObject({
      code: 'RequestInvalid',
      errors: [{ path: '/unitIds' }],
    });
  });
});

describe('a lead that changes hands', () => {
  test('is signed for by both sides, each of which sees whose turn it is', async () => {
    await act(hq, 'changeLead', { unitIds: [UNITS.forestry.id], reason: '职能划转' });
    expect(await offered(forestry)).toEqual(['takeOver']);
    expect(await offered(farming)).toContain('handOver');
    expect(await matters(hq)).toMatchObject([
      { label: '变更牵头单位', waitsFor: '区农业农村局签字移交；区林业局签字接手' },
    ]);
    expect((await act(farming, 'handOver', { statement: '' })).body).toMatchObject({
      code: 'RequestInvalid',
      errors: [{ path: '/statement' }],
    });
    await act(farming, 'handOver', { statement: '已完成选址' });
    expect(await matters(hq)).toMatchObject([{ waitsFor: '区林业局签字接手' }]);
    await act(forestry, 'takeOver');
    expect((await forestry.get(TASK)).body).toMatchObject({ leads: [{ name: '区林业局' }], matters: [] });
    expect((await farming.get(TASK)).status).toBe(404);
  });
});

describe('what headquarters may do at any time', () => {
  test('is marked as rare, so that a page puts it away', async () => {
    const actions = (await hq.get(TASK)).body['allowedActions'] as { action: string; seldom: boolean }[];
    expect(actions.filter(({ seldom }) => seldom).map(({ action }) => action)).toEqual(
      expect.arrayContaining(['suspend', 'withdraw', 'extend', 'changeLead']),
    );
    expect(actions.filter(({ seldom }) => !seldom)).toEqual([]);
  });
});
