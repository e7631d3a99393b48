import type { Actor } from '#accountability';
import type { NoticeAction, NoticeView } from '#contract';
import type { NoticeDetailRow } from '#persistence';
import { noticeSummary } from '../view/notice-summary.view.js';
import { personRef } from '../view/refs.js';
import { noticeActions, noticeActView } from './notice-actions.js';

export function noticeView(
  row: NoticeDetailRow,
  actor: Actor,
  jurisdictionId: string,
  acts: readonly NoticeAction[],
): NoticeView {
  return {
    ...noticeSummary(row),
    planId: row.plan_id,
    subjectKind: row.subject_kind,
    subjectId: row.subject_id,
    rung: row.rung,
    body: row.body,
    facts: row.facts,
    issuedBy: personRef(row.issued_by, row.issued_by_name),
    acknowledgedBy: personRef(row.acknowledged_by, row.acknowledged_by_name),
    appeal: appealOf(row),
    allowedActions: [
      ...noticeActions(row, actor, jurisdictionId),
      ...acts.map((act) => noticeActView(act, row.id)),
    ],
  };
}

function appealOf({ appeal, appeal_due_at: dueAt }: NoticeDetailRow): NoticeView['appeal'] {
  const made = appeal.find(({ type }) => type === 'APPEALED');
  if (made === undefined) return null;
  const decided = appeal.find(({ type }) => type !== 'APPEALED');
  return {
    state: decided === undefined ? 'open' : decided.type === 'APPEAL_UPHELD' ? 'upheld' : 'rejected',
    reason: made.reason,
    at: instantOf(made.at),
    dueAt: decided === undefined ? dueAt : null,
    decision: decided === undefined ? null : { reason: decided.reason, at: instantOf(decided.at) },
  };
}

/** Inside of what the database tells as JSON, an instant has the database's own form. */
const instantOf = (at: string): string => new Date(at).toISOString();
