import { listDuties, listPartRequests, listPartsGiven } from '#persistence';
import { actor, createTestDatabase, SMALL_DISTRICT, Story, type TestDatabase } from '#testing';
import { allowedDutyActions, withdrawPart } from '../index.js';
import { DutyStory, said } from './testing/duty-story.js';

const PART = { text: '核定1200人', readings: [{ position: 0, value: 1200 }], evidence: ['区民〔2024〕3号'] };

/** The education bureau leads and asks; the civil affairs bureau supports and gives. */
describe('parts of supporting units', () => {
  let db: TestDatabase;
  let story: Story;
  let duties: DutyStory;
  let requestId = '';
  beforeAll(async () => {
    db = await createTestDatabase();
    story = await Story.begin(db.database, '2024-05-06 09:00', 2, undefined, { duties: true });
    duties = new DutyStory(story);
    for (const task of [1, 2]) await story.task('2024-05-06 09:30', 'hq', task, 'confirm');
    for (const task of [1, 2]) await story.task('2024-05-06 10:00', 'hq', task, 'dispatch');
    for (const task of [1, 2]) await story.task('2024-05-06 11:00', 'liaison', task, 'sign');
  });
  afterAll(() => db.drop());

  const read = <T>(work: (tx: Parameters<typeof listPartsGiven>[0]) => Promise<T>): Promise<T> =>
    story.engine.context.database.transaction({ jurisdictionId: SMALL_DISTRICT }, work);

  it('are owed only where a lead unit has asked', async () => {
    expect(await story.read(`select 1 from obligation where kind = 'part'`)).toEqual([]);
    expect(said(await duties.askForPart('2024-05-07 09:00', 'liaison2'))).toBe('NotPermitted');
    expect(said(await duties.askForPart('2024-05-07 09:00', 'liaison', { unit: 'supervision' }))).toBe(
      'UnitUnknown',
    );
  });

  it('asked for a task’s life they are owed by quarter, one working day before the whole', async () => {
    const outcome = await duties.askForPart('2024-05-07 10:00', 'liaison');
    if (!outcome.ok) throw new Error(outcome.rejection.message);
    ({ requestId } = outcome.value);
    expect(outcome.value).toMatchObject({ period: '2024-Q2', dueAt: '2024-07-02T09:30:00.000Z' });
    expect(said(await duties.askForPart('2024-05-07 10:00', 'liaison'))).toEqual(outcome.value);
    expect(await read((tx) => listPartRequests(tx, duties.taskId(1)))).toMatchObject([
      {
        id: requestId,
        unit_name: '区民政局',
        asked_by_unit_name: '区教育局',
        once: false,
        withdrawn_at: null,
      },
    ]);
  });

  it('remind the supporting unit’s liaison, who is the one it has', async () => {
    await story.heard();
    await story.until('2024-07-01 10:00');
    expect((await story.heard()).filter((line) => line.includes('民政局'))).toEqual([
      '07-01 09:00 民政局联络员：办理提醒：1项台账、会议、通报等即将到期',
    ]);
  });

  it('are seen and given by the supporting unit, and judged by who asked', async () => {
    const mine = await read((tx) => listDuties(tx, { kinds: ['part'], states: ['open'], limit: 10 }));
    expect(mine).toMatchObject([
      {
        label: '配合材料',
        unit_name: '区民政局',
        asked_by_unit_name: '区教育局',
        words: '本季度低保核定人数',
      },
    ]);
    const ids = mine.map(({ id }) => id);
    const may = async (username: string): Promise<string[]> =>
      [...(await read((tx) => allowedDutyActions(tx, actor(username), ids))).values()].flat();
    expect(await may('liaison2')).toEqual(['fulfil']);
    expect(await may('liaison')).toEqual([]);
    expect(said(await duties.fulfil('2024-07-01 11:00', 'liaison', 'supportPart', '2024-Q2', PART))).toBe(
      'NotPermitted',
    );
    expect(
      said(await duties.fulfil('2024-07-01 11:00', 'liaison2', 'supportPart', '2024-Q2', PART)),
    ).toMatchObject({ state: 'submitted', late: false });
    expect(await may('liaison2')).toEqual([]);
    expect(await may('liaison')).toEqual(['accept', 'return']);
    expect(await may('taskforce')).toEqual([]);
  });

  it('stand at the head of the lead unit’s form', async () => {
    const [sitting] = await story.read<{ id: string }>(
      `select id from sitting where duty = 'taskReport' and period = '2024-07 上旬'`,
    );
    expect(await read((tx) => listPartsGiven(tx, sitting?.id ?? ''))).toMatchObject([
      { task_id: duties.taskId(1), unit_name: '区民政局', period: '2024-Q2', ...PART },
    ]);
  });

  it('returned with a reason they are given again; silence accepts them, and that is shown', async () => {
    expect(await duties.judge('2024-07-01 14:00', 'liaison', 'supportPart', '2024-Q2', '请分乡镇列明')).toBe(
      'returned',
    );
    await story.until('2024-07-01 15:00');
    expect((await story.heard()).filter((line) => line.includes('退回'))).toEqual([
      '07-01 14:00 民政局负责人：1项台账、材料等被退回，待重报',
      '07-01 14:00 民政局联络员：1项台账、材料等被退回，待重报',
    ]);
    await duties.fulfil('2024-07-02 09:00', 'liaison2', 'supportPart', '2024-Q2', {
      ...PART,
      text: '分乡镇如下',
    });
    await story.until('2024-07-04 18:00');
    expect(await duties.standing('supportPart')).toEqual(['2024-Q2 accepted', '2024-Q3 scheduled']);
    const [part] = await read((tx) => listDuties(tx, { kinds: ['part'], states: ['accepted'], limit: 10 }));
    expect(part).toMatchObject({ accepted_silently: true, revision: 2, record: { text: '分乡镇如下' } });
  });

  it('withdrawn, nothing more is owed and nobody is reminded', async () => {
    const command = { jurisdictionId: SMALL_DISTRICT, idempotencyKey: 'withdrawn', requestId };
    const { context } = story.engine;
    expect(said(await withdrawPart(context, { ...command, actor: actor('liaison2') }))).toBe('NotPermitted');
    expect(said(await withdrawPart(context, { ...command, actor: actor('liaison') }))).toEqual({ requestId });
    expect(await duties.standing('supportPart')).toEqual(['2024-Q2 accepted', '2024-Q3 excused']);
    expect(
      await story.read(
        `select 1 from deadline d join reporting_line l on l.id = d.subject_id where d.state = 'armed' and l.duty = 'supportPart'`,
      ),
    ).toEqual([]);
  });

  it('for one period alone are owed once; and go with the task', async () => {
    await duties.askForPart('2024-07-08 09:00', 'head', { task: 2, once: true });
    const owed = async (): Promise<string[]> => (await duties.standing('supportPart')).slice(1).sort();
    expect(await owed()).toEqual(['2024-Q3 excused', '2024-Q3 scheduled']);
    await story.task('2024-07-09 09:00', 'hq', 2, 'withdraw', { reason: '任务并入其他方案' });
    expect(await owed()).toEqual(['2024-Q3 excused', '2024-Q3 excused']);
  });
});
