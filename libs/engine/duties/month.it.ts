import { unitIdOf } from '#accountability';
import { explainObligation, taskFromDecision } from '#engine';
import { actor, createTestDatabase, SMALL_DISTRICT, Story, type TestDatabase } from '#testing';
import { DutyStory, said } from './testing/duty-story.js';

const LEDGER = { state: 'confirmed', reference: '', note: '已逐项核对' };
const MEETING = {
  heldOn: '2024-05-20',
  chairedBy: '召集人',
  attended: ['区教育局', '区民政局'],
  decisions: ['加快第1件实事'],
};

/** A plan from its dispatch over a whole month, with everything that its offices owe. */
describe('a month of a plan with all its duties', () => {
  let db: TestDatabase;
  let story: Story;
  let duties: DutyStory;
  beforeAll(async () => {
    db = await createTestDatabase();
    story = await Story.begin(db.database, '2024-04-30 09:00', 2, undefined, { duties: true });
    duties = new DutyStory(story);
  });
  afterAll(() => db.drop());

  it('owes nothing before the first task is dispatched, and everything from then on', async () => {
    expect(await story.read('select 1 from reporting_line')).toEqual([]);
    for (const task of [1, 2]) await story.task('2024-04-30 09:30', 'hq', task, 'confirm');
    await story.task('2024-04-30 10:00', 'hq', 1, 'dispatch');
    await story.task('2024-04-30 11:00', 'liaison', 1, 'sign');
    const lines = await story.read<{ line: string }>(
      `select l.duty || ' ' || l.cadence || ' ' || u.name as line from reporting_line l join unit u on u.id = l.unit_id order by 1`,
    );
    expect(lines.map(({ line }) => line)).toEqual([
      'actionReview quarter 区政府办',
      'annualAssessment year 区政府办',
      'dispatchMeeting month 区政府办',
      'monthlyBulletin month 区政府办',
      'monthlyLedger month 区政府办',
      'planReview quarter 区政府办',
      'taskReport ten-day 区教育局',
      'tenDayLedger ten-day 区政府办',
    ]);
  });

  it('has due times by the rules of each duty, over days off and the turn of the year', async () => {
    const due = await story.read<{ due: string }>(
      `select s.duty || ' ' || s.period || ' ' || to_char(s.due_at at time zone 'Asia/Shanghai', 'YYYY-MM-DD HH24:MI') as due
       from sitting s order by s.due_at, s.duty`,
    );
    expect(due.map((row) => row.due)).toEqual([
      'taskReport 2024-05 上旬 2024-05-10 17:30',
      'tenDayLedger 2024-05 上旬 2024-05-11 12:00', // a Saturday that is worked
      'dispatchMeeting 2024-05 2024-05-31 17:30',
      'monthlyLedger 2024-05 2024-06-03 17:30',
      'monthlyBulletin 2024-05 2024-06-07 17:30',
      'actionReview 2024-Q2 2024-07-12 17:30',
      'planReview 2024-Q2 2024-07-12 17:30',
      'annualAssessment 2024 2025-02-05 17:30', // 31 January is in the Spring Festival
    ]);
  });

  it('a second task of the action joins what is there: still one sitting, one ledger', async () => {
    await story.task('2024-05-06 10:00', 'hq', 2, 'dispatch');
    await story.task('2024-05-06 11:00', 'liaison', 2, 'sign');
    expect(await duties.standing('tenDayLedger')).toEqual(['2024-05 上旬 scheduled']);
    expect(await duties.standing('monthlyBulletin')).toEqual(['2024-05 scheduled']);
  });

  it('the office confirms its ledger in its window, and headquarters accepts it', async () => {
    expect(
      said(await duties.fulfil('2024-05-08 08:00', 'taskforce', 'tenDayLedger', '2024-05 上旬', LEDGER)),
    ).toBe('SittingNotOpen');
    expect(said(await duties.fulfil('2024-05-11 09:30', 'hq', 'tenDayLedger', '2024-05 上旬', LEDGER))).toBe(
      'NotPermitted',
    );
    expect(
      said(await duties.fulfil('2024-05-11 10:00', 'taskforce', 'tenDayLedger', '2024-05 上旬', LEDGER)),
    ).toMatchObject({ late: false, state: 'submitted' });
    expect(await duties.judge('2024-05-11 10:30', 'taskforce', 'tenDayLedger', '2024-05 上旬')).toBe(
      'OwnReport',
    );
    expect(await duties.judge('2024-05-11 11:00', 'hq', 'tenDayLedger', '2024-05 上旬')).toBe('accepted');
  });

  it('a repeat under the same key is answered alike and files nothing twice', async () => {
    await duties.fulfil('2024-05-21 10:00', 'taskforce', 'tenDayLedger', '2024-05 中旬', LEDGER);
    expect(
      said(await duties.fulfil('2024-05-21 10:00', 'taskforce', 'tenDayLedger', '2024-05 中旬', LEDGER)),
    ).toMatchObject({ late: false, state: 'submitted' });
    expect(
      said(await duties.fulfil('2024-05-21 11:00', 'taskforce', 'tenDayLedger', '2024-05 中旬', LEDGER)),
    ).toBe('SittingAlreadyFiled');
    expect(await story.read('select 1 from duty_record')).toHaveLength(2);
  });

  it('a record that does not say what it must is refused, with where and how to mend it', async () => {
    const outcome = await duties.fulfil('2024-05-22 10:00', 'convener', 'dispatchMeeting', '2024-05', {
      ...MEETING,
      attended: [],
      chairedBy: ' ',
    });
    expect(outcome).toMatchObject({
      ok: false,
      rejection: {
        code: 'InputInvalid',
        message: '请填写主持人；请列出参会单位或人员。',
        detail: {
          issues: [
            { path: 'chairedBy', message: '请填写主持人' },
            { path: 'attended', message: '请列出参会单位或人员' },
          ],
        },
      },
    });
    const tomorrow = { ...MEETING, heldOn: '2024-05-23' };
    expect(
      said(await duties.fulfil('2024-05-22 10:00', 'convener', 'dispatchMeeting', '2024-05', tomorrow)),
    ).toBe('InputInvalid');
  });

  it('a ledger that is late goes up the office’s own line, and stops where it is made good', async () => {
    await story.until('2024-06-02 23:00');
    await story.heard();
    await story.until('2024-06-04 18:00');
    const lines = (await story.heard()).filter((line) => line.includes('台账、会议'));
    expect(lines).toEqual([
      '06-03 09:00 专班办公室：办理提醒：2项台账、会议、通报等即将到期', // ten days and month
      '06-03 12:00 专班办公室：1项台账、会议、通报等逾期未办',
      '06-03 17:30 专班召集人：1项台账、会议、通报等逾期未办', // no meeting was held in May
      '06-03 17:30 指挥部办公室：1项台账、会议、通报等逾期未办',
      '06-03 17:30 专班办公室：1项台账、会议、通报等逾期未办',
      '06-04 12:00 专班召集人：1项台账、会议、通报等逾期未办',
      '06-04 12:00 指挥部办公室：1项台账、会议、通报等逾期未办',
      '06-04 17:30 专班召集人：1项台账、会议、通报等逾期未办',
      '06-04 17:30 指挥部办公室：1项台账、会议、通报等逾期未办',
    ]);
    expect(
      said(await duties.fulfil('2024-06-05 09:00', 'taskforce', 'monthlyLedger', '2024-05', LEDGER)),
    ).toMatchObject({
      late: true,
    });
    expect(
      await story.read(`select 1 from reporting_line where duty = 'monthlyLedger' and state <> 'calm'`),
    ).toEqual([]);
  });

  it('a meeting is recorded by its convener, and what it decided becomes a task of the action', async () => {
    const meeting = { ...MEETING, heldOn: '2024-06-04' };
    const outcome = await duties.fulfil(
      '2024-06-06 09:00',
      'convener',
      'dispatchMeeting',
      '2024-06',
      meeting,
    );
    if (!outcome.ok) throw new Error(outcome.rejection.message);
    expect(outcome.value).toMatchObject({ late: false, state: 'accepted' });
    const command = {
      jurisdictionId: SMALL_DISTRICT,
      actor: actor('convener'),
      idempotencyKey: 'decided',
      title: '加快第1件实事',
      leadUnitIds: [unitIdOf(SMALL_DISTRICT, 'education')],
      recordId: outcome.value.recordId,
    };
    const made = await taskFromDecision(story.engine.context, { ...command, decision: 0 });
    expect(made).toMatchObject({ ok: true, value: { code: 'A1-H01', state: 'drafted' } });
    const [task] = await story.read<{ origin: unknown }>(`select origin from task where code = 'A1-H01'`);
    expect(task?.origin).toMatchObject({
      kind: 'meeting',
      ref: '办好实事行动2024年6月4日调度会议定事项第1项',
    });
    expect(said(await taskFromDecision(story.engine.context, { ...command, decision: 1 }))).toBe(
      'InputInvalid',
    );
  });

  it('the month in which no meeting was held is missed for ever, and the ladder ended with the next one', async () => {
    await story.until('2024-06-28 18:00');
    expect(await duties.standing('dispatchMeeting')).toEqual([
      '2024-05 missed',
      '2024-06 accepted',
      '2024-07 scheduled',
    ]);
    expect(
      await story.read(`select 1 from reporting_line where duty = 'dispatchMeeting' and state <> 'calm'`),
    ).toEqual([]);
  });

  it('why something stands where it stands is said in the words of its kind', async () => {
    const why = async (duty: string, period: string): Promise<string[]> => {
      const [owed] = await story.read<{ id: string }>(
        'select id from obligation where duty = $1 and period = $2',
        [duty, period],
      );
      const obligationId = owed?.id ?? '';
      const explained = await explainObligation(story.engine.context, {
        jurisdictionId: SMALL_DISTRICT,
        obligationId,
      });
      return explained.ok ? explained.value.sentences : [];
    };
    expect(await why('tenDayLedger', '2024-05 上旬')).toEqual([
      '专班办公室（区政府办）须就办好实事行动办理2024年5月上旬的专班旬台账，2024年5月11日12:00截止。',
      '2024年5月11日10:00办理，按时。',
      '指挥部办公室已审核认可。',
    ]);
    expect(await why('dispatchMeeting', '2024-05')).toEqual([
      '专班召集人（区政府办）须就办好实事行动办理2024年5月的专班月调度会，2024年5月31日17:30截止。',
      '到下一期截止仍未办理，记为缺报。',
    ]);
    expect(await why('dispatchMeeting', '2024-06')).toContain('记录即生效，无需审核。');
    expect((await why('monthlyBulletin', '2024-05'))[0]).toBe(
      '指挥部办公室（区政府办）须就示例区办好实事实施方案办理2024年5月的月通报，2024年6月7日17:30截止。',
    );
  });

  it('issues neither a notice nor a card to an office', async () => {
    const notices = await story.read(
      `select 1 from notice n join reporting_line l on l.id = n.subject_id where l.duty <> 'taskReport'`,
    );
    expect(notices).toEqual([]);
    expect(
      await story.read(`select 1 from reporting_line where duty <> 'taskReport' and colour is not null`),
    ).toEqual([]);
  });
});
