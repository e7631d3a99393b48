import { instantOf, type Budget, type CivilDate, type Instant } from '#calendar';
import type { Effect } from '../effect.js';
import { reportingLineIdOf } from '../identifier.js';
import { offsetFrom } from '../ladder/next-rung.js';
import type { Policy } from '../policy/policy.schema.js';
import type { Role } from '../role.js';
import type { Step } from '../step.js';
import type { TaskContext } from './task.context.js';
import type { Gate, TaskEvent } from './task.event.js';

type Event<T extends TaskEvent['type']> = Extract<TaskEvent, { type: T }>;
type TaskStep = Step<TaskContext>;

/** Who opens each gate of the closure (domain.md §6). */
export const REVIEWER_OF: Record<Gate, Role> = {
  taskForceReview: 'taskForceOffice',
  verification: 'supervisor',
  approval: 'headquartersOffice',
};

export const leadIsAssigned = (_: TaskContext, event: Event<'LEAD_ASSIGNED'>): TaskStep => ({
  context: { leadUnitIds: event.unitIds, signedBy: [] },
});

/** The clock runs: each lead unit is asked to sign. */
export function isDispatched(context: TaskContext, event: Event<'DISPATCHED'>, policy: Policy): TaskStep {
  return {
    context: { startOn: event.on },
    effects: [...askToSign(context, context.leadUnitIds, event.at, policy), taskClock(context, policy)],
  };
}

export function isSigned(context: TaskContext, event: Event<'SIGNED'>): TaskStep {
  return {
    context: { signedBy: [...context.signedBy, event.unitId] },
    effects: [joinLine(context, event.unitId), { type: 'settleAlert', name: `notSigned:${event.unitId}` }],
  };
}

export function lastSigns(context: TaskContext, event: Event<'SIGNED'>): TaskStep {
  const signed = isSigned(context, event);
  return {
    ...signed,
    effects: [
      ...(signed.effects ?? []),
      { type: 'disarmDeadline', name: 'sign' },
      { type: 'settleAlert', name: 'notSigned' },
    ],
  };
}

/** Not signed in time: the unit and its head are told, and the supervision office sees it. */
export function signingIsOverdue(context: TaskContext): TaskStep {
  const waiting = context.leadUnitIds.filter((unitId) => !context.signedBy.includes(unitId));
  return {
    effects: waiting.flatMap((unitId): Effect[] => [
      {
        type: 'notify',
        message: 'notSigned',
        audience: ['liaison', 'leadUnitHead'],
        unitId,
        facts: { taskIds: [context.id] },
      },
      {
        type: 'raiseAlert',
        name: `notSigned:${unitId}`,
        level: 'info',
        unitId,
        facts: { taskIds: [context.id] },
      },
    ]),
  };
}

/** Whose task is it? The headquarters office decides; meanwhile nothing is owed. */
export function isDisputed(context: TaskContext, event: Event<'DISPUTED'>, policy: Policy): TaskStep {
  const facts = { taskIds: [context.id], reason: event.reason };
  return {
    context: { dispute: { unitId: event.unitId, reason: event.reason }, signedBy: [] },
    effects: [
      { type: 'disarmDeadline', name: 'sign' },
      { type: 'settleAlert', name: 'notSigned' },
      ...leaveLines(context, context.signedBy, '职责争议'),
      {
        type: 'armDeadline',
        name: 'dispute',
        budget: offsetFrom(event.at, policy.disputeAnsweredWithin),
        detail: { event: 'DISPUTE_OVERDUE' },
      },
      { type: 'notify', message: 'disputed', audience: ['headquartersOffice'], unitId: event.unitId, facts },
      { type: 'raiseAlert', name: 'disputed', level: 'info', unitId: event.unitId, facts },
    ],
  };
}

export const disputeIsOverdue = (context: TaskContext): TaskStep => ({
  effects: [
    {
      type: 'notify',
      message: 'disputeOverdue',
      audience: ['headquartersOffice', 'commander'],
      unitId: context.dispute?.unitId ?? '',
      facts: { taskIds: [context.id] },
    },
  ],
});

/** Reassigned or insisted on: it is dispatched afresh, and the time to sign begins again. */
export function disputeIsResolved(
  context: TaskContext,
  event: Event<'DISPUTE_RESOLVED'>,
  policy: Policy,
): TaskStep {
  const leadUnitIds = event.decision === 'reassign' ? event.unitIds : context.leadUnitIds;
  return {
    context: { leadUnitIds, dispute: null, signedBy: [] },
    effects: [
      { type: 'disarmDeadline', name: 'dispute' },
      { type: 'settleAlert', name: 'disputed' },
      ...askToSign(context, leadUnitIds, event.at, policy),
    ],
  };
}

/** A lead unit's report moves its own figure; the task shows the lowest of its lead units. */
export function progressIsReported(context: TaskContext, event: Event<'PROGRESS_REPORTED'>): TaskStep {
  const progressOf = { ...context.progressOf, [event.unitId]: event.progress };
  return {
    context: { progressOf, progress: lowest(context.leadUnitIds, progressOf), expected: event.expected },
  };
}

/** The lowest progress among the lead units; one that has not reported counts as 0. */
export const lowest = (unitIds: readonly string[], progressOf: Readonly<Record<string, number>>): number =>
  Math.min(...unitIds.map((unitId) => progressOf[unitId] ?? 0));

/** Whether a deadline on that day still lies ahead of today. */
export const isAheadOf = (deadlineOn: CivilDate | undefined, today: CivilDate): boolean =>
  deadlineOn !== undefined && deadlineOn >= today;

export function deadlinePasses(context: TaskContext): TaskStep {
  return {
    context: { deadlinePassed: true },
    effects: context.leadUnitIds.flatMap((unitId): Effect[] => [
      {
        type: 'notify',
        message: 'taskOverdue',
        audience: ['liaison', 'leadUnitHead'],
        unitId,
        facts: { taskIds: [context.id] },
      },
      {
        type: 'raiseAlert',
        name: `taskOverdue:${unitId}`,
        level: 'info',
        unitId,
        facts: { taskIds: [context.id] },
      },
    ]),
  };
}

export function isExtended(context: TaskContext, event: Event<'EXTENDED'>, policy: Policy): TaskStep {
  const after = { deadlineOn: event.deadlineOn, extendedAt: event.at, extensions: context.extensions + 1 };
  return {
    context: after,
    effects: [taskClock({ ...context, ...after }, policy)],
  };
}

/** The closure goes to a gate: its reviewer has a deadline of their own, and the lateness of the one before is over. */
export const atGate =
  (gate: Gate) =>
  (context: TaskContext, event: { at: Instant }, policy: Policy): TaskStep => ({
    effects: [
      { type: 'settleAlert', name: 'gate' },
      {
        type: 'armDeadline',
        name: 'gate',
        budget: offsetFrom(event.at, policy.gates[gate]),
        detail: { event: 'GATE_OVERDUE', gate },
      },
      {
        type: 'notify',
        message: 'gateWaiting',
        audience: [REVIEWER_OF[gate]],
        unitId: context.leadUnitIds[0] ?? '',
        taskId: context.id,
        facts: { taskIds: [context.id], gate },
      },
    ],
  });

/** A late gate is the reviewing office's lateness, never the lead unit's. */
export const gateIsOverdue = (context: TaskContext, event: Event<'GATE_OVERDUE'>): TaskStep => ({
  effects: [
    {
      type: 'notify',
      message: 'gateOverdue',
      audience: [REVIEWER_OF[event.gate], 'headquartersOffice'],
      unitId: context.leadUnitIds[0] ?? '',
      taskId: context.id,
      facts: { taskIds: [context.id], gate: event.gate },
    },
    {
      type: 'raiseAlert',
      name: `gate:${event.gate}`,
      level: 'info',
      unitId: null,
      facts: { taskIds: [context.id], gate: event.gate },
    },
  ],
});

export const closureIsReturned = (context: TaskContext, event: Event<'CLOSURE_RETURNED'>): TaskStep => ({
  context: { returns: context.returns + 1 },
  effects: [
    { type: 'disarmDeadline', name: 'gate' },
    { type: 'settleAlert', name: 'gate' },
    ...context.leadUnitIds.map((unitId): Effect => ({
      type: 'notify',
      message: 'closureReturned',
      audience: ['liaison', 'leadUnitHead'],
      unitId,
      facts: { taskIds: [context.id], gate: event.gate, reason: event.reason },
    })),
  ],
});

/** Closed: no clock runs, nothing more is owed. */
export const isClosed = (context: TaskContext): TaskStep => ends(context, '任务已销号');

export const isWithdrawn = (context: TaskContext, event: Event<'WITHDRAWN'>): TaskStep =>
  ends(context, `任务已撤销：${event.reason}`);

export function isSuspended(context: TaskContext, event: Event<'SUSPENDED'>, policy: Policy): TaskStep {
  const until: Budget = { kind: 'civil', on: event.until, at: policy.taskDueAt };
  return {
    context: { suspension: { from: event.at, until: event.until, reason: event.reason } },
    effects: [
      ...leaveLines(context, context.signedBy, `任务暂缓：${event.reason}`),
      { type: 'disarmDeadline', name: 'taskDeadline' },
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
  const after = { ...context, suspensions: [...context.suspensions, ...over] };
  return {
    context: { suspension: null, suspensions: after.suspensions },
    effects: [
      { type: 'disarmDeadline', name: 'suspension' },
      ...(context.deadlinePassed ? [] : [taskClock(after, policy)]),
      ...context.signedBy.map((unitId) => joinLine(context, unitId)),
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

/** Taken up again after its closure (回头看): it owes reports from now on, nothing of the past. */
export function isReopened(context: TaskContext, event: Event<'REOPENED'>, policy: Policy): TaskStep {
  return {
    context: { signedBy: context.leadUnitIds },
    effects: [
      ...context.leadUnitIds.map((unitId) => joinLine(context, unitId)),
      ...(context.deadlinePassed ? [] : [taskClock(context, policy)]),
      ...context.leadUnitIds.map((unitId): Effect => ({
        type: 'notify',
        message: 'reopened',
        audience: ['liaison', 'leadUnitHead'],
        unitId,
        facts: { taskIds: [context.id], reason: event.reason },
      })),
    ],
  };
}

function ends(context: TaskContext, reason: string): TaskStep {
  const clocks = ['sign', 'dispute', 'gate', 'taskDeadline', 'suspension'];
  return {
    effects: [
      ...clocks.map((name): Effect => ({ type: 'disarmDeadline', name })),
      ...['notSigned', 'disputed', 'gate', 'taskOverdue'].map((name): Effect => ({
        type: 'settleAlert',
        name,
      })),
      ...leaveLines(context, context.signedBy, reason),
    ],
  };
}

/** Each of these lead units is asked to sign, and the time to do so begins. */
export function askToSign(
  context: TaskContext,
  unitIds: readonly string[],
  at: Instant,
  policy: Policy,
): Effect[] {
  return [
    {
      type: 'armDeadline',
      name: 'sign',
      budget: offsetFrom(at, policy.signWithin),
      detail: { event: 'SIGNING_OVERDUE' },
    },
    ...unitIds.map((unitId): Effect => ({
      type: 'notify',
      message: 'dispatched',
      audience: ['liaison', 'leadUnitHead'],
      unitId,
      facts: { taskIds: [context.id] },
    })),
  ];
}

/** The clock of the task's own deadline; a date that was set anew is pushed only by what stood still after that. */
export function taskClock(context: TaskContext, policy: Policy): Effect {
  const since = context.extendedAt ?? '';
  return {
    type: 'armDeadline',
    name: 'taskDeadline',
    budget: { kind: 'civil', on: context.deadlineOn, at: policy.taskDueAt },
    suspensions: context.suspensions
      .filter(({ to }) => to === null || to > since)
      .map((stretch) => (stretch.from >= since ? stretch : { ...stretch, from: since })),
    detail: { event: 'DEADLINE_PASSED' },
  };
}

function joinLine(context: TaskContext, unitId: string): Effect {
  return {
    type: 'forward',
    to: { kind: 'reportingLine', id: reportingLineIdOf(context.planId, unitId, 'ten-day') },
    event: { type: 'TASK_JOINED', taskId: context.id, unitId, planId: context.planId },
  };
}

/** The task leaves the reporting lines of these units: nothing more is owed there. */
export function leaveLines(context: TaskContext, unitIds: readonly string[], reason: string): Effect[] {
  return unitIds.map((unitId) => ({
    type: 'forward',
    to: { kind: 'reportingLine', id: reportingLineIdOf(context.planId, unitId, 'ten-day') },
    event: { type: 'TASK_LEFT', taskId: context.id, reason },
  }));
}
