import { compareInstants, type Instant } from '#calendar';
import {
  DUTY_STATE_LABELS,
  dutyRecordSchema,
  labelOf,
  ROUTES,
  type AllowedAction,
  type DutyView,
} from '#contract';
import type { DutyActionName } from '#engine';
import type { DutyRow, IndicatorRow } from '#persistence';
import { indicatorView } from '../view/indicator.view.js';
import { periodLabel } from '../view/labels.js';
import { personRef, unitRef } from '../view/refs.js';

const isToDo = ({ state }: DutyRow): boolean => state === 'open' || state === 'returned';

/** Something owed besides the reports, with what this person may do with it. */
export function dutyView(
  row: DutyRow,
  actions: readonly DutyActionName[],
  indicators: readonly IndicatorRow[],
  now: Instant,
): DutyView {
  return {
    id: row.id,
    kind: row.kind,
    label: row.label,
    plan: { id: row.plan_id, title: row.plan_title },
    action: row.action_code === null ? null : { code: row.action_code, name: row.action_name ?? '' },
    task:
      row.task_id === null
        ? null
        : { id: row.task_id, code: row.task_code ?? '', title: row.task_title ?? '' },
    unit: unitRef(row.unit_id, row.unit_name),
    askedBy:
      row.asked_by_unit_id === null ? null : unitRef(row.asked_by_unit_id, row.asked_by_unit_name ?? ''),
    period: row.period,
    periodLabel: periodLabel(row.period),
    opensAt: row.opens_at,
    dueAt: row.due_at,
    overdue: isToDo(row) && compareInstants(row.due_at, now) < 0,
    state: row.state,
    stateLabel: stateLabel(row),
    words: row.words,
    returnReason: row.return_reason,
    silentAt: row.silent_at,
    record:
      row.record_id === null || row.filed_at === null
        ? null
        : {
            id: row.record_id,
            filedBy: personRef(row.filed_by, row.filed_by_name),
            filedAt: row.filed_at,
            body: dutyRecordSchema.parse(row.record),
          },
    indicators: indicators.filter(({ task_id }) => task_id === row.task_id).map(indicatorView),
    allowedActions: actions.map((action) => actionView(row.id, action)),
    version: row.version,
  };
}

function stateLabel(row: DutyRow): string {
  const label = labelOf(DUTY_STATE_LABELS, row.state);
  if (row.accepted_silently) return `${label}（逾期未审，视为通过）`;
  return row.late && (row.state === 'submitted' || row.state === 'accepted') ? `${label}（逾期）` : label;
}

const ACTIONS = {
  fulfil: { label: '办理', path: ROUTES.fulfilDuty.path },
  accept: { label: '审核通过', path: ROUTES.acceptReport.path },
  return: { label: '退回', path: ROUTES.returnReport.path },
} as const;

/** `fulfil` has a form of its own for each kind. */
const actionView = (id: string, action: DutyActionName): AllowedAction => ({
  action,
  label: ACTIONS[action].label,
  href: ACTIONS[action].path.replace('{id}', id),
  grave: false,
  needsReason: action === 'return',
  fields: action === 'return' ? [{ name: 'reason', label: '退回理由', kind: 'text', required: true }] : [],
});
