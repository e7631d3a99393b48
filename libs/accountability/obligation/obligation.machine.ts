import type { Instant } from '#calendar';
import { setup } from 'xstate';
import { by } from '../authorisation/metadata.js';
import type { Effect } from '../effect.js';
import { offsetFrom } from '../ladder/next-rung.js';
import type { Policy } from '../policy/policy.schema.js';
import type { Step } from '../step.js';
import type { ObligationEvent } from './obligation.event.js';

export const OBLIGATION_MACHINE_VERSION = 1;

/** A lead unit's report on one task for one period (domain.md §7). */
export interface ObligationContext {
  id: string;
  taskId: string;
  unitId: string;
  period: string;
  dueAt: Instant;
  /** When the report that stands was filed; overdue is derived from this and `dueAt`, never stored. */
  filedAt: Instant | null;
  filedBy: string | null;
  /** Filed after the due time: said of the first filing, and it stays. */
  late: boolean;
  /** How often it was filed: 1, and one more each time it was returned. */
  revision: number;
  progress: number | null;
  acceptedSilently: boolean;
  returns: number;
  excuse: string | null;
}

export type ObligationInput = Pick<ObligationContext, 'id' | 'taskId' | 'unitId' | 'period' | 'dueAt'>;

type Event<T extends ObligationEvent['type']> = Extract<ObligationEvent, { type: T }>;
type ObligationStep = Step<ObligationContext>;

/** Filed again after a return: neither its clock nor the alert that it was late goes on. */
const refiled = (): Effect[] => [
  { type: 'disarmDeadline', name: 'refile' },
  { type: 'settleAlert', name: 'refile' },
];

function reportIsFiled(
  context: ObligationContext,
  event: Event<'REPORT_FILED'>,
  policy: Policy,
): ObligationStep {
  const first = context.revision === 0;
  const effects: Effect[] = [
    ...(first ? [] : refiled()),
    {
      type: 'armDeadline',
      name: 'silentAcceptance',
      budget: offsetFrom(event.at, policy.reporting.acceptedSilentlyAfter),
      detail: { event: 'REPORT_ACCEPTED', silently: true },
    },
    {
      type: 'forward',
      to: { kind: 'task', id: context.taskId },
      event: {
        type: 'PROGRESS_REPORTED',
        unitId: context.unitId,
        period: context.period,
        progress: event.progress,
        expected: event.expected,
      },
    },
  ];
  return {
    context: {
      filedAt: event.at,
      filedBy: event.filedBy,
      late: first ? event.at > context.dueAt : context.late,
      revision: context.revision + 1,
      progress: event.progress,
    },
    effects,
  };
}

const reportIsAccepted = (_: ObligationContext, event: Event<'REPORT_ACCEPTED'>): ObligationStep => ({
  context: { acceptedSilently: event.silently },
  effects: [{ type: 'disarmDeadline', name: 'silentAcceptance' }],
});

function reportIsReturned(
  context: ObligationContext,
  event: Event<'REPORT_RETURNED'>,
  policy: Policy,
): ObligationStep {
  return {
    context: { returns: context.returns + 1 },
    effects: [
      { type: 'disarmDeadline', name: 'silentAcceptance' },
      {
        type: 'armDeadline',
        name: 'refile',
        budget: offsetFrom(event.at, policy.reporting.refileWithin),
        detail: { event: 'REFILING_OVERDUE' },
      },
      {
        type: 'notify',
        message: 'reportReturned',
        audience: ['liaison'],
        unitId: context.unitId,
        facts: { period: context.period, taskIds: [context.taskId], reason: event.reason },
      },
    ],
  };
}

const refilingIsOverdue = (context: ObligationContext): ObligationStep => ({
  effects: [
    {
      type: 'notify',
      message: 'refilingOverdue',
      audience: ['liaison', 'leadUnitHead'],
      unitId: context.unitId,
      facts: { period: context.period, taskIds: [context.taskId] },
    },
    {
      type: 'raiseAlert',
      name: 'refile',
      level: 'info',
      unitId: context.unitId,
      facts: { period: context.period, taskIds: [context.taskId] },
    },
  ],
});

const noClockRuns = (): ObligationStep => ({
  effects: [
    { type: 'disarmDeadline', name: 'silentAcceptance' },
    { type: 'disarmDeadline', name: 'refile' },
    { type: 'settleAlert', name: 'refile' },
  ],
});

/** Not filed for ever: the task counts a unit that has said nothing so far as having reached nothing. */
const reportIsMissed = (context: ObligationContext): ObligationStep => ({
  effects: [
    ...(noClockRuns().effects ?? []),
    {
      type: 'forward',
      to: { kind: 'task', id: context.taskId },
      event: { type: 'REPORT_MISSED', unitId: context.unitId, period: context.period },
    },
  ],
});

const isExcused = (_: ObligationContext, event: Event<'EXCUSED'>): ObligationStep => ({
  context: { excuse: event.reason },
  ...noClockRuns(),
});

/** Late or not is judged by the due time that holds; what was in time stays in time. */
const dueTimeMoves = (context: ObligationContext, event: Event<'CALENDAR_CHANGED'>): ObligationStep => ({
  context: {
    dueAt: event.dueAt,
    late: context.late && context.filedAt !== null && context.filedAt > event.dueAt,
  },
});

export function createObligationMachine(policy: Policy) {
  const base = setup({
    types: { context: {} as ObligationContext, events: {} as ObligationEvent, input: {} as ObligationInput },
    actions: { effect: (_, _effect: Effect) => {} },
    guards: {
      mayStay: ({ event }) =>
        event.type === 'REPORT_FILED' &&
        (!event.noChange || event.noChangeRun <= policy.reporting.noChangeAtMost),
    },
  });
  const step = <T extends ObligationEvent['type']>(
    take: (context: ObligationContext, event: Event<T>, policy: Policy) => ObligationStep,
  ) =>
    base.enqueueActions(({ context, event, enqueue }) => {
      const taken = take(context, event as Event<T>, policy);
      if (taken.context) enqueue.assign(taken.context);
      for (const effect of taken.effects ?? []) enqueue({ type: 'effect', params: effect });
    });
  const moved = { actions: step(dueTimeMoves) } as const;
  const excused = { target: 'excused', actions: step(isExcused) } as const;
  const filed = {
    guard: 'mayStay',
    target: 'submitted',
    actions: step(reportIsFiled),
    ...by('liaison', 'leadUnitHead'),
  } as const;

  return base.createMachine({
    id: 'obligation',
    context: ({ input }) => ({
      ...input,
      filedAt: null,
      filedBy: null,
      late: false,
      revision: 0,
      progress: null,
      acceptedSilently: false,
      returns: 0,
      excuse: null,
    }),
    initial: 'scheduled',
    states: {
      scheduled: { on: { WINDOW_OPENED: 'open', EXCUSED: excused, CALENDAR_CHANGED: moved } },
      open: {
        on: {
          REPORT_FILED: filed,
          NEXT_PERIOD_DUE: { target: 'missed', actions: step(reportIsMissed) },
          EXCUSED: excused,
          CALENDAR_CHANGED: moved,
        },
      },
      submitted: {
        on: {
          REPORT_ACCEPTED: {
            target: 'accepted',
            actions: step(reportIsAccepted),
            ...by('taskForceOffice'),
          },
          REPORT_RETURNED: {
            target: 'returned',
            actions: step(reportIsReturned),
            ...by('taskForceOffice'),
          },
          EXCUSED: excused,
          CALENDAR_CHANGED: moved,
        },
      },
      returned: {
        on: {
          REPORT_FILED: filed,
          REFILING_OVERDUE: { actions: step(refilingIsOverdue) },
          NEXT_PERIOD_DUE: { target: 'missed', actions: step(noClockRuns) },
          EXCUSED: excused,
          CALENDAR_CHANGED: moved,
        },
      },
      accepted: { on: { CALENDAR_CHANGED: moved } },
      missed: {},
      excused: {},
    },
  });
}
