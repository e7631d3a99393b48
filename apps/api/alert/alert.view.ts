import { ALERT_KIND_LABELS, labelOf, type AlertView } from '#contract';
import type { AlertRow } from '#persistence';
import { levelLabel, type Levels } from '../view/levels.js';
import { unitRef } from '../view/refs.js';

export function alertView(row: AlertRow, levels: Levels): AlertView {
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
    settledAt: row.settled_at,
  };
}
