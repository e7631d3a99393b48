import { OBLIGATION_NAMES } from '../obligation/obligation.names.js';
import { REPORTING_LINE_NAMES } from '../reporting-line/reporting-line.names.js';
import type { SubjectKind } from '../subject.js';
import { TASK_NAMES } from '../task/task.names.js';
import type { FieldNames } from './names.js';

/** The names in the context of each kind of subject. */
export const NAMES: Record<SubjectKind, FieldNames> = {
  task: TASK_NAMES,
  obligation: OBLIGATION_NAMES,
  reportingLine: REPORTING_LINE_NAMES,
};
