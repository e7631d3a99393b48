import type { Effect } from '../effect.js';
import type { Policy } from '../policy/policy.schema.js';
import type { Step } from '../step.js';
import type { TaskContext } from './task.context.js';
import type { TaskEvent } from './task.event.js';
import { askToSign, isAheadOf, leaveLines, lowest, taskClock } from './task-steps.js';

type Amended = Extract<TaskEvent, { type: 'AMENDED' }>;
type TaskStep = Step<TaskContext>;

/** The leads after the amendment, in its order; those it does not speak of stay as they are. */
const leadsAfter = ({ leadUnitIds }: TaskContext, event: Amended): string[] =>
  event.leadUnitIds === undefined ? leadUnitIds : [...new Set(event.leadUnitIds)];

/** Lead units that the amendment brings in. */
export const leadsJoining = (context: TaskContext, event: Amended): string[] =>
  leadsAfter(context, event).filter((unitId) => !context.leadUnitIds.includes(unitId));

/** Lead units that the amendment lets go. */
const leadsLeaving = (context: TaskContext, event: Amended): string[] => {
  const after = leadsAfter(context, event);
  return context.leadUnitIds.filter((unitId) => !after.includes(unitId));
};

/** Lead units that still have to sign for the task as it was amended. */
export const unsignedAfter = (context: TaskContext, event: Amended): string[] =>
  leadsAfter(context, event).filter((unitId) => !context.signedBy.includes(unitId));

/** Whether the unit whose dispute is open does not lead any more. */
export const endsDispute = (context: TaskContext, event: Amended): boolean =>
  context.dispute !== null && !leadsAfter(context, event).includes(context.dispute.unitId);

/**
 * The text was revised: what it says now of leads and deadline holds from here on, and nothing of the past is
 * carried over. Before the dispatch nobody is asked for anything.
 */
export const isAmended = (context: TaskContext, event: Amended): TaskStep => ({
  context: amendedContext(context, event),
});

/** Of a running task: the clock runs to the new deadline, the old lead goes, the new one is asked to sign. */
export function isAmendedWhileItRuns(context: TaskContext, event: Amended, policy: Policy): TaskStep {
  const after = { ...context, ...amendedContext(context, event) };
  return {
    context: after,
    effects: [...clockAfter(context, after, event, policy), ...leadsChange(context, after, event, policy)],
  };
}

/** Of a suspended one: its clock stands still, and so does everything else, until it goes on. */
export const isAmendedWhileSuspended = (context: TaskContext, event: Amended): TaskStep => ({
  context: amendedContext(context, event),
  effects: settled(leadsLeaving(context, event)),
});

/** The closure was asked for by a lead that is none any more, or not alone: it is off. */
export function isAmendedAndClosureIsOff(context: TaskContext, event: Amended, policy: Policy): TaskStep {
  const amended = isAmendedWhileItRuns(context, event, policy);
  return {
    ...amended,
    effects: [
      { type: 'disarmDeadline', name: 'gate' },
      { type: 'settleAlert', name: 'gate' },
      ...(amended.effects ?? []),
    ],
  };
}

/** The unit that disputed it does not lead it any more: whose task it is, is clear. */
export function isAmendedAndDisputeIsOver(context: TaskContext, event: Amended, policy: Policy): TaskStep {
  const amended = amendedContext(context, event);
  const after = { ...context, ...amended, dispute: null };
  return {
    context: { ...amended, dispute: null },
    effects: [
      { type: 'disarmDeadline', name: 'dispute' },
      { type: 'settleAlert', name: 'disputed' },
      ...clockAfter(context, after, event, policy),
      ...settled(leadsLeaving(context, event)),
      ...askToSign(after, after.leadUnitIds, event.at, policy),
    ],
  };
}

/** Still disputed: nobody is asked to sign before the office has decided. */
export function isAmendedWhileDisputed(context: TaskContext, event: Amended, policy: Policy): TaskStep {
  const amended = amendedContext(context, event);
  return {
    context: amended,
    effects: [
      ...clockAfter(context, { ...context, ...amended }, event, policy),
      ...settled(leadsLeaving(context, event)),
    ],
  };
}

function amendedContext(context: TaskContext, event: Amended): Partial<TaskContext> {
  const leadUnitIds = leadsAfter(context, event);
  const remains = (unitId: string): boolean => leadUnitIds.includes(unitId);
  const progressOf = Object.fromEntries(
    Object.entries(context.progressOf).filter(([unitId]) => remains(unitId)),
  );
  const moved = event.deadlineOn !== undefined && event.deadlineOn !== context.deadlineOn;
  return {
    ...(event.leadUnitIds && {
      leadUnitIds,
      signedBy: context.signedBy.filter(remains),
      progressOf,
      progress: lowest(leadUnitIds, progressOf),
    }),
    ...(moved && {
      deadlineOn: event.deadlineOn,
      // As written: what stood still before has no part in it.
      extendedAt: event.at,
    }),
    ...(moved && { deadlinePassed: context.deadlinePassed && !isAheadOf(event.deadlineOn, event.on) }),
  };
}

/** A deadline that moved is armed anew, unless it had passed and lies behind again. */
function clockAfter(before: TaskContext, after: TaskContext, event: Amended, policy: Policy): Effect[] {
  if (after.deadlineOn === before.deadlineOn || after.deadlinePassed) return [];
  return [
    taskClock(after, policy),
    ...(isAheadOf(after.deadlineOn, event.on) ? [{ type: 'settleAlert', name: 'taskOverdue' } as const] : []),
  ];
}

function leadsChange(before: TaskContext, after: TaskContext, event: Amended, policy: Policy): Effect[] {
  const [leaving, joining] = [leadsLeaving(before, event), leadsJoining(before, event)];
  const unsigned = after.leadUnitIds.filter((unitId) => !after.signedBy.includes(unitId));
  const wereAsked = before.leadUnitIds.some((unitId) => !before.signedBy.includes(unitId));
  return [
    ...leaveLines(
      before,
      leaving.filter((unitId) => before.signedBy.includes(unitId)),
      `方案修订，不再牵头：${event.reason}`,
    ),
    ...settled(leaving),
    ...(joining.length > 0 ? askToSign(after, joining, event.at, policy) : []),
    ...(wereAsked && unsigned.length === 0
      ? ([
          { type: 'disarmDeadline', name: 'sign' },
          { type: 'settleAlert', name: 'notSigned' },
        ] as const)
      : []),
  ];
}

/** What was shown of a unit that leads no longer is shown no longer. */
const settled = (unitIds: readonly string[]): Effect[] =>
  unitIds.flatMap((unitId): Effect[] => [
    { type: 'settleAlert', name: `notSigned:${unitId}` },
    { type: 'settleAlert', name: `taskOverdue:${unitId}` },
  ]);
