import { acceptanceOf } from '../duty/acceptance.js';
import type { Effect } from '../effect.js';
import { offsetFrom } from '../ladder/next-rung.js';
import type { Policy } from '../policy/policy.schema.js';
import type { Step } from '../step.js';
import type { ObligationContext } from './obligation.context.js';
import type { ObligationEvent } from './obligation.event.js';

type Event<T extends ObligationEvent['type']> = Extract<ObligationEvent, { type: T }>;
export type ObligationStep = Step<ObligationContext>;

/** What an obligation says of itself to people: its period, its task where it has one, its duty where it is one. */
export const factsOf = ({
  period,
  taskId,
  duty,
  kind,
  itemKind,
  itemId,
  dueAt,
}: ObligationContext): Record<string, unknown> => ({
  period,
  taskIds: taskId === null ? [] : [taskId],
  ...(kind !== 'taskReport' && { duty, item: { kind: itemKind, id: itemId }, dueAt }),
});

/** Filed again after a return: neither its clock nor the alert that it was late goes on. */
const refiled = (): Effect[] => [
  { type: 'disarmDeadline', name: 'refile' },
  { type: 'settleAlert', name: 'refile' },
];

/** Its office has so long to look at it, and then it counts as accepted. */
function awaitAcceptance(context: ObligationContext, at: string, policy: Policy): Effect[] {
  const acceptance = acceptanceOf(policy, context);
  if (acceptance === null) return [];
  return [
    {
      type: 'armDeadline',
      name: 'silentAcceptance',
      budget: offsetFrom(at, acceptance.silentlyAfter),
      detail: { event: 'REPORT_ACCEPTED', silently: true },
    },
  ];
}

const filing = (
  context: ObligationContext,
  event: { at: string; filedBy: string | null },
): Partial<ObligationContext> => ({
  filedAt: event.at,
  filedBy: event.filedBy,
  late: context.revision === 0 ? event.at > context.dueAt : context.late,
  revision: context.revision + 1,
});

export function reportIsFiled(
  context: ObligationContext,
  event: Event<'REPORT_FILED'>,
  policy: Policy,
): ObligationStep {
  const effects: Effect[] = [
    ...(context.revision === 0 ? [] : refiled()),
    ...awaitAcceptance(context, event.at, policy),
  ];
  if (context.taskId !== null)
    effects.push({
      type: 'forward',
      to: { kind: 'task', id: context.taskId },
      event: {
        type: 'PROGRESS_REPORTED',
        unitId: context.unitId,
        period: context.period,
        progress: event.progress,
        expected: event.expected,
      },
    });
  return { context: { ...filing(context, event), progress: event.progress }, effects };
}

/** Filed in a finer rhythm: what becomes of that report, accepted or returned, is said there. */
export const reportIsCovered = (context: ObligationContext, event: Event<'COVERED'>): ObligationStep => ({
  context: {
    filedAt: event.at,
    late: event.at > context.dueAt,
    progress: event.progress,
    coveredBy: event.finerPeriod,
  },
});

/** A duty is done: the line hears of it, and whoever accepts it has their time. */
export function dutyIsFulfilled(
  context: ObligationContext,
  event: Event<'DUTY_FULFILLED'>,
  policy: Policy,
): ObligationStep {
  const { lineId, period, itemId } = context;
  const effects: Effect[] = [
    ...(context.revision === 0 ? [] : refiled()),
    ...awaitAcceptance(context, event.at, policy),
    ...requestClocksOff(context),
  ];
  if (lineId !== null)
    effects.push({
      type: 'forward',
      to: { kind: 'reportingLine', id: lineId },
      event: { type: 'ITEM_FULFILLED', period, itemId },
    });
  return { context: filing(context, event), effects };
}

export const reportIsAccepted = (_: ObligationContext, event: Event<'REPORT_ACCEPTED'>): ObligationStep => ({
  context: { acceptedSilently: event.silently },
  effects: [{ type: 'disarmDeadline', name: 'silentAcceptance' }],
});

export function reportIsReturned(
  context: ObligationContext,
  event: Event<'REPORT_RETURNED'>,
  policy: Policy,
): ObligationStep {
  const refileWithin = acceptanceOf(policy, context)?.refileWithin ?? policy.reporting.refileWithin;
  return {
    context: { returns: context.returns + 1 },
    effects: [
      { type: 'disarmDeadline', name: 'silentAcceptance' },
      {
        type: 'armDeadline',
        name: 'refile',
        budget: offsetFrom(event.at, refileWithin),
        detail: { event: 'REFILING_OVERDUE' },
      },
      {
        type: 'notify',
        message: context.kind === 'taskReport' ? 'reportReturned' : 'dutyReturned',
        audience: context.kind === 'taskReport' ? ['liaison'] : context.owedBy,
        unitId: context.unitId,
        facts: { ...factsOf(context), reason: event.reason },
      },
    ],
  };
}

/** Returned, but nobody owes it any more: it is excused at once. */
export const releasedIsReturned = (
  context: ObligationContext,
  _event: Event<'REPORT_RETURNED'>,
): ObligationStep => ({
  context: { returns: context.returns + 1, excuse: context.released },
  effects: noClockRuns(),
});

export const refilingIsOverdue = (context: ObligationContext): ObligationStep => ({
  effects: [
    {
      type: 'notify',
      message: context.kind === 'taskReport' ? 'refilingOverdue' : 'dutyRefilingOverdue',
      audience: context.kind === 'taskReport' ? ['liaison', 'leadUnitHead'] : context.owedBy,
      unitId: context.unitId,
      facts: factsOf(context),
    },
    {
      type: 'raiseAlert',
      name: 'refile',
      level: 'info',
      unitId: context.unitId,
      facts: factsOf(context),
    },
  ],
});

const noClockRuns = (): Effect[] => [
  { type: 'disarmDeadline', name: 'silentAcceptance' },
  { type: 'disarmDeadline', name: 'refile' },
  { type: 'settleAlert', name: 'refile' },
];

/** Not filed for ever: the task counts a unit that has said nothing so far as having reached nothing. */
export const reportIsMissed = (context: ObligationContext): ObligationStep => ({
  effects: [...noClockRuns(), ...requestClocksOff(context), ...missedOnTask(context)],
});

const missedOnTask = ({ kind, taskId, unitId, period }: ObligationContext): Effect[] =>
  kind !== 'taskReport' || taskId === null
    ? []
    : [
        {
          type: 'forward',
          to: { kind: 'task', id: taskId },
          event: { type: 'REPORT_MISSED', unitId, period },
        },
      ];

/** It had been filed and was returned, and there the unit left it: the task has heard a figure, so nothing is told to it. */
export const returnedIsMissed = (): ObligationStep => ({ effects: noClockRuns() });

export const nextPeriodFallsDue = (): ObligationStep => ({ context: { nextPeriodDue: true } });

export const isExcused = (context: ObligationContext, event: Event<'EXCUSED'>): ObligationStep => ({
  context: { excuse: event.reason },
  effects: [...noClockRuns(), ...requestClocksOff(context)],
});

/** Nobody owes it any more, but it was filed: it stays, and is looked at as it would have been. */
export const isReleased = (_: ObligationContext, event: Event<'EXCUSED'>): ObligationStep => ({
  context: { released: event.reason },
});

/** Late or not is judged by the due time that holds; what was in time stays in time. */
export const dueTimeMoves = (
  context: ObligationContext,
  event: Event<'CALENDAR_CHANGED'>,
): ObligationStep => ({
  context: {
    dueAt: event.dueAt,
    late: context.late && context.filedAt !== null && context.filedAt > event.dueAt,
  },
});

/** What was asked for once has clocks of its own, by names that begin so. */
const REQUEST_CLOCKS = 'request';

export const requestClocksOff = ({ kind }: ObligationContext): Effect[] =>
  kind === 'requestedReport' ? [{ type: 'disarmDeadline', name: REQUEST_CLOCKS }] : [];
