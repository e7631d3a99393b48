import { NOTICE_KIND_LABELS, NOTICE_STATE_LABELS, type NoticeSummary } from '#contract';
import type { NoticeRow } from '#persistence';
import { unitRef } from './refs.js';

export function noticeSummary(row: NoticeRow): NoticeSummary {
  return {
    id: row.id,
    kind: row.kind,
    kindLabel: NOTICE_KIND_LABELS[row.kind],
    state: row.state,
    stateLabel: row.acknowledged_at === null ? NOTICE_STATE_LABELS[row.state] : '已签收',
    number: row.number,
    title: row.title,
    unit: unitRef(row.unit_id, row.unit_name),
    colour: row.colour,
    draftedAt: row.drafted_at,
    issuedAt: row.issued_at,
    acknowledgedAt: row.acknowledged_at,
  };
}
