import { createTestDatabase } from '#testing';
import { measureScores } from './bench-score.js';

it('scores every unit of a made-up year, and says what it took', async () => {
  const db = await createTestDatabase();
  try {
    const figure = await measureScores(db.database, { units: 12, tasksEach: 3, reportsEach: 19 }, 1);
    expect(figure).toMatchObject({ units: 12, events: 12 * (3 * 8 + 19 * 4) });
    expect(figure.scoredEvents).toBeLessThan(figure.events);
    expect(figure.wholeMs).toBeGreaterThan(0);
    expect(figure.bareReadMs).toBeGreaterThan(0);
    expect(figure.timesBareRead).toBeGreaterThan(0);
  } finally {
    await db.drop();
  }
});
