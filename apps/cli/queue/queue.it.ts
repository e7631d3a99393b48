import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { systemClock } from '#persistence';
import { alarmClock, createWakeUps, preparePostgresQueue, type WakeUps } from '#scheduling';
import { createTestDatabase, until, type TestDatabase } from '#testing';
import { runMain } from '../testing/run-main.js';

let db: TestDatabase;
let wakeUps: WakeUps;
async function queue(...args: string[]): Promise<unknown> {
  const { code, out, err } = await runMain(db, 'queue', ...args, '--json');
  expect([code, err]).toEqual([0, '']);
  return JSON.parse(out);
}

/** An unreachable queue is waited for: only where everything is looked at. */
const inCi = process.env['LUOSHI_VERIFY'] === undefined ? describe.skip : describe;
if (process.env['LUOSHI_VERIFY'] === undefined)
  process.stderr.write('skipped: the queue at the command line (LUOSHI_VERIFY=ci)\n');

inCi('the queue at the command line', () => {
  beforeAll(async () => {
    db = await createTestDatabase();
    await preparePostgresQueue(db.ownerUrl);
    const backend = { kind: 'postgres', connectionString: db.appUrl } as const;
    wakeUps = createWakeUps({ backend, clock: alarmClock(systemClock) });
  });
  afterAll(async () => {
    await wakeUps.close(1_000);
    await db.drop();
  });

  it('is paused and resumed beside a running system; doctor names a pause as something intended', async () => {
    expect(await queue('status')).toMatchObject({ backend: 'postgres', paused: false });
    expect(await queue('pause')).toEqual({ paused: true });
    expect((await runMain(db, 'queue', 'status')).out).toContain('已暂停（时限和消息由定时巡检照常处理）');
    const { code, out } = await runMain(db, 'doctor', '--json');
    expect(code).toBe(0);
    expect(JSON.parse(out)).toMatchObject({ findings: [], paused: [expect.stringContaining('唤醒队列')] });
    expect(await queue('resume')).toEqual({ paused: false });
    expect(await queue('status')).toMatchObject({ paused: false });
  });

  it('lists what failed, and has it done again', async () => {
    let broken = true;
    wakeUps.work(() => (broken ? Promise.reject(new Error('no disk')) : Promise.resolve()));
    await wakeUps.schedule('430811', systemClock.now());
    await until(async () =>
      (await wakeUps.desk.failed()).some(({ jurisdictionId }) => jurisdictionId !== null),
    );
    const failed = (await queue('list')) as { id: string; jurisdictionId: string | null; reason: string }[];
    const [one] = failed.filter(({ jurisdictionId }) => jurisdictionId === '430811');
    expect(one).toMatchObject({ reason: 'no disk' });
    broken = false;
    expect(await queue('requeue', one?.id ?? '')).toEqual({ requeued: 1 });
    expect(await queue('requeue', 'nobody')).toEqual({ requeued: 0 });
    await queue('requeue');
    await until(async () => ((await queue('status')) as { failed: number }).failed === 0);
  });

  it('that cannot be reached is told of with a code; for doctor it is a trouble, with a way out', async () => {
    const away = { appUrl: db.appUrl, ownerUrl: db.ownerUrl };
    process.env['REDIS_URL'] = 'redis://127.0.0.1:1';
    try {
      const { code, err } = await runMain(away, 'queue', 'status');
      expect([code, err.includes('QUEUE_UNREACHABLE')]).toEqual([1, true]);
      const { out } = await runMain(away, 'doctor', '--json');
      expect(JSON.parse(out)).toMatchObject({ findings: [{ code: 'QUEUE_UNREACHABLE' }] });
    } finally {
      delete process.env['REDIS_URL'];
    }
  });
});
