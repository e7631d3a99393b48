import type { CadenceEvery, Instant } from '#calendar';
import { RHYTHMS } from '../cadence/cadence.js';
import type { Effect } from '../effect.js';
import { reportingLineIdOf } from '../identifier.js';
import { offsetFrom } from '../ladder/next-rung.js';
import type { Policy } from '../policy/policy.schema.js';
import type { Role } from '../role.js';
import type { SubjectRef } from '../subject.js';
import type { TaskContext } from './task.context.js';

/** Tells a unit's liaison and head of something about the task. */
export const tellUnit = (
  context: TaskContext,
  message: string,
  unitId: string,
  facts: Record<string, unknown> = {},
): Effect => ({
  type: 'notify',
  message,
  audience: ['liaison', 'leadUnitHead'],
  unitId,
  facts: { taskIds: [context.id], ...facts },
});

/** Tells offices of something about the task; `unitId` is the unit that it is about. */
export const tellOffice = (
  context: TaskContext,
  message: string,
  audience: Role[],
  facts: Record<string, unknown> = {},
  unitId = context.leadUnitIds[0] ?? '',
): Effect => ({
  type: 'notify',
  message,
  audience,
  unitId,
  taskId: context.id,
  facts: { taskIds: [context.id], ...facts },
});

export const disarm = (...names: string[]): Effect[] =>
  names.map((name): Effect => ({ type: 'disarmDeadline', name }));

export const settle = (...names: string[]): Effect[] =>
  names.map((name): Effect => ({ type: 'settleAlert', name }));

export const raise = (
  context: TaskContext,
  name: string,
  unitId: string | null,
  facts: Record<string, unknown> = {},
): Effect => ({
  type: 'raiseAlert',
  name,
  level: 'info',
  unitId,
  facts: { taskIds: [context.id], ...facts },
});

/** Each of these lead units is asked to sign, and the time to do so begins. */
export const askToSign = (
  context: TaskContext,
  unitIds: readonly string[],
  at: Instant,
  policy: Policy,
): Effect[] => [
  {
    type: 'armDeadline',
    name: 'sign',
    budget: offsetFrom(at, policy.signWithin),
    detail: { event: 'SIGNING_OVERDUE' },
  },
  ...unitIds.map((unitId) => tellUnit(context, 'dispatched', unitId)),
];

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

/** The task's own clock runs unless its time is over, or it stands still. */
export const runningClock = (context: TaskContext, policy: Policy): Effect[] =>
  context.deadlinePassed || standsStill(context) || context.startOn === null
    ? []
    : [taskClock(context, policy)];

/** Whether the task waits for others: suspended, at a gate, or for a unit whose turn it is. */
export const standsStill = ({ suspension, closure, blockage }: TaskContext): boolean =>
  suspension !== null || closure !== null || blockage?.state === 'accepted';

/** The reporting lines of a unit on which the task stands, the finest first: its own rhythms, or those given. */
const linesOf = (
  { planId, reportsEvery }: TaskContext,
  unitId: string,
  rhythms: readonly CadenceEvery[] = reportsEvery,
): { every: CadenceEvery; to: SubjectRef }[] =>
  rhythms.map((every) => ({
    every,
    to: { kind: 'reportingLine', id: reportingLineIdOf(planId, unitId, every) },
  }));

/**
 * The task joins the unit's lines, one for each of its rhythms. A line is told whether the task is also asked for in a
 * finer rhythm: what was filed there then counts here too.
 */
export function joinLines(
  context: TaskContext,
  unitId: string,
  rhythms: readonly CadenceEvery[] = context.reportsEvery,
): Effect[] {
  const { id: taskId, planId, reportsEvery } = context;
  return linesOf(context, unitId, rhythms).map(({ every, to }) => ({
    type: 'forward',
    to,
    event: {
      type: 'TASK_JOINED',
      taskId,
      unitId,
      planId,
      cadence: every,
      ...(every !== reportsEvery[0] && { finer: true }),
    },
  }));
}

/** Lines on which the task stays are told whether it is asked for in a finer rhythm now. */
export const tellRhythms = (
  context: TaskContext,
  unitId: string,
  rhythms: readonly CadenceEvery[],
): Effect[] =>
  linesOf(context, unitId, rhythms).map(({ every, to }) => ({
    type: 'forward',
    to,
    event: {
      type: 'RHYTHMS_CHANGED',
      taskId: context.id,
      finer: every !== context.reportsEvery[0],
    },
  }));

/** What was filed in one rhythm is told to the unit's coarser lines: it may be what they ask for, too. */
export const tellCoarserLines = (
  context: TaskContext,
  unitId: string,
  filed: { period: string; every: CadenceEvery; progress: number },
): Effect[] => {
  const coarser = context.reportsEvery.filter(
    (every) => RHYTHMS.indexOf(every) > RHYTHMS.indexOf(filed.every),
  );
  return linesOf(context, unitId, coarser).map(({ to }) => ({
    type: 'forward',
    to,
    event: {
      type: 'FINER_REPORT_FILED',
      taskId: context.id,
      finerPeriod: filed.period,
      progress: filed.progress,
    },
  }));
};

/** The task leaves the reporting lines of these units: nothing more is owed there. */
export function leaveLines(
  context: TaskContext,
  unitIds: readonly string[],
  reason: string,
  rhythms: readonly CadenceEvery[] = context.reportsEvery,
): Effect[] {
  return unitIds.flatMap((unitId) =>
    linesOf(context, unitId, rhythms).map(({ to }): Effect => ({
      type: 'forward',
      to,
      event: { type: 'TASK_LEFT', taskId: context.id, reason },
    })),
  );
}
