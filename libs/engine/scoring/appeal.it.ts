import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { taskIdOf, unitIdOf } from '#accountability';
import { scoresOf, type Scores } from '#engine';
import { schemeSchema, type RankedScore } from '#scoring';
import { createTestDatabase, seedText, SMALL_DISTRICT, Story, type TestDatabase } from '#testing';
import { parse } from 'yaml';

let db: TestDatabase;
let story: Story;
beforeAll(async () => {
  db = await createTestDatabase();
  story = await Story.begin(db.database, '2024-10-09 09:00', 1);
  await story.task('2024-10-09 09:30', 'hq', 1, 'confirm');
  await story.task('2024-10-09 10:00', 'hq', 1, 'dispatch');
});
afterAll(() => db.drop());

const education = async (to: string): Promise<RankedScore> => {
  const found = await scoresOf(story.engine.context, {
    jurisdictionId: SMALL_DISTRICT,
    planId: null,
    from: '2024-10-01',
    to,
    scheme: schemeSchema.parse(parse(seedText('scoring/default.yaml'))),
  });
  if (!found.ok) throw new Error(found.rejection.message);
  const { groups }: Scores = found.value;
  const score = groups
    .flatMap((group) => group.scores)
    .find(({ unitId }) => unitId === unitIdOf(SMALL_DISTRICT, 'education'));
  if (!score) throw new Error('the education bureau has no score');
  return score;
};

describe('a card that an appeal takes back', () => {
  it('counts up to the day before the decision, and from that day on no more; both stay to be seen', async () => {
    // Not signed for within two working days, and for two more: a reminder letter.
    await story.until('2024-10-16 09:00');
    const taskId = taskIdOf(SMALL_DISTRICT, 'small-plan', 'A1-01');
    const [card] = await story.read<{ generation: number; rung: string }>(
      `select m.generation, m.rung from notice n join notice_member m on m.notice_id = n.id
       where m.subject_id = '${taskId}' and n.colour = 'blue' and n.issued_at is not null`,
    );
    if (!card) throw new Error('no letter came');
    expect((await education('2024-10-15')).deductions[0]).toMatchObject({ id: 'blue', points: -0.5 });

    const of = { generation: card.generation, rung: card.rung };
    await story.task('2024-10-16 10:00', 'head', 1, 'appeal', { ...of, reason: '当日系统故障，无法签收' });
    await story.task('2024-10-17 10:00', 'supervisor', 1, 'upholdAppeal', { ...of, reason: '情况属实' });
    const after = await education('2024-10-17');
    expect(after.deductions[0]).toMatchObject({
      points: 0,
      incidents: [{ points: 0, before: -0.5, undone: { event: { kind: 'task', id: taskId } } }],
    });
    expect(after.totalBeforeUndoing - after.total).toBeCloseTo(-0.5, 9);
    // As of the day before, it is still as it was.
    expect((await education('2024-10-16')).deductions[0]).toMatchObject({ points: -0.5 });
  });
});
