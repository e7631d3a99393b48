import { instantOf, type Budget, type Instant } from '#calendar';
import type { Policy } from '../policy/policy.schema.js';
import type { Step } from '../step.js';
import { askToSign, disarm, joinLines, leaveLines, runningClock } from './task-effects.js';
import type { TaskContext } from './task.context.js';
import type { TaskEvent } from './task.event.js';

type Event<T extends TaskEvent['type']> = Extract<TaskEvent, { type: T }>;
type TaskStep = Step<TaskContext>;

export function isSuspended(context: TaskContext, event: Event<'SUSPENDED'>, policy: Policy): TaskStep {
  const until: Budget = { kind: 'civil', on: event.until, at: policy.taskDueAt };
  return {
    context: { suspension: { from: event.at, until: event.until, reason: event.reason } },
    effects: [
      ...leaveLines(context, context.signedBy, `任务暂缓：${event.reason}`),
      ...disarm('taskDeadline'),
      { type: 'armDeadline', name: 'suspension', budget: until, detail: { event: 'SUSPENSION_EXPIRED' } },
    ],
  };
}

/**
 * It goes on: the task's clock is armed again, pushed by what the suspension took. That was over at its end, also
 * where the engine comes to see it later.
 */
export function goesOn(context: TaskContext, event: { at: Instant }, policy: Policy): TaskStep {
  const { suspension } = context;
  const end = suspension && instantOf(suspension.until, policy.taskDueAt);
  const to = end !== null && end < event.at ? end : event.at;
  const over = suspension ? [{ from: suspension.from, to, reason: suspension.reason }] : [];
  const after = { ...context, suspension: null, suspensions: [...context.suspensions, ...over] };
  return {
    context: { suspension: null, suspensions: after.suspensions },
    effects: [
      ...disarm('suspension'),
      ...runningClock(after, policy),
      ...context.signedBy.flatMap((unitId) => joinLines(context, unitId)),
    ],
  };
}

/** It goes on, but while it stood still it got a lead that has not signed for it: that one is asked first. */
export function goesOnUnsigned(context: TaskContext, event: { at: Instant }, policy: Policy): TaskStep {
  const goingOn = goesOn(context, event, policy);
  const unsigned = context.leadUnitIds.filter((unitId) => !context.signedBy.includes(unitId));
  return {
    ...goingOn,
    effects: [...(goingOn.effects ?? []), ...askToSign(context, unsigned, event.at, policy)],
  };
}
