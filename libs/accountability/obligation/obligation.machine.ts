import { setup } from 'xstate';
import { by, byNamed } from '../authorisation/metadata.js';
import type { Effect } from '../effect.js';
import type { Policy } from '../policy/policy.schema.js';
import { begunObligation, type ObligationContext, type ObligationInput } from './obligation.context.js';
import type { ObligationEvent } from './obligation.event.js';
import {
  dueTimeMoves,
  dutyIsFulfilled,
  isExcused,
  isReleased,
  nextPeriodFallsDue,
  refilingIsOverdue,
  releasedIsReturned,
  reportIsAccepted,
  reportIsCovered,
  reportIsFiled,
  reportIsMissed,
  reportIsReturned,
  returnedIsMissed,
  type ObligationStep,
} from './obligation-steps.js';
import { reminderFallsDue, reportIsRequested, requestExpires, requestFallsDue } from './request-steps.js';

export const OBLIGATION_MACHINE_VERSION = 2;

/** Something owed, from the day it is planned until it is accepted, missed for ever, or excused (domain.md §7). */
export function createObligationMachine(policy: Policy) {
  const base = setup({
    types: { context: {} as ObligationContext, events: {} as ObligationEvent, input: {} as ObligationInput },
    actions: { effect: (_, _effect: Effect) => {} },
    guards: {
      mayStay: ({ context, event }) =>
        event.type === 'REPORT_FILED' &&
        context.kind === 'taskReport' &&
        (!event.noChange || event.noChangeRun <= policy.reporting.noChangeAtMost),
      isDuty: ({ context }) => context.kind !== 'taskReport',
      standsAtOnce: ({ context }) => context.kind !== 'taskReport' && context.acceptedBy.length === 0,
      /** With little notice somebody else than who asks has to answer for it. */
      isApproved: ({ context, event }) =>
        event.type === 'REPORT_REQUESTED' &&
        context.request !== null &&
        (event.noticeHours >= policy.requests.noticeHours ||
          (event.approvedBy !== null && event.approvedBy !== context.request.requestedBy)),
      isReleased: ({ context }) => context.released !== null,
      keepsFiled: ({ event }) => event.type === 'EXCUSED' && event.keepsFiled === true,
      isBehindNextPeriod: ({ context }) => context.nextPeriodDue,
    },
  });
  const step = <T extends ObligationEvent['type']>(
    take: (
      context: ObligationContext,
      event: Extract<ObligationEvent, { type: T }>,
      policy: Policy,
    ) => ObligationStep,
  ) =>
    base.enqueueActions(({ context, event, enqueue }) => {
      // The chart sends each step only the event it is written for.
      const taken = take(context, event as Extract<ObligationEvent, { type: T }>, policy);
      if (taken.context) enqueue.assign(taken.context);
      for (const effect of taken.effects ?? []) enqueue({ type: 'effect', params: effect });
    });
  const moved = { actions: step(dueTimeMoves) } as const;
  const excused = { target: 'excused', actions: step(isExcused) } as const;
  const owing = byNamed(
    'owedBy',
    'taskForceOffice',
    'taskForceConvener',
    'headquartersOffice',
    'assessor',
    'supervisor',
    'supportUnitLiaison',
    'liaison',
    'leadUnitHead',
  );
  const accepting = byNamed(
    'acceptedBy',
    'taskForceOffice',
    'taskForceConvener',
    'headquartersOffice',
    'deputyCommander',
    'commander',
    'supervisor',
    'liaison',
    'leadUnitHead',
  );
  const covered = { target: 'accepted', actions: step(reportIsCovered) } as const;
  const filing = {
    REPORT_FILED: {
      guard: 'mayStay',
      target: 'submitted',
      actions: step(reportIsFiled),
      ...by('liaison', 'leadUnitHead'),
    },
    DUTY_FULFILLED: [
      { guard: 'standsAtOnce', target: 'accepted', actions: step(dutyIsFulfilled), ...owing },
      { guard: 'isDuty', target: 'submitted', actions: step(dutyIsFulfilled), ...owing },
    ],
  } as const;

  return base.createMachine({
    id: 'obligation',
    context: ({ input }) => begunObligation(input),
    initial: 'scheduled',
    states: {
      scheduled: {
        on: {
          WINDOW_OPENED: 'open',
          COVERED: covered,
          REPORT_REQUESTED: {
            guard: 'isApproved',
            target: 'open',
            actions: step(reportIsRequested),
            ...by('headquartersOffice', 'supervisor'),
          },
          EXCUSED: excused,
          CALENDAR_CHANGED: moved,
        },
      },
      open: {
        on: {
          ...filing,
          COVERED: covered,
          NEXT_PERIOD_DUE: { target: 'missed', actions: step(reportIsMissed) },
          REMINDER_DUE: { actions: step(reminderFallsDue) },
          REQUEST_DUE: { actions: step(requestFallsDue) },
          REQUEST_EXPIRED: { target: 'missed', actions: step(requestExpires) },
          EXCUSED: excused,
          CALENDAR_CHANGED: moved,
        },
      },
      submitted: {
        on: {
          REPORT_ACCEPTED: { target: 'accepted', actions: step(reportIsAccepted), ...accepting },
          REPORT_RETURNED: [
            { guard: 'isReleased', target: 'excused', actions: step(releasedIsReturned), ...accepting },
            { target: 'returned', actions: step(reportIsReturned), ...accepting },
          ],
          NEXT_PERIOD_DUE: { actions: step(nextPeriodFallsDue) },
          EXCUSED: [{ guard: 'keepsFiled', actions: step(isReleased) }, excused],
          CALENDAR_CHANGED: moved,
        },
      },
      returned: {
        on: {
          ...filing,
          // Past the next period's due time there is the time to file again, and nothing after it.
          REFILING_OVERDUE: [
            { guard: 'isBehindNextPeriod', target: 'missed', actions: step(returnedIsMissed) },
            { actions: step(refilingIsOverdue) },
          ],
          NEXT_PERIOD_DUE: { target: 'missed', actions: step(returnedIsMissed) },
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
