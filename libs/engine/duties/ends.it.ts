import { explainObligation } from '#engine';
import { actor, createTestDatabase, SMALL_DISTRICT, Story, type TestDatabase } from '#testing';
import { DutyStory, said } from './testing/duty-story.js';

const REPORT = { text: '已排查12处，整改2处' };

async function runningPlan(db: TestDatabase): Promise<Story> {
  const story = await Story.begin(db.database, '2024-05-06 09:00', 1, undefined, { duties: true });
  await story.task('2024-05-06 09:30', 'hq', 1, 'confirm');
  await story.task('2024-05-06 10:00', 'hq', 1, 'dispatch');
  await story.task('2024-05-06 11:00', 'liaison', 1, 'sign');
  return story;
}

describe('a report that is asked for once', () => {
  let db: TestDatabase;
  let story: Story;
  let duties: DutyStory;
  beforeAll(async () => {
    db = await createTestDatabase();
    story = await runningPlan(db);
    duties = new DutyStory(story);
    await story.heard();
  });
  afterAll(() => db.drop());

  it('with too little notice is refused without an approver, and with one who may not approve', async () => {
    const refused = await duties.request('2024-05-07 09:00', 'supervisor', '2024-05-07 11:30');
    expect(refused).toMatchObject({
      ok: false,
      rejection: {
        code: 'ApproverMissing',
        message: '距2024年5月7日11:30不足4个工作小时，须写明批准人；或把时限改晚。',
        detail: { field: 'approvedBy' },
      },
    });
    for (const approver of ['supervisor', 'taskforce'])
      expect(said(await duties.request('2024-05-07 09:00', 'supervisor', '2024-05-07 11:30', approver))).toBe(
        'ApproverMissing',
      );
    expect(said(await duties.request('2024-05-07 09:00', 'taskforce', '2024-05-10 11:30'))).toBe(
      'NotPermitted',
    );
    expect(await story.read(`select 1 from obligation where kind = 'requestedReport'`)).toEqual([]);
  });

  it('with an approver is asked for; who approved stands in the trail', async () => {
    const asked = await duties.request('2024-05-07 09:05', 'supervisor', '2024-05-07 11:30', 'commander');
    expect(said(asked)).toMatchObject({ dueAt: '2024-05-07T03:30:00.000Z' });
    expect(
      said(await duties.request('2024-05-07 09:05', 'supervisor', '2024-05-07 11:30', 'commander')),
    ).toEqual(said(asked));
    const [event] = await story.read<{ by: string; approver: string }>(
      `select p.username as by, q.username as approver from event e join person p on p.id = e.actor_id
         join person q on q.id::text = e.payload->>'approvedBy' where e.type = 'REPORT_REQUESTED'`,
    );
    expect(event).toEqual({ by: 'supervisor', approver: 'commander' });
  });

  it('reminds, chases, and is missed when the time after it is over, with no next period to wait for', async () => {
    await story.until('2024-05-09 18:00');
    expect((await story.heard()).filter((line) => line.includes('临时要求'))).toEqual([
      '05-07 09:05 教育局负责人：1项任务临时要求报送情况',
      '05-07 09:05 教育局联络员：1项任务临时要求报送情况',
      '05-07 09:30 教育局联络员：报送提醒：1项临时要求的情况即将到期',
      '05-07 11:30 教育局负责人：催报：1项临时要求的情况逾期未报',
      '05-07 11:30 教育局联络员：催报：1项临时要求的情况逾期未报',
      '05-09 17:30 教育局负责人：1项临时要求的情况记为缺报',
      '05-09 17:30 督查室：1项临时要求的情况记为缺报',
    ]);
    expect(await duties.standing('requestedReport')).toEqual(['2024-05 上旬 missed']);
    expect(await duties.clocksOf('requestedReport')).toEqual([]);
  });

  it('with notice enough needs nobody else, and stands as soon as it is filed', async () => {
    await duties.request('2024-05-13 09:00', 'hq', '2024-05-14 17:00');
    const outcome = await duties.fulfil(
      '2024-05-13 15:00',
      'liaison',
      'requestedReport',
      '2024-05 中旬',
      REPORT,
    );
    expect(said(outcome)).toMatchObject({ state: 'accepted', late: false });
    expect(await duties.clocksOf('requestedReport')).toEqual([]);
  });

  it('says why it stands where it stands, and who approved it', async () => {
    const [asked] = await story.read<{ id: string }>(
      `select id from obligation where kind = 'requestedReport' and state = 'missed'`,
    );
    const explained = await explainObligation(story.engine.context, {
      jurisdictionId: SMALL_DISTRICT,
      obligationId: asked?.id ?? '',
    });
    expect(explained.ok && explained.value.sentences).toEqual([
      '督查室临时要求区教育局就“第1件实事”（A1-01）报送情况（汛期安全排查情况），2024年5月7日11:30截止。提前不足4个工作小时，经指挥长批准。',
      '时限过后仍未报送，记为缺报。',
    ]);
  });

  it('goes with its task', async () => {
    await duties.request('2024-05-15 09:00', 'hq', '2024-05-17 17:00');
    await story.task('2024-05-15 10:00', 'hq', 1, 'suspend', { reason: '汛期停工', until: '2024-06-28' });
    expect(await duties.standing('requestedReport')).toEqual([
      '2024-05 上旬 missed',
      '2024-05 中旬 accepted',
      '2024-05 中旬 excused',
    ]);
    expect(await duties.clocksOf('requestedReport')).toEqual([]);
  });
});

describe('what was returned', () => {
  let db: TestDatabase;
  let story: Story;
  let duties: DutyStory;
  beforeAll(async () => {
    db = await createTestDatabase();
    story = await runningPlan(db);
    duties = new DutyStory(story);
  });
  afterAll(() => db.drop());

  it('and was never filed again is missed when the next period falls due', async () => {
    await story.files('2024-05-09 10:00', 'liaison', '2024-05 上旬', 20);
    expect(
      await duties.judge('2024-05-10 10:00', 'taskforce', 'taskReport', '2024-05 上旬', '过于笼统'),
    ).toBe('returned');
    await story.until('2024-05-20 17:00');
    expect(await duties.standing('taskReport')).toEqual(['2024-05 上旬 returned', '2024-05 中旬 open']);
    expect(await story.read(`select 1 from alert where kind = 'refile' and state = 'open'`)).toHaveLength(1);
    await story.until('2024-05-20 18:00');
    expect((await duties.standing('taskReport')).slice(0, 2)).toEqual([
      '2024-05 上旬 missed',
      '2024-05 中旬 open',
    ]);
    expect(await story.read(`select 1 from alert where kind = 'refile' and state = 'open'`)).toEqual([]);
  });

  it('of a task that closes is excused: no clock and no alert of it goes on', async () => {
    await story.files('2024-05-21 09:00', 'liaison', '2024-05 中旬', 60);
    expect(
      await duties.judge('2024-05-21 10:00', 'taskforce', 'taskReport', '2024-05 中旬', '数据不符'),
    ).toBe('returned');
    await story.until('2024-05-23 09:00');
    expect(await duties.clocksOf('taskReport')).toEqual([]);
    expect(await story.read(`select 1 from alert where kind = 'refile' and state = 'open'`)).toHaveLength(1);
    await story.task('2024-05-23 10:00', 'liaison', 1, 'requestClosure', { statement: '已完成' });
    await story.task('2024-05-23 11:00', 'taskforce', 1, 'passGate');
    await story.task('2024-05-23 14:00', 'supervisor', 1, 'passGate', { finding: '属实' });
    await story.task('2024-05-23 15:00', 'hq', 1, 'passGate');
    expect((await duties.standing('taskReport'))[1]).toBe('2024-05 中旬 excused late');
    expect(await story.read(`select 1 from alert where kind = 'refile' and state = 'open'`)).toEqual([]);
  });

  it('the last task closed: what has begun is finished, and after that no clock of any duty runs', async () => {
    expect(await duties.standing('dispatchMeeting')).toEqual(['2024-05 open']);
    expect(await duties.standing('annualAssessment')).toEqual(['2024 scheduled']);
    await story.until('2025-03-31 18:00');
    expect(await duties.standing('dispatchMeeting')).toEqual(['2024-05 open']);
    expect(await duties.standing('annualAssessment')).toEqual(['2024 open']);
    expect(await story.read(`select name from deadline where state = 'armed'`)).toEqual([]);
  });
});

describe('two tasks that are over at the same moment', () => {
  let db: TestDatabase;
  let story: Story;
  beforeAll(async () => {
    db = await createTestDatabase();
    story = await Story.begin(db.database, '2024-05-06 09:00', 2, undefined, { duties: true });
    for (const task of [1, 2]) await story.task('2024-05-06 09:30', 'hq', task, 'confirm');
    for (const task of [1, 2]) await story.task('2024-05-06 10:00', 'hq', task, 'dispatch');
  });
  afterAll(() => db.drop());

  it('do not each take the other for alive: nothing keeps the duties of their action going', async () => {
    const duties = new DutyStory(story);
    const withdrawn = await Promise.all(
      [1, 2].map((number) =>
        story.engine.act({
          jurisdictionId: SMALL_DISTRICT,
          subject: { kind: 'task', id: duties.taskId(number) },
          action: 'withdraw',
          input: { reason: '方案废止' },
          actor: actor('hq'),
          idempotencyKey: `withdraw/${number}`,
        }),
      ),
    );
    expect(withdrawn.map(({ ok }) => ok)).toEqual([true, true]);
    const kept = await story.read(
      `select 1 from reporting_line l, jsonb_array_elements(l.snapshot #> '{context,items}') item
       where l.duty <> 'taskReport' and (item->'live' <> '[]' or l.snapshot #> '{context,taskIds}' <> '[]')`,
    );
    expect(kept).toEqual([]);
    await story.until('2025-03-31 18:00');
    expect(await story.read(`select name from deadline where state = 'armed'`)).toEqual([]);
  });
});
