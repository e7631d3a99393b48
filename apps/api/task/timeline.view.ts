import { deadlineLabel, EVENT_LABELS, FINDING_LABELS, labelOf, type TimelineEvent } from '#contract';
import type { Spoken } from '#engine';
import type { EventRow } from '#persistence';
import { periodLabel } from '../view/labels.js';
import { personRef, unitRef } from '../view/refs.js';
import { timelineWords } from './timeline-words.js';

/** A line of the trail in words. The payload comes along as it was written. */
export function timelineEvent(row: EventRow, spoken: Spoken): TimelineEvent {
  const label = labelOf(EVENT_LABELS, row.type);
  const period = row.period ?? words(row.payload['period']);
  return {
    subjectKind: row.subject_kind,
    subjectId: row.subject_id,
    seq: row.seq,
    type: row.type,
    label,
    summary: summaryOf(row, label, period, spoken),
    period,
    at: row.at,
    actor: personRef(row.actor_id, row.actor_name),
    unit: row.unit_id === null || row.unit_name === null ? null : unitRef(row.unit_id, row.unit_name),
    payload: row.payload,
    prevHash: row.prev_hash,
    hash: row.hash,
  };
}

/** The label, the period where it is of one, and what matters most of the payload: figures, dates, and reasons as they were written. */
function summaryOf(
  { type, payload, author_name: author }: EventRow,
  label: string,
  period: string | null,
  { language, word }: Spoken,
): string {
  const say = timelineWords[language];
  const said: string[] = [];
  const { progress, expected, deadlineOn, until, name } = payload;
  if (typeof progress === 'number') said.push(say.progress(progress));
  if (typeof expected === 'number') said.push(say.expected(expected));
  if (payload['noChange'] === true) said.push(say.noChange);
  if (payload['from'] === 'workbook') said.push(say.fromWorkbook);
  if (typeof payload['signedBy'] === 'string') said.push(say.signedOff(author));
  const unsigned = say.withoutSignOff[words(payload['withoutSignOff']) ?? ''];
  if (unsigned !== undefined) said.push(unsigned);
  if (payload['silently'] === true) said.push(say.silently);
  if (typeof deadlineOn === 'string') said.push(say.extended(deadlineOn));
  if (typeof until === 'string') said.push(say.until(until));
  if (type === 'DISPUTE_RESOLVED')
    said.push(payload['decision'] === 'reassign' ? say.reassigned : say.upheld);
  if (typeof name === 'string') said.push(word(deadlineLabel(name)));
  for (const member of ['reason', 'finding', 'statement']) {
    const text = words(payload[member]);
    if (text !== null) said.push(type === 'VERIFICATION_FOUND' ? word(labelOf(FINDING_LABELS, text)) : text);
  }
  const what = period === null ? word(label) : say.ofPeriod(word(label), word(periodLabel(period)));
  return say.line(what, said);
}

function words(value: unknown): string | null {
  return typeof value === 'string' && value !== '' ? value : null;
}
