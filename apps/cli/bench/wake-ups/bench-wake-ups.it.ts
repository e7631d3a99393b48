import { expect, it } from '@jest/globals';
import { haveRedisServer } from '#testing';
import { benchWakeUps } from './bench-wake-ups.js';

/** A county has to be founded and multiplied for it: only in the long runs. */
const able = ['soak', 'wide'].includes(process.env['LUOSHI_VERIFY'] ?? '') && haveRedisServer();
if (!able)
  process.stderr.write(
    'skipped: memory of the queue against one job a timer (LUOSHI_VERIFY=soak, redis-server)\n',
  );

(able ? it : it.skip)('the queue takes a small part of what one job for each timer would take', async () => {
  const { tasks, timers, ours, atWorst, jobATimer } = await benchWakeUps(
    Number(process.env['LUOSHI_BENCH_TASKS'] ?? 4_000),
  );
  if (process.env['LUOSHI_BENCH_TASKS'] !== undefined)
    process.stderr.write(`${JSON.stringify({ tasks, timers, ours, atWorst, jobATimer }, null, 2)}\n`);
  expect(tasks).toBeGreaterThanOrEqual(4_000);
  expect(timers).toBeGreaterThan(tasks);
  expect(jobATimer.jobs).toBe(timers);
  expect(jobATimer.bytesPerJob).toBeGreaterThan(200);
  // The next alarm and the sweep of the minute, whatever the number of tasks.
  expect(ours.jobs).toBeLessThanOrEqual(3);
  expect(ours.bytesPerTask).toBeLessThan(64);
  expect(atWorst.jobs).toBeLessThan(timers);
});
