import type { Ladder, Policy } from '../policy/policy.schema.js';
import type { Role } from '../role.js';

const NONE: Ladder = { basis: '', reminders: [], rungs: [] };

/** The ladder that silence on a line climbs: that of the reports, or of the line's duty. */
export function lineLadder(policy: Policy, { duty }: { duty: string }): Ladder {
  if (duty === TASK_REPORT) return policy.reportingLadder;
  const ladder = policy.duties.find(({ name }) => name === duty)?.ladder;
  return (ladder !== undefined && policy.dutyLadders[ladder]) || NONE;
}

/** The duty of every lead unit: to report on its tasks. It has its rules in `reporting`, the others in `duties`. */
export const TASK_REPORT = 'taskReport';

/** Whom a line concerns in the first place: the liaison of the unit that reports, or whoever owes its duty. */
export const lineOwners = (policy: Policy, { duty }: { duty: string }): Role[] => {
  const owner = policy.duties.find(({ name }) => name === duty)?.owedBy;
  return duty === TASK_REPORT || owner === undefined ? ['liaison'] : [owner];
};
