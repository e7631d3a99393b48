import { personIdOf } from '#accountability';
import { pauseLadder, resumeLadder } from '#engine';
import { createTestDatabase, moment, SMALL_DISTRICT, Story, type TestDatabase } from '#testing';

const SUPERVISOR = { personId: personIdOf(SMALL_DISTRICT, 'supervisor'), name: '督查室' };
const LIAISON = { personId: personIdOf(SMALL_DISTRICT, 'liaison'), name: '联络员' };

async function silent(db: TestDatabase): Promise<Story> {
  const story = await Story.begin(db.database, '2024-09-23 09:00', 2);
  await story.task('2024-09-23 09:30', 'hq', 1, 'confirm');
  await story.task('2024-09-23 10:00', 'hq', 1, 'dispatch');
  await story.task('2024-09-24 09:00', 'liaison', 1, 'sign');
  await story.files('2024-09-29 15:00', 'liaison', '2024-09 下旬', 70);
  await story.until('2024-10-10 17:35'); // due at 17:30 and not filed: chased
  await story.heard();
  return story;
}

const pause = (story: Story, more: object = {}) =>
  pauseLadder(story.engine.context, {
    jurisdictionId: SMALL_DISTRICT,
    ladder: 'reporting',
    reason: '防汛抢险',
    by: SUPERVISOR,
    ...more,
  });
const resume = (story: Story) =>
  resumeLadder(story.engine.context, { jurisdictionId: SMALL_DISTRICT, ladder: 'reporting', by: SUPERVISOR });
const rungs = (story: Story): Promise<{ at: string | null }[]> =>
  story.read(`select projected_at as at from deadline where state = 'armed' and name = 'rung'`);

describe('a ladder that is stopped for all', () => {
  let db: TestDatabase;
  let story: Story;
  beforeAll(async () => {
    db = await createTestDatabase();
    story = await silent(db);
  });
  afterAll(() => db.drop());

  it('lets no rung come, and tells the supervision office who stopped it, why and until when', async () => {
    await story.until('2024-10-11 09:00'); // blue would come at 17:30
    expect(await pause(story)).toEqual({ ok: true, value: { label: '旬报督办阶梯', until: '2024-10-24' } });
    expect(await rungs(story)).toEqual([{ at: null }]);
    await story.until('2024-10-15 09:00');
    expect(await story.heard()).toEqual(['10-11 09:00 督查室：“旬报督办阶梯”已暂停']);
    expect(
      await story.read(`select 1 from alert where kind = 'ladderPause' and state = 'open'`),
    ).toHaveLength(1);
  });

  it('goes on with what was left of the gap: the stretch is no working time', async () => {
    expect(await resume(story)).toMatchObject({ ok: true });
    // Half a day of the working day to blue had gone by when it was stopped.
    expect(await rungs(story)).toEqual([{ at: moment('2024-10-15 17:30') }]);
    await story.until('2024-10-15 17:00');
    expect((await story.heard()).filter((line) => line.includes('提醒函'))).toEqual([]);
    await story.until('2024-10-16 09:00');
    expect((await story.heard()).filter((line) => line.includes('提醒函'))).toHaveLength(2);
    expect(await story.read(`select 1 from alert where kind = 'ladderPause' and state = 'open'`)).toEqual([]);
    expect(
      await story.read('select 1 from ladder_pause where resumed_by is not null and followed'),
    ).toHaveLength(1);
  });

  it('can be stopped by nobody else, nor without a reason, for longer than the policy has it, twice, or where there is none', async () => {
    const refused = async (more: object): Promise<string> => {
      const outcome = await pause(story, more);
      return outcome.ok ? 'allowed' : outcome.rejection.code;
    };
    expect(await refused({ by: LIAISON })).toBe('PauseNotAllowed');
    expect(await refused({ reason: ' ' })).toBe('ReasonMissing');
    expect(await refused({ until: '2025-10-24' })).toBe('PauseTooLong');
    expect(await refused({ ladder: 'stairs' })).toBe('LadderUnknown');
    expect(await resume(story)).toMatchObject({ ok: false, rejection: { code: 'LadderNotPaused' } });
    expect(await refused({})).toBe('allowed');
    expect(await refused({})).toBe('LadderPaused');
  });

  it('may be that of a matter of tasks, while others go on', async () => {
    const reached = (): Promise<{ at: string }[]> =>
      story.read(`select at from event where subject_kind = 'task' and type = 'RUNG_DUE' order by at`);
    await story.task('2024-10-16 10:00', 'hq', 2, 'confirm');
    await story.task('2024-10-16 10:30', 'hq', 2, 'dispatch'); // to be signed for by the 18th, 17:30
    await story.until('2024-10-18 09:00');
    expect(await pause(story, { ladder: 'behind', reason: '另一条' })).toMatchObject({ ok: true });
    expect(await pause(story, { ladder: 'unsigned' })).toMatchObject({ ok: true });
    await story.until('2024-10-21 12:00');
    expect(await reached()).toEqual([]);
    const by = { jurisdictionId: SMALL_DISTRICT, ladder: 'unsigned', by: SUPERVISOR };
    expect(await resumeLadder(story.engine.context, by)).toMatchObject({ ok: true });
    await story.until('2024-10-23 18:00');
    expect(await reached()).toEqual([
      { at: moment('2024-10-21 12:00') }, // it was due at once when it began: it comes when the ladder goes on
      { at: moment('2024-10-23 12:00') }, // and the next with its two working days' gap
    ]);
  });
});

describe('a ladder that was stopped before its climb began', () => {
  let db: TestDatabase;
  afterEach(() => db.drop());

  it('holds the first rung too, goes on by itself after the last day, and catches up in order', async () => {
    db = await createTestDatabase();
    const story = await silent(db);
    await story.files('2024-10-10 18:00', 'liaison', '2024-10 上旬', 70);
    await story.until('2024-10-18 09:00');
    await pause(story, { until: '2024-10-23' });
    await story.until('2024-10-23 20:00'); // 中旬 was due on the 18th (Friday) at 17:30
    expect((await story.heard()).filter((line) => line.includes('催报') || line.includes('提醒函'))).toEqual(
      [],
    );
    await story.until('2024-10-24 17:00');
    expect((await story.heard()).filter((line) => /催报|恢复/.test(line))).toEqual([
      '10-24 08:00 教育局负责人：催报：2024年10月中旬，1项任务逾期未报',
      '10-24 08:00 教育局联络员：催报：2024年10月中旬，1项任务逾期未报',
      '10-24 08:00 督查室：“旬报督办阶梯”已恢复',
    ]);
    await story.until('2024-10-25 17:00');
    expect((await story.heard()).filter((line) => line.includes('提醒函'))).toHaveLength(2);
    expect(await story.read('select resumed_by from ladder_pause')).toEqual([{ resumed_by: null }]);
  });
});
