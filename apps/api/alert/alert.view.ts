import { compareInstants, type Instant } from '#calendar';
import {
  ALERT_KIND_LABELS,
  deadlineLabel,
  GATE_LABELS,
  labelOf,
  ROLE_LABELS,
  type AlertView,
} from '#contract';
import type { AlertRow } from '#persistence';
import { levelLabel, type Levels } from '../view/levels.js';
import { unitRef } from '../view/refs.js';

export function alertView(row: AlertRow, levels: Levels, now: Instant): AlertView {
  return {
    id: row.id,
    kind: row.kind,
    kindLabel: labelOf(ALERT_KIND_LABELS, row.kind.split(':')[0] ?? row.kind),
    level: row.level,
    levelLabel: levelLabel(levels, row.level),
    unit: row.unit_id === null ? null : unitRef(row.unit_id, row.unit_name ?? ''),
    planId: row.plan_id,
    subjectKind: row.subject_kind,
    subjectId: row.subject_id,
    noticeId: row.notice_id,
    title: row.title,
    detail: row.detail,
    state: row.state,
    raisedAt: row.raised_at,
    clock: clockOf(row, now),
    settledAt: row.settled_at,
  };
}

function clockOf(row: AlertRow, now: Instant): AlertView['clock'] {
  if (row.clock === null || row.clock_at === null) return null;
  const [name = ''] = row.clock.replace(/^card:/u, '').split(':');
  const office = officeOf(name, row);
  return {
    name,
    label: deadlineLabel(row.clock),
    at: row.clock_at,
    overdue: compareInstants(row.clock_at, now) < 0,
    unit: office === null ? unitOf(name, row) : null,
    officeLabel: office,
  };
}

/** The office that has to act before the clock runs down; null: a unit has to. */
function officeOf(name: string, { agreed, task }: AlertRow): string | null {
  switch (name) {
    case 'issue':
      return agreed === false ? ROLE_LABELS.commander : ROLE_LABELS.supervisor;
    case 'appeal':
    case 'verification':
      return ROLE_LABELS.supervisor;
    case 'dispute':
      return ROLE_LABELS.headquartersOffice;
    case 'gate':
      return labelOf(OFFICE_OF_GATE, task?.state.replace('closing.', '') ?? '');
    case 'blockage':
      return task?.blockage === 'claimed' ? null : ROLE_LABELS.supervisor;
    default:
      return null;
  }
}

/** A gate of the way to closure, by the office that keeps it. */
const OFFICE_OF_GATE = {
  taskForceReview: ROLE_LABELS.taskForceOffice,
  verification: ROLE_LABELS.supervisor,
  approval: ROLE_LABELS.headquartersOffice,
} as const satisfies Record<keyof typeof GATE_LABELS, string>;

/** Whom a lead unit waits for has to answer and to act, not the lead. */
function unitOf(name: string, { unit_id, unit_name, task }: AlertRow): AlertView['unit'] {
  if (name === 'blockage' || name === 'awaited') {
    return task === null || task.unitId === null ? null : unitRef(task.unitId, task.unit ?? '');
  }
  return unit_id === null ? null : unitRef(unit_id, unit_name ?? '');
}
