import type pg from 'pg';
import { personIdOf } from '#accountability';
import { hashPassword } from '#identity';
import { insertCredential, openDatabase } from '#persistence';
import { progress } from '../../terminal/progress.js';
import { LIVED_UNTIL, liveCounty } from '../start-up/live-county.js';
import { multiply } from '../start-up/multiply.js';
import { FOUNDED_AT, JURISDICTION } from '../transitions/bench-district.js';

export const PASSWORD = 'a long bench password';
/** Who opens their pages: one who files, and one who sees everything. */
export const LIAISON = 'liaison1';
export const OFFICE = 'hq';
const ACTIONS = 8;

/** The sittings of its first period are open, and nothing falls due while it is looked at. */
export const LOOKED_AT = LIVED_UNTIL;

/**
 * A county with so many tasks under way, of eight actions: brought there through the product, copied, and spread over
 * schedules and progress so that conditions choose some of them.
 */
export async function crowdedDistrict(owner: pg.Client, appUrl: string, tasks: number): Promise<void> {
  const database = await openDatabase({ appUrl, statementTimeoutMs: 0 });
  try {
    await liveCounty(database);
    const passwordHash = await hashPassword(PASSWORD);
    await database.transaction({ jurisdictionId: JURISDICTION }, async (tx) => {
      for (const username of [LIAISON, OFFICE])
        await insertCredential(tx, {
          personId: personIdOf(JURISDICTION, username),
          passwordHash,
          mustChange: false,
          at: FOUNDED_AT,
        });
    });
  } finally {
    await database.close();
  }
  await multiply(owner, tasks, (done) => progress(`写入在办任务 ${done}/${tasks}`));
  await owner.query(
    `insert into action (jurisdiction_id, id, plan_id, code, number, name, position)
     select jurisdiction_id, md5(id::text || k)::uuid, plan_id, 'A' || k, '附件' || k, '第' || k || '项行动', k
     from action cross join generate_series(2, ${ACTIONS}) k`,
  );
  await owner.query(
    `with placed as (select jurisdiction_id, id, row_number() over (order by code collate "C") as n from task)
     update task t set action_id = a.id, progress = n % 101,
       code = a.code || '-' || lpad(n::text, 5, '0'), title = '第' || n || '项重点工作按期推进',
       schedule = (array['onTrack', 'behind', 'seriouslyBehind', 'onTrack'])[1 + (n / ${ACTIONS}) % 4]
     from placed p join action a on a.jurisdiction_id = p.jurisdiction_id and a.position = 1 + p.n % ${ACTIONS}
     where t.jurisdiction_id = p.jurisdiction_id and t.id = p.id`,
  );
  // The clock of the server goes on from where the county has come to, not from today.
  await owner.query(`update heartbeat set beat_at = $1`, [LOOKED_AT]);
  await owner.query('vacuum analyze');
}
