import type { Effect } from '../effect.js';
import { offsetFrom } from '../ladder/next-rung.js';
import type { Policy } from '../policy/policy.schema.js';
import type { ObligationContext } from './obligation.context.js';
import type { ObligationEvent } from './obligation.event.js';
import { factsOf, reportIsMissed, type ObligationStep } from './obligation-steps.js';

type Event<T extends ObligationEvent['type']> = Extract<ObligationEvent, { type: T }>;

/** A one-off report is asked for: no next period will come, so all its clocks are its own. */
export function reportIsRequested(
  context: ObligationContext,
  event: Event<'REPORT_REQUESTED'>,
  policy: Policy,
): ObligationStep {
  const { dueAt, request } = context;
  const { remindHoursBefore } = policy.requests;
  const due: Effect[] = [
    {
      type: 'armDeadline',
      name: 'request:due',
      budget: { kind: 'workingDays', from: dueAt, days: 0 },
      detail: { event: 'REQUEST_DUE' },
    },
  ];
  if (event.noticeHours > remindHoursBefore)
    due.push({
      type: 'armDeadline',
      name: 'request:reminder',
      budget: { kind: 'workingHours', from: dueAt, hours: -remindHoursBefore },
      detail: { event: 'REMINDER_DUE' },
    });
  return {
    context: { request: request && { ...request, approvedBy: event.approvedBy } },
    effects: [...due, tell(context, 'reportRequested', ['liaison', 'leadUnitHead'])],
  };
}

export const reminderFallsDue = (context: ObligationContext): ObligationStep => ({
  effects: [tell(context, 'requestReminder', ['liaison'])],
});

/** The time is over and nothing was filed: the unit is chased, and so long it may still be filed. */
export const requestFallsDue = (
  context: ObligationContext,
  event: Event<'REQUEST_DUE'>,
  policy: Policy,
): ObligationStep => ({
  effects: [
    {
      type: 'armDeadline',
      name: 'request:expires',
      budget: offsetFrom(event.at, policy.requests.missedAfter),
      detail: { event: 'REQUEST_EXPIRED' },
    },
    tell(context, 'requestOverdue', ['liaison', 'leadUnitHead']),
  ],
});

/** Missed, and who asked is told. */
export const requestExpires = (context: ObligationContext): ObligationStep => ({
  effects: [
    ...(reportIsMissed(context).effects ?? []),
    tell(context, 'requestMissed', ['leadUnitHead', context.request?.requestedFor ?? 'supervisor']),
  ],
});

const tell = (
  context: ObligationContext,
  message: string,
  audience: Extract<Effect, { type: 'notify' }>['audience'],
): Effect => ({
  type: 'notify',
  message,
  audience,
  unitId: context.unitId,
  facts: { ...factsOf(context), ...(context.request && { reason: context.request.words }) },
});
