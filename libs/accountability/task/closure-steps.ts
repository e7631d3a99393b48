import type { Instant } from '#calendar';
import { offsetFrom } from '../ladder/next-rung.js';
import type { Gate, Policy } from '../policy/policy.schema.js';
import type { Step } from '../step.js';
import type { Effect } from '../effect.js';
import { REVIEWER_OF } from './supervision/matters.js';
import { withCauses } from './supervision/supervision-steps.js';
import {
  disarm,
  joinLines,
  leaveLines,
  runningClock,
  settle,
  taskClock,
  tellOffice,
  tellUnit,
} from './task-effects.js';
import type { TaskContext } from './task.context.js';
import type { TaskEvent } from './task.event.js';

type Event<T extends TaskEvent['type']> = Extract<TaskEvent, { type: T }>;
type TaskStep = Step<TaskContext>;

/** The lead asks to close: from now on the task waits for the offices, and its own clock stands still. */
export function closureIsRequested(
  context: TaskContext,
  event: Event<'CLOSURE_REQUESTED'>,
  policy: Policy,
): TaskStep {
  return {
    context: {
      closure: { gate: 'taskForceReview', requestedAt: event.at, gateSince: event.at },
      ...unblocked(context, event.at),
    },
    effects: [
      ...disarm('taskDeadline', 'blockage', 'awaited'),
      ...settle('blockage'),
      ...atGate(context, 'taskForceReview', event.at, policy),
    ],
  };
}

export const gateIsPassed =
  (next: Gate) =>
  (context: TaskContext, event: Event<'GATE_PASSED'>, policy: Policy): TaskStep => ({
    context: {
      closure: {
        gate: next,
        requestedAt: context.closure?.requestedAt ?? null,
        gateSince: event.at,
      },
      // Verified: what had been found untrue is made good.
      ...(event.gate === 'verification' && { causes: without(context, 'untrue') }),
    },
    effects: atGate(context, next, event.at, policy),
  });

/** The closure waits at a gate: its reviewer has a deadline of their own. */
const atGate = (context: TaskContext, gate: Gate, at: Instant, policy: Policy): Effect[] => [
  {
    type: 'armDeadline',
    name: 'gate',
    budget: offsetFrom(at, policy.gates[gate]),
    detail: { event: 'GATE_OVERDUE', gate },
  },
  tellOffice(context, 'gateWaiting', [REVIEWER_OF[gate]], { gate }),
];

/** A late gate is the reviewing office's lateness, never the lead unit's: it climbs the office's ladder. */
export const gateIsOverdue = (context: TaskContext, event: Event<'GATE_OVERDUE'>): TaskStep => ({
  context: {
    causes: withCauses(context, [{ trigger: 'gateLate', unitId: null, gate: event.gate, since: event.at }]),
  },
});

/** Sent back with a reason: the clock goes on where it stood when the closure was asked for. */
export function closureIsReturned(
  context: TaskContext,
  event: Event<'CLOSURE_RETURNED'>,
  policy: Policy,
): TaskStep {
  const after = { ...context, ...closureIsOver(context, event.at) };
  const untrue = context.leadUnitIds.map((unitId) => ({
    trigger: 'untrue' as const,
    unitId,
    gate: null,
    since: event.at,
  }));
  return {
    context: {
      returns: context.returns + 1,
      closure: null,
      suspensions: after.suspensions,
      ...(event.untrue === true && { causes: withCauses(context, untrue) }),
    },
    effects: [
      ...disarm('gate'),
      ...runningClock(after, policy),
      ...context.leadUnitIds.map((unitId) =>
        tellUnit(context, 'closureReturned', unitId, { gate: event.gate, reason: event.reason }),
      ),
    ],
  };
}

/** What the closure leaves when it is over without the task being so: the time at the gates is nobody's of the lead. */
export function closureIsOver(
  context: TaskContext,
  at: Instant,
): Pick<TaskContext, 'closure' | 'suspensions'> {
  const from = context.closure?.requestedAt ?? null;
  const waited = from === null || from >= at ? [] : [{ from, to: at, reason: '办结审核中' }];
  return { closure: null, suspensions: [...context.suspensions, ...waited] };
}

const without = ({ causes }: TaskContext, trigger: string): TaskContext['causes'] =>
  Object.fromEntries(Object.entries(causes).filter(([, cause]) => cause.trigger !== trigger));

const only = ({ causes }: TaskContext, ...triggers: string[]): TaskContext['causes'] =>
  Object.fromEntries(Object.entries(causes).filter(([, cause]) => triggers.includes(cause.trigger)));

/** Who asks to close waits for nobody any more. */
function unblocked({ blockage, suspensions }: TaskContext, at: Instant): Partial<TaskContext> {
  if (blockage === null) return {};
  const { acceptedAt: from, reason } = blockage;
  const waited = from === null || from >= at ? [] : [{ from, to: at, reason }];
  return { blockage: null, suspensions: [...suspensions, ...waited] };
}

/** Over: no clock runs, nothing more is owed, nothing is wrong with it any more. */
export const isOver = (context: TaskContext, reason: string): TaskStep => ({
  context: {
    closure: null,
    handover: null,
    blockage: null,
    dispute: null,
    suspension: null,
    // Whoever has to decide an appeal, or to find out, is not let off by the end of the task.
    causes: only(context, 'appealLate', 'verificationLate'),
    verifications: context.verifications.filter(({ stage }) => stage === 'open'),
  },
  effects: [
    ...disarm(
      'sign',
      'dispute',
      'gate',
      'taskDeadline',
      'suspension',
      'handover',
      'blockage',
      'awaited',
      'firstReport',
      'correction',
    ),
    ...settle('disputed', 'blockage'),
    ...leaveLines(context, context.signedBy, reason),
  ],
});

/** Closed: every gate is passed. */
export const isClosed = (context: TaskContext): TaskStep => isOver(context, '任务已销号');

/** A year-long task ends with its year, as the headquarters office finds. */
export function isClosedWithYear(context: TaskContext, event: Event<'CLOSED_WITH_YEAR'>): TaskStep {
  const { progress, expected } = context;
  const over = isOver(context, `${event.year}年度任务结转办结`);
  return {
    ...over,
    context: { ...over.context, years: [...context.years, { year: event.year, progress, expected }] },
  };
}

export const isWithdrawn = (context: TaskContext, event: Event<'WITHDRAWN'>): TaskStep =>
  isOver(context, `任务已撤销：${event.reason}`);

/** It lives on in other tasks, each with a life of its own; nothing of its past goes with them. */
export function isSuperseded(context: TaskContext, event: Event<'SPLIT'> | Event<'MERGED'>): TaskStep {
  const over = isOver(context, `${event.type === 'SPLIT' ? '任务已拆分' : '任务已合并'}：${event.reason}`);
  return { ...over, context: { ...over.context, supersededBy: event.intoTaskIds } };
}

/**
 * Taken up again after its closure (回头看): it owes reports from now on, nothing of the past. A deadline that has
 * passed, or is nearer than the policy gives, is set anew, so that it does not ring at once.
 */
export function isReopened(context: TaskContext, event: Event<'REOPENED'>, policy: Policy): TaskStep {
  const { deadlineOn, graceOn } = event;
  const least = deadlineOn ?? graceOn;
  const isNew = deadlineOn !== undefined || (least !== undefined && least > context.deadlineOn);
  const moved =
    isNew && least !== undefined ? { deadlineOn: least, extendedAt: event.at, deadlinePassed: false } : {};
  return {
    context: { signedBy: context.leadUnitIds, ...moved },
    effects: [
      ...context.leadUnitIds.flatMap((unitId) => joinLines(context, unitId)),
      ...(context.deadlinePassed && !isNew ? [] : [taskClock({ ...context, ...moved }, policy)]),
      ...context.leadUnitIds.map((unitId) => tellUnit(context, 'reopened', unitId, { reason: event.reason })),
    ],
  };
}
