import { and, or, setup, stateIn } from 'xstate';
import { instantOf } from '#calendar';
import type { Effect } from '../effect.js';
import type { Policy } from '../policy/policy.schema.js';
import type { Step } from '../step.js';
import * as amendment from './amendment-steps.js';
import * as steps from './task-steps.js';
import type { TaskContext, TaskInput } from './task.context.js';
import type { Gate, TaskEvent } from './task.event.js';

export const TASK_MACHINE_VERSION = 1;

type Event<T extends TaskEvent['type']> = Extract<TaskEvent, { type: T }>;

/**
 * The life of a task (domain.md §6), and beside it its schedule: how far it is behind what the working days gone by
 * lead one to expect (§5). Delays never stand in the chart: a clock is a deadline row, and reaching it is an event.
 */
export function createTaskMachine(policy: Policy) {
  const base = setup({
    types: { context: {} as TaskContext, events: {} as TaskEvent, input: {} as TaskInput },
    actions: { effect: (_, _effect: Effect) => {} },
    guards: {
      hasLead: ({ context }) => context.leadUnitIds.length > 0,
      namesLead: ({ event }) => event.type === 'LEAD_ASSIGNED' && event.unitIds.length > 0,
      mayBeResolved: ({ event }) =>
        event.type === 'DISPUTE_RESOLVED' && (event.decision === 'insist' || event.unitIds.length > 0),
      isUnsignedLead: ({ context, event }) =>
        event.type === 'SIGNED' &&
        context.leadUnitIds.includes(event.unitId) &&
        !context.signedBy.includes(event.unitId),
      isLastToSign: ({ context, event }) =>
        event.type === 'SIGNED' &&
        context.leadUnitIds.includes(event.unitId) &&
        context.leadUnitIds.every((unitId) => unitId === event.unitId || context.signedBy.includes(unitId)),
      isLead: ({ context, event }) => 'unitId' in event && context.leadUnitIds.includes(event.unitId),
      mayBeExtended: ({ context, event }) =>
        event.type === 'EXTENDED' &&
        context.extensions < policy.extensionsAtMost &&
        !context.deadlinePassed &&
        // Where a suspension has pushed the deadline, its clock alone knows when it passes.
        (context.suspensions.length > 0 || event.at <= instantOf(context.deadlineOn, policy.taskDueAt)) &&
        event.deadlineOn > context.deadlineOn &&
        event.deadlineOn >= event.on,
      endsLater: ({ event }) => event.type === 'SUSPENDED' && event.until > event.on,
      mayBeAmended: ({ event }) => event.type === 'AMENDED' && event.leadUnitIds?.length !== 0,
      bringsNewLead: ({ context, event }) =>
        event.type === 'AMENDED' &&
        event.leadUnitIds?.length !== 0 &&
        amendment.leadsJoining(context, event).length > 0,
      leavesNobodyToSign: ({ context, event }) =>
        event.type === 'AMENDED' &&
        event.leadUnitIds?.length !== 0 &&
        amendment.unsignedAfter(context, event).length === 0,
      endsDispute: ({ context, event }) =>
        event.type === 'AMENDED' && event.leadUnitIds?.length !== 0 && amendment.endsDispute(context, event),
      hasUnsignedLead: ({ context }) =>
        context.leadUnitIds.some((unitId) => !context.signedBy.includes(unitId)),
      isOfReview: ({ event }) => isOfGate('taskForceReview', event),
      isOfVerification: ({ event }) => isOfGate('verification', event),
      isOfApproval: ({ event }) => isOfGate('approval', event),
      takesProgress: or([
        stateIn('#task.life.dispatched'),
        stateIn('#task.life.inProgress'),
        stateIn('#task.life.closing'),
      ]),
      isFarBehind: ({ context, event }) => lagOf(context, event) >= policy.lag.seriouslyBehind,
      isBehind: ({ context, event }) => lagOf(context, event) >= policy.lag.behind,
    },
  });
  const step = <T extends TaskEvent['type']>(
    take: (context: TaskContext, event: Event<T>, policy: Policy) => Step<TaskContext>,
  ) =>
    base.enqueueActions(({ context, event, enqueue }) => {
      // The chart sends each step only the event it is written for.
      const taken = take(context, event as Event<T>, policy);
      if (taken.context) enqueue.assign(taken.context);
      for (const effect of taken.effects ?? []) enqueue({ type: 'effect', params: effect });
    });
  const withdraw = { target: '#task.life.withdrawn', actions: step(steps.isWithdrawn) } as const;
  const progress = { actions: step(steps.progressIsReported) } as const;
  const extend = { guard: 'mayBeExtended', actions: step(steps.isExtended) } as const;
  const late = { actions: step(steps.deadlinePasses) } as const;
  const sendBack = { target: '#task.life.inProgress', actions: step(steps.closureIsReturned) } as const;
  const gateLate = { actions: step(steps.gateIsOverdue) } as const;
  const amend = { guard: 'mayBeAmended', actions: step(amendment.isAmended) } as const;
  const amendRunning = { guard: 'mayBeAmended', actions: step(amendment.isAmendedWhileItRuns) } as const;
  const goOn = [
    { guard: 'hasUnsignedLead', target: 'dispatched', actions: step(steps.goesOnUnsigned) },
    { target: 'inProgress', actions: step(steps.goesOn) },
  ] as const;
  const assess = [
    { guard: and(['takesProgress', 'isFarBehind']), target: 'seriouslyBehind' },
    { guard: and(['takesProgress', 'isBehind']), target: 'behind' },
    { guard: 'takesProgress', target: 'onTrack' },
  ] as const;

  return base.createMachine({
    id: 'task',
    context: ({ input }) => ({
      ...input,
      signedBy: [],
      startOn: null,
      originalDeadlineOn: input.deadlineOn,
      extendedAt: null,
      progressOf: {},
      progress: 0,
      expected: 0,
      extensions: 0,
      deadlinePassed: false,
      dispute: null,
      suspension: null,
      suspensions: [],
      returns: 0,
    }),
    type: 'parallel',
    states: {
      life: {
        initial: 'drafted',
        states: {
          drafted: { on: { CONFIRMED: 'confirmed', AMENDED: amend, WITHDRAWN: withdraw } },
          confirmed: {
            on: {
              LEAD_ASSIGNED: { guard: 'namesLead', actions: step(steps.leadIsAssigned) },
              DISPATCHED: { guard: 'hasLead', target: 'dispatched', actions: step(steps.isDispatched) },
              AMENDED: amend,
              WITHDRAWN: withdraw,
            },
          },
          dispatched: {
            on: {
              SIGNED: [
                { guard: 'isLastToSign', target: 'inProgress', actions: step(steps.lastSigns) },
                { guard: 'isUnsignedLead', actions: step(steps.isSigned) },
              ],
              SIGNING_OVERDUE: { actions: step(steps.signingIsOverdue) },
              DISPUTED: { guard: 'isLead', target: 'disputed', actions: step(steps.isDisputed) },
              PROGRESS_REPORTED: progress,
              DEADLINE_PASSED: late,
              EXTENDED: extend,
              AMENDED: [
                {
                  guard: 'leavesNobodyToSign',
                  target: 'inProgress',
                  actions: step(amendment.isAmendedWhileItRuns),
                },
                amendRunning,
              ],
              WITHDRAWN: withdraw,
            },
          },
          disputed: {
            on: {
              DISPUTE_RESOLVED: {
                guard: 'mayBeResolved',
                target: 'dispatched',
                actions: step(steps.disputeIsResolved),
              },
              DISPUTE_OVERDUE: { actions: step(steps.disputeIsOverdue) },
              DEADLINE_PASSED: late,
              AMENDED: [
                {
                  guard: 'endsDispute',
                  target: 'dispatched',
                  actions: step(amendment.isAmendedAndDisputeIsOver),
                },
                { guard: 'mayBeAmended', actions: step(amendment.isAmendedWhileDisputed) },
              ],
              WITHDRAWN: withdraw,
            },
          },
          inProgress: {
            on: {
              PROGRESS_REPORTED: progress,
              CLOSURE_REQUESTED: {
                guard: 'isLead',
                target: 'closing',
                actions: step(steps.atGate('taskForceReview')),
              },
              SUSPENDED: { guard: 'endsLater', target: 'suspended', actions: step(steps.isSuspended) },
              DEADLINE_PASSED: late,
              EXTENDED: extend,
              AMENDED: [
                {
                  guard: 'bringsNewLead',
                  target: 'dispatched',
                  actions: step(amendment.isAmendedWhileItRuns),
                },
                amendRunning,
              ],
              WITHDRAWN: withdraw,
            },
          },
          closing: {
            initial: 'taskForceReview',
            on: {
              PROGRESS_REPORTED: progress,
              DEADLINE_PASSED: late,
              AMENDED: [
                {
                  guard: 'bringsNewLead',
                  target: '#task.life.dispatched',
                  actions: step(amendment.isAmendedAndClosureIsOff),
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
                    actions: step(steps.atGate('verification')),
                  },
                  CLOSURE_RETURNED: { guard: 'isOfReview', ...sendBack },
                  GATE_OVERDUE: { guard: 'isOfReview', ...gateLate },
                },
              },
              verification: {
                on: {
                  GATE_PASSED: {
                    guard: 'isOfVerification',
                    target: 'approval',
                    actions: step(steps.atGate('approval')),
                  },
                  CLOSURE_RETURNED: { guard: 'isOfVerification', ...sendBack },
                  GATE_OVERDUE: { guard: 'isOfVerification', ...gateLate },
                },
              },
              approval: {
                on: {
                  GATE_PASSED: {
                    guard: 'isOfApproval',
                    target: '#task.life.closed',
                    actions: step(steps.isClosed),
                  },
                  CLOSURE_RETURNED: { guard: 'isOfApproval', ...sendBack },
                  GATE_OVERDUE: { guard: 'isOfApproval', ...gateLate },
                },
              },
            },
          },
          suspended: {
            on: {
              RESUMED: goOn,
              SUSPENSION_EXPIRED: goOn,
              AMENDED: { guard: 'mayBeAmended', actions: step(amendment.isAmendedWhileSuspended) },
              WITHDRAWN: withdraw,
            },
          },
          closed: { on: { REOPENED: { target: 'inProgress', actions: step(steps.isReopened) } } },
          withdrawn: {},
        },
      },
      schedule: {
        initial: 'onTrack',
        states: {
          onTrack: { on: { PROGRESS_REPORTED: assess } },
          behind: { on: { PROGRESS_REPORTED: assess } },
          seriouslyBehind: { on: { PROGRESS_REPORTED: assess } },
        },
      },
    },
  });
}

/** Points behind what the working days gone by lead one to expect, as the report at hand leaves it. */
function lagOf(context: TaskContext, event: TaskEvent): number {
  if (event.type !== 'PROGRESS_REPORTED') return 0;
  const progressOf = { ...context.progressOf, [event.unitId]: event.progress };
  return event.expected - steps.lowest(context.leadUnitIds, progressOf);
}

/** A gate is passed, returned or late under its own name: what was meant for another one does not fit. */
const isOfGate = (gate: Gate, event: TaskEvent): boolean => 'gate' in event && event.gate === gate;
