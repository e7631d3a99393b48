import { EMPTY, grouped } from './grouped.js';
import type { Instant } from '#calendar';
import {
  listAccountParts,
  listAccountReports,
  listAccounts,
  listFindings,
  listPlanIndicators,
  type AccountReportRow,
  type AccountRow,
  type PlanIndicatorRow,
  type Transaction,
} from '#persistence';
import type { CaseReport, KnownIndicator, TruthCase } from '#truth';

/** One unit's account of one running task, with what is known besides. */
export interface Account {
  account: AccountRow;
  of: TruthCase;
}

const keyOf = (row: { task_id: string; unit_id: string }): string => `${row.task_id}/${row.unit_id}`;

/**
 * Everything that could be drawn in a plan now: each lead unit's account of a running task on which it has reported
 * something, and which is not being verified already.
 */
export async function truthCases(tx: Transaction, planId: string, at: Instant): Promise<Account[]> {
  const accounts = await listAccounts(tx, planId);
  const reportRows = await listAccountReports(tx, planId);
  const reports = grouped(reportRows, keyOf);
  const reportsOfTask = grouped(reportRows, ({ task_id }) => task_id);
  const indicators = grouped(await listPlanIndicators(tx, planId), ({ task_id }) => task_id);
  const parts = grouped(
    await listAccountParts(tx, planId, at),
    ({ task_id, lead_unit_id }) => `${task_id}/${lead_unit_id}`,
  );
  const unitIds = [...new Set(accounts.map(({ unit_id }) => unit_id))];
  const findings = grouped(await listFindings(tx, unitIds), ({ unit_id }) => unit_id);
  return accounts.flatMap((account) => {
    const filed = reports.get(keyOf(account)) ?? EMPTY;
    if (filed.length === 0) return [];
    const of: TruthCase = {
      reports: filed.map(caseReport),
      indicators: (indicators.get(account.task_id) ?? EMPTY).map((indicator) =>
        knownIndicator(indicator, reportsOfTask.get(account.task_id) ?? EMPTY),
      ),
      // The record holds no milestones yet.
      milestones: [],
      // A part that was given without a figure says nothing of how far it is.
      parts: (parts.get(keyOf(account)) ?? EMPTY)
        .filter(({ filed: given, progress }) => !given || progress !== null)
        .map(({ id, unit_name, progress }) => ({ id, unit: unit_name, progress })),
      findings: (findings.get(account.unit_id) ?? EMPTY).map((found) => ({
        evidence:
          found.seq === null
            ? { kind: 'verification' as const, id: found.id }
            : { kind: 'event' as const, id: found.id, seq: found.seq },
        finding: found.finding,
        foundAt: found.found_at,
        sameTask: found.task_id === account.task_id,
      })),
      closure:
        account.closure_at === null || account.closure_seq === null
          ? null
          : {
              requestedAt: account.closure_at,
              evidence: { kind: 'event', id: account.task_id, seq: account.closure_seq },
            },
      at,
    };
    return [{ account, of }];
  });
}

const caseReport = (row: AccountReportRow): CaseReport => ({
  id: row.id,
  period: row.period,
  filedAt: row.filed_at,
  dueAt: row.due_at,
  progress: row.progress,
  expected: row.expected,
  noChange: row.no_change,
  words: row.done,
  readings: row.readings,
});

/** An indicator with its readings in the order in which they were given, by whatever lead unit. */
const knownIndicator = (row: PlanIndicatorRow, reports: readonly AccountReportRow[]): KnownIndicator => ({
  position: row.position,
  name: row.name,
  comparator: row.comparator,
  target: row.value,
  upper: row.upper,
  unit: row.unit,
  baseline: null,
  readings: reports.flatMap((report) =>
    report.readings
      .filter(({ position }) => position === row.position)
      .map(({ value }) => ({
        value,
        at: report.filed_at,
        evidence: { kind: 'report' as const, id: report.id },
      })),
  ),
});
