import type { SheetModel } from '#documents';
import { actionSheet } from './action-sheet.js';
import { overviewSheet } from './overview-sheet.js';
import type { TenDayLedgerFacts } from './ten-day-ledger.facts.js';

/** The ten-day ledger (旬台账): an overview with figures and one sheet an action, in the order given. */
export function tenDayLedger(facts: TenDayLedgerFacts): SheetModel[] {
  return [overviewSheet(facts), ...facts.actions.map((action) => actionSheet(facts, action))];
}
