import { setup } from 'xstate';
import { by } from '../authorisation/metadata.js';
import { lineLadder, TASK_REPORT } from '../duty/line-ladder.js';
import type { Effect } from '../effect.js';
import type { Policy } from '../policy/policy.schema.js';
import type { Step } from '../step.js';
import { calendarMoves, causeLiesAhead, causeMoves, sittingsMove } from './calendar-steps.js';
import {
  isLastWaited,
  itemIsFulfilled,
  itemIsTakenOff,
  itemJoins,
  itemLeaves,
  leavesNoItemOwed,
  waitingFor,
} from './item-steps.js';
import * as card from './card-steps.js';
import { cardGuards } from './card-guards.js';
import { standsStill } from './line-card.js';
import { dropsIssue, policyIsAdopted } from './policy-steps.js';
import {
  issueIsOverdue,
  noticeIsAgreed,
  noticeIsIssued,
  rungIsReached,
  sittingIsMissed,
} from './ladder-steps.js';
import { finerReportCovers, isCovered, pressesNoMore, rhythmsChange } from './finer-steps.js';
import { pressed } from './pressed.js';
import type { ReportingLineContext, ReportingLineInput } from './reporting-line.context.js';
import type { ReportingLineEvent } from './reporting-line.event.js';
import {
  reminderFallsDue,
  sittingFallsDue,
  sittingIsFiled,
  sittingOpens,
  taskJoins,
  taskLeaves,
} from './sitting-steps.js';

export const REPORTING_LINE_MACHINE_VERSION = 2;

/**
 * A unit's reporting line: one rhythm of sittings, and beside it the ladder that silence climbs.
 * The cause of a climb is "the latest sitting due has not been filed" (domain.md §8).
 */
export function createReportingLineMachine(policy: Policy) {
  const base = setup({
    types: {
      context: {} as ReportingLineContext,
      events: {} as ReportingLineEvent,
      input: {} as ReportingLineInput,
    },
    actions: { effect: (_, _effect: Effect) => {} },
    guards: {
      ...cardGuards(policy),
      dropsIssue: ({ context, event }) =>
        event.type === 'POLICY_ADOPTED' && dropsIssue(context, event, policy),
      isNew: ({ context, event }) => event.type === 'TASK_JOINED' && !context.taskIds.includes(event.taskId),
      isKnown: ({ context, event }) => event.type === 'TASK_LEFT' && context.taskIds.includes(event.taskId),
      isOtherTaskOrItem: ({ context, event }) =>
        event.type === 'ITEM_JOINED' &&
        context.duty !== TASK_REPORT &&
        !context.items.some(({ id, live }) => id === event.item.id && live.includes(event.taskId)),
      isKeptGoing: ({ context, event }) =>
        event.type === 'ITEM_LEFT' &&
        context.items.some(
          ({ id, live }) =>
            (id === event.itemId && live.length > 0) ||
            (event.taskId !== null && live.includes(event.taskId)),
        ),
      isWaitedFor: ({ context, event }) =>
        event.type === 'ITEM_FULFILLED' && waitingFor(context, event) !== null,
      isLastWaitedFor: ({ context, event }) =>
        event.type === 'ITEM_FULFILLED' && isLastWaited(context, event),
      leavesNoItemOwed: ({ context, event }) =>
        event.type === 'ITEM_LEFT' && leavesNoItemOwed(context, event),
      isOnLine: ({ context, event }) =>
        event.type === 'RHYTHMS_CHANGED' && context.taskIds.includes(event.taskId),
      pressesNoMore: ({ context, event }) =>
        event.type === 'RHYTHMS_CHANGED' && pressesNoMore(context, event, policy),
      isCovered: ({ context, event }) =>
        event.type === 'FINER_REPORT_FILED' && isCovered(context, event, policy),
      isCurrent: ({ context, event }) => 'period' in event && context.current?.period === event.period,
      isFileable: ({ context, event }) =>
        event.type === 'SITTING_FILED' && sittingOf(context, event.period) !== null,
      isMissed: ({ context, event }) =>
        event.type === 'SITTING_DUE' &&
        context.current?.period === event.period &&
        pressed(context, context.current, policy).length > 0,
      leavesNothingOwed: ({ context, event }) =>
        event.type === 'TASK_LEFT' &&
        context.overdue !== null &&
        pressed(context, context.overdue, policy).every((taskId) => taskId === event.taskId),
      isNextRung: ({ context, event }) =>
        event.type === 'RUNG_DUE' &&
        context.climb?.generation === event.generation &&
        !standsStill(context.climb) &&
        lineLadder(policy, context).rungs[context.climb.reached]?.name === event.rung,
      isAwaited: ({ context, event }) =>
        'rung' in event &&
        context.climb?.generation === event.generation &&
        context.climb.awaitingIssue?.rung === event.rung,
      isAgreed: ({ context, event }) =>
        event.type === 'NOTICE_ISSUED' &&
        context.climb?.generation === event.generation &&
        context.climb.awaitingIssue?.rung === event.rung &&
        context.climb.awaitingIssue.agreed,
      isMovedByCalendar: ({ context, event }) =>
        event.type === 'CALENDAR_CHANGED' && calendarMoves(context, event),
      hasCauseAhead: ({ context, event }) =>
        event.type === 'CALENDAR_CHANGED' && causeLiesAhead(context, event),
      isOverdueAgain: ({ context, event }) =>
        event.type === 'SITTING_DUE_AGAIN' &&
        context.overdue?.period === event.period &&
        pressed(context, context.overdue, policy).length > 0,
      isNextRungByPerson: ({ context, event }) =>
        event.type === 'RUNG_DUE' &&
        context.climb?.generation === event.generation &&
        !standsStill(context.climb) &&
        lineLadder(policy, context).rungs[context.climb.reached]?.name === event.rung &&
        lineLadder(policy, context).rungs[context.climb.reached]?.issue.by !== 'system',
    },
  });
  const step = <T extends ReportingLineEvent['type']>(
    take: (
      context: ReportingLineContext,
      event: Extract<ReportingLineEvent, { type: T }>,
      policy: Policy,
    ) => Step<ReportingLineContext>,
  ) =>
    base.enqueueActions(({ context, event, enqueue }) => {
      // The chart sends each step only the event it is written for.
      const taken = take(context, event as Extract<ReportingLineEvent, { type: T }>, policy);
      if (taken.context) enqueue.assign(taken.context);
      for (const effect of taken.effects ?? []) enqueue({ type: 'effect', params: effect });
    });

  const calendar = [
    { guard: 'hasCauseAhead', target: 'calm', actions: step(card.silenceIsOver) },
    { guard: 'isMovedByCalendar', actions: step(causeMoves) },
  ] as const;

  const fulfilled = [
    { guard: 'isLastWaitedFor', target: 'calm', actions: step(card.silenceIsOver) },
    { guard: 'isWaitedFor', actions: step(itemIsTakenOff) },
  ] as const;
  const byUnit = by('liaison', 'leadUnitHead');
  const supervisor = by('supervisor');
  const deciders = by('supervisor', 'commander');
  // Of cards, in whatever state the ladder is: a card outlives the climb that brought it.
  const cards = {
    RUNG_DUE: { guard: 'isNextRungOfMatter', actions: step(card.matterReachesRung) },
    NOTICE_AGREED: {
      guard: 'isAwaitedOfMatter',
      actions: step(card.matterIsAgreed),
      ...by('commander', 'deputyCommander'),
    },
    NOTICE_ISSUED: { guard: 'isAgreedOfMatter', actions: step(card.matterIsIssued), ...supervisor },
    ISSUE_OVERDUE: { guard: 'isAwaitedOfMatter', actions: step(card.matterIsLate) },
    CARD_ANSWERED: { guard: 'owesAnswer', actions: step(card.cardIsAnswered), ...byUnit },
    CARD_ANSWER_OVERDUE: { guard: 'awaitsAnswer', actions: step(card.answerIsOverdue) },
    APPEALED: { guard: 'mayAppeal', actions: step(card.isAppealed), ...byUnit },
    APPEAL_UPHELD: [
      { guard: 'isAppealedNow', target: '.calm', actions: step(card.climbFallsBack), ...deciders },
      { guard: 'isAppealed', actions: step(card.appealIsUpheld), ...deciders },
    ],
    APPEAL_REJECTED: { guard: 'isAppealed', actions: step(card.appealIsRejected), ...deciders },
    APPEAL_OVERDUE: { guard: 'isAppealed', actions: step(card.appealIsOverdue) },
    HELD: { guard: 'mayBeHeld', actions: step(card.isHeld), ...supervisor },
    HOLD_EXPIRED: { guard: 'isHeld', actions: step(card.holdIsOver) },
    LIFTED: [
      { guard: 'isOfSilence', target: '.calm', actions: step(card.silenceIsLifted), ...deciders },
      { guard: 'isOfMatter', actions: step(card.isLifted), ...deciders },
    ],
    POLICY_ADOPTED: [
      { guard: 'dropsIssue', target: '.climbing', actions: step(policyIsAdopted) },
      { actions: step(policyIsAdopted) },
    ],
    SKIPPED: { guard: 'mayBeSkipped', actions: step(card.isSkipped), ...supervisor },
  } as const;
  return base.createMachine({
    id: 'reportingLine',
    context: ({ input }) => ({
      id: input.id,
      planId: input.planId,
      unitId: input.unitId,
      duty: input.duty ?? TASK_REPORT,
      cadence: input.cadence,
      taskIds: [],
      items: [],
      current: null,
      overdue: null,
      filed: null,
      left: [],
      climb: null,
      climbs: 0,
      cards: [],
      matters: { causes: {}, climbs: [] },
    }),
    type: 'parallel',
    states: {
      sittings: {
        initial: 'running',
        states: {
          running: {
            on: {
              TASK_JOINED: { guard: 'isNew', actions: step(taskJoins) },
              SITTING_OPENED: { guard: 'isCurrent', actions: step(sittingOpens) },
              REMINDER_DUE: { guard: 'isCurrent', actions: step(reminderFallsDue) },
              SITTING_DUE: { guard: 'isCurrent', actions: step(sittingFallsDue) },
              SITTING_FILED: { guard: 'isFileable', actions: step(sittingIsFiled), ...byUnit },
              TASK_LEFT: { guard: 'isKnown', actions: step(taskLeaves) },
              RHYTHMS_CHANGED: { guard: 'isOnLine', actions: step(rhythmsChange) },
              FINER_REPORT_FILED: { guard: 'isCovered', actions: step(finerReportCovers) },
              ITEM_JOINED: { guard: 'isOtherTaskOrItem', actions: step(itemJoins) },
              ITEM_LEFT: { guard: 'isKeptGoing', actions: step(itemLeaves) },
              ITEM_FULFILLED: { guard: 'isWaitedFor', actions: step(itemIsFulfilled) },
              CALENDAR_CHANGED: { guard: 'isMovedByCalendar', actions: step(sittingsMove) },
            },
          },
        },
      },
      ladder: {
        initial: 'calm',
        on: {
          ...cards,
        },
        states: {
          calm: {
            on: {
              SITTING_DUE: { guard: 'isMissed', target: 'climbing', actions: step(sittingIsMissed) },
              SITTING_DUE_AGAIN: {
                guard: 'isOverdueAgain',
                target: 'climbing',
                actions: step(sittingIsMissed),
              },
            },
          },
          climbing: {
            on: {
              SITTING_DUE: { guard: 'isMissed', actions: step(sittingIsMissed) },
              RUNG_DUE: [
                { guard: 'isNextRungByPerson', target: 'awaitingIssue', actions: step(rungIsReached) },
                { guard: 'isNextRung', actions: step(rungIsReached) },
              ],
              SITTING_FILED: {
                guard: 'isFileable',
                target: 'calm',
                actions: step(card.silenceIsOver),
                ...byUnit,
              },
              TASK_LEFT: { guard: 'leavesNothingOwed', target: 'calm', actions: step(card.silenceIsOver) },
              ITEM_FULFILLED: fulfilled,
              RHYTHMS_CHANGED: { guard: 'pressesNoMore', target: 'calm', actions: step(card.silenceIsOver) },
              ITEM_LEFT: { guard: 'leavesNoItemOwed', target: 'calm', actions: step(card.silenceIsOver) },
              SITTING_DUE_AGAIN: { guard: 'isOverdueAgain', actions: step(sittingIsMissed) },
              CALENDAR_CHANGED: calendar,
            },
          },
          awaitingIssue: {
            on: {
              SITTING_DUE: { guard: 'isMissed', actions: step(sittingIsMissed) },
              NOTICE_AGREED: {
                guard: 'isAwaited',
                actions: step(noticeIsAgreed),
                ...by('commander', 'deputyCommander'),
              },
              NOTICE_ISSUED: {
                guard: 'isAgreed',
                target: 'climbing',
                actions: step(noticeIsIssued),
                ...by('supervisor'),
              },
              ISSUE_OVERDUE: { guard: 'isAwaited', actions: step(issueIsOverdue) },
              SITTING_FILED: {
                guard: 'isFileable',
                target: 'calm',
                actions: step(card.silenceIsOver),
                ...byUnit,
              },
              TASK_LEFT: { guard: 'leavesNothingOwed', target: 'calm', actions: step(card.silenceIsOver) },
              ITEM_FULFILLED: fulfilled,
              RHYTHMS_CHANGED: { guard: 'pressesNoMore', target: 'calm', actions: step(card.silenceIsOver) },
              ITEM_LEFT: { guard: 'leavesNoItemOwed', target: 'calm', actions: step(card.silenceIsOver) },
              SITTING_DUE_AGAIN: { guard: 'isOverdueAgain', actions: step(sittingIsMissed) },
              CALENDAR_CHANGED: calendar,
            },
          },
        },
      },
    },
  });
}

/** The sitting of that period, if it can still be filed: open and ahead, or overdue. */
function sittingOf(context: ReportingLineContext, period: string) {
  const { current, overdue } = context;
  if (current?.period === period && current.open && current.filedAt === null) return current;
  return overdue?.period === period ? overdue : null;
}
