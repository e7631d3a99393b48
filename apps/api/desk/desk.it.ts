import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { createTestDatabase, manualClock, type TestDatabase } from '#testing';
import { DESK_CARD_SOURCES } from '#persistence';
import {
  DESK_CARDS,
  type DeskView,
  unpackWall,
  type SearchAnswer,
  type Wall,
  type WallView,
} from '#contract';
import { startApi, type ApiUnderTest } from '../testing/api-under-test.js';
import type { Browser } from '../testing/browser.js';
import { JURISDICTION, PLAN, UNITS } from '../testing/district.js';
import { personId } from '../testing/people.js';

const clock = manualClock('2024-04-12T01:00:00.000Z');
const USERS = [
  'hq',
  'supervisor',
  'taskforce',
  'farming',
  'forestry',
  'convener',
  'admin',
  'auditor',
] as const;
let db: TestDatabase;
let api: ApiUnderTest;
let taskId: string;
const at = {} as Record<(typeof USERS)[number], Browser>;

const desk = async (user: (typeof USERS)[number]): Promise<DeskView> =>
  (await at[user].get('/api/v1/desk')).body as unknown as DeskView;
const card = async (user: (typeof USERS)[number], name: string) =>
  (await desk(user)).cards.find((one) => one.name === name);
const wall = async (user: (typeof USERS)[number]): Promise<Wall> =>
  unpackWall((await at[user].get(`/api/v1/plans/${PLAN.id}/wall`)).body as unknown as WallView);
const search = async (user: (typeof USERS)[number], words: string): Promise<SearchAnswer['items']> =>
  ((await at[user].get(`/api/v1/search?q=${encodeURIComponent(words)}`)).body as unknown as SearchAnswer)
    .items;

beforeAll(async () => {
  db = await createTestDatabase();
  api = await startApi(db.database, clock);
  for (const user of USERS) at[user] = await api.as(user);
  const created = await at.hq.change('/api/v1/tasks', {
    planId: PLAN.id,
    actionCode: 'A1',
    source: 'instruction',
    ref: '4月12日指挥长批示',
    title: '春耕备耕排查',
    text: '请立即开展排查。',
    leadUnitIds: [UNITS.farming.id],
    dispatch: true,
  });
  taskId = String(created.body['taskId']);
});
afterAll(async () => {
  await api.stop();
  await db.drop();
});

describe('the desk of a person', () => {
  test('has every card that the contract names, and no other', () => {
    const asked = [...DESK_CARD_SOURCES.map(({ name }) => name), 'health', 'audit'];
    expect(asked.toSorted()).toEqual([...DESK_CARDS].toSorted());
  });

  test('shows a unit what it must sign for, by when, and nothing of another unit’s', async () => {
    expect(await card('farming', 'toSign')).toMatchObject({
      count: 1,
      clock: 'due',
      items: [{ kind: 'task', id: taskId, title: '春耕备耕排查', overdue: false }],
    });
    expect(await card('forestry', 'toSign')).toMatchObject({ count: 0, items: [] });
    expect((await card('farming', 'toSign'))?.items[0]?.at).toMatch(/^2024-04-/u);
  });

  test('puts what has a clock first and what is empty last', async () => {
    const { cards } = await desk('farming');
    expect(cards[0]?.name).toBe('toSign');
    const empty = cards.map(({ count }) => count === 0);
    expect(empty.indexOf(true)).toBeGreaterThan(empty.lastIndexOf(false));
  });

  test('has for each role its own cards, and for two roles those of both', async () => {
    const names = async (user: (typeof USERS)[number]): Promise<string[]> =>
      (await desk(user)).cards.map(({ name }) => name);
    expect(await names('taskforce')).toEqual(expect.arrayContaining(['toReview', 'gateTaskForce']));
    expect(await names('supervisor')).toEqual(
      expect.arrayContaining(['alerts', 'noticesToIssue', 'verifications']),
    );
    expect(await names('admin')).toEqual(
      expect.arrayContaining(['health', 'lettersFailed', 'accessRequests']),
    );
    expect(await names('hq')).not.toContain('toFile');
    await db.database.transaction({ jurisdictionId: JURISDICTION }, (tx) =>
      tx.execute(
        `insert into role_assignment (jurisdiction_id, id, person_id, role, scope_kind, scope_id)
         values ($1, gen_random_uuid(), $2, 'supervisor', 'plan', $3)`,
        [JURISDICTION, personId('hq'), PLAN.code],
      ),
    );
    expect(await names('hq')).toEqual(expect.arrayContaining(['disputes', 'gateApproval', 'verifications']));
  });

  test('says of a clock that has run down that it is over, and goes on to what came of it', async () => {
    clock.set('2024-04-17T02:00:00.000Z');
    for (const user of USERS) at[user] = await api.as(user);
    expect(await card('farming', 'toSign')).toMatchObject({ items: [{ id: taskId, overdue: true }] });
  });
});

describe('the wall of a plan', () => {
  test('has every task under its action, and figures that are those of its tiles', async () => {
    const { actions, figures, levels } = await wall('supervisor');
    const tiles = actions.flatMap((action) => action.tiles);
    expect(tiles).toContainEqual(
      expect.objectContaining({
        id: taskId,
        state: 'dispatched',
        stateLabel: '已下发',
        leads: ['区农业农村局'],
      }),
    );
    expect(figures.tasks).toBe(tiles.length);
    expect(levels.map(({ id }) => id)).toEqual(expect.arrayContaining(['blue', 'yellow', 'red']));
  });

  test('tells what happened today, what happened in one act as one line', async () => {
    const browser = at.farming;
    const { body } = await browser.get(`/api/v1/tasks/${taskId}`);
    await browser.change(`/api/v1/tasks/${taskId}/actions/sign`, {}, { ifMatch: Number(body['version']) });
    const { changes } = await wall('supervisor');
    expect(changes).toContainEqual(
      expect.objectContaining({
        type: 'SIGNED',
        label: '任务签收',
        count: 1,
        task: expect.objectContaining({ id: taskId }) as unknown,
      }),
    );
    expect(changes.map(({ type }) => type)).not.toContain('DISPATCHED');
  });

  test('shows a unit its own tasks alone, and a plan that is not there is not found', async () => {
    const leads = (await wall('forestry')).actions.flatMap(({ tiles }) => tiles.map(({ id }) => id));
    expect(leads).not.toContain(taskId);
    expect((await at.hq.get(`/api/v1/plans/${taskId}/wall`)).status).toBe(404);
  });
});

describe('the search', () => {
  test('finds tasks by title, code and lead unit, units and plans; every word must be there', async () => {
    expect(await search('hq', '春耕')).toEqual([
      expect.objectContaining({
        kind: 'task',
        id: taskId,
        note: expect.stringContaining('区农业农村局') as unknown,
      }),
    ]);
    expect((await search('hq', '农业 排查')).map(({ id }) => id)).toEqual([taskId]);
    expect((await search('hq', '林业')).filter(({ kind }) => kind === 'unit')).toMatchObject([
      { title: '区林业局' },
    ]);
    expect((await search('hq', '测试方案')).map(({ kind }) => kind)).toContain('plan');
    expect(await search('hq', '春耕 没有这个词')).toEqual([]);
  });

  test('takes what is typed literally, and refuses nothing to look for', async () => {
    expect(await search('hq', '%')).toEqual([]);
    expect((await at.hq.get('/api/v1/search?q=')).status).toBe(400);
  });

  test('does not find what is another unit’s', async () => {
    expect(await search('forestry', '春耕')).toEqual([]);
  });
});
