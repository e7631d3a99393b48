import type { Ladder, Policy } from '../policy/policy.schema.js';

const NONE: Ladder = { basis: '', reminders: [], rungs: [] };

/** The ladder that silence on a line climbs: that of the reports, or of the line's duty. */
export function lineLadder(policy: Policy, { duty }: { duty: string }): Ladder {
  if (duty === TASK_REPORT) return policy.reportingLadder;
  const ladder = policy.duties.find(({ name }) => name === duty)?.ladder;
  return (ladder !== undefined && policy.dutyLadders[ladder]) || NONE;
}

/** The duty of every lead unit: to report on its tasks. It has its rules in `reporting`, the others in `duties`. */
export const TASK_REPORT = 'taskReport';
