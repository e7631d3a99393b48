import { planIdOf, taskIdOf, unitIdOf } from '#accountability';
import { actor, createTestDatabase, SMALL_DISTRICT, Story, type TestDatabase } from '#testing';
import { createTask, type CreateTaskCommand } from './create-task.js';
import { succeedInTasks } from './succeed-in-tasks.js';
import { mergeTasks, splitTask } from './supersede-tasks.js';

const education = unitIdOf(SMALL_DISTRICT, 'education');
const civil = unitIdOf(SMALL_DISTRICT, 'civil');
const planId = planIdOf(SMALL_DISTRICT, 'small-plan');
const task = (number: number) => taskIdOf(SMALL_DISTRICT, 'small-plan', `A1-0${number}`);

const instruction = (more: Partial<CreateTaskCommand> = {}): CreateTaskCommand => ({
  jurisdictionId: SMALL_DISTRICT,
  actor: actor('hq'),
  idempotencyKey: 'i1',
  planId,
  actionCode: 'A1',
  source: 'instruction',
  ref: '9月23日指挥长批示',
  title: '校舍安全排查',
  text: '请教育局牵头，立即开展排查。',
  leadUnitIds: [education],
  supportUnitIds: [civil],
  ...more,
});

describe('a task that does not come from a plan’s text', () => {
  let db: TestDatabase;
  let story: Story;
  beforeAll(async () => {
    db = await createTestDatabase();
    story = await Story.begin(db.database, '2024-09-23 10:00', 1);
  });
  afterAll(() => db.drop());
  const create = (more: Partial<CreateTaskCommand> = {}) =>
    createTask(story.engine.context, instruction(more));

  it('of an instruction has the time that the policy gives it, and is put to the unit in the same step', async () => {
    await expect(create({ dispatch: true })).resolves.toMatchObject({
      ok: true,
      value: { code: 'A1-P01', state: 'dispatched', deadlineOn: '2024-09-29' }, // five working days: Sunday the 29th was one
    });
    const [row] = await story.read<{ origin: object; text: string }>(
      `select origin, text from task where code = 'A1-P01'`,
    );
    expect(row).toMatchObject({
      origin: { kind: 'instruction', ref: '9月23日指挥长批示' },
      text: '请教育局牵头，立即开展排查。',
    });
    await story.until('2024-09-23 11:00');
    expect(await story.heard()).toEqual([
      '09-23 10:00 教育局负责人：1项任务已下发，待签收',
      '09-23 10:00 教育局联络员：1项任务已下发，待签收',
    ]);
  });

  it('asked for twice under the same key is one task', async () => {
    await create({ dispatch: true });
    expect(await story.read(`select 1 from task where code like 'A1-P%'`)).toHaveLength(1);
  });

  it('of a meeting has another time, unless a date was said', async () => {
    const meeting = { source: 'meeting', ref: '第3次专题会议' } as const;
    await expect(create({ ...meeting, idempotencyKey: 'm1' })).resolves.toMatchObject({
      value: { code: 'A1-H01', state: 'drafted', deadlineOn: '2024-10-11' },
    });
    await expect(
      create({ ...meeting, idempotencyKey: 'm2', deadlineOn: '2024-11-15' }),
    ).resolves.toMatchObject({ value: { code: 'A1-H02', deadlineOn: '2024-11-15' } });
  });

  it('is drafted by the commander and dispatched by the office, and by nobody of a unit', async () => {
    const commander = { actor: actor('commander'), idempotencyKey: 'c1' };
    await expect(create({ ...commander, dispatch: true })).resolves.toMatchObject({
      ok: false,
      rejection: { code: 'NotPermitted' },
    });
    await expect(create(commander)).resolves.toMatchObject({ value: { state: 'drafted' } });
    await expect(create({ actor: actor('head'), idempotencyKey: 'h1' })).resolves.toMatchObject({
      rejection: { code: 'NotPermitted' },
    });
  });

  it('needs its words, its units and a day that is not over', async () => {
    const code = async (more: Partial<CreateTaskCommand>) => {
      const outcome = await create({ idempotencyKey: 'x', ...more });
      return outcome.ok ? 'ok' : outcome.rejection.code;
    };
    expect(await code({ title: ' ' })).toBe('InputInvalid');
    expect(await code({ leadUnitIds: [planId] })).toBe('UnitUnknown');
    expect(await code({ leadUnitIds: [], dispatch: true })).toBe('LeadMissing');
    expect(await code({ deadlineOn: '2024-09-22' })).toBe('InputInvalid');
    expect(await code({ planId: education })).toBe('SubjectNotFound');
  });
});

describe('tasks that take the place of others', () => {
  let db: TestDatabase;
  let story: Story;
  beforeAll(async () => {
    db = await createTestDatabase();
    story = await Story.begin(db.database, '2024-09-23 09:00', 3);
    for (const number of [1, 2]) await story.task('2024-09-23 09:30', 'hq', number, 'confirm');
    for (const number of [1, 2]) await story.task('2024-09-23 10:00', 'hq', number, 'dispatch');
    for (const number of [1, 2]) await story.task('2024-09-24 09:00', 'liaison', number, 'sign');
  });
  afterAll(() => db.drop());
  const command = (idempotencyKey: string, who = 'hq') => ({
    jurisdictionId: SMALL_DISTRICT,
    actor: actor(who),
    idempotencyKey,
    reason: '分片落实',
  });
  const parts = [
    { title: '东片校舍', leadUnitIds: [education] },
    { title: '西片校舍', leadUnitIds: [civil], deadlineOn: '2024-11-29' },
  ];

  it('are put to their units where the one that is split had been', async () => {
    const { context } = story.engine;
    await expect(
      splitTask(context, { ...command('s0', 'supervisor'), taskId: task(1), into: parts }),
    ).resolves.toMatchObject({ rejection: { code: 'NotPermitted' } });
    const split = await splitTask(context, { ...command('s1'), taskId: task(1), into: parts });
    expect(split.ok).toBe(true);
    const rows = await story.read<{ code: string; state: string; deadline_on: string }>(
      `select code, state, deadline_on from task where code like 'A1-C%' order by code`,
    );
    expect(rows).toEqual([
      { code: 'A1-C01', state: 'dispatched', deadline_on: '2024-12-31' },
      { code: 'A1-C02', state: 'dispatched', deadline_on: '2024-11-29' },
    ]);
    expect(await story.states('task', `code = 'A1-01'`)).toEqual(['withdrawn']);
    const again = await splitTask(context, { ...command('s1'), taskId: task(1), into: parts });
    expect(again).toEqual(split);
  });

  it('merged from several are one, and the several end as superseded', async () => {
    const ids = (await story.read<{ id: string }>(`select id from task where code like 'A1-C%'`)).map(
      ({ id }) => id,
    );
    const merged = await mergeTasks(story.engine.context, {
      ...command('g1'),
      taskIds: ids,
      into: { title: '全区校舍', leadUnitIds: [education] },
    });
    expect(merged.ok).toBe(true);
    expect(await story.states('task', `code like 'A1-C%'`)).toEqual(['withdrawn', 'withdrawn']);
    expect(await story.states('task', `code = 'A1-B01'`)).toEqual(['dispatched']);
  });

  it('are refused without a reason, as one part, or of nothing', async () => {
    const { context } = story.engine;
    const of = { taskId: task(2), into: parts };
    const rejected = [
      await splitTask(context, { ...command('r1'), ...of, reason: ' ' }),
      await splitTask(context, { ...command('r2'), ...of, into: parts.slice(1) }),
      await mergeTasks(context, { ...command('r3'), taskIds: [task(2)], into: parts[0] as never }),
      await splitTask(context, { ...command('r4'), ...of, taskId: education }),
    ].map((outcome) => (outcome.ok ? 'ok' : outcome.rejection.code));
    expect(rejected).toEqual(['ReasonMissing', 'InputInvalid', 'InputInvalid', 'SubjectNotFound']);
  });

  it('go to a successor as they are chosen, all or none, and it is said before what that asks of it', async () => {
    const { context } = story.engine;
    const of = { fromUnitId: education, toUnitId: civil };
    const rows = await story.read<{ id: string; code: string; version: number }>(
      `select id, code, version from task where code in ('A1-02', 'A1-B01') order by code`,
    );
    const [one, other] = rows.map(({ id, version }) => ({ id, version }));
    if (!one || !other) throw new Error('two tasks');
    const standing = () => story.read('select id, version, snapshot from task order by id');
    const before = await standing();
    const chosen = { ...of, tasks: [one], dryRun: true };
    const told = await succeedInTasks(context, { ...command('c1'), ...chosen });
    expect(told).toMatchObject({ ok: true, value: { tasks: 1, left: 1, items: [{ code: 'A1-02' }] } });
    if (!told.ok) throw new Error('refused');
    const asked = told.value.items[0]?.asked ?? [];
    expect(asked.map(({ name }) => name)).toContain('report');
    expect(await standing()).toEqual(before);

    // One that was changed since, or is not the unit's, refuses all.
    const refused = [
      await succeedInTasks(context, {
        ...{ ...command('c2'), ...of },
        tasks: [one, { ...other, version: other.version - 1 }],
      }),
      await succeedInTasks(context, {
        ...{ ...command('c3'), ...of },
        tasks: [one, { id: task(3), version: 1 }],
      }),
    ].map((outcome) => (outcome.ok ? 'ok' : outcome.rejection.code));
    expect(refused).toEqual(['VersionConflict', 'EventNotAllowed']);
    expect(await standing()).toEqual(before);

    const done = await succeedInTasks(context, { ...command('c4'), ...of, tasks: [one] });
    expect(done).toEqual({ ok: true, value: { tasks: 1, left: 1, items: [] } });
    expect(await succeedInTasks(context, { ...command('c4'), ...of, tasks: [one] })).toMatchObject({
      value: { tasks: 1 },
    });
    const [owed] = await story.read<{ due: string }>(
      `select min(due_at) as due from obligation where unit_id = '${civil}' and task_id = '${one.id}' and state in ('scheduled', 'open')`,
    );
    expect(owed?.due).toBe(asked.find(({ name }) => name === 'report')?.at);
    const trail = await story.read<{ reason: string }>(
      `select payload ->> 'reason' as reason from event where type = 'UNIT_SUCCEEDED' and subject_id = '${one.id}'`,
    );
    expect(trail).toEqual([{ reason: command('c4').reason }]);

    // The way back is the same.
    const [now] = await story.read<{ version: number }>(`select version from task where id = '${one.id}'`);
    const back = {
      fromUnitId: civil,
      toUnitId: education,
      tasks: [{ id: one.id, version: now?.version ?? 0 }],
    };
    expect(await succeedInTasks(context, { ...command('c5'), ...back })).toMatchObject({
      value: { tasks: 1 },
    });
  });

  it('go with a unit’s successor, its line with them; cards and filed reports stay', async () => {
    const outcome = await succeedInTasks(story.engine.context, {
      ...command('u1'),
      fromUnitId: education,
      toUnitId: civil,
    });
    expect(outcome).toEqual({ ok: true, value: { tasks: 2, left: 0, items: [] } }); // A1-02 and A1-B01
    const leads = await story.read<{ unit: string }>(
      `select distinct r.unit_id as unit from responsibility r join task t on t.id = r.task_id
       where r.kind = 'lead' and t.state in ('inProgress', 'dispatched')`,
    );
    expect(leads).toEqual([{ unit: civil }]);
    const owing = await story.read<{ unit: string }>(
      `select distinct unit_id as unit from obligation where state in ('scheduled', 'open')`,
    );
    expect(owing).toEqual([{ unit: civil }]);
  });
});
