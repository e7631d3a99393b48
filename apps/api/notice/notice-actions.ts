import { maySend, type Actor } from '#accountability';
import { ROUTES, TASK_ACTIONS, type AllowedAction, type NoticeAction } from '#contract';
import type { NoticeDetailRow } from '#persistence';

/** What this person may do with a notice now. Which role issues and which agrees is for #accountability to say. */
export function noticeActions(row: NoticeDetailRow, actor: Actor, jurisdictionId: string): AllowedAction[] {
  const scope = { jurisdictionId, planCode: row.plan_code, actionCode: null, unitIds: [row.unit_id] };
  const may = (event: string): boolean => maySend(actor, 'reportingLine', event, scope);
  const actions: AllowedAction[] = [];
  if (row.state === 'drafted' && row.agreed === false && may('NOTICE_AGREED')) {
    actions.push(action('agree', ROUTES.agreeToNotice.path, ROUTES.agreeToNotice.summary, row.id));
  }
  if (row.state === 'drafted' && row.agreed === true && may('NOTICE_ISSUED')) {
    actions.push({
      ...action('issue', ROUTES.issueNotice.path, ROUTES.issueNotice.summary, row.id),
      fields: [{ name: 'body', label: '正文（可修改）', kind: 'text', required: false }],
    });
  }
  // Who may file for the unit may sign for its mail.
  if (row.state === 'issued' && row.acknowledged_at === null && may('SITTING_FILED')) {
    actions.push(
      action('acknowledge', ROUTES.acknowledgeNotice.path, ROUTES.acknowledgeNotice.summary, row.id),
    );
  }
  return actions;
}

/** An act about an issued notice as the page offers it. */
export function noticeActView(name: NoticeAction, noticeId: string): AllowedAction {
  const definition = TASK_ACTIONS[name];
  const { label, grave, fields } = definition;
  return {
    action: name,
    label,
    href: ROUTES.actOnNotice.path.replace('{id}', noticeId).replace('{action}', name),
    grave,
    needsReason: fields.some((field) => field.name === 'reason'),
    fields: [...fields],
    seldom: 'seldom' in definition,
  };
}

function action(name: string, path: string, label: string, noticeId: string): AllowedAction {
  const grave = name !== 'acknowledge';
  return { action: name, label, href: path.replace('{id}', noticeId), grave, needsReason: false, fields: [] };
}
