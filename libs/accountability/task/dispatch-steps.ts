import { offsetFrom } from '../ladder/next-rung.js';
import type { Policy } from '../policy/policy.schema.js';
import type { Step } from '../step.js';
import {
  askToSign,
  disarm,
  joinLines,
  leaveLines,
  raise,
  settle,
  taskClock,
  tellOffice,
} from './task-effects.js';
import { withCauses } from './supervision/supervision-steps.js';
import { leadsSince } from './progress-steps.js';
import type { TaskContext } from './task.context.js';
import type { TaskEvent } from './task.event.js';

type Event<T extends TaskEvent['type']> = Extract<TaskEvent, { type: T }>;
type TaskStep = Step<TaskContext>;

export const leadIsAssigned = (_: TaskContext, event: Event<'LEAD_ASSIGNED'>): TaskStep => ({
  context: { leadUnitIds: event.unitIds, signedBy: [] },
});

/** The clock runs: each lead unit is asked to sign. */
export function isDispatched(context: TaskContext, event: Event<'DISPATCHED'>, policy: Policy): TaskStep {
  const after = {
    ...context,
    startOn: event.on,
    leadSince: leadsSince(context, context.leadUnitIds, event.on, 0),
  };
  return {
    context: { startOn: after.startOn, leadSince: after.leadSince },
    effects: [...askToSign(context, context.leadUnitIds, event.at, policy), taskClock(after, policy)],
  };
}

export function isSigned(context: TaskContext, event: Event<'SIGNED'>): TaskStep {
  return {
    context: {
      signedBy: [...context.signedBy, event.unitId],
      signingOverdueOf: context.signingOverdueOf.filter((unitId) => unitId !== event.unitId),
    },
    effects: joinLines(context, event.unitId),
  };
}

export function lastSigns(context: TaskContext, event: Event<'SIGNED'>): TaskStep {
  const signed = isSigned(context, event);
  return { ...signed, effects: [...(signed.effects ?? []), ...disarm('sign')] };
}

/** Not signed in time: from now on each unit that has not is under its ladder. */
export function signingIsOverdue(context: TaskContext, event: Event<'SIGNING_OVERDUE'>): TaskStep {
  const waiting = context.leadUnitIds.filter((unitId) => !context.signedBy.includes(unitId));
  return {
    context: {
      signingOverdueOf: waiting,
      causes: withCauses(
        context,
        waiting.map((unitId) => ({ trigger: 'unsigned', unitId, gate: null, since: event.at })),
      ),
    },
  };
}

/** Whose task is it? The headquarters office decides; meanwhile nothing is owed. */
export function isDisputed(context: TaskContext, event: Event<'DISPUTED'>, policy: Policy): TaskStep {
  const facts = { reason: event.reason };
  return {
    context: { dispute: { unitId: event.unitId, reason: event.reason }, signedBy: [], signingOverdueOf: [] },
    effects: [
      ...disarm('sign'),
      ...leaveLines(context, context.signedBy, '职责争议'),
      {
        type: 'armDeadline',
        name: 'dispute',
        budget: offsetFrom(event.at, policy.disputeAnsweredWithin),
        detail: { event: 'DISPUTE_OVERDUE' },
      },
      tellOffice(context, 'disputed', ['headquartersOffice'], facts, event.unitId),
      raise(context, 'disputed', event.unitId, facts),
    ],
  };
}

/** The office that decides disputes is late: that climbs a ladder of its own. */
export const disputeIsOverdue = (context: TaskContext, event: Event<'DISPUTE_OVERDUE'>): TaskStep => ({
  context: {
    causes: withCauses(context, [{ trigger: 'disputeLate', unitId: null, gate: null, since: event.at }]),
  },
});

/** Reassigned or insisted on: it is dispatched afresh, and the time to sign begins again. */
export function disputeIsResolved(
  context: TaskContext,
  event: Event<'DISPUTE_RESOLVED'>,
  policy: Policy,
): TaskStep {
  const leadUnitIds = event.decision === 'reassign' ? event.unitIds : context.leadUnitIds;
  return {
    context: {
      leadUnitIds,
      leadSince: leadsSince(context, leadUnitIds, event.on, context.progress),
      dispute: null,
      signedBy: [],
    },
    effects: [
      ...disarm('dispute'),
      ...settle('disputed'),
      ...askToSign(context, leadUnitIds, event.at, policy),
    ],
  };
}
