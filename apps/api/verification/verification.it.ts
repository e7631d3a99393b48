import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { createTestDatabase, manualClock, type TestDatabase } from '#testing';
import { drawRecordSchema, repeatDraw } from '#truth';
import { startApi, type ApiUnderTest } from '../testing/api-under-test.js';
import { problemOf, type Answer, type Browser } from '../testing/browser.js';
import { JURISDICTION, PLAN, TASKS } from '../testing/district.js';

const clock = manualClock('2024-04-12T01:00:00.000Z');
let db: TestDatabase;
let api: ApiUnderTest;
let supervisor: Browser;
let hq: Browser;
let forestry: Browser;

beforeAll(async () => {
  db = await createTestDatabase();
  api = await startApi(db.database, clock);
  await signIn();
  const farming = await api.as('farming');
  for (const [code, unit] of [
    ['A1-01', farming],
    ['A1-02', forestry],
    ['A1-03', forestry],
  ] as const) {
    for (const action of ['confirm', 'dispatch']) await act(hq, code, action);
    await act(unit, code, 'sign');
  }
  await until('2024-04-18T02:00:00.000Z');
  for (const unit of [await api.as('farming'), forestry]) await fileEverything(unit);
});
afterAll(async () => {
  await api.stop();
  await db.drop();
});

async function signIn(): Promise<void> {
  [supervisor, hq, forestry] = [await api.as('supervisor'), await api.as('hq'), await api.as('forestry')];
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
  await signIn();
}

async function act(browser: Browser, code: keyof typeof TASKS, action: string): Promise<void> {
  const path = `/api/v1/tasks/${TASKS[code].id}`;
  const seen = Number((await browser.get(path)).body['version']);
  const { status, body } = await browser.change(`${path}/actions/${action}`, {}, { ifMatch: seen });
  if (status !== 200) throw new Error(JSON.stringify(body));
}

async function fileEverything(browser: Browser): Promise<void> {
  const { body } = await browser.get('/api/v1/sittings');
  const [sitting] = body['items'] as { id: string }[];
  const path = `/api/v1/sittings/${sitting?.id ?? ''}`;
  const { items, version } = (await browser.get(path)).body as {
    items: { obligationId: string }[];
    version: number;
  };
  const reports = items.map(({ obligationId }) => ({
    obligationId,
    progress: 80,
    done: '完成选址和招标',
    readings: [{ position: 0, value: 30 }],
  }));
  const filed = await browser.change(`${path}/filing`, { reports }, { ifMatch: version });
  if (filed.status !== 200) throw new Error(JSON.stringify(filed.body));
}

const PREVIEW = `/api/v1/plans/${PLAN.id}/draw-preview`;
const DRAWS = `/api/v1/plans/${PLAN.id}/draws`;
const actionsOf = ({ body }: Answer): string[] =>
  (body['allowedActions'] as { action: string }[]).map(({ action }) => action);

describe('the draw over HTTP', () => {
  let draw: string;

  test('shows who could be drawn, with lots, chances and reasons, to who supervises alone', async () => {
    const { status, body } = await supervisor.get(PREVIEW);
    expect(status).toBe(200);
    expect(body).toMatchObject({
      places: 1,
      rules: { baseLots: 10, mostLots: 60, publicRandomness: 'optional' },
      allowedActions: [{ action: 'commitDraw' }],
    });
    const entries = body['entries'] as { code: string; lots: number; chance: number; signals: object[] }[];
    expect(entries.map(({ code }) => code).sort()).toEqual(['A1-01', 'A1-02', 'A1-03']);
    expect(entries[0]).toMatchObject({ code: 'A1-01', signals: [{ name: 'indicatorGap' }] });
    expect(entries.reduce((sum, { chance }) => sum + chance, 0)).toBeCloseTo(100, 1);
    for (const browser of [forestry, hq])
      expect(problemOf(await browser.get(PREVIEW))).toEqual({ status: 403, code: 'NotPermitted' });
  });

  test('begins with a commitment, and never shows the secret before it is drawn', async () => {
    expect(problemOf(await hq.change(DRAWS, {}))).toEqual({ status: 403, code: 'NotPermitted' });
    const begun = await supervisor.change(DRAWS, { count: 1 }, { key: 'one-intention' });
    expect(begun).toMatchObject({ status: 201, body: { version: 1, state: 'committed' } });
    expect((await supervisor.change(DRAWS, { count: 1 }, { key: 'one-intention' })).body).toEqual(begun.body);
    expect(problemOf(await supervisor.change(DRAWS, {}))).toEqual({ status: 409, code: 'DrawAlreadyOpen' });
    draw = `/api/v1/draws/${String(begun.body['drawId'])}`;
    const seen = await supervisor.get(draw);
    expect(seen.headers.get('etag')).toBe('"1"');
    expect(actionsOf(seen)).toEqual(['freezeDraw', 'abandonDraw']);
    expect(JSON.stringify(seen.body)).not.toMatch(/secret/u);
    expect((await supervisor.get(`${draw}/record.json`)).status).toBe(404);
  });

  test('wants to know which version was seen, and takes public randomness from a second person', async () => {
    expect(problemOf(await supervisor.change(`${draw}/freezing`, {}))).toMatchObject({ status: 428 });
    expect(problemOf(await supervisor.change(`${draw}/freezing`, {}, { ifMatch: 9 }))).toMatchObject({
      status: 412,
    });
    expect((await supervisor.change(`${draw}/freezing`, {}, { ifMatch: 1 })).body).toMatchObject({
      state: 'frozen',
    });
    const typed = { text: '3154.55', source: '上证指数2024年4月18日收盘' };
    expect(problemOf(await supervisor.change(`${draw}/randomness`, typed, { ifMatch: 2 }))).toEqual({
      status: 403,
      code: 'SamePerson',
    });
    expect(actionsOf(await supervisor.get(draw))).toEqual(['carryOutDraw', 'abandonDraw']);
    expect(actionsOf(await hq.get(draw))).toEqual(['addRandomness']);
    expect((await hq.change(`${draw}/randomness`, typed, { ifMatch: 2 })).status).toBe(200);
  });

  test('is drawn once, and its record can be repeated by anyone', async () => {
    const drawn = await supervisor.change(`${draw}/drawing`, {}, { ifMatch: 3 });
    expect(drawn.body).toMatchObject({ state: 'drawn', passedOver: [] });
    expect(drawn.body['verificationIds']).toHaveLength(1);
    expect(actionsOf(await supervisor.get(draw))).toEqual([]);
    expect(problemOf(await supervisor.change(`${draw}/drawing`, {}, { ifMatch: 4 }))).toEqual({
      status: 409,
      code: 'DrawNotOpen',
    });
    const response = await supervisor.raw(`GET`, `${draw}/record.json`);
    expect(response.headers.get('content-disposition')).toMatch(/attachment; filename="draw-.+\.json"/u);
    expect(repeatDraw(drawRecordSchema.parse(await response.json()))).toEqual({ equal: true });
    expect((await forestry.get(`${draw}/record.json`)).status).toBe(403);
  });
});

describe('a verification over HTTP', () => {
  test('stands on the supervision office’s list, is found once, and asks the unit for another figure', async () => {
    const listed = (await supervisor.get('/api/v1/verifications?state=open')).body['items'] as {
      id: string;
      task: { id: string; code: 'A1-01' | 'A1-02' | 'A1-03' };
      overdue: boolean;
    }[];
    expect(listed).toHaveLength(1);
    const [one] = listed;
    if (!one) throw new Error('nothing was drawn');
    const unit = await api.as(TASKS[one.task.code].lead);
    const task = `/api/v1/tasks/${one.task.id}`;
    // Nobody tidies up for it: neither trail nor clocks tell the unit that somebody is on the way.
    const trail = async (who: Browser): Promise<string> => {
      const answers = [await who.get(`${task}/timeline`), await who.get(`${task}/why`), await who.get(task)];
      return JSON.stringify(answers.map(({ body }) => body));
    };
    expect(await trail(supervisor)).toMatch(/列入督查核实[\s\S]*督查核实时限/u);
    expect(await trail(unit)).not.toMatch(/核实/u);
    expect((await forestry.get('/api/v1/verifications')).status).toBe(403);
    const path = `/api/v1/verifications/${one.id}`;
    const seen = await supervisor.get(path);
    expect(seen.headers.get('etag')).toBe('"0"');
    expect(actionsOf(seen)).toEqual(['recordFinding']);
    const finding = {
      finding: 'partlyTrue',
      found: 45,
      words: '选址完成，招标尚未挂网',
      evidence: [{ label: '现场笔录', ref: '督查笔录2024-3' }],
    };
    expect(
      problemOf(await supervisor.change(`${path}/finding`, { ...finding, evidence: [] }, { ifMatch: 0 })),
    ).toEqual({ status: 422, code: 'InputInvalid' });
    expect((await supervisor.change(`${path}/finding`, finding, { ifMatch: 0 })).status).toBe(200);
    expect(problemOf(await supervisor.change(`${path}/finding`, finding, { ifMatch: 1 }))).toEqual({
      status: 409,
      code: 'AlreadyFound',
    });
    const open = await unit.get(task);
    expect(actionsOf(open)).toContain('correctFigure');
    expect(open.body['matters']).toMatchObject([
      { label: '更正进度', waitsFor: expect.stringMatching(/更正进度/u) },
    ]);
    const corrected = await unit.change(
      `${task}/actions/correctFigure`,
      { progress: 45, statement: '招标尚未挂网，按实更正' },
      { ifMatch: Number(open.body['version']) },
    );
    expect(corrected.status).toBe(200);
    expect((await unit.get(task)).body).toMatchObject({ progress: 45 });
    expect((await supervisor.get(path)).body).toMatchObject({
      finding: { label: '部分属实', found: 45, by: { name: 'supervisor同志' } },
      corrected: { progress: 45 },
      version: 2,
    });
  });

  test('can be asked for by name, with a reason', async () => {
    const body = { taskId: TASKS['A1-03'].id, unitId: (await forestry.get('/api/v1/session')).body['unit'] };
    const unitId = (body.unitId as { id: string }).id;
    const asked = { taskId: body.taskId, unitId, reason: '群众来信反映' };
    expect(problemOf(await hq.change('/api/v1/verifications', asked))).toEqual({
      status: 403,
      code: 'NotPermitted',
    });
    const ordered = await supervisor.change('/api/v1/verifications', asked);
    expect(ordered.status).toBe(201);
    expect(problemOf(await supervisor.change('/api/v1/verifications', asked))).toEqual({
      status: 409,
      code: 'AlreadyVerified',
    });
  });
});
