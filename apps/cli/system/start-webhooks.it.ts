import { personIdOf, type Actor } from '#accountability';
import { readConfig } from '#config';
import { addWebhook } from '#engine';
import {
  createTestDatabase,
  SMALL_DISTRICT,
  startHttpPeer,
  Story,
  until,
  type HttpPeer,
  type TestDatabase,
} from '#testing';
import { outsideWorld } from './outside-world.js';
import type { Core } from './open-core.js';
import { startWebhooks } from './start-webhooks.js';
import { stopList } from './stop-list.js';

const silent = { info: () => undefined, error: (message: string) => console.error(message) };
const config = readConfig({
  LUOSHI_SECRET_KEY: Buffer.alloc(32, 7).toString('base64'),
  LUOSHI_OUTGOING_ALLOW: '127.0.0.1',
  LUOSHI_OUTGOING_PLAIN: 'true',
});
const ADMINISTRATOR: Actor = {
  personId: personIdOf(SMALL_DISTRICT, 'hq'),
  unitId: null,
  roles: [{ role: 'administrator', scopeKind: 'jurisdiction', scopeId: SMALL_DISTRICT }],
};

let db: TestDatabase;
let story: Story;
let peer: HttpPeer;
beforeAll(async () => {
  db = await createTestDatabase();
  story = await Story.begin(db.database, '2024-09-23 09:00', 1);
  peer = await startHttpPeer(() => ({ status: 200 }));
  const added = await addWebhook(
    story.engine.context,
    {
      ...{ jurisdictionId: SMALL_DISTRICT, actor: ADMINISTRATOR, unitId: null },
      ...{ name: '指挥大屏', url: peer.url, eventTypes: ['*'] },
    },
    (await outsideWorld(config)).box.seal,
  );
  expect(added.ok).toBe(true);
  await story.task('2024-09-23 09:30', 'hq', 1, 'confirm');
});
afterAll(async () => {
  await peer.close();
  await db.drop();
});

/** A process that carries webhooks until something has happened. */
async function runsUntil(
  rehearsal: Core['clock']['rehearsal'],
  happened: () => Promise<boolean>,
): Promise<void> {
  const stops = stopList(silent);
  const clock = { now: () => story.clock.now(), msUntil: () => 0, rehearsal, pace: 40 };
  const core = { database: db.database, engine: story.engine, clock } as unknown as Core;
  await startWebhooks(config, core, silent, stops);
  await until(happened);
  await stops.stop();
}

describe('a worker', () => {
  it('on a rehearsal’s clock gives events their positions, and tells no real system of a played day', async () => {
    await runsUntil({ from: story.clock.now(), speed: 1 }, async () => {
      const rows = await story.read(`select 1 from outgoing_event where type = 'task.confirmed'`);
      return rows.length > 0;
    });
    expect(peer.received).toEqual([]);
  });

  it('on the wall’s clock tells it', async () => {
    const told = () => peer.received.map(({ body }) => /"type":"([^"]+)"/.exec(body)?.[1]);
    // What had no position yet when the webhook was set up may come before it.
    await runsUntil(null, () => Promise.resolve(told().includes('task.confirmed')));
    expect(told().filter((type) => type === 'task.confirmed')).toHaveLength(1);
  });
});
