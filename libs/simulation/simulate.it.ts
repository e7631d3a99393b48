import { readFile } from 'node:fs/promises';
import { instantOf } from '#calendar';
import { createEngine, loadSeeds } from '#engine';
import { createTestDatabase, type TestDatabase } from '#testing';
import { parseScenario, simulate, VirtualClock } from './index.js';

const seedsDir = new URL('../../seeds', import.meta.url).pathname;

describe('the bundled plan under the typical scenario', () => {
  let db: TestDatabase;
  beforeAll(async () => {
    db = await createTestDatabase();
  });
  afterAll(() => db.drop());

  it('lives through its first weeks', async () => {
    const scenario = parseScenario(await readFile(`${seedsDir}/scenarios/typical.yaml`, 'utf8'));
    if (!scenario.ok) throw new Error(JSON.stringify(scenario.problems));
    const clock = new VirtualClock(instantOf('2024-04-12', '08:00'));
    const engine = createEngine({ database: db.database, clock });
    const seeds = await loadSeeds(engine, { seedsDir });
    const t0 = Date.now();
    let lastT = t0;
    await simulate({
      engine,
      clock,
      jurisdictionId: seeds.jurisdictionId,
      scenario: scenario.value,
      from: '2024-04-12',
      until: instantOf(process.env['UNTIL'] ?? '2024-05-10', '16:30'),
      seed: 1,
      onDay: (d) => {
        process.stderr.write(`${d} ${Date.now() - lastT}ms\n`);
        lastT = Date.now();
      },
    });
    const rows = await db.database.transaction({ jurisdictionId: seeds.jurisdictionId }, async (tx) => ({
      tasks: await tx.query('select state, count(*) from task group by 1 order by 1'),
      obligations: await tx.query('select state, count(*) from obligation group by 1 order by 1'),
      messages: await tx.query('select kind, count(*) from message group by 1 order by 1'),
      rungs: await tx.query('select rung, count(*) from rung_claim group by 1 order by 1'),
      notices: await tx.query('select kind, state, count(*) from notice group by 1,2 order by 1'),
      alerts: await tx.query('select kind, state, count(*) from alert group by 1,2 order by 1'),
      events: await tx.query('select count(*) from event'),
      sittings: await tx.query(
        'select period, count(*), count(filed_at) as filed from sitting group by 1 order by min(due_at)',
      ),
    }));
    console.log(Date.now() - t0, JSON.stringify(rows, null, 1).replace(/\n\s+/g, ' '));
    console.log(await tx2(db, seeds.jurisdictionId));
  });
});
async function tx2(db: TestDatabase, j: string) {
  return db.database.transaction({ jurisdictionId: j }, async (tx) =>
    (
      await tx.query<{ title: string; body: string }>(
        `select title, body from message where kind in ('reminderLetter','reminder','noticeToIssue','notSigned') order by random() limit 4`,
      )
    )
      .map((m) => `${m.title}\n${m.body}`)
      .join('\n=====\n'),
  );
}
