import type { RetentionRules } from '#accountability';
import { addMinutes, type Instant } from '#calendar';
import type { Database, Transaction } from '#persistence';
import { BY_SYSTEM, recordRetention, type TrailOrigin } from '../trail/index.js';
import { RETAINED, type Retained } from './retention-rules.js';

/** How much was, or would be, erased, by the names of `RETAINED`; what is nothing is left out. */
export type ErasedCounts = Record<string, number>;

const MINUTES_A_DAY = 24 * 60;
/** Rows a transaction: an erasure of years must not hold anybody up. */
const AT_ONCE = 5_000;

/**
 * Erases of a jurisdiction what has been kept as long as its policy says. Each portion is a transaction with its line on the trail;
 * the chains hold as before.
 *
 * @param now the wall's time
 * @param options.dryRun counts only
 */
export async function eraseExpired(
  database: Database,
  jurisdictionId: string,
  rules: RetentionRules,
  now: Instant,
  { dryRun = false, origin = BY_SYSTEM }: { dryRun?: boolean; origin?: TrailOrigin } = {},
): Promise<ErasedCounts> {
  const counts: ErasedCounts = {};
  for (const kind of RETAINED) {
    const before = addMinutes(now, -rules[kind.keep] * MINUTES_A_DAY);
    const found = dryRun
      ? await database.transaction({ jurisdictionId }, (tx) => countOver(tx, kind, before), {
          readOnly: true,
        })
      : await eraseKind(database, jurisdictionId, kind, { before, now, origin });
    if (found > 0) counts[kind.name] = found;
  }
  return counts;
}

async function countOver(tx: Transaction, { table, over }: Retained, before: Instant): Promise<number> {
  const [row] = await tx.query<{ n: number }>(
    `select count(*)::int as n from ${table} t where t.jurisdiction_id = $1 and ${over}`,
    [tx.scope.jurisdictionId, before],
  );
  return row?.n ?? 0;
}

async function eraseKind(
  database: Database,
  jurisdictionId: string,
  kind: Retained,
  { before, now, origin }: { before: Instant; now: Instant; origin: TrailOrigin },
): Promise<number> {
  let all = 0;
  for (;;) {
    const erased = await database.transaction({ jurisdictionId }, async (tx) => {
      const count = await tx.execute(eraseStatement(kind), [jurisdictionId, before, AT_ONCE]);
      if (count > 0)
        await recordRetention(tx, origin, {
          action: 'expiredErased',
          at: now,
          details: { [kind.name]: count, before },
        });
      return count;
    });
    all += erased;
    if (erased < AT_ONCE) return all;
  }
}

function eraseStatement({ table, over, set }: Retained): string {
  const those = `ctid = any (array(select t.ctid from ${table} t where t.jurisdiction_id = $1 and ${over} limit $3))`;
  return set === undefined
    ? `delete from ${table} where jurisdiction_id = $1 and ${those}`
    : `update ${table} set ${set} where jurisdiction_id = $1 and ${those}`;
}
