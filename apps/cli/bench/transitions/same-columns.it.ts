import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { openDatabase, verifyChains } from '#persistence';
import { createTestDatabase, type TestDatabase } from '#testing';
import { JURISDICTION } from './bench-district.js';
import { fillRecord } from './fill-record.js';
import { HandMade } from './hand-made.js';
import { engineOn, judge } from './judge.js';
import { outcomesOf } from './outcome.js';
import { reportId } from './submitted-reports.js';

const inCi = process.env['LUOSHI_VERIFY'] === undefined ? it.skip : it;
if (process.env['LUOSHI_VERIFY'] === undefined)
  process.stderr.write('skipped, runs in CI: what hand-made SQL writes in the bench of transitions\n');

/** Everything of the four tables but what says when and in which transaction a row was written. */
const TABLES = {
  obligation: 'to_jsonb(r)',
  event: `to_jsonb(r) - 'recorded_at' - 'recorded_xid'`,
  deadline: 'to_jsonb(r)',
  message: 'to_jsonb(r)',
};

let product: TestDatabase;
let baseline: TestDatabase;
beforeAll(async () => {
  [product, baseline] = [await createTestDatabase(), await createTestDatabase()];
});
afterAll(async () => {
  await product.drop();
  await baseline.drop();
});

async function rowsOf(ownerUrl: string): Promise<Record<string, string[]>> {
  const owner = new pg.Client({ connectionString: ownerUrl, options: '-c search_path=luoshi' });
  await owner.connect();
  const rows: Record<string, string[]> = {};
  for (const [table, columns] of Object.entries(TABLES))
    rows[table] = (
      await owner.query<{ row: string }>(`select (${columns})::text as row from ${table} r order by 1`)
    ).rows.map(({ row }) => row);
  await owner.end();
  return rows;
}

describe('the baseline of the bench of transitions', () => {
  inCi('writes the same rows with the same columns as the product, one at a time and together', async () => {
    for (const { ownerUrl } of [product, baseline]) await fillRecord(ownerUrl, 16);
    const before = await rowsOf(product.ownerUrl);
    expect(await rowsOf(baseline.ownerUrl)).toEqual(before);

    const singles = { return: [0, 1], accept: [2, 3] } as const;
    const together = { return: [4, 5, 6, 7, 8], accept: [9, 10, 11, 12, 13] } as const;
    const database = await openDatabase({ ownerUrl: product.ownerUrl });
    const reader = new pg.Pool({
      connectionString: product.ownerUrl,
      options: '-c search_path=luoshi',
      max: 1,
    });
    const handMade = new HandMade(baseline.ownerUrl, JURISDICTION, 2);
    try {
      const engine = engineOn(database);
      for (const step of ['return', 'accept'] as const) {
        const one = singles[step].map((n) => [reportId(n)]);
        for (const ids of one) await judge(engine, step, ids);
        for (const outcome of await outcomesOf(reader, one)) await handMade.single(outcome);
        const many = [together[step].map(reportId)];
        for (const ids of many) await judge(engine, step, ids);
        for (const outcome of await outcomesOf(reader, many)) await handMade.many(outcome);
      }
      const chains = await database.transaction({ jurisdictionId: JURISDICTION }, (tx) => verifyChains(tx));
      expect(chains.broken).toEqual([]);
    } finally {
      await handMade.close();
      await reader.end();
      await database.close();
    }

    const after = await rowsOf(product.ownerUrl);
    expect(await rowsOf(baseline.ownerUrl)).toEqual(after);
    const grown = (table: string): number => (after[table]?.length ?? 0) - (before[table]?.length ?? 0);
    // Fourteen judged: a line of the trail each; seven returned: a clock each, and one message a liaison.
    expect({ events: grown('event'), clocks: grown('deadline'), messages: grown('message') }).toEqual({
      events: 14,
      clocks: 7,
      messages: 7,
    });
    expect(grown('obligation')).toBe(0);
  });
});
