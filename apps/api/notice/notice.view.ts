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
    allowedActions: [
      ...noticeActions(row, actor, jurisdictionId),
      ...acts.map((act) => noticeActView(act, row.id)),
    ],
  };
}
