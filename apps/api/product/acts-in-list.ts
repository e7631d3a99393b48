import type { ProductRules } from '#accountability';
import { productActs, type ProductAct } from '#engine';
import type { ProductRowRead } from '#persistence';
import type { Who } from '../who/who.js';

/** What this person may do with a product of a list, from what its row says of where it belongs. */
export function actsInList(
  { actor, jurisdictionId }: Who,
  row: ProductRowRead,
  rules: ProductRules,
): ProductAct[] {
  const place = {
    jurisdictionId,
    planCode: row.planCode,
    actionCode: row.actionCode,
    unitIds: row.scopeKind === 'unit' ? [row.scopeId] : [],
  };
  const acts = productActs(actor, row, place, rules);
  return row.waitsForAcknowledgement && row.state === 'issued' ? ['acknowledge', ...acts] : acts;
}
