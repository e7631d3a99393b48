import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { taskIdOf } from '#accountability';
import { actor, createTestDatabase, SMALL_DISTRICT, smallTaskCode, Story, type TestDatabase } from '#testing';

let db: TestDatabase;
let story: Story;
beforeAll(async () => {
  db = await createTestDatabase();
  story = await Story.begin(db.database, '2024-09-23 09:00', 1);
  await story.task('2024-09-23 09:30', 'hq', 1, 'confirm');
});
afterAll(() => db.drop());

const counted = (): Promise<unknown[]> =>
  story.read(`select (select count(*)::int from event) as events, (select count(*)::int from deadline) as clocks,
    (select count(*)::int from message) as messages, (select string_agg(state, ',' order by code) from task) as states`);

it('an act whose clock cannot be set is refused in the transaction that would set it, and leaves nothing', async () => {
  const before = await counted();
  // No calendar knows the working days of that year.
  story.clock.set('2031-04-10T02:00:00.000Z');
  const { plan, code } = smallTaskCode(1);
  const outcome = await story.engine.act({
    jurisdictionId: SMALL_DISTRICT,
    actor: actor('hq'),
    subject: { kind: 'task', id: taskIdOf(SMALL_DISTRICT, plan, code) },
    action: 'dispatch',
    input: {},
    idempotencyKey: 'in a year that nobody knows',
  });
  expect(outcome).toMatchObject({
    ok: false,
    rejection: { code: 'DeadlineNotSettable', detail: { reason: 'UnknownYear', year: 2031 } },
  });
  expect(await counted()).toEqual(before);
});
