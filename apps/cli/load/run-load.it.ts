import { beforeAll, describe, expect, it } from '@jest/globals';
import { existsSync } from 'node:fs';
import { createEmptyDatabase } from '#testing';
import { LuoshiProcess } from '../testing/luoshi-process.js';
import { runLoad } from './run-load.js';

/** A server process of its own: where there is time for it. */
const inCi =
  process.env['LUOSHI_VERIFY'] === undefined || !existsSync('/proc/self/stat') ? describe.skip : describe;

inCi('people who act at once', () => {
  beforeAll(() => LuoshiProcess.build());

  it('lose no change, overwrite none, and meet no refusal but the honest ones', async () => {
    const database = await createEmptyDatabase();
    try {
      const report = await runLoad({ people: 10, seconds: 5, thinkSeconds: 0.2, server: database });
      const { lost, overwritten, untold, done } = report.judgement;
      expect({ lost, overwritten, untold, errors: report.errors }).toEqual({
        lost: [],
        overwritten: [],
        untold: [],
        errors: [],
      });
      expect(done).toBeGreaterThan(0);
      expect(report.reads.count).toBeGreaterThan(0);
    } finally {
      await database.drop();
    }
  });
});
