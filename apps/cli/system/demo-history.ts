import { instantOf, type Instant } from '#calendar';
import { createEngine, REHEARSAL } from '#engine';
import { beat, openDatabase, type Database } from '#persistence';
import { readScenario, simulate, VirtualClock } from '#simulation';
import { projectPath } from '../project-path.js';
import { progress } from '../terminal/progress.js';
import { loadDemo, type Seeding } from './load-demo.js';

/**
 * The bundled plan took effect on this day. The demo goes on from the morning before a due day: sittings are open,
 * two units have been silent, a card waits to be issued.
 */
const FROM = '2024-04-12';
const UNTIL_DAY = '2024-05-09';
const UNTIL: Instant = instantOf(UNTIL_DAY, '09:30');
const SEED = 1;

/**
 * The bundled plan is of 2024: loaded today, all of it would be overdue. So the first start lives through its first
 * four weeks on a virtual clock, with the people of the typical scenario and through the product itself, and the
 * system goes on from there. Where there is a record already, nothing is done; a history that was broken off is
 * gone on from as it stands.
 */
export async function playDemoHistory(
  server: { ownerUrl: string; appUrl?: string },
  seeding: Seeding & { onDay: (day: string) => void },
): Promise<void> {
  const database = await openDatabase({ ...server, applicationName: 'luoshi demo' });
  try {
    if (!(await isEmpty(database))) return;
    const clock = new VirtualClock(instantOf(FROM, '07:00'));
    const engine = createEngine({ database, clock });
    const { jurisdictionId } = await loadDemo(engine, { ...seeding, rehearsal: true });
    const scenario = await readScenario(projectPath('seeds/scenarios/typical.yaml'));
    progress(`把方案的头四周走一遍（${FROM} 至 ${UNTIL_DAY}），系统从那里接着运行`);
    await simulate({
      engine,
      clock,
      jurisdictionId,
      scenario,
      from: FROM,
      until: UNTIL,
      seed: SEED,
      onDay: (day) => {
        progress(day);
        seeding.onDay(day);
      },
    });
    // The clock of the system that follows goes on from the last heartbeat.
    await database.transaction({ jurisdictionId }, (tx) => beat(tx, 'sweeper', UNTIL));
  } finally {
    await database.close();
  }
}

/** Whether this record lives on a rehearsal clock of its own. */
export async function isDemo(database: Database): Promise<boolean> {
  for (const jurisdictionId of await jurisdictions(database)) {
    const marks = await database.transaction({ jurisdictionId }, (tx) =>
      tx.query('select 1 from heartbeat where name = $1', [REHEARSAL]),
    );
    if (marks.length > 0) return true;
  }
  return false;
}

const isEmpty = async (database: Database): Promise<boolean> => (await jurisdictions(database)).length === 0;

async function jurisdictions(database: Database): Promise<string[]> {
  const rows = await database.outsideTenants((tx) =>
    tx.query<{ id: string }>('select id from all_jurisdictions()'),
  );
  return rows.map(({ id }) => id);
}
