import { instantOf } from '#calendar';
import { importanceOf, importancesOf, type Policy } from '../policy/policy.schema.js';
import * as amendment from './amendment-steps.js';
import { namesRhythms } from './cadence-steps.js';
import { changesLead, completesHandover, mayHandOver } from './lead-steps.js';
import { lagOf } from './progress-steps.js';
import { cardOf, climbOf, mayBeHeld, rungAhead } from './supervision/supervision-steps.js';
import { verificationOf } from './verification-steps.js';
import type { TaskClimb } from './supervision/climb.js';
import { standsStill as taskStandsStill } from './task-effects.js';
import { owesFirstReport } from './supervision/first-report.js';
import type { TaskContext } from './task.context.js';
import type { Gate, TaskEvent } from './task.event.js';

interface Asked {
  context: TaskContext;
  event: TaskEvent;
}

/** A gate is passed, returned or late under its own name: what was meant for another one does not fit. */
const isOfGate = (gate: Gate, event: TaskEvent): boolean => 'gate' in event && event.gate === gate;

/** The questions that the chart of a task asks, as one policy version answers them. */
export const taskGuards = (policy: Policy) => ({
  hasLead: ({ context }: Asked) => context.leadUnitIds.length > 0,
  namesLead: ({ event }: Asked) => event.type === 'LEAD_ASSIGNED' && event.unitIds.length > 0,
  mayBeResolved: ({ event }: Asked) =>
    event.type === 'DISPUTE_RESOLVED' && (event.decision === 'insist' || event.unitIds.length > 0),
  isUnsignedLead: ({ context, event }: Asked) =>
    event.type === 'SIGNED' &&
    context.leadUnitIds.includes(event.unitId) &&
    !context.signedBy.includes(event.unitId),
  isLastToSign: ({ context, event }: Asked) =>
    event.type === 'SIGNED' &&
    context.leadUnitIds.includes(event.unitId) &&
    context.leadUnitIds.every((unitId) => unitId === event.unitId || context.signedBy.includes(unitId)),
  isLead: ({ context, event }: Asked) => 'unitId' in event && context.leadUnitIds.includes(event.unitId),
  mayDispute: ({ context, event }: Asked) =>
    event.type === 'DISPUTED' &&
    context.leadUnitIds.includes(event.unitId) &&
    (policy.tasks.disputeAfterSigningTime || !context.signingOverdueOf.includes(event.unitId)),
  // A clock that was taken off and rings all the same changes nothing.
  deadlineRuns: ({ context }: Asked) => !taskStandsStill(context),
  hasUnsignedLead: ({ context }: Asked) =>
    context.leadUnitIds.some((unitId) => !context.signedBy.includes(unitId)),
  mayBeExtended: ({ context, event }: Asked) =>
    event.type === 'EXTENDED' &&
    event.deadlineOn > context.deadlineOn &&
    event.deadlineOn >= event.on &&
    (event.override === true || isWithinPolicy(context, event, policy)),
  setsDayAhead: ({ event }: Asked) => event.type === 'CARRIED_OVER' && event.deadlineOn > event.on,
  namesRhythms: ({ event }: Asked) => event.type === 'CADENCES_CHANGED' && namesRhythms(event),
  endsLater: ({ event }: Asked) => event.type === 'SUSPENDED' && event.until > event.on,
  isOfReview: ({ event }: Asked) => isOfGate('taskForceReview', event),
  isOfVerification: ({ event }: Asked) => isOfGate('verification', event),
  isOfApproval: ({ event }: Asked) => isOfGate('approval', event),
  mayBeAmended: ({ event }: Asked) => event.type === 'AMENDED' && event.leadUnitIds?.length !== 0,
  bringsNewLead: ({ context, event }: Asked) =>
    event.type === 'AMENDED' &&
    event.leadUnitIds?.length !== 0 &&
    amendment.leadsJoining(context, event).length > 0,
  leavesNobodyToSign: ({ context, event }: Asked) =>
    event.type === 'AMENDED' &&
    event.leadUnitIds?.length !== 0 &&
    amendment.unsignedAfter(context, event).length === 0,
  endsDispute: ({ context, event }: Asked) =>
    event.type === 'AMENDED' && event.leadUnitIds?.length !== 0 && amendment.endsDispute(context, event),
  changesLead: ({ context, event }: Asked) =>
    event.type === 'LEAD_CHANGED' && context.handover === null && changesLead(context, event),
  isHandingOver: ({ context }: Asked) => context.handover !== null,
  mayHandOver: ({ context, event }: Asked) =>
    (event.type === 'HANDED_OVER' || event.type === 'TAKEN_OVER') && mayHandOver(context, event),
  completesHandover: ({ context, event }: Asked) =>
    (event.type === 'HANDED_OVER' || event.type === 'TAKEN_OVER') &&
    mayHandOver(context, event) &&
    completesHandover(context, event),
  isSucceeded: ({ context, event }: Asked) =>
    event.type === 'UNIT_SUCCEEDED' &&
    event.fromUnitId !== event.toUnitId &&
    (context.leadUnitIds.includes(event.fromUnitId) ||
      context.blockage?.byUnitId === event.fromUnitId ||
      (context.handover?.toUnitIds.includes(event.fromUnitId) ?? false)),
  mayBlock: ({ context, event }: Asked) =>
    event.type === 'BLOCKED' &&
    context.blockage === null &&
    context.leadUnitIds.includes(event.unitId) &&
    !context.leadUnitIds.includes(event.byUnitId),
  isClaimed: ({ context }: Asked) => context.blockage !== null && context.blockage.state !== 'accepted',
  isUncontested: ({ context }: Asked) => context.blockage?.state === 'claimed',
  isAwaiting: ({ context }: Asked) => context.blockage?.state === 'accepted',
  isBlocked: ({ context }: Asked) => context.blockage !== null,
  mayBeVerified: ({ context, event }: Asked) =>
    event.type === 'VERIFICATION_ORDERED' &&
    context.leadUnitIds.includes(event.unitId) &&
    context.verifications.every(({ id }) => id !== event.verificationId),
  isVerified: ({ context, event }: Asked) =>
    'verificationId' in event && verificationOf(context, event.verificationId, 'open') !== undefined,
  owesCorrection: ({ context, event }: Asked) => {
    if (!('verificationId' in event)) return false;
    const owed = verificationOf(context, event.verificationId, 'correction');
    return owed !== undefined && (event.type !== 'FIGURE_CORRECTED' || owed.unitId === event.unitId);
  },
  isNextRung: ({ context, event }: Asked) =>
    event.type === 'RUNG_DUE' &&
    !standsStill(climbOf(context, event.generation)) &&
    isAhead(context, event.generation, event.rung, policy),
  mayBeSkipped: ({ context, event }: Asked) =>
    event.type === 'SKIPPED' && isAhead(context, event.generation, event.rung, policy),
  isAwaited: ({ context, event }: Asked) =>
    'rung' in event && climbOf(context, event.generation)?.awaitingIssue?.rung === event.rung,
  isAgreed: ({ context, event }: Asked) => {
    if (event.type !== 'NOTICE_ISSUED') return false;
    const awaiting = climbOf(context, event.generation)?.awaitingIssue;
    return awaiting?.rung === event.rung && awaiting.agreed;
  },
  mayBeHeld: ({ context, event }: Asked) => event.type === 'HELD' && mayBeHeld(context, event, policy),
  isHeld: ({ context, event }: Asked) =>
    'generation' in event && climbOf(context, event.generation)?.hold != null,
  isClimbing: ({ context, event }: Asked) =>
    'generation' in event && climbOf(context, event.generation) !== undefined,
  owesAnswer: ({ context, event }: Asked) => {
    if (event.type !== 'CARD_ANSWERED') return false;
    const card = cardOf(context, event);
    return card?.unitId === event.unitId && (card.answer === 'awaited' || card.answer === 'overdue');
  },
  awaitsAnswer: ({ context, event }: Asked) =>
    event.type === 'CARD_ANSWER_OVERDUE' && cardOf(context, event)?.answer === 'awaited',
  mayAppeal: ({ context, event }: Asked) => {
    if (event.type !== 'APPEALED' || event.late) return false;
    const card = cardOf(context, event);
    return (
      card?.unitId === event.unitId &&
      card.appeal === 'none' &&
      !card.rescinded &&
      (card.appealBy === undefined || event.at <= card.appealBy)
    );
  },
  isAppealed: ({ context, event }: Asked) => 'rung' in event && cardOf(context, event)?.appeal === 'open',
  mayOweFirstReport: ({ context }: Asked) => owesFirstReport(context),
  isKnownImportance: ({ context, event }: Asked) =>
    event.type === 'IMPORTANCE_SET' &&
    importancesOf(policy).some(({ id }) => id === event.importance) &&
    importanceOf(policy, context.importance).id !== event.importance,
  isFarBehind: ({ context }: Asked) => lagOf(context) >= policy.lag.seriouslyBehind,
  isBehind: ({ context }: Asked) =>
    lagOf(context) >= policy.lag.behind && lagOf(context) < policy.lag.seriouslyBehind,
  isOnTrack: ({ context }: Asked) => lagOf(context) < policy.lag.behind,
});

type Extended = Extract<TaskEvent, { type: 'EXTENDED' }>;

/** What the policy grants: so many extensions, and none once the deadline has passed. */
const isWithinPolicy = (context: TaskContext, event: Extended, policy: Policy): boolean =>
  context.extensions < policy.extensionsAtMost &&
  !context.deadlinePassed &&
  // Where a suspension has pushed the deadline, its clock alone knows when it passes.
  (context.suspensions.length > 0 || event.at <= instantOf(context.deadlineOn, policy.taskDueAt));

/** A climb that is held, or waits for others, reaches nothing: a clock that rings all the same changes nothing. */
const standsStill = (climb: TaskClimb | undefined): boolean => climb?.pauses.at(-1)?.to === null;

const isAhead = (context: TaskContext, generation: number, rung: string, policy: Policy): boolean => {
  const climb = climbOf(context, generation);
  return climb?.awaitingIssue === null && rungAhead(climb, context, policy)?.name === rung;
};
