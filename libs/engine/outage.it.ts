import { createTestDatabase, Story, type TestDatabase } from '#testing';

describe('a system that was down from the due time on, for more than a week', () => {
  let db: TestDatabase;
  let story: Story;
  beforeAll(async () => {
    db = await createTestDatabase();
    story = await Story.begin(db.database, '2024-09-23 09:00', 1);
    await story.task('2024-09-23 09:30', 'hq', 1, 'confirm');
    await story.task('2024-09-23 10:00', 'hq', 1, 'dispatch');
    await story.task('2024-09-24 09:00', 'liaison', 1, 'sign');
    await story.files('2024-09-29 15:00', 'liaison', '2024-09 下旬', 70);
    await story.until('2024-10-10 17:00');
    await story.heard();
    story.down('2024-10-16 10:00');
  });
  afterAll(() => db.drop());

  it('says at once what is overdue, and tells the supervision office that it was down', async () => {
    await story.until('2024-10-16 10:05');
    expect(await story.heard()).toEqual([
      '10-16 10:00 教育局负责人：催报：2024年10月上旬，1项任务逾期未报',
      '10-16 10:00 教育局联络员：催报：2024年10月上旬，1项任务逾期未报',
      '10-16 10:00 督查室：系统停机情况：2024年10月10日17:00至2024年10月16日10:00',
    ]);
    const [alert] = await story.read<{ kind: string }>(`select kind from alert where kind = 'outage'`);
    expect(alert).toEqual({ kind: 'outage' });
  });

  it('goes on from where the ladder stood, with the gaps between its rungs kept', async () => {
    await story.until('2024-10-18 17:00');
    expect((await story.heard()).filter((line) => !line.includes('填报提醒'))).toEqual([
      '10-17 10:00 教育局负责人：关于填报2024年10月上旬进展情况的提醒函',
      '10-17 10:00 专班办公室：关于填报2024年10月上旬进展情况的提醒函',
    ]);
    await story.until('2024-10-21 10:00');
    expect(await story.heard()).toContain('10-21 10:00 督查室：1份督办文书待签发'); // two working days after the blue letter
  });

  it('reports an outage once', async () => {
    await story.until('2024-10-22 10:00');
    expect(await story.read(`select 1 from alert where kind = 'outage'`)).toHaveLength(1);
  });
});
