import {
  lineLadder,
  stateName,
  type ObligationInput,
  type Policy,
  type ReportingLineContext,
  type ReportingLineInput,
  type Snapshot,
  type SubjectKind,
  type SubjectScope,
  type TaskContext,
} from '#accountability';

/** A subject in the hands of a transaction: locked, or made by it. */
export interface LoadedSubject {
  kind: SubjectKind;
  id: string;
  snapshot: Snapshot;
  version: number;
  headHash: string;
  policyVersion: number;
  planId: string;
  scope: SubjectScope;
  /** What it was made from, where this transaction made it. */
  made: ReportingLineInput | MadeObligation | null;
  dirty: boolean;
  /** What lead units reported on a task in this transaction, by unit. */
  reported?: Record<string, { period: string; at: string }>;
}

/** An obligation that was made, with the places that its row names: its sitting, its action. */
export type MadeObligation = ObligationInput & { sittingId: string | null; actionId: string | null };

/** What a row shows of a snapshot: the state in one word, and the columns that lists are made of. */
export function columnsOf(
  subject: LoadedSubject,
  policy: Policy,
): { state: string; columns: Record<string, unknown> } {
  const { value, context } = subject.snapshot;
  switch (subject.kind) {
    case 'task': {
      const task = context as unknown as TaskContext;
      const regions = value as { life: unknown; schedule: unknown; supervision?: unknown };
      return {
        state: stateName(regions.life),
        columns: {
          schedule: stateName(regions.schedule),
          supervision: stateName(regions.supervision ?? 'none'),
          progress: task.progress,
          expected: task.expected,
          start_on: task.startOn,
          deadline_on: task.deadlineOn,
          needs_assignment: task.leadUnitIds.length === 0,
          last_reports: subject.reported ?? {},
        },
      };
    }
    case 'obligation':
      return { state: stateName(value), columns: {} };
    case 'reportingLine': {
      const line = context as unknown as ReportingLineContext;
      const reached = line.climb?.reached ?? 0;
      // A notice that nobody has issued yet colours nothing.
      const inForce = line.climb?.awaitingIssue ? reached - 1 : reached;
      return {
        state: stateName((value as { ladder: unknown }).ladder),
        columns: { rung: reached, colour: lineLadder(policy, line).rungs[inForce - 1]?.colour ?? null },
      };
    }
  }
}
