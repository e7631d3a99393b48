import { writeWorkbook } from '#documents';
import type { Transaction } from '#persistence';
import { monthlyLedger } from '#products';
import type { EngineContext } from '../../engine-context.js';
import type { WrittenLedger } from '../../ledger/ten-day-ledger-of.js';
import { readPeriodFacts, type WantedPeriod } from './read-period-facts.js';

/** The monthly ledger of a plan, an action or a unit as a workbook; null where there is nothing of the kind. */
export async function writeMonthlyLedger(
  context: EngineContext,
  tx: Transaction,
  wanted: WantedPeriod,
): Promise<WrittenLedger | null> {
  const facts = await readPeriodFacts(context, tx, wanted);
  if (facts === null) return null;
  const { period, asOf } = facts.record;
  const bytes = await writeWorkbook(monthlyLedger(facts), { date: asOf.slice(0, 10) });
  return { fileName: `月台账-${period.label}.xlsx`, bytes };
}
