import type { ReportView } from '#contract';
import type { ReportRow } from '#persistence';
import { obligationStateLabel, periodLabel } from './labels.js';
import { personRef, unitRef } from './refs.js';

/** A report as filed; of a revision that was filed again, that it had been returned. */
export function reportView(row: ReportRow): ReportView {
  const state = row.latest ? row.state : 'returned';
  return {
    id: row.id,
    obligationId: row.obligation_id,
    period: row.period,
    periodLabel: periodLabel(row.period),
    unit: unitRef(row.unit_id, row.unit_name),
    revision: row.revision,
    progress: row.progress,
    noChange: row.no_change,
    done: row.done,
    problems: row.problems,
    helpWanted: row.help_wanted,
    nextSteps: row.next_steps,
    readings: row.readings,
    filedBy: personRef(row.filed_by, row.filed_by_name),
    filedAt: row.filed_at,
    signedBy: personRef(row.signed_by, row.signed_by_name),
    state,
    stateLabel: obligationStateLabel(state, row.late),
  };
}
