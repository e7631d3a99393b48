import fc from 'fast-check';
import { outlookOf, runsToday, standingToday, taskIdOf, unitIdOf } from '#accountability';
import { addDays, civilDateOf, instantOf } from '#calendar';
import { readTask, STANDING_TODAY, withNamed } from '#persistence';
import { createTestDatabase, shippedRules, SMALL_DISTRICT, Story, type TestDatabase } from '#testing';
import { relieve } from './appoint.js';
import { Today, todayIn, type ShownStanding } from './today.js';

const education = unitIdOf(SMALL_DISTRICT, 'education');
const civil = unitIdOf(SMALL_DISTRICT, 'civil');
const taskId = taskIdOf(SMALL_DISTRICT, 'small-plan', 'A1-01');

async function inProgress(db: TestDatabase): Promise<Story> {
  const story = await Story.begin(db.database, '2024-09-23 09:00', 1);
  await story.task('2024-09-23 09:30', 'hq', 1, 'confirm');
  await story.task('2024-09-23 10:00', 'hq', 1, 'dispatch');
  await story.task('2024-09-24 09:00', 'liaison', 1, 'sign');
  await story.heard();
  return story;
}
const states = (story: Story) =>
  story.read<{ state: string; supervision: string; deadline: string | null }>(
    `select t.state, t.supervision, (select d.projected_at::text from deadline d where d.subject_id = t.id and d.state = 'armed'
       and d.name = 'taskDeadline') as deadline from task t where t.id = $1`,
    [taskId],
  );

describe('a task that nobody signs for', () => {
  let db: TestDatabase;
  let story: Story;
  beforeAll(async () => {
    db = await createTestDatabase();
    story = await Story.begin(db.database, '2024-09-23 09:00', 1);
    await story.task('2024-09-23 09:30', 'hq', 1, 'confirm');
    await story.task('2024-09-23 10:00', 'hq', 1, 'dispatch');
    await story.heard();
  });
  afterAll(() => db.drop());

  it('climbs a ladder of its own to a letter that names the matter and the rule', async () => {
    await story.until('2024-09-27 18:00');
    expect(await story.heard()).toEqual([
      '09-25 17:30 教育局负责人：1项任务逾期未签收',
      '09-25 17:30 教育局联络员：1项任务逾期未签收',
      '09-27 17:30 教育局负责人：关于“第1件实事”（A1-01）逾期未签收的提醒函',
      '09-27 17:30 专班办公室：关于“第1件实事”（A1-01）逾期未签收的提醒函',
    ]);
    expect(await states(story)).toMatchObject([{ supervision: 'blue' }]);
    const [notice] = await story.read<{ body: string; number: string; state: string }>(
      'select body, number, state from notice',
    );
    expect(notice?.number).toBe('张武督提〔2024〕1号');
    expect(notice?.body).toContain('仍未签收（应于2024年9月25日17:30前签收）');
    expect(notice?.body).toContain('默认督办规则·逾期未签收阶梯（第3版）自动签发');
  });

  it('to a yellow card that the supervision office issues', async () => {
    await story.until('2024-10-08 18:00');
    await story.notice('2024-10-09 09:00', 'supervisor', 'yellow', 'issue');
    expect(await states(story)).toMatchObject([{ supervision: 'yellow' }]);
    const [notice] = await story.read<{ body: string }>(`select body from notice where rung = 'yellow'`);
    expect(notice?.body).toContain('现予督办（黄牌）');
    expect(notice?.body).toContain('2024年10月11日17:30前书面说明');
  });

  it('which the unit appeals against, and an upheld appeal takes back', async () => {
    await expect(story.task('2024-10-10 09:00', 'liaison2', 1, 'appeal', { reason: '受灾' })).rejects.toThrow(
      'NotPermitted',
    );
    await story.task('2024-10-10 09:00', 'liaison', 1, 'appeal', { reason: '受灾' });
    await story.task('2024-10-10 10:00', 'supervisor', 1, 'upholdAppeal', { reason: '情况属实' });
    expect(await states(story)).toMatchObject([{ supervision: 'none' }]);
    const notices = await story.read<{ rung: string; taken: boolean }>(
      'select rung, rescinded_at is not null as taken from notice order by drafted_at',
    );
    expect(notices).toEqual([
      { rung: 'blue', taken: false },
      { rung: 'yellow', taken: true },
    ]);
  });

  it('and can be explained at any time', async () => {
    const why = await story.engine.explainTask({
      jurisdictionId: SMALL_DISTRICT,
      taskId,
      actor: { personId: 'p', unitId: null, roles: [] },
    });
    if (!why.ok) throw new Error(why.rejection.code);
    expect(why.value.sentences).toContain('区教育局逾期未签收（自2024年9月25日17:30起）：督办已解除。');
    expect(why.value.sentences).toContain('区教育局因逾期未签收于2024-10-09受“黄牌督办”，经申诉已撤销。');
  });
});

describe('a lead that waits for another unit', () => {
  let db: TestDatabase;
  let story: Story;
  beforeAll(async () => {
    db = await createTestDatabase();
    story = await inProgress(db);
  });
  afterAll(() => db.drop());

  it('has its clock moved over to that unit once it confirms, and back when it is done', async () => {
    const [before] = await states(story);
    await story.task('2024-10-10 17:30', 'liaison', 1, 'block', { unitIds: [civil], reason: '等名单' });
    await expect(story.task('2024-10-11 09:00', 'liaison', 1, 'acceptBlockage')).rejects.toThrow(
      'NotPermitted',
    );
    await story.task('2024-10-11 17:30', 'liaison2', 1, 'acceptBlockage');
    expect((await states(story))[0]?.deadline).toBeNull();
    const awaited = await story.read(`select 1 from deadline where name = 'awaited' and state = 'armed'`);
    expect(awaited).toHaveLength(1);
    await expect(
      story.task('2024-10-15 17:30', 'liaison2', 1, 'unblock', { reason: '名单已给' }),
    ).rejects.toThrow('NotPermitted');
    await story.task('2024-10-15 17:30', 'liaison', 1, 'unblock', { reason: '名单已给' });
    const [after] = await states(story);
    expect([before?.deadline, after?.deadline].map((at) => at?.slice(0, 10))).toEqual([
      '2024-12-31',
      '2025-01-06', // three working days: Saturday the 12th was one
    ]);
  });

  it('has an act recorded once under its key, whether or not it could be done again', async () => {
    const suspended = (): Promise<void> =>
      story.task('2024-10-16 09:00', 'hq', 1, 'suspend', { reason: '连日降雨', until: '2024-10-31' });
    const recorded = async (): Promise<number> =>
      (await story.read(`select 1 from event where type = 'SUSPENDED'`)).length;
    await suspended();
    // Refused by the chart, and yet answered as it was then.
    await suspended();
    await expect(story.task('2024-10-16 09:01', 'hq', 1, 'suspend', { reason: '连日降雨' })).rejects.toThrow(
      'EventNotAllowed',
    );
    await story.task('2024-10-16 09:05', 'hq', 1, 'resume');
    // Not refused by the chart, but by the trail.
    await suspended();
    expect(await recorded()).toBe(1);
    expect(await story.states('task', `id = '${taskId}'`)).toEqual(['inProgress']);
  });
});

describe('a change of lead', () => {
  let db: TestDatabase;
  let story: Story;
  beforeAll(async () => {
    db = await createTestDatabase();
    story = await inProgress(db);
  });
  afterAll(() => db.drop());

  it('is signed by both sides, and then the new unit’s line carries the reports', async () => {
    await story.task('2024-09-25 09:00', 'hq', 1, 'changeLead', { unitIds: [civil], reason: '职责调整' });
    await expect(
      story.task('2024-09-25 10:00', 'liaison2', 1, 'handOver', { statement: '' }),
    ).rejects.toThrow('NotPermitted');
    await story.task('2024-09-25 10:00', 'liaison', 1, 'handOver', { statement: '资料已移交' });
    const leads = () =>
      story.read<{ unit: string }>(
        `select unit_id as unit from responsibility where task_id = $1 and kind = 'lead'`,
        [taskId],
      );
    expect(await leads()).toEqual([{ unit: education }]);
    await story.task('2024-09-25 11:00', 'liaison2', 1, 'takeOver');
    expect(await leads()).toEqual([{ unit: civil }]);
    const open = await story.read<{ unit: string }>(
      `select unit_id as unit from obligation where state in ('scheduled', 'open')`,
    );
    expect(open).toEqual([{ unit: civil }]);
  });
});

describe('what is expected of a task on which nobody reports', () => {
  let db: TestDatabase;
  let story: Story;
  beforeAll(async () => {
    db = await createTestDatabase();
    story = await inProgress(db);
    await story.files('2024-09-30 16:00', 'liaison', '2024-09 下旬', 7);
  });
  afterAll(() => db.drop());

  /** How it is shown, and how the database reckons it for lists, desks and sums. */
  const shown = (): Promise<ShownStanding> =>
    db.database.transaction({ jurisdictionId: SMALL_DISTRICT }, async (tx) => {
      const today = await todayIn(story.engine.context.book, tx, story.clock.now());
      const row = await readTask(tx, taskId);
      if (row === null) throw new Error('no task');
      const stands = today.standingOf(row);
      const { sql, params } = withNamed(
        `select s.today_expected as expected, s.today_lag as lag, s.today_schedule as schedule
         from task t cross join lateral ${STANDING_TODAY} s where t.id = $1`,
        { ...today.values },
        [taskId],
      );
      const { expected, lag, schedule } = stands;
      expect(await tx.query(sql, params)).toEqual([{ expected, lag, schedule }]);
      return stands;
    });
  const expectedAt = async (at: string): Promise<number> => {
    await story.until(at);
    return (await shown()).expected;
  };

  it('grows at the close of each working day, while the record stays what the last report made it', async () => {
    const reported = await shown();
    expect(reported).toMatchObject({ schedule: 'onTrack', lastReport: { daysAgo: 0 } });
    const evening = await expectedAt('2024-09-30 17:30');
    // A week of holidays: nothing is expected of it.
    expect(await expectedAt('2024-10-08 17:29')).toBe(evening);
    let before = evening;
    for (const day of ['08', '09', '10', '11', '12']) {
      const now = await expectedAt(`2024-10-${day} 17:30`);
      expect(now).toBeGreaterThan(before);
      before = now;
    }
    await story.until('2024-11-25 18:00');
    const { expected, lag, schedule, lastReport, recorded } = await shown();
    expect(lag).toBe(Math.round((expected - 7) * 100) / 100);
    expect(schedule).toBe('seriouslyBehind');
    expect(lastReport).toMatchObject({ period: '2024-09 下旬', daysAgo: 56 });
    expect(recorded).toEqual({ expected: reported.recorded.expected, schedule: 'onTrack' });
  });

  it('stands still in suspension, and goes on from there', async () => {
    await story.task('2024-11-26 09:00', 'hq', 1, 'suspend', { reason: '连日降雨', until: '2024-12-04' });
    // The half hour that was worked before counts with the day.
    const before = await expectedAt('2024-11-26 17:30');
    expect(await expectedAt('2024-11-28 11:00')).toBe(before);
    expect(await expectedAt('2024-12-03 18:00')).toBe(before);
    expect(await expectedAt('2024-12-09 18:00')).toBeGreaterThan(before);
  });

  it('is all at the deadline, and stays all', async () => {
    const [{ at } = { at: '' }] = await story.read<{ at: string }>(
      `select projected_at as at from deadline where subject_id = $1 and name = 'taskDeadline' and state = 'armed'`,
      [taskId],
    );
    expect(await expectedAt(`${addDays(civilDateOf(at), -3)} 17:00`)).toBeLessThan(100);
    expect(await expectedAt(`${civilDateOf(at)} 17:30`)).toBe(100);
    expect(await expectedAt(`${addDays(civilDateOf(at), 20)} 12:00`)).toBe(100);
  });

  it('is the same in the database as in the program, whatever a task has been through', async () => {
    const { calendar, policy } = shippedRules();
    const date = fc.integer({ min: 0, max: 1000 }).map((days) => addDays('2023-11-01', days));
    const instant = fc
      .tuple(
        date,
        fc.constantFrom('00:00', '08:29', '09:17', '12:00', '13:00', '15:41', '17:29', '17:30', '23:59'),
      )
      .map(([on, time]) => instantOf(on, time));
    const maybe = <T>(of: fc.Arbitrary<T>): fc.Arbitrary<T | null> => fc.option(of);
    const units = ['u1', 'u2', 'u3'];
    const context = fc.record({
      leadUnitIds: fc.subarray(units),
      leadSince: fc.dictionary(
        fc.constantFrom(...units),
        fc.record({ on: date, base: fc.integer({ min: 0, max: 90 }) }),
      ),
      startOn: maybe(date),
      deadlineOn: date,
      extendedAt: maybe(instant),
      progress: fc.integer({ min: 0, max: 100 }),
      progressOf: fc.dictionary(
        fc.constantFrom(...units),
        fc.integer({ min: 0, max: 10_000 }).map((parts) => parts / 100),
      ),
      suspension: maybe(fc.record({ from: instant, until: date, reason: fc.constant('') })),
      suspensions: fc.array(
        fc.tuple(instant, instant).map((ends) => {
          const [from = '', to = ''] = [...ends].sort();
          return { from, to, reason: '' };
        }),
        { maxLength: 3 },
      ),
      closure: maybe(
        fc.record({
          gate: fc.constant('approval'),
          requestedAt: maybe(instant),
          gateSince: fc.constant(null),
        }),
      ),
      blockage: maybe(
        fc.record({ byUnitId: fc.constant('u9'), reason: fc.constant(''), acceptedAt: maybe(instant) }),
      ),
    });
    const cases = fc.array(
      fc.record({
        context,
        state: fc.constantFrom(
          'confirmed',
          'dispatched',
          'inProgress',
          'inProgress',
          'suspended',
          'closing.approval',
          'closed',
        ),
        at: instant,
      }),
      { maxLength: 60, size: 'max' },
    );
    const [first] = [new Today('2024-01-01T00:00:00.000Z', calendar, new Map([[1, policy]])).values];
    await fc.assert(
      fc.asyncProperty(cases, async (told) => {
        const recorded = { expected: 3, lag: 1, schedule: 'behind' };
        const program = told.map(({ context: task, state, at }) => {
          const known = task as unknown as Parameters<typeof standingToday>[1];
          const stands = standingToday(calendar, known, state, policy.lag, at);
          // What the column keeps says the same as the snapshot itself.
          return stands === null
            ? recorded
            : { expected: stands.expected, lag: stands.lag, schedule: stands.schedule };
        });
        const { sql, params } = withNamed(
          `select t.outlook, s.today_expected as expected, s.today_lag as lag, s.today_schedule as schedule
           from (select outlook_of(jsonb_build_object('context', c.context)) as outlook, c.state, 3::numeric as expected,
               2::numeric as progress, 'behind' as schedule, 1 as policy_version, c.last, c.place
             from jsonb_to_recordset($1::jsonb) as c (context jsonb, state text, last integer, place integer)) t
             cross join lateral ${STANDING_TODAY.replace(':todayLast::int', 't.last')} s order by t.place`,
          { ...first },
          [
            JSON.stringify(
              told.map(({ context: task, state, at }, place) => {
                const { todayLast } = new Today(at, calendar, new Map()).values;
                return { context: task, state, last: todayLast, place };
              }),
            ),
          ],
        );
        const rows = await story.read<{ outlook: unknown }>(sql, params);
        expect(rows.map(({ outlook: _, ...row }) => row)).toEqual(program);
        for (const [place, { outlook }] of rows.entries()) {
          const { state = '', at = '' } = told[place] ?? {};
          const stands = standingToday(calendar, outlookOf(outlook), state, policy.lag, at);
          if (runsToday(state) && stands !== null)
            expect(program[place]).toMatchObject({ expected: stands.expected });
        }
      }),
      { numRuns: 80 },
    );
  });
});

describe('a liaison who leaves', () => {
  it('leaves a vacancy that is shown and told at once, to whoever stands in', async () => {
    const db = await createTestDatabase();
    try {
      const story = await inProgress(db);
      await story.until('2024-09-25 10:00');
      const role = 'liaison' as const;
      const leave = { jurisdictionId: SMALL_DISTRICT, username: 'liaison', role, lastDay: '2024-09-25' };
      await relieve(story.engine.context, leave);
      await story.until('2024-09-25 11:00');
      expect(await story.heard()).toEqual(['09-25 10:00 教育局负责人：1个岗位空缺，待明确人选']);
      expect(await story.read(`select title from alert where kind = 'vacancy' and state = 'open'`)).toEqual([
        { title: '区教育局联络员空缺' },
      ]);
    } finally {
      await db.drop();
    }
  });
});
