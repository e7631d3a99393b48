import { offsetFrom } from '../ladder/next-rung.js';
import type { Policy } from '../policy/policy.schema.js';
import type { Step } from '../step.js';
import { withCauses } from './supervision/supervision-steps.js';
import { disarm, raise, runningClock, settle, tellOffice, tellUnit } from './task-effects.js';
import type { TaskContext } from './task.context.js';
import type { TaskEvent } from './task.event.js';

type Event<T extends TaskEvent['type']> = Extract<TaskEvent, { type: T }>;
type TaskStep = Step<TaskContext>;

/** The lead says that it waits for another unit: that one has a time to confirm or to contest. */
export const isBlocked = (context: TaskContext, event: Event<'BLOCKED'>, policy: Policy): TaskStep => ({
  context: {
    blockage: {
      unitId: event.unitId,
      byUnitId: event.byUnitId,
      reason: event.reason,
      claimedAt: event.at,
      state: 'claimed',
      acceptedAt: null,
      contestReason: null,
    },
  },
  effects: [
    {
      type: 'armDeadline',
      name: 'blockage',
      budget: offsetFrom(event.at, policy.tasks.blockageAnsweredWithin),
      detail: { event: 'BLOCKAGE_OVERDUE' },
    },
    tellUnit(context, 'blocked', event.byUnitId, { reason: event.reason }),
    raise(context, 'blockage', event.unitId, { reason: event.reason }),
  ],
});

/** Confirmed by the unit, or found so by who supervises: its clock runs from now on, the lead's stands still. */
export function blockageIsAccepted(
  context: TaskContext,
  event: Event<'BLOCKAGE_ACCEPTED'>,
  policy: Policy,
): TaskStep {
  const { blockage } = context;
  if (blockage === null) return {};
  return {
    context: { blockage: { ...blockage, state: 'accepted', acceptedAt: event.at } },
    effects: [
      ...disarm('blockage', 'taskDeadline'),
      {
        type: 'armDeadline',
        name: 'awaited',
        budget: offsetFrom(event.at, policy.tasks.awaitedWithin),
        detail: { event: 'AWAITED_OVERDUE' },
      },
      tellUnit(context, 'awaited', blockage.byUnitId, { reason: blockage.reason }),
      tellUnit(context, 'blockageAccepted', blockage.unitId, { reason: blockage.reason }),
    ],
  };
}

/** The other unit denies it: the supervision office decides. */
export function blockageIsContested(
  context: TaskContext,
  event: Event<'BLOCKAGE_CONTESTED'>,
  policy: Policy,
): TaskStep {
  const { blockage } = context;
  if (blockage === null) return {};
  return {
    context: { blockage: { ...blockage, state: 'contested', contestReason: event.reason } },
    effects: [
      {
        type: 'armDeadline',
        name: 'blockage',
        budget: offsetFrom(event.at, policy.tasks.blockageAnsweredWithin),
        detail: { event: 'BLOCKAGE_OVERDUE' },
      },
      tellOffice(context, 'blockageContested', ['supervisor'], { reason: event.reason }, blockage.unitId),
    ],
  };
}

/** Nobody has answered, or decided, in time: who supervises has to. */
export const blockageIsOverdue = (context: TaskContext, event: Event<'BLOCKAGE_OVERDUE'>): TaskStep => ({
  context: {
    causes: withCauses(context, [{ trigger: 'blockageLate', unitId: null, gate: null, since: event.at }]),
  },
});

/** Not so: the lead's clock has never stood still. */
export function blockageIsRejected(context: TaskContext, event: Event<'BLOCKAGE_REJECTED'>): TaskStep {
  const { blockage } = context;
  if (blockage === null) return {};
  return {
    context: { blockage: null },
    effects: [
      ...disarm('blockage'),
      ...settle('blockage'),
      tellUnit(context, 'blockageRejected', blockage.unitId, { reason: event.reason }),
    ],
  };
}

/** The awaited unit has not delivered in time: it, and not the lead, is under the ladder. */
export const awaitedIsOverdue = (context: TaskContext, event: Event<'AWAITED_OVERDUE'>): TaskStep =>
  context.blockage === null
    ? {}
    : {
        context: {
          causes: withCauses(context, [
            { trigger: 'awaited', unitId: context.blockage.byUnitId, gate: null, since: event.at },
          ]),
        },
      };

/** What was waited for is there: the clock moves back to the lead, later by the time that it waited. */
export function isUnblocked(context: TaskContext, event: Event<'UNBLOCKED'>, policy: Policy): TaskStep {
  const { blockage } = context;
  if (blockage === null) return {};
  const { acceptedAt: from, reason } = blockage;
  const waited =
    from === null || from >= event.at ? [] : [{ from, to: event.at, reason: `等待其他单位：${reason}` }];
  const after = { ...context, blockage: null, suspensions: [...context.suspensions, ...waited] };
  return {
    context: { blockage: null, suspensions: after.suspensions },
    effects: [
      ...disarm('blockage', 'awaited'),
      ...settle('blockage'),
      ...(from === null ? [] : runningClock(after, policy)),
      tellUnit(context, 'unblocked', blockage.unitId, { reason: event.reason }),
    ],
  };
}
