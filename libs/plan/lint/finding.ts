import type { ExtractionWarning } from '../extraction.schema.js';

/** What may be wrong with a plan before it is dispatched. Codes are stable. */
export const FINDING_CODES = [
  'NO_LEAD',
  'LEAD_IS_GROUP',
  'NO_DATE',
  'NO_INTERIM_TARGET',
  'TARGETS_CONTRADICT',
  'UNIT_UNKNOWN',
  'BURDEN_OVER_CAP',
  'NO_SUCH_DAY',
] as const;
export type FindingCode = (typeof FINDING_CODES)[number];

/** One finding. `task` is the id of the task, null where it is about the plan as a whole; `message` says what and how to mend it. */
export interface PlanFinding {
  readonly code: FindingCode;
  readonly message: string;
  readonly task: string | null;
  readonly span: ExtractionWarning['span'];
}
