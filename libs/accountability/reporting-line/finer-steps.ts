import type { Policy } from '../policy/policy.schema.js';
import type { Step } from '../step.js';
import { obligationIdOf, sittingIdOf } from '../identifier.js';
import { itemIsFulfilled, waitingFor } from './item-steps.js';
import { pressed } from './pressed.js';
import type { ReportingLineContext } from './reporting-line.context.js';
import type { ReportingLineEvent } from './reporting-line.event.js';

/**
 * A line whose tasks are asked for in a finer rhythm too (domain.md §10: fill once). What was filed there for the
 * period that ends this one is this report too; and silence is pressed for there, not here a second time.
 */

type Event<T extends ReportingLineEvent['type']> = Extract<ReportingLineEvent, { type: T }>;
type LineStep = Step<ReportingLineContext>;

/** The tasks of a line that are asked for in a finer rhythm, after this one is or is no longer; left out where none is. */
export function finerAfter(
  { finer = [] }: ReportingLineContext,
  taskId: string,
  isFiner: boolean,
): Pick<ReportingLineContext, 'finer'> {
  const others = finer.filter((id) => id !== taskId);
  const after = isFiner ? [...others, taskId] : others;
  return after.length === 0 && finer.length === 0 ? {} : { finer: after };
}

/** The task has come to be asked for in a finer rhythm, or is so no longer. */
export const rhythmsChange = (context: ReportingLineContext, event: Event<'RHYTHMS_CHANGED'>): LineStep => ({
  context: finerAfter(context, event.taskId, event.finer),
});

/** Whether nothing that has fallen due is pressed for on this line once the task is asked for in a finer rhythm. */
export const pressesNoMore = (
  context: ReportingLineContext,
  event: Event<'RHYTHMS_CHANGED'>,
  policy: Policy,
): boolean =>
  context.overdue !== null &&
  pressed({ ...context, ...finerAfter(context, event.taskId, event.finer) }, context.overdue, policy)
    .length === 0;

/** Whether the finer report is for the period that ends one of this line's, and that one still waits for it. */
export const isCovered = (
  context: ReportingLineContext,
  { taskId, covers }: Event<'FINER_REPORT_FILED'>,
  policy: Policy,
): boolean =>
  policy.cadences.coarserCountsWhenFinerFiled &&
  covers !== null &&
  (context.finer ?? []).includes(taskId) &&
  waitingFor(context, { period: covers, itemId: taskId }) !== null;

/** The finer report is this one too: nothing more is owed for it here; with the last task the sitting is filed. */
export function finerReportCovers(
  context: ReportingLineContext,
  event: Event<'FINER_REPORT_FILED'>,
): LineStep {
  const { taskId, covers, finerPeriod, progress, at, on } = event;
  if (covers === null) return {};
  const done = itemIsFulfilled(context, { type: 'ITEM_FULFILLED', at, on, period: covers, itemId: taskId });
  return {
    ...done,
    effects: [
      ...(done.effects ?? []),
      {
        type: 'forward',
        to: { kind: 'obligation', id: obligationIdOf(sittingIdOf(context.id, covers), taskId) },
        event: { type: 'COVERED', finerPeriod, progress },
      },
    ],
  };
}
