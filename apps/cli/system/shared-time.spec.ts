import { describe, expect, test } from '@jest/globals';
import type { Database } from '#persistence';
import { sharedTime } from './shared-time.js';

const NOON = Date.parse('2024-04-19T04:00:00.000Z');

/** A machine and a database, each with a time of its own; a question takes 10 ms. */
function machineAnd(ahead: number) {
  const said: string[] = [];
  const at = { elapsed: 500, wallAhead: ahead, databaseAhead: 0 };
  const database = {
    outsideTenants: (work: (tx: unknown) => Promise<unknown>) =>
      work({
        query: () => {
          at.elapsed += 5;
          const ms = NOON + at.elapsed + at.databaseAhead;
          at.elapsed += 5;
          return Promise.resolve([{ ms }]);
        },
      }),
  } as unknown as Database;
  const log = { info: (text: string) => void said.push(text), error: (text: string) => void said.push(text) };
  const time = sharedTime(database, log, {
    wall: () => NOON + at.elapsed + at.wallAhead,
    stopwatch: () => at.elapsed,
  });
  const behindMs = (): number => NOON + at.elapsed + at.databaseAhead - Date.parse(time.now());
  return { time, at, said, behindMs };
}

describe('the time of a process', () => {
  test('is its own where that agrees with the database’s', async () => {
    const { time, said, at } = machineAnd(40);
    await time.measure();
    expect(Date.parse(time.now())).toBe(NOON + at.elapsed + 40);
    expect(said).toEqual([]);
  });

  test.each([120_000, -120_000])(
    'is the database’s where its own is %d ms ahead, and that is told once',
    async (ahead) => {
      const { time, said, behindMs } = machineAnd(ahead);
      await time.measure();
      await time.measure();
      expect(behindMs()).toBe(0);
      expect(said).toEqual([expect.stringContaining(ahead > 0 ? '快 120 秒' : '慢 120 秒')]);
    },
  );

  test('goes on by itself between two measurements, also where somebody sets the machine’s clock', async () => {
    const { time, at, behindMs } = machineAnd(0);
    await time.measure();
    at.wallAhead = 3_600_000;
    at.elapsed += 60_000;
    expect(behindMs()).toBe(0);
  });

  test('follows a database whose time goes on without it, and says when both agree again', async () => {
    const { time, at, said, behindMs } = machineAnd(0);
    await time.measure();
    at.databaseAhead = 5_000;
    await time.measure();
    expect(behindMs()).toBe(0);
    at.wallAhead = 5_000;
    await time.measure();
    expect(said).toEqual([expect.stringContaining('慢 5 秒'), '本机时钟已与数据库一致。']);
  });
});
