import { addMinutes, chineseDateTime, type Instant } from '#calendar';
import type { Queryable } from '#persistence';
import { findingOf, type Finding } from './finding.js';
import { HOURLY, THOROUGH, type WorkCheck } from './work-checks.js';

/** Beyond so many places of one trouble they are not counted. */
const COUNTED_AT_MOST = 10_000;
/** What has happened is looked at again so long after: a day, and an hour so that no two audits leave a gap. */
const LOOK_BACK_MINUTES = 25 * 60;

/**
 * Work that should have been done: clocks that ran down, rungs to claim, messages and letters to hand out, calendars to
 * follow; live tasks that nothing will ever wake. `thorough` also finds what hangs in the air. However much is wrong, few
 * places are read.
 *
 * @param patienceMinutes what waits for less may be under way
 */
export async function checkWork(
  tx: Queryable,
  jurisdictionId: string,
  now: Instant,
  { patienceMinutes = 60, thorough = false }: { patienceMinutes?: number; thorough?: boolean } = {},
): Promise<Finding[]> {
  const late = addMinutes(now, -patienceMinutes);
  const since = addMinutes(now, -LOOK_BACK_MINUTES);
  const findings: Finding[] = [];
  for (const check of thorough ? [...HOURLY, ...THOROUGH] : HOURLY)
    findings.push(...(await ask(tx, check, [jurisdictionId, late, since])));
  return findings;
}

async function ask(
  tx: Queryable,
  { code, what, mend, sql }: WorkCheck,
  [jurisdictionId, late, since]: [string, Instant, Instant],
): Promise<Finding[]> {
  // Parameters that a question does not use still have to have a type.
  const rows = await tx.query<{ place: string; at?: Instant | null; total: number }>(
    `with given as (select $1::text, $2::timestamptz, $3::timestamptz),
     found as materialized (select f.* from (${sql}) f limit ${COUNTED_AT_MOST})
     select found.*, (select count(*)::integer from found) as total from found, given
     order by ${/\bas at\b|\.at\b/.test(sql) ? 'at, ' : ''}place limit 6`,
    [jurisdictionId, late, since],
  );
  const places = rows.map(({ place, at }) => (at == null ? place : `${place}（${chineseDateTime(at)}）`));
  return findingOf({ code, jurisdictionId, what, mend }, places, rows[0]?.total ?? 0);
}
