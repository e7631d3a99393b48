import { policySchema, type Policy } from '#accountability';
import { runSimulation } from '#simulation';
import { createTestDatabase, type TestDatabase } from '#testing';
import { readRecord, rehearse, type PlayedRecord } from './index.js';

const seedsDir = new URL('../../seeds', import.meta.url).pathname;
const scenarioFile = new URL('../simulation/fixtures/busy-fortnight.yaml', import.meta.url).pathname;
const JURISDICTION = '430811';
const [from, to] = ['2024-04-12', '2024-04-30'];

describe('a policy rehearsed over a simulated fortnight', () => {
  let db: TestDatabase;
  let record: PlayedRecord;
  let inForce: Policy;
  beforeAll(async () => {
    db = await createTestDatabase();
    await runSimulation({ database: db.database, seedsDir, scenarioFile, from, to, seed: 1 });
    record = await db.database.transaction({ jurisdictionId: JURISDICTION }, (tx) =>
      readRecord(tx, { planCode: null, until: '2024-05-01T00:00:00.000Z' }),
    );
    inForce = policySchema.parse([...record.policies.values()][0]);
  });
  afterAll(() => db.drop());

  it('gives exactly what happened when it is the policy that was in force', () => {
    const same = rehearse(record, { policy: inForce, from, to, issue: 'asRecorded' });
    expect(same.differences).toEqual([]);
    expect(same).toMatchObject({ notReproduced: 0, unplaced: {}, supposed: 0 });
    expect(same.changes.same).toBeGreaterThan(5);
    expect(same.totals.blue.recorded).toBeGreaterThan(0);
    expect(same.totals.blue.rehearsed).toBe(same.totals.blue.recorded);
  });
});
