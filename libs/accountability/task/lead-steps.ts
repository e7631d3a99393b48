import type { Effect } from '../effect.js';
import { offsetFrom } from '../ladder/next-rung.js';
import type { Policy } from '../policy/policy.schema.js';
import type { Step } from '../step.js';
import { figuresOf, leadsSince } from './progress-steps.js';
import { owesHandover } from './supervision/matters.js';
import { withCauses } from './supervision/supervision-steps.js';
import { disarm, joinLines, leaveLines, tellUnit } from './task-effects.js';
import type { Handover, TaskContext } from './task.context.js';
import type { TaskEvent } from './task.event.js';

type Event<T extends TaskEvent['type']> = Extract<TaskEvent, { type: T }>;
type TaskStep = Step<TaskContext>;

const sidesOf = (context: TaskContext, unitIds: readonly string[]) => ({
  fromUnitIds: context.leadUnitIds.filter((unitId) => !unitIds.includes(unitId)),
  toUnitIds: [...new Set(unitIds)].filter((unitId) => !context.leadUnitIds.includes(unitId)),
});

/** Whether the lead would change at all. */
export function changesLead(context: TaskContext, { unitIds }: Event<'LEAD_CHANGED'>): boolean {
  const { fromUnitIds, toUnitIds } = sidesOf(context, unitIds);
  return unitIds.length > 0 && fromUnitIds.length + toUnitIds.length > 0;
}

/** The lead is to change: old and new have the same time to hand over; until both have signed, the old one acts. */
export function leadIsToChange(context: TaskContext, event: Event<'LEAD_CHANGED'>, policy: Policy): TaskStep {
  const sides = sidesOf(context, event.unitIds);
  return {
    context: {
      handover: { ...sides, handedOverBy: [], takenOverBy: [], since: event.at, reason: event.reason },
    },
    effects: [
      {
        type: 'armDeadline',
        name: 'handover',
        budget: offsetFrom(event.at, policy.tasks.handoverWithin),
        detail: { event: 'HANDOVER_OVERDUE' },
      },
      ...[...sides.fromUnitIds, ...sides.toUnitIds].map((unitId) =>
        tellUnit(context, 'handoverWaiting', unitId, { reason: event.reason }),
      ),
    ],
  };
}

const signedOver = (handover: Handover, event: Event<'HANDED_OVER'> | Event<'TAKEN_OVER'>): Handover =>
  event.type === 'HANDED_OVER'
    ? { ...handover, handedOverBy: [...handover.handedOverBy, event.unitId] }
    : { ...handover, takenOverBy: [...handover.takenOverBy, event.unitId] };

/** Whether the unit has its side of the hand-over still to sign. */
export const mayHandOver = (
  { handover }: TaskContext,
  { type, unitId }: Event<'HANDED_OVER'> | Event<'TAKEN_OVER'>,
): boolean =>
  handover !== null &&
  (type === 'HANDED_OVER'
    ? handover.fromUnitIds.includes(unitId) && !handover.handedOverBy.includes(unitId)
    : handover.toUnitIds.includes(unitId) && !handover.takenOverBy.includes(unitId));

/** Whether this was the last signature that the hand-over waited for. */
export function completesHandover(
  { handover }: TaskContext,
  event: Event<'HANDED_OVER'> | Event<'TAKEN_OVER'>,
): boolean {
  if (handover === null) return false;
  const after = signedOver(handover, event);
  return [...after.fromUnitIds, ...after.toUnitIds].every((unitId) => !owesHandover(after, unitId));
}

/** One side has signed. */
export const isHandedOver = (
  context: TaskContext,
  event: Event<'HANDED_OVER'> | Event<'TAKEN_OVER'>,
): TaskStep => ({ context: { handover: context.handover && signedOver(context.handover, event) } });

/** Both sides have signed, or headquarters has decreed it: the new lead owes from here on, the old one nothing more. */
export function leadChanges(
  context: TaskContext,
  event: Event<'HANDED_OVER'> | Event<'TAKEN_OVER'> | Event<'HANDOVER_DECREED'>,
): TaskStep {
  const { handover } = context;
  if (handover === null) return {};
  const { fromUnitIds, toUnitIds } = handover;
  const leadUnitIds = [
    ...context.leadUnitIds.filter((unitId) => !fromUnitIds.includes(unitId)),
    ...toUnitIds,
  ];
  const leaving = fromUnitIds.filter((unitId) => context.signedBy.includes(unitId));
  return {
    context: {
      leadUnitIds,
      signedBy: [...context.signedBy.filter((unitId) => leadUnitIds.includes(unitId)), ...toUnitIds],
      leadSince: leadsSince(context, leadUnitIds, event.on, context.progress),
      ...figuresOf(context, leadUnitIds),
      handover: null,
    },
    effects: [
      ...disarm('handover'),
      // A suspended task is on no line; who has signed joins when it goes on.
      ...(context.suspension
        ? []
        : [
            ...leaveLines(context, leaving, `牵头单位变更：${handover.reason}`),
            ...toUnitIds.flatMap((unitId) => joinLines(context, unitId)),
          ]),
      ...[...fromUnitIds, ...toUnitIds].map((unitId): Effect =>
        tellUnit(context, 'leadChanged', unitId, { reason: handover.reason }),
      ),
    ],
  };
}

/** Whoever has not signed its side in time is under its ladder. */
export function handoverIsOverdue(context: TaskContext, event: Event<'HANDOVER_OVERDUE'>): TaskStep {
  const { handover } = context;
  if (handover === null) return {};
  const owing = [...handover.fromUnitIds, ...handover.toUnitIds].filter((unitId) =>
    owesHandover(handover, unitId),
  );
  return {
    context: {
      causes: withCauses(
        context,
        owing.map((unitId) => ({ trigger: 'handover', unitId, gate: null, since: event.at })),
      ),
    },
  };
}

/**
 * A unit is renamed or merged: its successor takes over what it leads, signed for as it was, with its figures. What
 * is wrong goes on as the successor's from this day; cards stay with who earned them.
 */
export function unitIsSucceeded(context: TaskContext, event: Event<'UNIT_SUCCEEDED'>): TaskStep {
  const { fromUnitId: from, toUnitId: to } = event;
  const instead = (unitIds: readonly string[]): string[] => [
    ...new Set(unitIds.map((unitId) => (unitId === from ? to : unitId))),
  ];
  // Where the successor leads too, its own figures stand.
  const moved = <T>({ [from]: was, ...others }: Record<string, T>): Record<string, T> =>
    was === undefined || to in others ? others : { ...others, [to]: was };
  const { handover, blockage, dispute } = context;
  const inherited = Object.values(context.causes)
    .filter(({ unitId, trigger }) => unitId === from && trigger !== 'cardAnswer')
    .map((cause) => ({ ...cause, unitId: to, since: event.at }));
  const joins = context.signedBy.includes(from) && !context.signedBy.includes(to) && !context.suspension;
  const lives = context.dispute === null && context.suspension === null;
  return {
    context: {
      leadUnitIds: instead(context.leadUnitIds),
      signedBy: instead(context.signedBy),
      signingOverdueOf: instead(context.signingOverdueOf),
      leadSince: moved(context.leadSince),
      progressOf: moved(context.progressOf),
      expectedOf: moved(context.expectedOf),
      behindOf: moved(context.behindOf),
      handover: handover && {
        ...handover,
        fromUnitIds: instead(handover.fromUnitIds),
        toUnitIds: instead(handover.toUnitIds),
        handedOverBy: instead(handover.handedOverBy),
        takenOverBy: instead(handover.takenOverBy),
      },
      blockage: blockage && {
        ...blockage,
        unitId: blockage.unitId === from ? to : blockage.unitId,
        byUnitId: blockage.byUnitId === from ? to : blockage.byUnitId,
      },
      dispute: dispute && { ...dispute, unitId: dispute.unitId === from ? to : dispute.unitId },
      verifications: context.verifications.map((one) => (one.unitId === from ? { ...one, unitId: to } : one)),
      causes: withCauses(context, inherited),
    },
    effects: [
      ...(lives && context.signedBy.includes(from)
        ? leaveLines(context, [from], `单位更名或合并：${event.reason}`)
        : []),
      ...(joins ? joinLines(context, to) : []),
      tellUnit(context, 'succeeded', to, { reason: event.reason }),
    ],
  };
}
