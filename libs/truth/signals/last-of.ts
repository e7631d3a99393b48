import type { CaseReport } from '../truth-case.js';

/** The report that stands now. @throws Error where nothing was filed: there is nothing to be true or untrue */
export function lastOf(reports: readonly CaseReport[]): CaseReport {
  const last = reports.at(-1);
  if (!last) throw new Error('a case has at least one report');
  return last;
}
