import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { createTestDatabase, manualClock, type TestDatabase } from '#testing';
import { startApi, type ApiUnderTest } from '../testing/api-under-test.js';
import type { Browser } from '../testing/browser.js';
import { PLAN, TASKS, UNITS } from '../testing/district.js';
import type { Username } from '../testing/people.js';

const NOBODY = '00000000-0000-4000-8000-00000000dead';
const USERS = ['hq', 'supervisor', 'taskforce', 'farming', 'forestry'] as const;
let db: TestDatabase;
let api: ApiUnderTest;
const at = {} as Record<Username, Browser>;
beforeAll(async () => {
  db = await createTestDatabase();
  api = await startApi(db.database, manualClock('2024-04-12T01:00:00.000Z'));
  for (const user of USERS) at[user] = await api.as(user);
});
afterAll(async () => {
  await api.stop();
  await db.drop();
});

const TASK = (code: keyof typeof TASKS): string => `/api/v1/tasks/${TASKS[code].id}`;
const instruction = {
  planId: PLAN.id,
  actionCode: 'A1',
  source: 'instruction',
  ref: '4月12日指挥长批示',
  title: '春耕备耕排查',
  text: '请农业农村局立即开展排查。',
  leadUnitIds: [UNITS.farming.id],
};
const part = (title: string) => ({ title, leadUnitIds: [UNITS.forestry.id] });
const codeOf = ({ status, body }: { status: number; body: Record<string, unknown> }) =>
  status < 400 ? String(status) : `${status} ${String(body['code'])}`;

describe('an instruction', () => {
  test('becomes a task of the limit that the policy gives, put to its unit in the same step', async () => {
    const sources = await at.hq.get(`/api/v1/plans/${PLAN.id}/task-sources`);
    expect(sources.body['items']).toEqual([
      {
        actionCode: 'A1',
        actionName: '产业发展行动',
        source: 'instruction',
        sourceLabel: '领导批示',
        deadlineOn: '2024-04-19',
        mayDispatch: true,
      },
      expect.objectContaining({ source: 'meeting', sourceLabel: '会议决定' }),
    ]);
    const created = await at.hq.change('/api/v1/tasks', { ...instruction, dispatch: true }, { key: 'k1' });
    expect(created.status).toBe(201);
    expect(created.body).toMatchObject({ code: 'A1-P01', stateLabel: '已下发', deadlineOn: '2024-04-19' });
    const seen = await at.farming.get(`/api/v1/tasks/${String(created.body['taskId'])}`);
    expect(seen.body['allowedActions']).toMatchObject([{ action: 'sign' }, { action: 'dispute' }]);
    expect((await at.forestry.get(`/api/v1/tasks/${String(created.body['taskId'])}`)).status).toBe(404);
  });

  test('sent again under its key is the same task, also where the first answer was lost', async () => {
    const again = await at.hq.change('/api/v1/tasks', { ...instruction, dispatch: true }, { key: 'k1' });
    expect(again.headers.get('idempotency-replayed')).toBe('true');
    await db.database.transaction({ jurisdictionId: '430811' }, (tx) =>
      tx.execute("delete from idempotent_answer where key = 'k1'"),
    );
    const lost = await at.hq.change('/api/v1/tasks', { ...instruction, dispatch: true }, { key: 'k1' });
    expect(lost.body).toEqual(again.body);
  });

  test.each([
    ['a blank title', { title: '  ' }, '400 RequestInvalid'],
    ['a member that nobody knows', { colour: 'red' }, '400 RequestInvalid'],
    ['a source that is none', { source: 'plan' }, '400 RequestInvalid'],
    ['a plan that is not there, or is another district’s', { planId: NOBODY }, '404 SubjectNotFound'],
    ['an action that the plan has not', { actionCode: 'A9' }, '404 SubjectNotFound'],
    ['a unit that is not there', { leadUnitIds: [NOBODY] }, '422 UnitUnknown'],
    ['nobody to put it to', { leadUnitIds: [], dispatch: true }, '409 LeadMissing'],
    ['a day that is over', { deadlineOn: '2024-04-11' }, '422 InputInvalid'],
  ])('with %s is refused, with a stable code and words', async (_, wrong, code) => {
    const answer = await at.hq.change('/api/v1/tasks', { ...instruction, ...wrong });
    expect(codeOf(answer)).toBe(code);
    expect(String(answer.body['detail'])).toMatch(/[\u4e00-\u9fff]/);
  });
});

/** Who may what: each new route by each role of the test district, on what is theirs to see and what is not. */
describe('the permission of', () => {
  const routes = [
    {
      name: 'making a task of an instruction',
      call: (user: Browser) => user.change('/api/v1/tasks', instruction),
      codes: {
        hq: '201',
        supervisor: '403 NotPermitted',
        taskforce: '403 NotPermitted',
        farming: '403 NotPermitted',
      },
    },
    {
      name: 'asking what may be made a task',
      call: (user: Browser) => user.get(`/api/v1/plans/${PLAN.id}/task-sources`),
      codes: { hq: '200', supervisor: '403 NotPermitted', farming: '403 NotPermitted' },
    },
    {
      name: 'splitting a task',
      call: (user: Browser) =>
        user.change(
          `${TASK('A1-01')}/split`,
          { reason: '分片', into: [part('东'), part('西')] },
          { ifMatch: 0 },
        ),
      codes: {
        supervisor: '403 NotPermitted',
        taskforce: '403 NotPermitted',
        farming: '403 NotPermitted',
        // Another unit’s: not there.
        forestry: '404 NotFound',
        // Nobody splits what is only drafted.
        hq: '409 EventNotAllowed',
      },
    },
    {
      name: 'merging tasks',
      call: (user: Browser) =>
        user.change('/api/v1/tasks/merge', {
          reason: '合并',
          tasks: [TASKS['A1-01'], TASKS['A1-02']].map(({ id }) => ({ id, version: 0 })),
          into: part('合'),
        }),
      codes: {
        supervisor: '403 NotPermitted',
        farming: '403 NotPermitted',
        forestry: '404 NotFound',
        hq: '409 EventNotAllowed',
      },
    },
    {
      name: 'handing a unit’s tasks to its successor',
      call: (user: Browser) =>
        user.change(`/api/v1/units/${UNITS.farming.id}/task-succession`, {
          toUnitId: UNITS.forestry.id,
          reason: '机构改革',
          dryRun: true,
        }),
      codes: {
        hq: '200',
        supervisor: '403 NotPermitted',
        taskforce: '403 NotPermitted',
        farming: '403 NotPermitted',
      },
    },
    {
      name: 'asking why of a report or a notice that is not theirs to see',
      call: async (user: Browser) => {
        const why = [`/api/v1/obligations/${NOBODY}/why`, `/api/v1/notices/${NOBODY}/why`];
        const [report, notice] = [await user.get(why[0] ?? ''), await user.get(why[1] ?? '')];
        expect(codeOf(report)).toBe(codeOf(notice));
        return report;
      },
      codes: { hq: '404 NotFound', farming: '404 NotFound' },
    },
  ];
  test.each(routes)('$name', async ({ call, codes }) => {
    for (const [user, code] of Object.entries(codes)) {
      expect([user, codeOf(await call(at[user as Username]))]).toEqual([user, code]);
    }
  });
});

describe('tasks that take the place of others', () => {
  const act = async (code: keyof typeof TASKS, action: string, user: Browser = at.hq) => {
    const { body } = await user.get(TASK(code));
    return user.change(`${TASK(code)}/actions/${action}`, {}, { ifMatch: Number(body['version']) });
  };
  const split = { reason: '分片落实', into: [part('东片'), { ...part('西片'), deadlineOn: '2024-11-29' }] };

  test('are made of what was seen, and of nothing that has moved on', async () => {
    await act('A1-01', 'confirm');
    await act('A1-01', 'dispatch');
    expect((await at.hq.get(TASK('A1-01'))).body['mayBeSplit']).toBe(true);
    expect((await at.farming.get(TASK('A1-01'))).body['mayBeSplit']).toBe(false);
    const path = `${TASK('A1-01')}/split`;
    expect(codeOf(await at.hq.change(path, split))).toBe('428 IfMatchMissing');
    expect(codeOf(await at.hq.change(path, split, { ifMatch: 1 }))).toBe('412 VersionConflict');
    const bad = await at.hq.change(path, { reason: '分片', into: [part('东')] }, { ifMatch: 2 });
    expect(bad.body).toMatchObject({ code: 'RequestInvalid', errors: [{ path: '/into' }] });
    const done = await at.hq.change(path, split, { ifMatch: 2, key: 'split' });
    expect(done.status).toBe(200);
    const again = await at.hq.change(path, split, { ifMatch: 2, key: 'split' });
    expect(again.body).toEqual(done.body);
    expect((await at.hq.get(TASK('A1-01'))).body['stateLabel']).toBe('已撤销');
    const [first] = done.body['taskIds'] as string[];
    expect((await at.forestry.get(`/api/v1/tasks/${String(first)}`)).body).toMatchObject({
      title: '东片',
      stateLabel: '已下发',
    });
  });

  test('may be one of several, each in the version that was seen', async () => {
    for (const code of ['A1-02', 'A1-03'] as const) await act(code, 'confirm');
    const tasks = (['A1-02', 'A1-03'] as const).map((code) => ({ id: TASKS[code].id, version: 1 }));
    const body = { reason: '内容相同', tasks, into: part('林区合并') };
    const stale = { ...body, tasks: tasks.map((one) => ({ ...one, version: 0 })) };
    expect(codeOf(await at.hq.change('/api/v1/tasks/merge', stale))).toBe('412 VersionConflict');
    const done = await at.hq.change('/api/v1/tasks/merge', body);
    expect(done.body['taskIds']).toHaveLength(1);
  });

  test('go to a unit’s successor, counted before it is done', async () => {
    const path = `/api/v1/units/${UNITS.forestry.id}/task-succession`;
    const to = { toUnitId: UNITS.farming.id, reason: '机构改革' };
    expect((await at.hq.change(path, { ...to, dryRun: true })).body).toEqual({ tasks: 2, dryRun: true });
    expect((await at.hq.change(path, { ...to, dryRun: false })).body).toEqual({ tasks: 2, dryRun: false });
    expect((await at.hq.change(path, { ...to, dryRun: true })).body).toMatchObject({ tasks: 0 });
    const same = { ...to, toUnitId: UNITS.forestry.id, dryRun: true };
    expect((await at.hq.change(path, same)).body).toMatchObject({
      code: 'UnitUnknown',
      errors: [{ path: '/toUnitId' }],
    });
  });
});
