import { taskIdOf } from '#accountability';
import { wordFor } from '#english';
import type { Spoken } from '#engine';
import { actor, createTestDatabase, SMALL_DISTRICT, Story, type TestDatabase } from '#testing';

describe('why a task stands where it stands', () => {
  let db: TestDatabase;
  let story: Story;
  beforeAll(async () => {
    db = await createTestDatabase();
    story = await Story.begin(db.database, '2024-09-23 09:00', 1);
    for (const task of [1, 2]) await story.task('2024-09-23 09:30', 'hq', task, 'confirm');
    await story.task('2024-09-23 10:00', 'hq', 1, 'dispatch');
    await story.task('2024-09-24 09:00', 'liaison', 1, 'sign');
  });
  afterAll(() => db.drop());

  const why = async (code: string, spoken?: Spoken) => {
    const taskId = taskIdOf(SMALL_DISTRICT, 'small-plan', code);
    const outcome = await story.engine.explainTask({
      jurisdictionId: SMALL_DISTRICT,
      taskId,
      actor: actor('hq'),
      ...(spoken && { spoken }),
    });
    if (!outcome.ok) throw new Error(outcome.rejection.code);
    return outcome.value;
  };

  it('says that nobody leads it where the text names no leader', async () => {
    expect((await why('A1-02')).sentences).toEqual([
      '原文没有写明牵头单位，需由指挥部办公室指定后才能下发。',
    ]);
  });

  it('names the rung, what brought it there, what cures it and when the next one comes', async () => {
    await story.until('2024-10-09 18:00');
    const { sentences, rules, clocks, events } = await why('A1-01');
    expect(sentences).toContain(
      '区教育局逾期未报：2024年9月下旬；督办从2024年9月30日17:30到期时起算，现为“提醒函”（已生效）。补报最近一期后即解除，已发文书留存。',
    );
    expect(sentences).toContain('区教育局督办升级“黄牌督办”：2024年10月10日17:30。');
    expect(rules).toContainEqual({ kind: 'ladder', label: '默认督办规则·旬报督办阶梯', version: 3 });
    expect(clocks.find(({ name }) => name === 'rung')?.segments).not.toEqual([]);
    expect(events.map(({ type }) => type)).toEqual([
      'DRAFTED',
      'CONFIRMED',
      'DISPATCHED',
      'SIGNED',
      'SITTING_DUE',
      'RUNG_DUE',
      'RUNG_DUE',
    ]);

    const english = await why('A1-01', { language: 'en', word: wordFor });
    expect(english.sentences).toContain(
      '区教育局 has not reported for late Sep 2024; the ladder counts from 30 Sep 2024 17:30, now at "Reminder letter" (in force). It ends with the report for the latest period; notices that went out stay on record.',
    );
    expect(english.sentences).toContain('区教育局: next rung "Yellow card", 10 Oct 2024 17:30.');
    expect(english.rules).toContainEqual({
      kind: 'ladder',
      label: 'Default rules: ten-day reports',
      version: 3,
    });
    expect(english.sentences).toHaveLength(sentences.length);
    expect(english.sentences.join('').replaceAll('区教育局', '')).not.toMatch(/[\p{Script=Han}，。：（）]/u);
  });
});
