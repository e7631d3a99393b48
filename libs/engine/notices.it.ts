import { createTestDatabase, Story, type TestDatabase } from '#testing';

describe('notices that people issue', () => {
  let db: TestDatabase;
  let story: Story;
  beforeAll(async () => {
    db = await createTestDatabase();
    story = await Story.begin(db.database, '2024-09-23 09:00', 1);
    await story.task('2024-09-23 09:30', 'hq', 1, 'confirm');
    await story.task('2024-09-23 10:00', 'hq', 1, 'dispatch');
    await story.task('2024-09-24 09:00', 'liaison', 1, 'sign');
    await story.until('2024-10-10 18:00'); // silent since 30 September: the yellow card lies drafted
  });
  afterAll(() => db.drop());

  const notice = async (rung: string) =>
    (
      await story.read<{ state: string; number: string | null; body: string }>(
        'select state, number, body from notice where rung = $1',
        [rung],
      )
    )[0];

  it('are not issued by somebody whose office it is not', async () => {
    await expect(story.notice('2024-10-11 09:00', 'hq', 'yellow', 'issue')).rejects.toThrow('NotPermitted');
    expect(await notice('yellow')).toMatchObject({ state: 'drafted', number: null });
  });

  it('take no number when the issue was refused, so that the series has no gap', async () => {
    expect(await story.read(`select 1 from notice_series where series = '张武督办'`)).toEqual([]);
  });

  it('carry their number and the day of issue also where the officer amended the text', async () => {
    const draft = (await notice('yellow'))?.body ?? '';
    await story.notice(
      '2024-10-11 10:00',
      'supervisor',
      'yellow',
      'issue',
      draft.replace('逾期不办的', '再逾期不办的'),
    );
    const issued = await notice('yellow');
    expect(issued?.number).toBe('张武督办〔2024〕1号');
    expect(issued?.body).toMatch(/^张武督办〔2024〕1号\n/u);
    expect(issued?.body).toContain('再逾期不办的');
    expect(issued?.body).toContain('\n2024年10月11日');
  });

  it('that need the commander are issued only after the commander has agreed', async () => {
    await story.until('2024-10-14 18:00'); // two working days after the issue
    await expect(story.notice('2024-10-15 09:00', 'supervisor', 'red', 'issue')).rejects.toThrow(
      'NoticeNotAgreed',
    );
    await expect(story.notice('2024-10-15 09:00', 'supervisor', 'red', 'agree')).rejects.toThrow(
      'NotPermitted',
    );
    await story.notice('2024-10-15 09:30', 'commander', 'red', 'agree');
    await story.notice('2024-10-15 10:00', 'supervisor', 'red', 'issue');
    expect(await notice('red')).toMatchObject({ state: 'issued', number: '张武督通〔2024〕1号' });
    expect(await story.line()).toMatchObject({ colour: 'red' });
  });

  it('are acknowledged by the unit they are addressed to and nobody else', async () => {
    await expect(story.notice('2024-10-15 11:00', 'liaison2', 'red', 'acknowledge')).rejects.toThrow(
      'NotPermitted',
    );
    await story.notice('2024-10-15 11:00', 'head', 'red', 'acknowledge');
    expect(await story.read('select 1 from notice where acknowledged_at is not null')).toHaveLength(1);
  });
});
