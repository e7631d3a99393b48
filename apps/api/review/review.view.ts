import { reaches, type Actor, type SubjectScope, permittedRoles } from '#accountability';
import { ROUTES, type AllowedAction, type ReviewItem } from '#contract';
import type { ReportRow, ReviewRow } from '#persistence';
import { reportView } from '../view/report.view.js';

/** Whether this person is the office that reviews the report. */
export function mayReview(actor: Actor, jurisdictionId: string, row: ReviewRow): boolean {
  const roles = permittedRoles('obligation', 'REPORT_ACCEPTED');
  const scope: SubjectScope = {
    jurisdictionId,
    planCode: row.plan_code,
    actionCode: row.action_code,
    unitIds: [],
  };
  return actor.roles.some((held) => roles.includes(held.role) && reaches(held, scope));
}

export function reviewItem(row: ReviewRow, report: ReportRow, previous: ReportRow | undefined): ReviewItem {
  return {
    obligationId: row.obligation_id,
    task: { id: row.task_id, code: row.task_code, title: row.task_title, expected: row.expected },
    report: reportView(report),
    previous: previous === undefined ? null : reportView(previous),
    dueAt: row.due_at,
    late: row.late,
    silentAt: row.silent_at,
    allowedActions: reviewActions(row.obligation_id),
    version: row.version,
  };
}

function reviewActions(obligationId: string): AllowedAction[] {
  return [
    {
      action: 'accept',
      label: ROUTES.acceptReport.summary,
      href: ROUTES.acceptReport.path.replace('{id}', obligationId),
      grave: false,
      needsReason: false,
      fields: [],
    },
    {
      action: 'return',
      label: ROUTES.returnReport.summary,
      href: ROUTES.returnReport.path.replace('{id}', obligationId),
      grave: false,
      needsReason: true,
      fields: [{ name: 'reason', label: '退回理由', kind: 'text', required: true }],
    },
  ];
}
