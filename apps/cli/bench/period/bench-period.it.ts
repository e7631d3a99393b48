import { createTestDatabase } from '#testing';
import { differences } from './baseline.js';
import { measurePeriod } from './bench-period.js';

const inCi = process.env['LUOSHI_VERIFY'] === undefined ? it.skip : it;
const size = Number(process.env['LUOSHI_BENCH_SIZE'] ?? 600);

describe('the bench of a close', () => {
  inCi(
    'compares with statements that write the very rows of the product, all of them and no others',
    async () => {
      const db = await createTestDatabase();
      try {
        let found = ['nobody looked'];
        const figure = await measurePeriod(db, size, 3, {
          seen: async (owner) => {
            found = await differences(owner, '990001', '990002');
          },
        });
        process.stderr.write(`${JSON.stringify(figure)}\n`);
        expect(found).toEqual([]);
        expect(figure.rowsEach).toBeGreaterThan(3);
        expect(figure.togetherPercent).toBeGreaterThan(80);
      } finally {
        await db.drop();
      }
    },
  );
});
