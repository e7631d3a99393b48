import { periodFromKey, type Instant } from '#calendar';
import { FINDING_LABELS, ROUTES, type AllowedAction, type VerificationView } from '#contract';
import { maySupervise, notIndependent } from '#engine';
import type { VerificationRow } from '#persistence';
import { personRef, unitRef } from '../view/refs.js';
import type { Who } from '../who/who.js';
import { orderAction } from './draw.view.js';

/** The steps of a verification: ordered, found, corrected. */
export const verificationVersion = (row: VerificationRow): number =>
  row.state === 'open' ? 0 : row.corrected === null ? 1 : 2;

export function verificationView(row: VerificationRow, who: Who, now: Instant): VerificationView {
  return {
    id: row.id,
    planId: row.plan_id,
    task: { id: row.task_id, code: row.task_code, title: row.task_title },
    unit: unitRef(row.unit_id, row.unit_name),
    drawId: row.draw_id,
    reason: row.reason,
    period: row.period === null ? null : periodFromKey(row.period).label,
    reported: row.reported,
    words: row.done,
    orderedAt: row.ordered_at,
    dueAt: row.due_at,
    overdue: row.state === 'open' && row.due_at < now,
    state: row.state,
    finding:
      row.finding === null || row.found_at === null
        ? null
        : {
            code: row.finding,
            label: FINDING_LABELS[row.finding],
            found: row.found,
            words: row.words ?? '',
            evidence: row.evidence,
            at: row.found_at,
            by: personRef(row.found_by, row.found_by_name),
          },
    corrected:
      row.corrected === null || row.corrected_at === null
        ? null
        : { progress: row.corrected, at: row.corrected_at },
    allowedActions: actionsOf(row, who),
    version: verificationVersion(row),
  };
}

/**
 * Only who supervises records a finding, and nobody who has to do with the matter; what was not true can be looked at
 * again while the task runs.
 */
function actionsOf(row: VerificationRow, who: Who): AllowedAction[] {
  const { actor, jurisdictionId } = who;
  if (!maySupervise(actor, jurisdictionId, row.plan_code)) return [];
  if (row.state === 'found')
    return row.finding !== 'true' && /^(dispatched|inProgress|closing)/u.test(row.task_state)
      ? [orderAction('复核')]
      : [];
  const of = { unitId: row.unit_id, filedBy: row.filed_by, acceptedBy: row.accepted_by };
  if (notIndependent(actor, of)) return [];
  const { path, summary } = ROUTES.recordFinding;
  return [
    {
      action: 'recordFinding',
      label: summary,
      href: path.replace('{id}', row.id),
      grave: true,
      needsReason: false,
      fields: [],
    },
  ];
}
