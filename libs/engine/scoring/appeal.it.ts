import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { personIdOf, taskIdOf, unitIdOf, type Actor } from '#accountability';
import { decidePoints, keepScores, putInForce, scoresOf, takeBackPoints, type Scores } from '#engine';
import { scoredIndicators } from '#persistence';
import { schemeSchema, type RankedScore } from '#scoring';
import {
  createTestDatabase,
  moment,
  seedText,
  SMALL_DISTRICT,
  Story,
  told,
  type TestDatabase,
} from '#testing';
import { parse } from 'yaml';

let db: TestDatabase;
let story: Story;
beforeAll(async () => {
  db = await createTestDatabase();
  story = await Story.begin(db.database, '2024-10-09 09:00', 1);
  await db.database.transaction({ jurisdictionId: SMALL_DISTRICT }, (tx) =>
    told(tx, async () => {
      const scheme = schemeSchema.parse(parse(seedText('scoring/default.yaml')));
      await putInForce(tx, { scheme, planId: null, reason: '试行', by: null, at: story.clock.now() });
    }),
  );
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

  it('leaves what was shown on a day as it was, whatever is recorded later: to the last case and event', async () => {
    const indicators = [{ name: '新增学位', comparator: '>=', value: 300, unit: '个' }];
    const amend = { amendmentId: 'r1', reason: '方案修订', indicators };
    await story.task('2024-10-17 11:00', 'hq', 1, 'amend', amend);
    const bonus = await decidePoints(story.engine.context, {
      ...{ jurisdictionId: SMALL_DISTRICT, planId: await planId(), unitId: UNIT, item: null, points: 2 },
      ...{ reason: '做法被推广', actor: ASSESSOR, idempotencyKey: 'bonus' },
    });
    if (!bonus.ok) throw new Error(bonus.rejection.message);
    const kept = await keptHash('2024-10-17');
    const shown = await education('2024-10-17');
    expect(shown.bonus).toMatchObject({ points: 2 });

    // Later: the bonus is taken back, a target is corrected, more reports fall due and more cards come.
    await story.until('2024-10-18 09:00');
    const taken = await takeBackPoints(story.engine.context, {
      ...{ jurisdictionId: SMALL_DISTRICT, planId: await planId(), id: bonus.value.id },
      ...{ reason: '核实后撤回', actor: ASSESSOR },
    });
    expect(taken.ok).toBe(true);
    await story.task('2024-10-18 10:00', 'hq', 1, 'amend', {
      ...amend,
      amendmentId: 'r2',
      indicators: [{ ...indicators[0], value: 900 }],
    });
    await story.until('2024-11-20 09:00');
    expect((await education('2024-11-19')).bonus).toMatchObject({ points: 0 });
    expect(await education('2024-11-19')).not.toEqual(shown);
    expect(await education('2024-10-17')).toEqual(shown);
    expect(await keptHash('2024-10-17')).toBe(kept);
    // The target, too, is that of the day, also where no report has spoken of it yet.
    const targets = (to: string) =>
      db.database.transaction({ jurisdictionId: SMALL_DISTRICT }, (tx) =>
        scoredIndicators(tx, null, moment(to)),
      );
    expect((await targets('2024-10-17 23:59')).map(({ value }) => value)).toEqual([300]);
    expect((await targets('2024-10-18 23:59')).map(({ value }) => value)).toEqual([900]);
    expect(await targets('2024-10-16 23:59')).toEqual([]);
  });

  const UNIT = unitIdOf(SMALL_DISTRICT, 'education');
  const ASSESSOR: Actor = {
    personId: personIdOf(SMALL_DISTRICT, 'supervisor'),
    unitId: unitIdOf(SMALL_DISTRICT, 'supervision'),
    roles: [{ role: 'assessor', scopeKind: 'jurisdiction', scopeId: SMALL_DISTRICT }],
  };
  const planId = async (): Promise<string> =>
    (await story.read<{ id: string }>('select id from plan'))[0]?.id ?? '';
  const keptHash = async (to: string): Promise<string> => {
    const kept = await keepScores(story.engine.context, {
      ...{ jurisdictionId: SMALL_DISTRICT, planId: await planId(), from: '2024-10-01', to },
      ...{ reason: '留存', actor: null },
    });
    if (!kept.ok) throw new Error(kept.rejection.message);
    return kept.value.hash;
  };
});
