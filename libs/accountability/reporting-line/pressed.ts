import type { Policy } from '../policy/policy.schema.js';
import type { LineSitting, ReportingLineContext } from './reporting-line.context.js';

/** What of a sitting the unit is reminded of and pressed for on this line. */
export function pressed(
  { finer = [] }: Pick<ReportingLineContext, 'finer'>,
  sitting: LineSitting,
  { cadences }: Policy,
): string[] {
  if (sitting.filedAt !== null) return [];
  const open = unfiled(sitting);
  if (finer.length === 0 || !cadences.coarserCountsWhenFinerFiled) return open;
  return open.filter((id) => !finer.includes(id));
}

/** What of a package is still to be done: that which was not seen to one by one. */
export const unfiled = ({ taskIds, fulfilled = [] }: LineSitting): string[] =>
  fulfilled.length === 0 ? taskIds : taskIds.filter((id) => !fulfilled.includes(id));
