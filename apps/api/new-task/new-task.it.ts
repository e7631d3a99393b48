import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { createTestDatabase, manualClock, type TestDatabase } from '#testing';
import { startApi, type ApiUnderTest } from '../testing/api-under-test.js';
import type { Browser } from '../testing/browser.js';
import { JURISDICTION, PLAN, TASKS, UNITS } from '../testing/district.js';
import { personId, type Username } from '../testing/people.js';

const NOBODY = '00000000-0000-4000-8000-00000000dead';
const USERS = ['hq', 'supervisor', 'taskforce', 'farming', 'forestry', 'admin', 'auditor'] as const;
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
    const foreseen = (await at.hq.change(path, { ...to, dryRun: true })).body;
    expect(foreseen).toMatchObject({ tasks: 2, left: 0, dryRun: true });
    const items = foreseen['items'] as { title: string; asked: { label: string }[] }[];
    expect(items.map(({ title, asked }) => [title, asked.map(({ label }) => label)])).toEqual(
      expect.arrayContaining([['东片', ['签收时限', '任务完成时限']]]),
    );
    expect(items).toHaveLength(2);
    const done = (await at.hq.change(path, { ...to, dryRun: false })).body;
    expect(done).toEqual({ tasks: 2, left: 0, items: [], dryRun: false });
    expect((await at.hq.change(path, { ...to, dryRun: true })).body).toMatchObject({ tasks: 0 });
    const same = { ...to, toUnitId: UNITS.forestry.id, dryRun: true };
    expect((await at.hq.change(path, same)).body).toMatchObject({
      code: 'UnitUnknown',
      errors: [{ path: '/toUnitId' }],
    });
  });
});

describe('the directory of units', () => {
  const DIRECTORY = '/api/v1/unit-directory';
  const reason = '区委编办通知';
  const listed = async (query: string): Promise<Record<string, unknown>[]> =>
    (await at.admin.get(`${DIRECTORY}?${query}`)).body['items'] as Record<string, unknown>[];
  const names = async (query: string): Promise<unknown[]> => (await listed(query)).map(({ name }) => name);
  const file = async (id: string): Promise<Record<string, unknown>> =>
    (await at.admin.get(`${DIRECTORY}/${id}`)).body;
  const act = (id: string, what: string, body: object) => at.admin.change(`${DIRECTORY}/${id}/${what}`, body);
  const register = async (name: string, more: object = {}): Promise<string> => {
    const made = await at.admin.change(DIRECTORY, { name, reason, ...more });
    expect({ name, code: codeOf(made) }).toEqual({ name, code: '201' });
    return String(made.body['id']);
  };
  const told = () =>
    db.database.transaction({ jurisdictionId: JURISDICTION }, (tx) =>
      tx.query<{ actor: string; change: string }>(
        `select actor_id as actor, details ->> 'change' as change from trail_line
         where action = 'unitChanged' order by at, seq`,
      ),
    );

  test('shows who works where, which posts its tasks need and nobody holds, and what it leads', async () => {
    const [farming] = await listed(`q=${encodeURIComponent('农业农村')}`);
    const led = (await at.hq.get(`/api/v1/tasks?lead=${UNITS.farming.id}&limit=500`)).body['items'] as {
      state: string;
    }[];
    expect(farming).toMatchObject({
      id: UNITS.farming.id,
      people: 1,
      vacant: [{ code: 'leadUnitHead', label: '牵头单位负责人' }],
      tasksLed: led.filter(({ state }) => !['closed', 'withdrawn'].includes(state)).length,
    });
    expect(farming?.['tasksLed']).toBeGreaterThan(0);
    expect(await names('vacant=true')).toContain(UNITS.farming.name);
    expect(await names('vacant=false')).not.toContain(UNITS.farming.name);
    expect(await file(UNITS.farming.id)).toMatchObject({
      posts: [{ role: 'liaison', person: { name: 'farming同志' } }],
      people: [{ name: 'farming同志', barred: false, roles: ['联络员'] }],
    });
  });

  test('is read by its keepers and the auditor, and changed by the system administrator alone', async () => {
    for (const user of [at.hq, at.auditor])
      expect((await user.get(`${DIRECTORY}/${UNITS.farming.id}`)).body).toMatchObject({
        name: UNITS.farming.name,
        allowedActs: [],
      });
    for (const user of [at.farming, at.supervisor])
      expect(codeOf(await user.get(DIRECTORY))).toBe('403 NotPermitted');
    expect(codeOf(await at.hq.change(DIRECTORY, { name: '区数据局', reason }))).toBe('403 NotPermitted');
    expect(codeOf(await at.admin.get(`${DIRECTORY}/${NOBODY}`))).toBe('404 NotFound');
    expect(codeOf(await act(NOBODY, 'aliases', { printed: '某局', learnedFrom: '来文' }))).toBe(
      '404 NotFound',
    );
  });

  test('takes a new unit with its other names, of the kind that its name tells, once', async () => {
    const body = { name: '区低空经济办公室', aliases: ['区低空办'], reason };
    const made = await at.admin.change(DIRECTORY, body, { key: 'unit-1' });
    expect(made.body).toMatchObject({
      kind: 'office',
      aliases: [{ printed: '区低空办', origin: 'directory' }],
    });
    expect((await at.admin.change(DIRECTORY, body, { key: 'unit-1' })).body).toEqual(made.body);
    expect(await names(`q=${encodeURIComponent('低空办')}`)).toEqual(['区低空经济办公室']);
    expect(await names('withoutPeople=true')).toContain('区低空经济办公室');
    expect(codeOf(await at.admin.change(DIRECTORY, body))).toBe('409 UnitExists');
    expect(codeOf(await at.admin.change(DIRECTORY, { name: '区低空局', kind: '天上的', reason }))).toBe(
      '422 InputInvalid',
    );
    expect((await told()).at(-1)).toEqual({ actor: personId('admin'), change: 'registered' });
  });

  test('learns what else documents call a unit, with where it stood, and takes that back', async () => {
    const alias = { printed: '区农委', learnedFrom: '区政办发〔2024〕2号' };
    const learned = await act(UNITS.farming.id, 'aliases', alias);
    expect(learned.body['aliases']).toMatchObject([
      { ...alias, origin: 'learned', learnedBy: { name: 'admin同志' } },
    ]);
    expect(await names(`q=${encodeURIComponent('农委')}`)).toEqual([UNITS.farming.name]);
    expect(codeOf(await act(UNITS.forestry.id, 'aliases', alias))).toBe('409 UnitNameClaimed');
    const back = { printed: '区农委', reason: '另有所指' };
    expect(codeOf(await act(UNITS.forestry.id, 'alias-withdrawal', back))).toBe('404 UnitAliasUnknown');
    expect((await act(UNITS.farming.id, 'alias-withdrawal', back)).body['aliases']).toEqual([]);
  });

  test('says what a succession leaves to be done before it is recorded, and can take it back', async () => {
    const into = await register('区农业农村和水利局');
    const merge = { kind: 'rename', successorIds: [into], from: '2024-05-01', reason };
    const { tasksLed } = await file(UNITS.farming.id);
    const would = {
      note: '“区农业农村局”自2024-05-01起更名为区农业农村和水利局',
      tasksToReassign: tasksLed,
      people: 1,
      groups: [],
    };
    const asked = await act(UNITS.farming.id, 'succession', { ...merge, dryRun: true });
    expect(asked.body).toMatchObject({ ...would, dryRun: true });
    expect(asked.body['tasksToHandOver']).toBe(
      (
        await at.hq.change(`/api/v1/units/${UNITS.farming.id}/task-succession`, {
          ...{ toUnitId: into, reason, dryRun: true },
        })
      ).body['tasks'],
    );
    expect(await names('succeeded=true')).toEqual([]);
    expect((await act(UNITS.farming.id, 'succession', merge)).body).toMatchObject({
      ...would,
      dryRun: false,
    });
    expect(await listed('succeeded=true')).toMatchObject([
      { name: UNITS.farming.name, succeeded: would.note },
    ]);
    expect(await file(into)).toMatchObject({
      predecessors: [{ unit: { id: UNITS.farming.id }, kindLabel: '更名', from: '2024-05-01', reason }],
    });
    expect((await file(UNITS.farming.id))['allowedActs']).toContain('succeedInTasks');
    expect(codeOf(await act(UNITS.farming.id, 'succession', { ...merge, dryRun: true }))).toBe(
      '422 UnitSuccessionInvalid',
    );
    const back = await act(UNITS.farming.id, 'succession-withdrawal', { reason: '批复未下' });
    expect(back.body).toMatchObject({ successors: [], succeeded: null });
    expect((await told()).slice(-2).map(({ change }) => change)).toEqual([
      'succeeded',
      'successionTakenBack',
    ]);
  });

  test('names who stands behind a group, and loses nobody’s work over it', async () => {
    const group = await register('各乡（街道）', { kind: 'group', memberIds: [UNITS.forestry.id] });
    await db.database.transaction({ jurisdictionId: JURISDICTION }, (tx) =>
      tx.execute(
        `insert into responsibility (jurisdiction_id, task_id, unit_id, kind, printed_name, position)
         select $1, id, $2, 'support', '各乡（街道）', 9 from task
         where state not in ('closed', 'withdrawn') order by code limit 1`,
        [JURISDICTION, group],
      ),
    );
    const seen = await file(group);
    expect(seen).toMatchObject({
      isGroup: true,
      members: [{ name: UNITS.forestry.name }],
      tasksSupported: 1,
      // Its members have posts.
      vacant: [],
    });
    const set = (memberIds: string[], etag: unknown) =>
      at.admin.change(
        `${DIRECTORY}/${group}/members`,
        { memberIds, reason },
        {
          method: 'PUT',
          ifMatch: String(etag),
        },
      );
    const both = await set([UNITS.forestry.id, UNITS.farming.id], seen['etag']);
    expect(both.body['members']).toHaveLength(2);
    expect(codeOf(await set([], seen['etag']))).toBe('412 VersionConflict');
    expect(codeOf(await set([group], both.body['etag']))).toBe('422 UnitIsNoGroup');
    expect(await file(UNITS.farming.id)).toMatchObject({ groups: [{ name: '各乡（街道）' }] });
    expect(await names('group=true')).toEqual(['各乡（街道）']);
  });
});
