import { policySchema, type VerificationRules } from '#accountability';
import type { CaseReport, TruthCase } from '../truth-case.js';

/** The rules as a policy that says nothing of verification has them. */
export const RULES: VerificationRules = policySchema.shape.verification.parse({});

/** The n-th report of a case: every ten days from April 2024 on, filed two days before it was due. */
export function report(n: number, of: Partial<CaseReport> = {}): CaseReport {
  const due = Date.UTC(2024, 3, 10 + 10 * n, 9, 30);
  const iso = (at: number): string => new Date(at).toISOString();
  return {
    id: `r${n}`,
    period: `第${n}期`,
    filedAt: iso(due - 2 * 86_400_000),
    dueAt: iso(due),
    progress: 10 * n,
    expected: 10 * n + 3,
    noChange: false,
    words: `第${n}期完成了第${n}阶段的现场勘查和材料报审`,
    readings: [],
    ...of,
  };
}

/** An honest account: two reports, nothing known besides. */
export const honest = (of: Partial<TruthCase> = {}): TruthCase => ({
  reports: [report(1), report(2)],
  indicators: [],
  milestones: [],
  parts: [],
  findings: [],
  closure: null,
  at: '2024-06-03T01:00:00.000Z',
  ...of,
});
