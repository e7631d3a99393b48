import { policySchema, type Policy, type Snapshot } from '#accountability';
import { FORTNIGHT, simulatedFortnight, type TestDatabase } from '#testing';
import { pairOf, readRecord, rehearse, type PlayedRecord } from './index.js';
import { play } from './play.js';
import { recordedRungs } from './recorded-rungs.js';

/** A fortnight of 149 tasks is lived first; stories.it.ts rehearses small ones in every run. */
const describeInCi = process.env['LUOSHI_VERIFY'] === undefined ? describe.skip : describe;

const JURISDICTION = '430811';
const { from, to } = FORTNIGHT;

describeInCi('a policy rehearsed over a simulated fortnight', () => {
  let db: TestDatabase;
  let record: PlayedRecord;
  let inForce: Policy;
  beforeAll(async () => {
    db = await simulatedFortnight();
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
    const blue = pairOf(same.totals, 'blue');
    expect(blue.recorded).toBeGreaterThan(0);
    expect(blue.rehearsed).toBe(blue.recorded);
  });

  it('brings every task, obligation and reporting line where the record has it', async () => {
    const stored = await db.database.transaction({ jurisdictionId: JURISDICTION }, (tx) =>
      tx.query<{ key: string; snapshot: Snapshot }>(
        // What else is owed draws no cards, and is left out of a rehearsal.
        `select 'task/' || id as key, snapshot from task union all select 'obligation/' || o.id, o.snapshot from obligation o
           join sitting s on s.id = o.sitting_id join reporting_line l on l.id = s.reporting_line_id where l.duty = 'taskReport'
         union all select 'reportingLine/' || id, snapshot from reporting_line where duty = 'taskReport'`,
      ),
    );
    const { snapshots } = play(record, recordedRungs(record), {
      policyOf: () => inForce,
      issue: 'asRecorded',
      until: '2024-04-30T16:00:00.000Z',
    });
    expect(stored.length).toBeGreaterThan(500);
    expect(snapshots.size).toBe(stored.length);
    for (const { key, snapshot } of stored)
      expect({ key, snapshot: JSON.parse(JSON.stringify(snapshots.get(key))) as unknown }).toEqual({
        key,
        snapshot,
      });
  });

  it('moves a card by exactly the working days by which its offset is moved, and nothing else', () => {
    const policy = structuredClone(inForce);
    const blue = policy.reportingLadder.rungs.find(({ name }) => name === 'blue');
    if (blue) blue.offset = { workingDays: 2 };
    const { differences, changes, totals } = rehearse(record, { policy, from, to, issue: 'asRecorded' });
    // The civil affairs bureau was silent from Friday 19 April 17:30: the letter comes on Tuesday instead of Monday,
    // and the card on Wednesday as before: three working days from the due time, one from the letter.
    expect(differences).toMatchObject([
      {
        change: 'later',
        matter: 'report',
        recorded: { rung: 'blue', reachedAt: '2024-04-22T09:30:00.000Z' },
        rehearsed: { rung: 'blue', reachedAt: '2024-04-23T09:30:00.000Z' },
      },
    ]);
    expect(changes).toMatchObject({ sooner: 0, later: 1, gone: 0, additional: 0, otherwise: 0 });
    expect(totals.blue).toEqual({ recorded: 1, rehearsed: 1 });
  });

  it('is made for the stretch that was asked for', async () => {
    const policy = structuredClone(inForce);
    policy.reportingLadder.rungs = policy.reportingLadder.rungs.slice(0, 1);
    const early = rehearse(record, { policy, from, to: '2024-04-21', issue: 'asRecorded' });
    expect(early.differences).toEqual([]);
    const whole = rehearse(record, { policy, from, to, issue: 'asRecorded' });
    expect(whole.differences.map(({ change, recorded }) => `${change} ${recorded?.rung ?? ''}`)).toEqual([
      'gone blue',
      'gone yellow',
    ]);
    const issued = await db.database.transaction({ jurisdictionId: JURISDICTION }, (tx) =>
      tx.query<{ colour: string; count: number }>(
        `select colour, count(*)::integer as count from notice where state = 'issued' group by colour`,
      ),
    );
    const inForceOf = (colour: string): number => issued.find((row) => row.colour === colour)?.count ?? 0;
    expect(whole.totals).toMatchObject({
      blue: { recorded: inForceOf('blue'), rehearsed: 0 },
      yellow: { recorded: inForceOf('yellow'), rehearsed: 0 },
    });
    expect(inForceOf('blue')).toBe(1);
    // Even so the record itself is played again without a difference.
    expect(whole.notReproduced).toBe(0);
  });
});
