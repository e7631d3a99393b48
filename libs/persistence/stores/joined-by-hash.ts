import type { Transaction } from '../transaction.js';

/** Fewer than so many rows cost less than saying how they are to be joined. */
const MANY = 200;

/**
 * Runs a statement that writes many given rows over stored ones. Row-level security makes the planner believe that a
 * table has one row that may be seen, so that it would go through all given rows for each stored one: 4,000 by 4,000 took
 * longer than a statement may. Joined by hash it is linear.
 */
export async function joinedByHash(
  tx: Transaction,
  rows: readonly unknown[],
  statement: () => Promise<unknown>,
): Promise<void> {
  if (rows.length < MANY) {
    await statement();
    return;
  }
  await tx.execute('set local enable_nestloop = off');
  await statement();
  await tx.execute('set local enable_nestloop = on');
}
