import type { CivilDate } from '#calendar';
import type { Policy } from '../policy/policy.schema.js';
import type { Step } from '../step.js';
import { withCauses } from './supervision/supervision-steps.js';
import { runningClock } from './task-effects.js';
import type { TaskContext } from './task.context.js';
import type { TaskEvent } from './task.event.js';

type Event<T extends TaskEvent['type']> = Extract<TaskEvent, { type: T }>;
type TaskStep = Step<TaskContext>;

/** Whether a deadline on that day still lies ahead of today. */
export const isAheadOf = (deadlineOn: CivilDate | undefined, today: CivilDate): boolean =>
  deadlineOn !== undefined && deadlineOn >= today;

/**
 * The deadline passes: from now on each lead is under its ladder. The year's end of what is to be kept up all year is
 * nobody's lateness: the headquarters office has to decide whether it is closed, carried over or withdrawn.
 */
export const deadlinePasses = (context: TaskContext, event: Event<'DEADLINE_PASSED'>): TaskStep => ({
  context: {
    deadlinePassed: true,
    causes: withCauses(
      context,
      context.ongoing
        ? [{ trigger: 'yearTurn', unitId: null, gate: null, since: event.at }]
        : context.leadUnitIds.map((unitId) => ({
            trigger: 'pastDeadline',
            unitId,
            gate: null,
            since: event.at,
          })),
    ),
  },
});

/**
 * It passes while the task waits at a gate (its clock was armed by an earlier version of the chart, which let it run
 * there): that is the gate-keeper's delay. The clock is armed again when the closure comes back.
 */
export const deadlinePassesAtGate = (context: TaskContext, event: Event<'DEADLINE_PASSED'>): TaskStep => ({
  context: context.closure
    ? { closure: { ...context.closure, requestedAt: context.closure.requestedAt ?? event.at } }
    : {},
});

/** A new date, as it was granted. That it was beyond what the policy grants stands in the event. */
export function isExtended(context: TaskContext, event: Event<'EXTENDED'>, policy: Policy): TaskStep {
  const after = {
    deadlineOn: event.deadlineOn,
    extendedAt: event.at,
    extensions: context.extensions + 1,
    deadlinePassed: false,
  };
  return { context: after, effects: runningClock({ ...context, ...after }, policy) };
}

/** The year turns and the task goes on: its state at year's end is kept, and a new date set. */
export function isCarriedOver(context: TaskContext, event: Event<'CARRIED_OVER'>, policy: Policy): TaskStep {
  const { year, deadlineOn, at } = event;
  const { progress, expected } = context;
  const years = [...context.years.filter((one) => one.year !== year), { year, progress, expected }];
  const after = { deadlineOn, extendedAt: at, deadlinePassed: false, years };
  return { context: after, effects: runningClock({ ...context, ...after }, policy) };
}
