import type { ContextNames } from '../bulk/names.js';
import type { ObligationContext } from './obligation.context.js';

/** What the rules of an obligation only hand on and compare. A field that is not named here counts as looked into. */
export const OBLIGATION_NAMES: ContextNames<ObligationContext> = {
  id: 'name',
  itemId: 'name',
  taskId: 'name',
  unitId: 'name',
  lineId: 'name',
  askedByUnitId: 'name',
  filedBy: 'name',
  excuse: 'name',
  released: 'name',
  request: { in: { requestedBy: 'name', approvedBy: 'name', words: 'name' } },
};
