import { by, byPeopleOf } from '../authorisation/metadata.js';
import type { Policy } from '../policy/policy.schema.js';
import * as amendment from './amendment-steps.js';
import * as blockage from './blockage-steps.js';
import * as cadence from './cadence-steps.js';
import * as closure from './closure-steps.js';
import * as deadline from './deadline-steps.js';
import * as dispatch from './dispatch-steps.js';
import * as lead from './lead-steps.js';
import * as progress from './progress-steps.js';
import { firstReportIsOverdue } from './supervision/first-report.js';
import { levelStates } from './supervision/level-states.js';
import { policyIsAdopted } from './supervision/policy-steps.js';
import * as supervision from './supervision/supervision-steps.js';
import * as suspension from './suspension-steps.js';
import { begunTask } from './begun-task.js';
import { SCHEDULE_REGION } from './schedule-region.js';
import { taskSetup } from './task.setup.js';
import { verificationTransitions } from './verification-transitions.js';

/**
 * 2: `supervision` beside `life` and `schedule`; ladders of single tasks' matters; blockage, hand-over, appeal.
 * 3: the rhythms in which it is reported on (`reportsEvery`), a line each.
 */
export const TASK_MACHINE_VERSION = 3;

/**
 * The life of a task (domain.md §6), and beside it its schedule: how far it is behind what the working days gone by
 * lead one to expect (§5), and its supervision: the colour that its ladders have come to (§8). Delays never stand in
 * the chart: a clock is a deadline row, and reaching it is an event. Who may bring a transition about stands at it.
 */
export function createTaskMachine(policy: Policy) {
  const { base, step } = taskSetup(policy);
  const hq = by('headquartersOffice');
  const unit = by('liaison', 'leadUnitHead');
  const supervisor = by('supervisor');
  const overseers = by('supervisor', 'headquartersOffice');

  const withdraw = { target: '#task.life.withdrawn', actions: step(closure.isWithdrawn), ...hq } as const;
  const supersede = { target: '#task.life.withdrawn', actions: step(closure.isSuperseded), ...hq } as const;
  const reports = {
    PROGRESS_REPORTED: { actions: step(progress.progressIsReported) },
    REPORT_MISSED: { actions: step(progress.reportIsMissed) },
    FIRST_REPORT_OVERDUE: { guard: 'mayOweFirstReport', actions: step(firstReportIsOverdue) },
  } as const;
  const rhythms = {
    CADENCES_CHANGED: { guard: 'namesRhythms', actions: step(cadence.cadencesChange), ...hq },
  } as const;
  const extend = { guard: 'mayBeExtended', actions: step(deadline.isExtended), ...hq } as const;
  const late = { guard: 'deadlineRuns', actions: step(deadline.deadlinePasses) } as const;
  const carryOver = { guard: 'setsDayAhead', actions: step(deadline.isCarriedOver), ...hq } as const;
  const closeWithYear = {
    target: '#task.life.closed',
    actions: step(closure.isClosedWithYear),
    ...hq,
  } as const;
  const sendBack = { target: '#task.life.inProgress', actions: step(closure.closureIsReturned) } as const;
  const gateLate = { actions: step(closure.gateIsOverdue) } as const;
  const amend = { guard: 'mayBeAmended', actions: step(amendment.isAmended), ...hq } as const;
  const amendRunning = {
    guard: 'mayBeAmended',
    actions: step(amendment.isAmendedWhileItRuns),
    ...hq,
  } as const;
  const goOn = [
    { guard: 'hasUnsignedLead', target: 'dispatched', actions: step(suspension.goesOnUnsigned) },
    { target: 'inProgress', actions: step(suspension.goesOn) },
  ] as const;
  /** One side of a hand-over signs; with the last signature the lead changes. */
  const signOver = <Who extends ReturnType<typeof by>>(who: Who) =>
    [
      { guard: 'completesHandover', actions: step(lead.leadChanges), ...who },
      { guard: 'mayHandOver', actions: step(lead.isHandedOver), ...who },
    ] as const;
  const changeLead = { guard: 'changesLead', actions: step(lead.leadIsToChange), ...hq } as const;
  const block = { guard: 'mayBlock', actions: step(blockage.isBlocked), ...unit } as const;
  // What has begun goes on wherever the life of the task takes it: no signature and no clock is lost on the way.
  const handover = {
    HANDED_OVER: signOver(byPeopleOf('handingOver', 'liaison', 'leadUnitHead')),
    TAKEN_OVER: signOver(byPeopleOf('takingOver', 'liaison', 'leadUnitHead')),
    HANDOVER_OVERDUE: { guard: 'isHandingOver', actions: step(lead.handoverIsOverdue) },
    HANDOVER_DECREED: { guard: 'isHandingOver', actions: step(lead.leadChanges), ...hq },
  } as const;
  const succeed = {
    guard: 'isSucceeded',
    actions: step(lead.unitIsSucceeded),
    ...by('administrator', 'headquartersOffice'),
  } as const;
  const waiting = {
    BLOCKAGE_ACCEPTED: {
      guard: 'isClaimed',
      actions: step(blockage.blockageIsAccepted),
      ...byPeopleOf('awaited', 'liaison', 'leadUnitHead', 'headquartersOffice', 'supervisor'),
    },
    BLOCKAGE_CONTESTED: {
      guard: 'isUncontested',
      actions: step(blockage.blockageIsContested),
      ...byPeopleOf('awaited', 'liaison', 'leadUnitHead'),
    },
    BLOCKAGE_REJECTED: { guard: 'isClaimed', actions: step(blockage.blockageIsRejected), ...overseers },
    BLOCKAGE_OVERDUE: { guard: 'isClaimed', actions: step(blockage.blockageIsOverdue) },
    AWAITED_OVERDUE: { guard: 'isAwaiting', actions: step(blockage.awaitedIsOverdue) },
    UNBLOCKED: {
      guard: 'isBlocked',
      actions: step(blockage.isUnblocked),
      ...by('liaison', 'leadUnitHead', 'headquartersOffice', 'supervisor'),
    },
  } as const;

  const { order, verifying, foundAfterwards } = verificationTransitions(step);

  return base.createMachine({
    id: 'task',
    context: ({ input }) => begunTask(input),
    type: 'parallel',
    states: {
      life: {
        initial: 'drafted',
        on: { ...handover, ...waiting, ...verifying },
        states: {
          drafted: {
            on: {
              ...rhythms,
              CONFIRMED: { target: 'confirmed', ...hq },
              AMENDED: amend,
              WITHDRAWN: withdraw,
            },
          },
          confirmed: {
            on: {
              ...rhythms,
              LEAD_ASSIGNED: { guard: 'namesLead', actions: step(dispatch.leadIsAssigned), ...hq },
              DISPATCHED: {
                guard: 'hasLead',
                target: 'dispatched',
                actions: step(dispatch.isDispatched),
                ...hq,
              },
              AMENDED: amend,
              SPLIT: supersede,
              MERGED: supersede,
              WITHDRAWN: withdraw,
            },
          },
          dispatched: {
            on: {
              ...reports,
              ...rhythms,
              ...order,
              SIGNED: [
                { guard: 'isLastToSign', target: 'inProgress', actions: step(dispatch.lastSigns), ...unit },
                { guard: 'isUnsignedLead', actions: step(dispatch.isSigned), ...unit },
              ],
              SIGNING_OVERDUE: { actions: step(dispatch.signingIsOverdue) },
              DISPUTED: {
                guard: 'mayDispute',
                target: 'disputed',
                actions: step(dispatch.isDisputed),
                ...unit,
              },
              DEADLINE_PASSED: late,
              EXTENDED: extend,
              CARRIED_OVER: carryOver,
              UNIT_SUCCEEDED: succeed,
              AMENDED: [
                {
                  guard: 'leavesNobodyToSign',
                  target: 'inProgress',
                  actions: step(amendment.isAmendedWhileItRuns),
                  ...hq,
                },
                amendRunning,
              ],
              SPLIT: supersede,
              MERGED: supersede,
              WITHDRAWN: withdraw,
            },
          },
          disputed: {
            on: {
              ...rhythms,
              DISPUTE_RESOLVED: {
                guard: 'mayBeResolved',
                target: 'dispatched',
                actions: step(dispatch.disputeIsResolved),
                ...hq,
              },
              DISPUTE_OVERDUE: { actions: step(dispatch.disputeIsOverdue) },
              DEADLINE_PASSED: late,
              UNIT_SUCCEEDED: succeed,
              AMENDED: [
                {
                  guard: 'endsDispute',
                  target: 'dispatched',
                  actions: step(amendment.isAmendedAndDisputeIsOver),
                  ...hq,
                },
                { guard: 'mayBeAmended', actions: step(amendment.isAmendedWhileDisputed), ...hq },
              ],
              SPLIT: supersede,
              MERGED: supersede,
              WITHDRAWN: withdraw,
            },
          },
          inProgress: {
            on: {
              ...reports,
              ...rhythms,
              ...order,
              LEAD_CHANGED: changeLead,
              BLOCKED: block,
              CLOSURE_REQUESTED: {
                guard: 'isLead',
                target: 'closing',
                actions: step(closure.closureIsRequested),
                ...unit,
              },
              SUSPENDED: {
                guard: 'endsLater',
                target: 'suspended',
                actions: step(suspension.isSuspended),
                ...hq,
              },
              DEADLINE_PASSED: late,
              EXTENDED: extend,
              CARRIED_OVER: carryOver,
              CLOSED_WITH_YEAR: closeWithYear,
              UNIT_SUCCEEDED: succeed,
              AMENDED: [
                {
                  guard: 'bringsNewLead',
                  target: 'dispatched',
                  actions: step(amendment.isAmendedWhileItRuns),
                  ...hq,
                },
                amendRunning,
              ],
              SPLIT: supersede,
              MERGED: supersede,
              WITHDRAWN: withdraw,
            },
          },
          closing: {
            initial: 'taskForceReview',
            on: {
              ...reports,
              ...rhythms,
              ...order,
              DEADLINE_PASSED: { actions: step(deadline.deadlinePassesAtGate) },
              CARRIED_OVER: carryOver,
              CLOSED_WITH_YEAR: closeWithYear,
              UNIT_SUCCEEDED: succeed,
              AMENDED: [
                {
                  guard: 'bringsNewLead',
                  target: '#task.life.dispatched',
                  actions: step(amendment.isAmendedAndClosureIsOff),
                  ...hq,
                },
                amendRunning,
              ],
              WITHDRAWN: withdraw,
            },
            states: {
              taskForceReview: {
                on: {
                  GATE_PASSED: {
                    guard: 'isOfReview',
                    target: 'verification',
                    actions: step(closure.gateIsPassed('verification')),
                    ...by('taskForceOffice'),
                  },
                  CLOSURE_RETURNED: { guard: 'isOfReview', ...sendBack, ...by('taskForceOffice') },
                  GATE_OVERDUE: { guard: 'isOfReview', ...gateLate },
                },
              },
              verification: {
                on: {
                  GATE_PASSED: {
                    guard: 'isOfVerification',
                    target: 'approval',
                    actions: step(closure.gateIsPassed('approval')),
                    ...supervisor,
                  },
                  CLOSURE_RETURNED: { guard: 'isOfVerification', ...sendBack, ...supervisor },
                  GATE_OVERDUE: { guard: 'isOfVerification', ...gateLate },
                },
              },
              approval: {
                on: {
                  GATE_PASSED: {
                    guard: 'isOfApproval',
                    target: '#task.life.closed',
                    actions: step(closure.isClosed),
                    ...hq,
                  },
                  CLOSURE_RETURNED: { guard: 'isOfApproval', ...sendBack, ...hq },
                  GATE_OVERDUE: { guard: 'isOfApproval', ...gateLate },
                },
              },
            },
          },
          suspended: {
            on: {
              ...rhythms,
              RESUMED: goOn.map((way) => ({ ...way, ...hq })),
              SUSPENSION_EXPIRED: goOn,
              CARRIED_OVER: carryOver,
              UNIT_SUCCEEDED: succeed,
              AMENDED: {
                guard: 'mayBeAmended',
                actions: step(amendment.isAmendedWhileSuspended),
                ...hq,
              },
              SPLIT: supersede,
              MERGED: supersede,
              WITHDRAWN: withdraw,
            },
          },
          closed: {
            on: {
              ...foundAfterwards,
              REOPENED: { target: 'inProgress', actions: step(closure.isReopened), ...supervisor },
            },
          },
          withdrawn: { on: foundAfterwards },
        },
      },
      schedule: SCHEDULE_REGION,
      supervision: {
        initial: 'none',
        on: {
          POLICY_ADOPTED: { actions: step(policyIsAdopted) },
          IMPORTANCE_SET: {
            guard: 'isKnownImportance',
            actions: step(supervision.importanceIsSet),
            ...overseers,
          },
          RUNG_DUE: { guard: 'isNextRung', actions: step(supervision.rungIsReached) },
          NOTICE_AGREED: {
            guard: 'isAwaited',
            actions: step(supervision.noticeIsAgreed),
            ...by('commander', 'deputyCommander'),
          },
          NOTICE_ISSUED: { guard: 'isAgreed', actions: step(supervision.noticeIsIssued), ...supervisor },
          ISSUE_OVERDUE: { guard: 'isAwaited', actions: step(supervision.issueIsOverdue) },
          HELD: { guard: 'mayBeHeld', actions: step(supervision.isHeld), ...supervisor },
          HOLD_EXPIRED: { guard: 'isHeld', actions: step(supervision.holdIsOver) },
          LIFTED: {
            guard: 'isClimbing',
            actions: step(supervision.isLifted),
            ...by('supervisor', 'commander'),
          },
          SKIPPED: { guard: 'mayBeSkipped', actions: step(supervision.isSkipped), ...supervisor },
          CARD_ANSWERED: {
            guard: 'owesAnswer',
            actions: step(supervision.cardIsAnswered),
            ...byPeopleOf('carded', 'liaison', 'leadUnitHead'),
          },
          CARD_ANSWER_OVERDUE: { guard: 'awaitsAnswer', actions: step(supervision.answerIsOverdue) },
          APPEALED: {
            guard: 'mayAppeal',
            actions: step(supervision.isAppealed),
            ...byPeopleOf('carded', 'liaison', 'leadUnitHead'),
          },
          APPEAL_UPHELD: {
            guard: 'isAppealed',
            actions: step(supervision.appealIsUpheld),
            ...by('supervisor', 'commander'),
          },
          APPEAL_REJECTED: {
            guard: 'isAppealed',
            actions: step(supervision.appealIsRejected),
            ...by('supervisor', 'commander'),
          },
          APPEAL_OVERDUE: { guard: 'isAppealed', actions: step(supervision.appealIsOverdue) },
        },
        states: levelStates(policy),
      },
    },
  });
}
