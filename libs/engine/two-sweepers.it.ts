import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { takeDueDeadlines } from '#persistence';
import { createTestDatabase, SMALL_DISTRICT, Story, type TestDatabase } from '#testing';

/** What falls due at one instant follows in an order, also where one sweeper has some of it and another looks for more. */

const SCOPE = { jurisdictionId: SMALL_DISTRICT };
let db: TestDatabase;
let story: Story;

beforeAll(async () => {
  db = await createTestDatabase();
  story = await Story.begin(db.database, '2024-09-23 09:00', 2);
  for (const task of [1, 2]) await story.task('2024-09-23 09:30', 'hq', task, 'confirm');
  for (const task of [1, 2]) await story.task('2024-09-23 10:00', 'hq', task, 'dispatch');
  await story.until('2024-09-23 11:00');
});
afterAll(() => db.drop());

const armedThen = async (at: string): Promise<number> => {
  const rows = await story.read(`select id from deadline where state = 'armed' and projected_at = $1`, [at]);
  return rows.length;
};

test('a sweeper takes nothing of an instant that another one has begun, and all of it once that is over', async () => {
  const [next] = await story.read<{ at: string; count: number }>(
    `select projected_at as at, count(*)::int as count from deadline where state = 'armed'
     group by projected_at having count(*) > 1 order by 1 limit 1`,
  );
  const at = next?.at ?? '';
  story.clock.set(at);
  const before = await armedThen(at);
  expect(before).toBeGreaterThan(1);
  let release: () => void = () => undefined;
  const held = new Promise<void>((resolve) => (release = resolve));
  let taken: () => void = () => undefined;
  const begun = new Promise<void>((resolve) => (taken = resolve));
  const other = db.database.transaction(SCOPE, async (tx) => {
    expect(await takeDueDeadlines(tx, at, 1)).toHaveLength(1);
    taken();
    await held;
    throw new Error('killed');
  });
  await begun;
  const swept = await story.engine.sweep(SMALL_DISTRICT);
  expect(swept.fired).toBe(0);
  release();
  await expect(other).rejects.toThrow('killed');
  await story.engine.sweep(SMALL_DISTRICT);
  expect(await armedThen(at)).toBe(0);
});
