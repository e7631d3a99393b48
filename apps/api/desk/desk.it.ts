import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { civilDateOf } from '#calendar';
import { laddersOf } from '#engine';
import { createTestDatabase, manualClock, shippedRules, type TestDatabase } from '#testing';
import { DESK_CARD_SOURCES } from '#persistence';
import {
  DESK_CARDS,
  type CalendarAnnounced,
  type CalendarYearView,
  type LadderCourseView,
  type LadderList,
  type SystemHealth,
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

/** A task for the farming bureau, which has to sign for it from now on. */
async function dispatched(title: string): Promise<string> {
  const created = await at.hq.change('/api/v1/tasks', {
    planId: PLAN.id,
    actionCode: 'A1',
    source: 'instruction',
    ref: '4月12日指挥长批示',
    title,
    text: '请立即开展排查。',
    leadUnitIds: [UNITS.farming.id],
    dispatch: true,
  });
  return String(created.body['taskId']);
}

beforeAll(async () => {
  db = await createTestDatabase();
  api = await startApi(db.database, clock);
  for (const user of USERS) at[user] = await api.as(user);
  taskId = await dispatched('春耕备耕排查');
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

describe('what the house goes by', () => {
  const unitsOwn = async (path: string): Promise<number> => (await at.farming.get(path)).status;

  test('is a year of the calendar, with the days off by name and what falls due on which working day', async () => {
    const { body } = await at.admin.get('/api/v1/calendar?year=2024');
    const year = body as unknown as CalendarYearView;
    expect(year).toMatchObject({
      year: 2024,
      today: civilDateOf(clock.now()),
      status: 'published',
      workingDays: 251,
    });
    expect(year.holidays.find(({ from }) => from === '2024-10-01')).toMatchObject({
      label: '国庆节',
      days: 7,
    });
    expect(year.months[3]?.days.find(({ on }) => on === '2024-04-28')?.kind).toBe('worked');
    expect(year.dues.find(({ label }) => label === '2024年4月中旬')).toMatchObject({
      on: '2024-04-19',
      every: 'ten-day',
    });
    expect((await at.admin.get('/api/v1/calendar?year=1999')).status).toBe(404);
    expect(await unitsOwn('/api/v1/calendar')).toBe(403);
  });

  test('is every ladder of the policy, and a rehearsal of one that leaves no trace', async () => {
    const before = await db.database.transaction({ jurisdictionId: JURISDICTION }, (tx) =>
      tx.query<{ count: number }>(
        'select (select count(*) from event) + (select count(*) from deadline) + (select count(*) from message) as count',
      ),
    );
    const { items } = (await at.hq.get('/api/v1/ladders')).body as unknown as LadderList;
    // What is kept as JSON has its names in another order.
    expect(items.map(({ name }) => name).sort()).toEqual(
      laddersOf(shippedRules().policy)
        .map(({ name }) => name)
        .sort(),
    );
    expect(items[0]?.rungs.map(({ label, offset }) => `${offset.workingDays} ${label}`)).toEqual([
      '0 催报',
      '1 提醒函',
      '3 黄牌督办',
      '5 红牌通报',
      '10 约谈',
    ]);
    const course = (
      await at.hq.get('/api/v1/ladders/reporting/course?due=2024-04-19T09:30:00.000Z&issued=promptly&cured=4')
    ).body as unknown as LadderCourseView;
    expect(course.moments.map(({ on, kind, label }) => [on, kind, label].filter(Boolean).join(' '))).toEqual([
      '2024-04-18 reminder',
      '2024-04-19 reminder',
      '2024-04-19 due',
      '2024-04-19 reached 催报',
      '2024-04-22 reached 提醒函',
      '2024-04-24 toIssue 黄牌督办',
      '2024-04-24 issued 黄牌督办',
      '2024-04-25 cured',
    ]);
    expect(course.end).toBe('cured');
    expect(course.may).toEqual(['appeal', 'held', 'paused']);
    const appealed = (
      await at.hq.get(
        '/api/v1/ladders/reporting/course?due=2024-04-19T09:30:00.000Z&issued=promptly&appealed=2&decided=4&decision=upheld',
      )
    ).body as unknown as LadderCourseView;
    expect(
      appealed.moments.slice(-2).map(({ on, kind, to }) => [on, kind, to.map(({ code }) => code)]),
    ).toEqual([
      ['2024-04-23', 'appealed', ['supervisor']],
      ['2024-04-25', 'appealUpheld', ['liaison', 'leadUnitHead']],
    ]);
    expect(appealed.end).toBe('upheld');
    const after = await db.database.transaction({ jurisdictionId: JURISDICTION }, (tx) =>
      tx.query<{ count: number }>(
        'select (select count(*) from event) + (select count(*) from deadline) + (select count(*) from message) as count',
      ),
    );
    expect(after).toEqual(before);
    expect(await unitsOwn('/api/v1/ladders')).toBe(403);
    expect((await at.hq.get('/api/v1/ladders/nothing/course?due=2024-04-19T09:30:00.000Z')).status).toBe(404);
  });

  test('tells the administrator how the system does, and what is late since when', async () => {
    const read = async (): Promise<SystemHealth> =>
      (await at.admin.get('/api/v1/system-health')).body as unknown as SystemHealth;
    const stateOf = ({ checks }: SystemHealth, name: string) => checks.find((check) => check.name === name);
    const health = await read();
    const late = stateOf(health, 'clocks')?.count ?? 0;
    expect(stateOf(health, 'calendar')).toMatchObject({ state: 'good', on: '2026-12-31' });
    expect(stateOf(health, 'backup')).toMatchObject({ state: 'attention', at: null });
    await db.database.transaction({ jurisdictionId: JURISDICTION }, (tx) =>
      tx.execute(
        `update deadline set projected_at = $1::timestamptz - interval '20 minutes'
         where id = (select id from deadline where state = 'armed' and projected_at > $1::timestamptz limit 1)`,
        [clock.now()],
      ),
    );
    expect(stateOf(await read(), 'clocks')).toMatchObject({ state: 'trouble', count: late + 1 });
    expect((await at.hq.get('/api/v1/system-health')).status).toBe(403);
  });

  test('is changed by the administrator alone: what would move is said first, and only that calendar is put in force', async () => {
    const path = '/api/v1/calendar';
    const given = await dispatched('防汛物资清点');
    const yearOf = async (): Promise<CalendarYearView> =>
      (await at.admin.get(`${path}?year=2024`)).body as unknown as CalendarYearView;
    const year = await yearOf();
    const of = (kind: string): string[] =>
      year.months.flatMap(({ days }) => days.flatMap((day) => (day.kind === kind ? [day.on] : [])));
    const { status, source, worked } = { ...year, worked: of('worked') };
    const years = [{ year: 2024, status, source, off: [...of('off'), '2024-04-18'], worked }];
    const asked = { dryRun: true, years };
    const { version } = year.calendar;
    expect(year.mayAnnounce).toBe(true);
    const told = await at.admin.change(path, asked, { ifMatch: version });
    const { preview } = told.body as unknown as CalendarAnnounced;
    expect(told).toMatchObject({ status: 200, body: { dryRun: true, version } });
    expect(preview).toMatchObject({
      days: [{ on: '2024-04-18', before: 'working', after: 'off' }],
      years: [{ year: 2024, before: { workingDays: 251 }, after: { workingDays: 250 } }],
      counts: { units: 1 },
    });
    expect(preview?.clocks).toContainEqual({
      ...{
        label: '签收时限',
        task: { id: given, code: expect.any(String) as unknown, title: '防汛物资清点' },
      },
      ...{ units: [{ id: UNITS.farming.id, name: '区农业农村局' }], fate: 'later', wouldBe: null },
      ...{ before: '2024-04-19T09:30:00.000Z', after: '2024-04-22T09:30:00.000Z' },
    });
    expect(await yearOf()).toEqual(year);

    const announced = { ...asked, dryRun: false };
    const refused = [
      [at.hq, { ...announced, reason: '通知' }, version, 403, 'NotPermitted'],
      [at.admin, announced, version, 422, 'ReasonMissing'],
      [at.admin, { ...announced, reason: '通知' }, version + 1, 412, 'VersionConflict'],
      [at.admin, { ...asked, years: [{ ...years[0], off: of('off') }] }, version, 409, 'CalendarUnchanged'],
      [
        at.admin,
        { ...asked, years: [{ ...years[0], worked: ['2024-04-16'] }] },
        version,
        422,
        'CalendarInvalid',
      ],
    ] as const;
    for (const [who, body, ifMatch, code, problem] of refused)
      expect((await who.change(path, body, { ifMatch })).body).toMatchObject({ status: code, code: problem });

    const sent = { ifMatch: version, key: 'holiday' };
    const reason = '关于临时调整放假安排的通知（张武政办〔2024〕9号）';
    const first = await at.admin.change(path, { ...announced, reason }, sent);
    expect(first).toMatchObject({
      status: 200,
      body: { dryRun: false, version: version + 1, preview: null },
    });
    expect((await at.admin.change(path, { ...announced, reason }, sent)).body).toEqual(first.body);
    expect((await yearOf()).changes).toMatchObject([
      {
        ...{ version: version + 1, announcedBy: expect.any(String) as unknown, reason, finishedAt: null },
        ...{ days: preview?.days, dayCount: 1, moved: 0 },
      },
    ]);
    expect((await yearOf()).changes[0]?.left).toBeGreaterThan(0);
    await api.engine.sweep(JURISDICTION);
    const [change] = (await yearOf()).changes;
    expect(change).toMatchObject({ left: 0, finishedAt: clock.now() });
    expect(change?.moved).toBeGreaterThan(0);
    const clocks = (await at.farming.get(`/api/v1/tasks/${given}`)).body['armedDeadlines'];
    expect(clocks).toContainEqual(
      expect.objectContaining({ name: 'sign', projectedAt: '2024-04-22T09:30:00.000Z' }),
    );
  });
});
