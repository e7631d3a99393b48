import { NOTICE_KIND_LABELS, NOTICE_STATE_LABELS, type NoticeSummary } from '#contract';
import type { NoticeRow } from '#persistence';
import { unitRef } from './refs.js';

export function noticeSummary(row: NoticeRow): NoticeSummary {
  return {
    id: row.id,
    kind: row.kind,
    kindLabel: NOTICE_KIND_LABELS[row.kind],
    state: row.state,
    stateLabel: stateLabelOf(row),
    number: row.number,
    title: row.title,
    unit: unitRef(row.unit_id, row.unit_name),
    colour: row.colour,
    draftedAt: row.drafted_at,
    issuedAt: row.issued_at,
    acknowledgedAt: row.acknowledged_at,
    rescindedAt: row.rescinded_at,
    version: noticeVersion(row),
  };
}

/** The steps of a notice, in their order: drafted, agreed to, issued, acknowledged; or cancelled. */
export function noticeVersion(row: NoticeRow): number {
  if (row.state === 'cancelled') return 4;
  if (row.acknowledged_at !== null) return 3;
  if (row.state === 'issued') return 2;
  return row.agreed === true ? 1 : 0;
}

function stateLabelOf({
  state,
  acknowledged_at: acknowledgedAt,
  rescinded_at: rescindedAt,
}: NoticeRow): string {
  if (rescindedAt !== null) return '经申诉撤销';
  return acknowledgedAt === null ? NOTICE_STATE_LABELS[state] : '已签收';
}
