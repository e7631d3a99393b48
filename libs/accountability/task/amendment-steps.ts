import type { Instant } from '#calendar';
import type { Effect } from '../effect.js';
import type { Policy } from '../policy/policy.schema.js';
import type { Step } from '../step.js';
import type { TaskContext } from './task.context.js';
import type { TaskEvent } from './task.event.js';
import { closureIsOver } from './closure-steps.js';
import { isAheadOf } from './deadline-steps.js';
import { figuresOf, leadsSince } from './progress-steps.js';
import { askToSign, disarm, leaveLines, runningClock, settle } from './task-effects.js';

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
    effects: [...clockAfter(context, after, policy), ...leadsChange(context, after, event, policy)],
  };
}

/** Of a suspended one: its clock stands still, and so does everything else, until it goes on. */
export const isAmendedWhileSuspended = (context: TaskContext, event: Amended): TaskStep => ({
  context: amendedContext(context, event),
});

/** The closure was asked for by a lead that is none any more, or not alone: it is off. */
export function isAmendedAndClosureIsOff(context: TaskContext, event: Amended, policy: Policy): TaskStep {
  const over = closureIsOver(context, event.at);
  const amended = isAmendedWhileItRuns({ ...context, ...over }, event, policy);
  const after = { ...context, ...over, ...amended.context };
  return {
    context: { ...amended.context, ...over },
    effects: [...disarm('gate'), ...runningClock(after, policy), ...(amended.effects ?? [])],
  };
}

/** The unit that disputed it does not lead it any more: whose task it is, is clear. */
export function isAmendedAndDisputeIsOver(context: TaskContext, event: Amended, policy: Policy): TaskStep {
  const after = { ...context, ...amendedContext(context, event), dispute: null };
  return {
    context: after,
    effects: [
      ...disarm('dispute'),
      ...settle('disputed'),
      ...clockAfter(context, after, policy),
      ...askToSign(after, after.leadUnitIds, event.at, policy),
    ],
  };
}

/** Still disputed: nobody is asked to sign before the office has decided. */
export function isAmendedWhileDisputed(context: TaskContext, event: Amended, policy: Policy): TaskStep {
  const amended = amendedContext(context, event);
  return { context: amended, effects: clockAfter(context, { ...context, ...amended }, policy) };
}

function amendedContext(context: TaskContext, event: Amended): Partial<TaskContext> {
  const leadUnitIds = leadsAfter(context, event);
  const moved = event.deadlineOn !== undefined && event.deadlineOn !== context.deadlineOn;
  return {
    ...(event.leadUnitIds && {
      leadUnitIds,
      signedBy: context.signedBy.filter((unitId) => leadUnitIds.includes(unitId)),
      leadSince: context.startOn === null ? {} : leadsSince(context, leadUnitIds, event.on, context.progress),
      ...figuresOf(context, leadUnitIds),
      // A hand-over that was under way is overtaken by the text, and so is the waiting of who leads no longer.
      handover: null,
      ...waitingAfter(context, leadUnitIds, event.at),
    }),
    ...(moved && {
      deadlineOn: event.deadlineOn,
      // As written: what stood still before has no part in it.
      extendedAt: event.at,
      deadlinePassed: context.deadlinePassed && !isAheadOf(event.deadlineOn, event.on),
    }),
  };
}

/** Whether the amendment lets go the lead that says it waits for another unit. */
const endsWaiting = ({ blockage }: TaskContext, leadUnitIds: readonly string[]): boolean =>
  blockage !== null && !leadUnitIds.includes(blockage.unitId);

function waitingAfter(
  context: TaskContext,
  leadUnitIds: readonly string[],
  at: Instant,
): Partial<TaskContext> {
  const { blockage, suspensions } = context;
  if (blockage === null || !endsWaiting(context, leadUnitIds)) return {};
  const { acceptedAt: from, reason } = blockage;
  return {
    blockage: null,
    suspensions: from === null || from >= at ? suspensions : [...suspensions, { from, to: at, reason }],
  };
}

/** A deadline that moved is armed anew, unless it had passed and lies behind again, or the task waits for others. */
const clockAfter = (before: TaskContext, after: TaskContext, policy: Policy): Effect[] =>
  after.deadlineOn === before.deadlineOn && after.blockage === before.blockage
    ? []
    : runningClock(after, policy);

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
    ...(event.leadUnitIds && before.handover ? disarm('handover') : []),
    ...(before.blockage && !after.blockage ? [...disarm('blockage', 'awaited'), ...settle('blockage')] : []),
    ...(joining.length > 0 ? askToSign(after, joining, event.at, policy) : []),
    ...(wereAsked && unsigned.length === 0 ? disarm('sign') : []),
  ];
}
