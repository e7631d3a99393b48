import type { Actor, IncomingEvent } from '#accountability';
import type { Instant } from '#calendar';
import type { AmendableField } from '#plan';
import type { Envelope } from '../envelope.js';
import { isOver } from './effect-words.js';
import type { AmendmentItem } from './amendment-items.js';
import { unitIdsOf, type NewTask } from './new-tasks.js';

export interface Amending {
  reviewId: string;
  /** Whose text it is: 示政办发〔2024〕9号, or its title. */
  document: string;
  actor: Actor;
  at: Instant;
}

/**
 * What the approved differences are in the lives of tasks. The key is the revision's: it happens to a task once,
 * however often it is asked for.
 */
export function amendmentEvents(
  items: readonly AmendmentItem[],
  added: readonly NewTask[],
  amending: Amending,
): Envelope[] {
  const { reviewId, actor, at } = amending;
  const send = (taskId: string, event: IncomingEvent, step: string): Envelope => ({
    to: { kind: 'task', id: taskId },
    event,
    actor,
    idempotencyKey: `amendment:${reviewId}:${step}`,
    droppable: false,
  });
  const approved = items.filter(({ decision }) => decision === 'approved');
  return [
    ...approved.flatMap((item): Envelope[] => {
      const { entry, row } = item;
      if (row === null || isOver(row)) return [];
      if (entry.kind === 'removed') {
        const reason = `${amending.document}修订后不再列入${item.reason === null ? '' : `：${item.reason}`}`;
        return [send(row.id, { type: 'WITHDRAWN', at, reason }, 'withdraw')];
      }
      const amended = send(row.id, amendedEvent(item, amending), 'amend');
      return waitedForLead(item)
        ? [amended, send(row.id, { type: 'DISPATCHED', at }, 'dispatch')]
        : [amended];
    }),
    ...added.flatMap(({ id, revised }) => [
      send(id, { type: 'CONFIRMED', at }, 'confirm'),
      ...(unitIdsOf(revised.lead).length > 0 ? [send(id, { type: 'DISPATCHED', at }, 'dispatch')] : []),
    ]),
  ];
}

/** Checked long ago, and kept back only because nobody led it: now somebody does. */
const waitedForLead = ({ row, revised }: AmendmentItem): boolean =>
  row?.state === 'confirmed' && row.leads.length === 0 && unitIdsOf(revised?.lead ?? []).length > 0;

function amendedEvent(item: AmendmentItem, { reviewId, document, at }: Amending): IncomingEvent {
  const { entry, revised } = item;
  const fields: AmendableField[] = entry.changes.map(({ field }) => field);
  const changed = (field: AmendableField): boolean => fields.includes(field);
  const leadUnitIds = unitIdsOf(revised?.lead ?? []);
  return {
    type: 'AMENDED',
    at,
    amendmentId: reviewId,
    reason: item.reason ?? `${document}修订`,
    fields,
    ...(changed('title') && revised && { title: revised.title }),
    // A text that names nobody takes the task from nobody.
    ...(changed('lead') && leadUnitIds.length > 0 && { leadUnitIds }),
    ...(changed('support') && revised && { supportUnitIds: unitIdsOf(revised.support) }),
    ...(changed('deadline') && revised && { deadlineOn: revised.deadline.on }),
    // Written with the positions that readings speak of; what they were and are stands here.
    ...(changed('indicators') &&
      revised && {
        indicators: true,
        targets: { before: entry.before?.indicators, after: revised.indicators },
      }),
  };
}
