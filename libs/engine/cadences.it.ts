import { taskIdOf } from '#accountability';
import { createTestDatabase, SMALL_DISTRICT, Story, type TestDatabase } from '#testing';

const LINES = `select cadence, snapshot #> '{context,taskIds}' as tasks from reporting_line
  where duty = 'taskReport' order by array_position(array['week', 'ten-day', 'month', 'quarter', 'half-year', 'year'], cadence)`;
const linesOf = async (story: Story): Promise<[string, number][]> =>
  (await story.read<{ cadence: string; tasks: string[] }>(LINES)).map(({ cadence, tasks }) => [
    cadence,
    tasks.length,
  ]);
const sittingsOf = async (story: Story, cadence: string): Promise<[period: string, state: string][]> => {
  const rows = await story.read<{ period: string; state: string }>(
    `select s.period, coalesce(string_agg(o.state, ' ' order by o.state), '') as state
     from sitting s join reporting_line l on l.jurisdiction_id = s.jurisdiction_id and l.id = s.reporting_line_id
       left join obligation o on o.jurisdiction_id = s.jurisdiction_id and o.sitting_id = s.id
     where l.duty = 'taskReport' and l.cadence = $1 group by s.period, s.due_at order by s.due_at`,
    [cadence],
  );
  return rows.map(({ period, state }) => [period, state]);
};

/** The district's plan says ten days; the education bureau leads task 1 and 2, task 1 with cadences of its own. */
async function begin(db: TestDatabase, at: string): Promise<Story> {
  const story = await Story.begin(db.database, `${at} 09:00`, 2);
  for (const task of [1, 2, 3]) await story.task(`${at} 09:30`, 'hq', task, 'confirm');
  for (const task of [1, 2]) await story.task(`${at} 10:00`, 'hq', task, 'dispatch');
  return story;
}

describe('a task that is reported on every ten days and by the quarter', () => {
  let db: TestDatabase;
  let story: Story;
  beforeAll(async () => {
    db = await createTestDatabase();
    story = await begin(db, '2024-07-01');
  });
  afterAll(() => db.drop());

  it('stands on a line of each, once its unit has signed', async () => {
    await story.task('2024-07-01 10:30', 'hq', 1, 'changeCadences', {
      how: 'add',
      every: 'quarter',
      reason: '每季度对标调度',
    });
    for (const task of [1, 2]) await story.task('2024-07-02 09:00', 'liaison', task, 'sign');
    expect(await linesOf(story)).toEqual([
      ['ten-day', 2],
      ['quarter', 1],
    ]);
  });

  it('is filed once: the last ten-day report of the quarter is the quarter’s too', async () => {
    await story.until('2024-09-20 18:00');
    await story.heard();
    await story.files('2024-09-29 15:00', 'liaison', '2024-09 下旬', 70);
    expect(await sittingsOf(story, 'quarter')).toEqual([['2024-Q3', 'accepted']]);
    const [covered] = await story.read<{ payload: Record<string, unknown>; filed: string | null }>(
      `select e.payload, s.filed_at as filed from event e join obligation o on o.jurisdiction_id = e.jurisdiction_id and o.id = e.subject_id
         join sitting s on s.jurisdiction_id = o.jurisdiction_id and s.id = o.sitting_id
       where e.type = 'COVERED'`,
    );
    expect(covered?.payload).toEqual({ finerPeriod: '2024-09 下旬', progress: 70 });
    expect(covered?.filed).not.toBeNull();
    await story.heard();
  });

  it('hears nothing of the quarter: nobody is reminded of, or pressed for, what is filed elsewhere', async () => {
    await story.until('2024-10-11 12:00');
    expect((await story.heard()).filter((words) => words.includes('季度'))).toEqual([]);
    expect(await sittingsOf(story, 'quarter')).toEqual([
      ['2024-Q3', 'accepted'],
      ['2024-Q4', 'scheduled'],
    ]);
  });

  it('is reported on by the quarter alone once headquarters says that this takes the place of the ten days', async () => {
    await story.task('2024-10-11 15:00', 'hq', 1, 'changeCadences', {
      how: 'instead',
      every: 'quarter',
      reason: '季度性工作',
    });
    expect(await linesOf(story)).toEqual([
      ['ten-day', 1],
      ['quarter', 1],
    ]);
    const [task] = await story.read<{
      cadences: unknown[];
      replaced: { inherited: object; reason: string }[];
    }>('select cadences, cadence_replacements as replaced from task where id = $1', [
      taskIdOf(SMALL_DISTRICT, 'small-plan', 'A1-01'),
    ]);
    expect(task?.cadences).toMatchObject([{ kind: 'report', every: 'quarter' }]);
    expect(task?.replaced).toMatchObject([
      { inherited: { origin: 'plan', kind: 'dispatch', every: 'ten-day' }, reason: '季度性工作' },
    ]);
    await story.files('2024-10-14 09:00', 'liaison', '2024-10 上旬', 72);
    expect(await story.states('obligation', `period = '2024-10 上旬'`)).toEqual(
      expect.arrayContaining(['excused', 'submitted']),
    );
  });

  it('is then asked for on its own line, pressed for there, and owes nothing of the past', async () => {
    await story.heard();
    await story.until('2025-01-06 18:00');
    const said = (await story.heard()).filter((words) => words.includes('季度'));
    expect(said).toEqual([
      '01-03 09:00 教育局联络员：填报提醒：2024年第四季度，1项任务待填报',
      '01-06 14:00 教育局联络员：填报提醒：2024年第四季度，1项任务待填报',
      '01-06 17:30 教育局负责人：催报：2024年第四季度，1项任务逾期未报',
      '01-06 17:30 教育局联络员：催报：2024年第四季度，1项任务逾期未报',
    ]);
    expect((await sittingsOf(story, 'quarter'))[1]).toEqual(['2024-Q4', 'open']);
  });

  it('goes back to the ten days when its own rhythm is dropped; a change that changes nothing is refused', async () => {
    await story.task('2025-01-07 09:00', 'hq', 1, 'changeCadences', {
      how: 'drop',
      every: 'quarter',
      reason: '恢复旬调度',
    });
    expect(await linesOf(story)).toEqual([
      ['ten-day', 2],
      ['quarter', 0],
    ]);
    await expect(
      story.task('2025-01-07 10:00', 'hq', 1, 'changeCadences', {
        how: 'drop',
        every: 'quarter',
        reason: '重复',
      }),
    ).rejects.toThrow('InputInvalid');
  });
});

describe('a week and a half-year over the National Day', () => {
  let db: TestDatabase;
  let story: Story;
  beforeAll(async () => {
    db = await createTestDatabase();
    story = await begin(db, '2024-09-02');
    const add = { how: 'add', reason: '加密调度' };
    await story.task('2024-09-02 10:30', 'hq', 1, 'changeCadences', { ...add, every: 'week' });
    await story.task('2024-09-02 10:40', 'hq', 1, 'changeCadences', { ...add, every: 'half-year' });
    for (const task of [1, 2]) await story.task('2024-09-03 09:00', 'liaison', task, 'sign');
  });
  afterAll(() => db.drop());

  it('has a line of each for the task, beside the ten days of both', async () => {
    expect(await linesOf(story)).toEqual([
      ['week', 1],
      ['ten-day', 2],
      ['half-year', 1],
    ]);
  });

  it('says, when it reminds of the ten days, which of the form’s tasks it does not count: they are asked for by the week', async () => {
    await story.heard();
    await story.until('2024-09-09 12:00');
    const said = (await story.heard()).filter((words) => words.includes('2024年9月上旬'));
    expect(said).toEqual([
      '09-09 09:00 教育局联络员：填报提醒：2024年9月上旬，1项任务待填报（另有1项按更短周期报送）',
    ]);
    expect((await sittingsOf(story, 'ten-day')).at(-1)).toEqual(['2024-09 上旬', 'open open']);
    const [message] = await story.read<{ body: string }>(
      `select body from message where kind = 'reminder' and title like '%2024年9月上旬%' limit 1`,
    );
    expect(message?.body).toContain('填报表中另有1项任务同时按更短周期报送');
  });

  it('merges the week of one working day into the next, due on the Saturday that is worked', async () => {
    await story.until('2024-10-14 09:00');
    const due = await story.read<{ period: string; due: string }>(
      `select s.period, to_char(s.due_at at time zone 'Asia/Shanghai', 'MM-DD HH24:MI') as due
       from sitting s join reporting_line l on l.jurisdiction_id = s.jurisdiction_id and l.id = s.reporting_line_id
       where l.cadence = 'week' and s.due_at > '2024-09-22' order by s.due_at`,
    );
    expect(due).toEqual([
      { period: '2024-W39', due: '09-29 17:30' },
      { period: '2024-W41', due: '10-12 17:30' },
      { period: '2024-W42', due: '10-18 17:30' },
    ]);
  });

  it('counts the week’s report for the ten days that end in it, and asks there for the other task alone', async () => {
    await story.files('2024-10-17 10:00', 'liaison', '2024-W42', 20);
    await story.heard();
    await story.until('2024-10-18 15:00');
    expect(await sittingsOf(story, 'ten-day').then((all) => all.at(-1))).toEqual([
      '2024-10 中旬',
      'accepted open',
    ]);
    expect((await story.heard()).filter((words) => words.includes('2024年10月中旬'))).toEqual([
      '10-18 14:00 教育局联络员：填报提醒：2024年10月中旬，1项任务待填报',
    ]);
    await story.files('2024-10-18 16:00', 'liaison', '2024-10 中旬', 30);
    expect((await sittingsOf(story, 'ten-day')).at(-1)).toEqual(['2024-10 中旬', 'accepted submitted']);
  });

  it('counts the last week of the year for the half-year', async () => {
    expect(await sittingsOf(story, 'half-year')).toEqual([['2024-H2', 'scheduled']]);
    await story.files('2025-01-02 10:00', 'liaison', '2025-W01', 60);
    expect(await sittingsOf(story, 'half-year')).toEqual([['2024-H2', 'accepted']]);
  });
});
