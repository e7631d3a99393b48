import { createTestDatabase, Story, type TestDatabase } from '#testing';

/**
 * One unit through the last quarter of 2024, with the working days of that year: Sunday 29 September worked, the
 * first week of October off, Saturday 12 October worked. Everything that anybody is told is expected here; a message
 * more or less fails.
 */
describe('the education bureau through the last quarter of 2024', () => {
  let db: TestDatabase;
  let story: Story;
  beforeAll(async () => {
    db = await createTestDatabase();
    story = await Story.begin(db.database, '2024-09-23 09:00', 2);
  });
  afterAll(() => db.drop());

  it('gets its tasks in one message and signs for both on the next morning', async () => {
    for (const task of [1, 2, 3]) await story.task('2024-09-23 09:30', 'hq', task, 'confirm');
    for (const task of [1, 2]) await story.task('2024-09-23 10:00', 'hq', task, 'dispatch');
    for (const task of [1, 2]) await story.task('2024-09-24 09:00', 'liaison', task, 'sign');
    expect(await story.states('task')).toEqual(['inProgress', 'inProgress', 'confirmed']);
    expect(await story.heard()).toEqual([
      '09-23 10:00 教育局负责人：1项任务已下发，待签收',
      '09-23 10:00 教育局负责人：1项任务已下发，待签收',
      '09-23 10:00 教育局联络员：1项任务已下发，待签收',
      '09-23 10:00 教育局联络员：1项任务已下发，待签收',
    ]);
  });

  it('is reminded on the working Sunday, files in time, and is not reminded again', async () => {
    expect(await story.files('2024-09-29 15:00', 'liaison', '2024-09 下旬', 70)).toMatchObject({
      late: false,
    });
    await story.until('2024-09-30 17:30');
    expect(await story.heard()).toEqual(['09-29 09:00 教育局联络员：填报提醒：2024年9月下旬，2项任务待填报']);
    expect(await story.line()).toMatchObject({ state: 'calm', rung: 0, colour: null });
  });

  it('hears nothing in the National Day week, is reminded after it, and is chased when it stays silent', async () => {
    await story.until('2024-10-10 18:00');
    expect(await story.heard()).toEqual([
      '10-09 09:00 教育局联络员：填报提醒：2024年10月上旬，2项任务待填报',
      '10-10 14:00 教育局联络员：填报提醒：2024年10月上旬，2项任务待填报',
      '10-10 17:30 教育局负责人：催报：2024年10月上旬，2项任务逾期未报',
      '10-10 17:30 教育局联络员：催报：2024年10月上旬，2项任务逾期未报',
    ]);
    expect(await story.states('obligation', `period = '2024-09 下旬'`)).toEqual(['accepted', 'accepted']); // by silence, two working days on
  });

  it('gets one blue letter for both tasks, one working day later', async () => {
    await story.until('2024-10-11 18:00');
    expect(await story.heard()).toEqual([
      '10-11 17:30 教育局负责人：关于填报2024年10月上旬进展情况的提醒函',
      '10-11 17:30 专班办公室：关于填报2024年10月上旬进展情况的提醒函',
    ]);
    const [letter] = await story.read<{ number: string; state: string; body: string }>(
      `select number, state, body from notice`,
    );
    expect(letter).toMatchObject({ number: '张武督提〔2024〕1号', state: 'issued' });
    expect(letter?.body).toContain('第1件实事');
    expect(letter?.body).toContain('第2件实事');
    expect(await story.line()).toMatchObject({ state: 'climbing', rung: 2, colour: 'blue' });
  });

  it('is yellow only when the supervision office has issued the card, counted over the Saturday that was worked', async () => {
    await story.until('2024-10-14 18:00');
    expect(await story.heard()).toEqual(['10-14 17:30 督查室：1份督办文书待签发']);
    expect(await story.line()).toMatchObject({ state: 'awaitingIssue', rung: 3, colour: 'blue' });
    await story.notice('2024-10-15 10:00', 'supervisor', 'yellow', 'issue');
    await story.until('2024-10-15 10:00');
    expect(await story.heard()).toEqual([
      '10-15 10:00 专班召集人：关于逾期未填报2024年10月上旬进展情况的督办单',
      '10-15 10:00 教育局负责人：关于逾期未填报2024年10月上旬进展情况的督办单',
      '10-15 10:00 督查室：关于逾期未填报2024年10月上旬进展情况的督办单',
    ]);
    expect(await story.line()).toMatchObject({ state: 'climbing', rung: 3, colour: 'yellow' });
    await story.notice('2024-10-15 11:00', 'head', 'yellow', 'acknowledge');
  });

  it('files late and is cured: the next rung does not come, the card stays in the record', async () => {
    expect(await story.files('2024-10-16 16:00', 'liaison', '2024-10 上旬', 75)).toMatchObject({
      late: true,
    });
    expect(await story.line()).toMatchObject({ state: 'calm', rung: 0, colour: null });
    await story.files('2024-10-17 09:30', 'liaison', '2024-10 中旬', 78);
    await story.until('2024-10-18 18:00');
    expect(await story.heard()).toEqual([
      '10-17 09:00 教育局联络员：填报提醒：2024年10月中旬，2项任务待填报',
    ]);
    expect(await story.read(`select rung, state from notice order by drafted_at`)).toEqual([
      { rung: 'blue', state: 'issued' },
      { rung: 'yellow', state: 'issued' },
    ]);
  });

  it('goes straight to yellow when it earns the second blue of the quarter', async () => {
    await story.until('2024-11-01 18:00');
    expect(await story.heard()).toEqual([
      '10-30 09:00 教育局联络员：填报提醒：2024年10月下旬，2项任务待填报',
      '10-31 14:00 教育局联络员：填报提醒：2024年10月下旬，2项任务待填报',
      '10-31 17:30 教育局负责人：催报：2024年10月下旬，2项任务逾期未报',
      '10-31 17:30 教育局联络员：催报：2024年10月下旬，2项任务逾期未报',
      '11-01 17:30 教育局负责人：关于填报2024年10月下旬进展情况的提醒函',
      '11-01 17:30 督查室：1份督办文书待签发',
      '11-01 17:30 专班办公室：关于填报2024年10月下旬进展情况的提醒函',
    ]);
    expect(await story.line()).toMatchObject({ state: 'awaitingIssue', rung: 3 });
  });

  it('makes good before the card is issued: the draft is withdrawn', async () => {
    await story.files('2024-11-04 09:00', 'liaison', '2024-10 下旬', 82);
    expect(await story.read(`select state from notice where rung = 'yellow' order by drafted_at`)).toEqual([
      { state: 'issued' },
      { state: 'cancelled' },
    ]);
    expect(
      await story.read(`select 1 from alert where state = 'open' and kind in ('rung', 'issue')`),
    ).toEqual([]);
    for (const [at, period] of [
      ['2024-11-05 10:00', '2024-11 上旬'],
      ['2024-11-18 10:00', '2024-11 中旬'],
      ['2024-11-27 10:00', '2024-11 下旬'],
    ] as const)
      await story.files(at, 'liaison', period, 95);
    expect(await story.heard()).toEqual([]);
  });

  it('closes both tasks through the three gates, each opened by its own office', async () => {
    for (const task of [1, 2])
      await story.task('2024-12-02 09:00', 'liaison', task, 'requestClosure', { statement: '已完成' });
    for (const task of [1, 2]) await story.task('2024-12-03 09:00', 'taskforce', task, 'passGate');
    for (const task of [1, 2])
      await story.task('2024-12-04 09:00', 'supervisor', task, 'passGate', { finding: '属实' });
    for (const task of [1, 2]) await story.task('2024-12-05 09:00', 'hq', task, 'passGate');
    await story.until('2024-12-05 09:01');
    expect(await story.states('task')).toEqual(['closed', 'closed', 'confirmed']);
    expect(await story.heard()).toEqual([
      ...['12-02 09:00 专班办公室', '12-03 09:00 督查室', '12-04 09:00 指挥部办公室'].flatMap((desk) =>
        Array<string>(2).fill(`${desk}：1项任务申请办结，待您审核`),
      ),
    ]);
  });

  it('owes nothing more: no clock runs for it to the end of the year and beyond, and nobody hears anything', async () => {
    await story.until('2025-01-15 18:00');
    expect(await story.heard()).toEqual([]);
    const armed = await story.read(`select name from deadline d where state = 'armed'`);
    expect(armed).toEqual([]);
    expect(await story.states('obligation', `state not in ('accepted', 'missed', 'excused')`)).toEqual([]);
    expect(
      (await story.states('obligation', `due_at > '2024-12-06'`)).every((state) => state === 'excused'),
    ).toBe(true);
  });
});
