import type { LineItem } from '../duty/line-item.js';
import type { Effect } from '../effect.js';
import type { Policy } from '../policy/policy.schema.js';
import type { Step } from '../step.js';
import type { LineSitting, ReportingLineContext } from './reporting-line.context.js';
import type { ReportingLineEvent } from './reporting-line.event.js';
import { unfiled } from './pressed.js';
import { sittingIsFiled, taskJoins, taskLeaves } from './sitting-steps.js';

/** What happens to the items of a duty's line: an action, the plan, a part that was asked for. */

type Event<T extends ReportingLineEvent['type']> = Extract<ReportingLineEvent, { type: T }>;
type LineStep = Step<ReportingLineContext>;

/** A live task brings its item onto the line; where it is there already, the task keeps it going with the others. */
export function itemJoins(
  context: ReportingLineContext,
  event: Event<'ITEM_JOINED'>,
  policy: Policy,
): LineStep {
  const { item, taskId, at, on, upcoming, joinsCurrent } = event;
  const known = context.items.find(({ id }) => id === item.id);
  const live = [...(known?.live ?? []).filter((id) => id !== taskId), taskId];
  const items = [...context.items.filter(({ id }) => id !== item.id), { ...item, live }];
  if (context.taskIds.includes(item.id)) return { context: { items } };
  // It had gone in the middle of a period, which it still owes: it only goes on from there.
  if (context.current?.taskIds.includes(item.id))
    return { context: { items, taskIds: [...context.taskIds, item.id] } };
  const joined = taskJoins(
    { ...context, items },
    { type: 'TASK_JOINED', at, on, taskId: item.id, upcoming, joinsCurrent },
    policy,
  );
  return { ...joined, context: { items, ...joined.context } };
}

/**
 * A task is over, or an item is no longer asked for. An item goes when nothing keeps it going: a part at once; an
 * action or the plan still owes what it owes for a period that has begun, and nothing for those ahead.
 */
export function itemLeaves(context: ReportingLineContext, event: Event<'ITEM_LEFT'>): LineStep {
  const touched = context.items.filter(
    ({ id, live }) => id === event.itemId || (event.taskId !== null && live.includes(event.taskId)),
  );
  let after = context;
  const effects: Effect[] = [];
  for (const item of touched) {
    const live = event.itemId === item.id ? [] : item.live.filter((id) => id !== event.taskId);
    after = { ...after, items: after.items.map((one) => (one.id === item.id ? { ...one, live } : one)) };
    if (live.length > 0 || !after.taskIds.includes(item.id)) continue;
    const gone = goes(after, item, event);
    after = { ...after, ...gone.context };
    effects.push(...(gone.effects ?? []));
  }
  const { items, taskIds, current, overdue, filed, left, climb } = after;
  return { context: { items, taskIds, current, overdue, filed, left, climb }, effects };
}

function goes(context: ReportingLineContext, item: LineItem, event: Event<'ITEM_LEFT'>): LineStep {
  const { current, overdue, filed, climb } = context;
  const left = {
    type: 'TASK_LEFT',
    at: event.at,
    on: event.on,
    taskId: item.id,
    reason: event.reason,
  } as const;
  if (item.kind === 'task') return taskLeaves(context, left);
  if (current !== null && current.taskIds.includes(item.id) && current.periodStart <= event.on)
    return { context: { taskIds: context.taskIds.filter((id) => id !== item.id) } };
  const ahead = taskLeaves({ ...context, overdue: null, filed: null, climb: null }, left);
  return { ...ahead, context: { ...ahead.context, overdue, filed, climb } };
}

/** Somebody has seen to one item; with the last one the sitting is filed. */
export function itemIsFulfilled(context: ReportingLineContext, event: Event<'ITEM_FULFILLED'>): LineStep {
  const sitting = waitingFor(context, event);
  if (sitting === null) return {};
  const done: LineSitting = { ...sitting, fulfilled: [...(sitting.fulfilled ?? []), event.itemId] };
  const isCurrent = context.current?.period === event.period;
  const after = { ...context, ...(isCurrent ? { current: done } : { overdue: done }) };
  if (unfiled(done).length > 0) return { context: isCurrent ? { current: done } : { overdue: done } };
  const { at, on, period } = event;
  return sittingIsFiled(after, {
    type: 'SITTING_FILED',
    at,
    on,
    period,
    late: at > sitting.dueAt,
    taskIds: sitting.taskIds,
  });
}

/** On the ladder it is taken off the list of what is owed. */
export function itemIsTakenOff(context: ReportingLineContext, event: Event<'ITEM_FULFILLED'>): LineStep {
  const { climb } = context;
  if (climb === null) return {};
  const owed = climb.owed.map((sitting) =>
    sitting.period === event.period
      ? { ...sitting, taskIds: sitting.taskIds.filter((id) => id !== event.itemId) }
      : sitting,
  );
  return { context: { climb: { ...climb, owed: owed.filter(({ taskIds }) => taskIds.length > 0) } } };
}

/** The sitting that waits for this item, if one does. */
export function waitingFor(
  { current, overdue }: ReportingLineContext,
  { period, itemId }: { period: string; itemId: string },
): LineSitting | null {
  const sitting = [current, overdue].find((one) => one?.period === period) ?? null;
  return sitting !== null && sitting.filedAt === null && unfiled(sitting).includes(itemId) ? sitting : null;
}

/** Whether this item is the last that its sitting waits for. */
export const isLastWaited = (
  context: ReportingLineContext,
  event: { period: string; itemId: string },
): boolean => {
  const sitting = waitingFor(context, event);
  return sitting !== null && unfiled(sitting).length === 1;
};

/** Whether nothing is owed of what has fallen due once these items have gone. */
export function leavesNoItemOwed(context: ReportingLineContext, event: Event<'ITEM_LEFT'>): boolean {
  if (context.overdue === null) return false;
  const gone = new Set(
    context.items
      .filter(
        ({ id, kind, live }) =>
          kind === 'task' && (id === event.itemId || (live.length === 1 && live[0] === event.taskId)),
      )
      .map(({ id }) => id),
  );
  return unfiled(context.overdue).every((id) => gone.has(id));
}
