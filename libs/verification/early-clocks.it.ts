import { addMinutes } from '#calendar';
import { createTestDatabase, SMALL_DISTRICT, Story, type TestDatabase } from '#testing';

/** So many instants of one silent unit's task: windows, reminders, due times, every rung of the ladders. */
const INSTANTS = 60;

describe('the clocks of a record, one instant after the other', () => {
  let db: TestDatabase;
  let story: Story;
  beforeAll(async () => {
    db = await createTestDatabase();
    story = await Story.begin(db.database, '2024-09-23 09:00', 1);
    await story.task('2024-09-23 09:30', 'hq', 1, 'confirm');
    await story.task('2024-09-23 10:00', 'hq', 1, 'dispatch');
    await story.task('2024-09-24 09:00', 'liaison', 1, 'sign');
  });
  afterAll(() => db.drop());

  const record = async (): Promise<string> =>
    JSON.stringify(
      await story.read(
        `select (select count(*)::integer from event) as events, (select count(*)::integer from rung_claim) as rungs,
           (select count(*)::integer from notice) as notices, (select count(*)::integer from message) as messages`,
      ),
    );

  it('do nothing a minute too early, and nothing when they are swept once more', async () => {
    let moved = 0;
    for (let count = 0; count < INSTANTS; count += 1) {
      const next = await story.engine.nextInstant(SMALL_DISTRICT);
      if (next === null) break;
      const before = await record();
      const early = addMinutes(next, -1);
      if (early > story.clock.now()) {
        story.clock.set(early);
        await story.engine.sweep(SMALL_DISTRICT);
        expect(await record()).toBe(before);
      }
      if (next > story.clock.now()) story.clock.set(next);
      await story.engine.sweep(SMALL_DISTRICT);
      const then = await record();
      if (then !== before) moved += 1;
      await story.engine.sweep(SMALL_DISTRICT);
      expect(await record()).toBe(then);
    }
    expect(moved).toBeGreaterThan(15);
  });
});
