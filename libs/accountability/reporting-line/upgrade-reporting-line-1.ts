import { TASK_REPORT } from '../duty/line-ladder.js';
import type { Snapshot } from '../subject.js';

/** From version 1 to 2: lines carried reports on tasks only, and forgot a sitting that was filed when it fell due. */
export function upgradeReportingLine1(snapshot: Snapshot): Snapshot {
  if ('duty' in snapshot.context) return snapshot;
  return { ...snapshot, context: { ...snapshot.context, duty: TASK_REPORT, items: [], filed: null } };
}
