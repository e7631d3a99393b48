import { deadlineLabel, EVENT_LABELS, FINDING_LABELS, labelOf, type TimelineEvent } from '#contract';
import type { EventRow } from '#persistence';
import { personRef, unitRef } from '../view/refs.js';

/** A line of the trail in words. The payload comes along as it was written. */
export function timelineEvent(row: EventRow): TimelineEvent {
  const label = labelOf(EVENT_LABELS, row.type);
  return {
    subjectKind: row.subject_kind,
    subjectId: row.subject_id,
    seq: row.seq,
    type: row.type,
    label,
    summary: summaryOf(row, label),
    period: row.period ?? words(row.payload['period']),
    at: row.at,
    actor: personRef(row.actor_id, row.actor_name),
    unit: row.unit_id === null || row.unit_name === null ? null : unitRef(row.unit_id, row.unit_name),
    payload: row.payload,
    prevHash: row.prev_hash,
    hash: row.hash,
  };
}

/** The label with what matters most of the payload: figures, dates, reasons. */
function summaryOf({ type, payload }: EventRow, label: string): string {
  const said: string[] = [];
  const { progress, expected, deadlineOn, until, name } = payload;
  if (typeof progress === 'number') said.push(`进度 ${progress}%`);
  if (typeof expected === 'number') said.push(`序时应为 ${expected}%`);
  if (payload['noChange'] === true) said.push('无变化');
  if (payload['from'] === 'workbook') said.push('由台账上传');
  if (payload['silently'] === true) said.push('逾期未审，视为通过');
  if (typeof deadlineOn === 'string') said.push(`延至 ${deadlineOn}`);
  if (typeof until === 'string') said.push(`至 ${until}`);
  if (type === 'DISPUTE_RESOLVED') said.push(payload['decision'] === 'reassign' ? '改派' : '维持原分工');
  if (typeof name === 'string') said.push(deadlineLabel(name));
  for (const member of ['reason', 'finding', 'statement']) {
    const text = words(payload[member]);
    if (text !== null) said.push(type === 'VERIFICATION_FOUND' ? labelOf(FINDING_LABELS, text) : text);
  }
  return said.length === 0 ? label : `${label}：${said.join('，')}`;
}

function words(value: unknown): string | null {
  return typeof value === 'string' && value !== '' ? value : null;
}
