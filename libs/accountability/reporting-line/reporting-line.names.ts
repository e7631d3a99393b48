import type { ContextNames } from '../bulk/names.js';
import type { LineSitting, ReportingLineContext } from './reporting-line.context.js';

const SITTING: { readonly in: ContextNames<LineSitting> } = {
  in: { taskIds: { each: 'name' }, fulfilled: { each: 'name' } },
};

/**
 * What the rules of a reporting line only hand on, compare, and make ids of. A field that is not named here counts as
 * looked into.
 */
export const REPORTING_LINE_NAMES: ContextNames<ReportingLineContext> = {
  id: 'name',
  planId: 'name',
  unitId: 'name',
  taskIds: { each: 'name' },
  items: { each: { in: { id: 'name', refId: 'name', askedByUnitId: 'name', live: { each: 'name' } } } },
  finer: { each: 'name' },
  current: SITTING,
  overdue: SITTING,
  filed: SITTING,
  left: { each: { in: { taskId: 'name' } } },
  climb: { in: { owed: { each: { in: { taskIds: { each: 'name' } } } } } },
};
