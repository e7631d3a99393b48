import { offsetFrom } from '../ladder/next-rung.js';
import type { Policy } from '../policy/policy.schema.js';
import type { Step } from '../step.js';
import { lowest } from './progress-steps.js';
import { withCauses } from './supervision/with-causes.js';
import { disarm, tellOffice, tellUnit } from './task-effects.js';
import type { TaskVerification } from './task-verification.js';
import type { TaskContext } from './task.context.js';
import type { TaskEvent } from './task.event.js';

type Event<T extends TaskEvent['type']> = Extract<TaskEvent, { type: T }>;
type TaskStep = Step<TaskContext>;

export const openClock = (id: string): string => `verification:${id}`;
export const correctionClock = (id: string): string => `correction:${id}`;

export const verificationOf = (
  { verifications }: TaskContext,
  id: string,
  stage: TaskVerification['stage'],
): TaskVerification | undefined => verifications.find((one) => one.id === id && one.stage === stage);

const without = ({ verifications }: TaskContext, id: string): TaskVerification[] =>
  verifications.filter((one) => one.id !== id);

const overdue = (context: TaskContext, id: string): TaskVerification[] =>
  context.verifications.map((one) => (one.id === id ? { ...one, overdue: true } : one));

/** Drawn, or asked for by name: the supervision office has so much time to find out. The unit is not told: nobody tidies up for it. */
export const verificationIsOrdered = (
  context: TaskContext,
  event: Event<'VERIFICATION_ORDERED'>,
  policy: Policy,
): TaskStep => ({
  context: {
    verifications: [
      ...context.verifications,
      { id: event.verificationId, unitId: event.unitId, stage: 'open', overdue: false },
    ],
  },
  effects: [
    {
      type: 'armDeadline',
      name: openClock(event.verificationId),
      budget: offsetFrom(event.at, policy.verification.within),
      detail: { event: 'VERIFICATION_OVERDUE', verificationId: event.verificationId },
    },
    tellOffice(context, 'verificationOrdered', ['supervisor'], {}, event.unitId),
  ],
});

/** Who supervises is late: that climbs the office’s own ladder. */
export const verificationIsOverdue = (
  context: TaskContext,
  event: Event<'VERIFICATION_OVERDUE'>,
): TaskStep => ({
  context: {
    verifications: overdue(context, event.verificationId),
    causes: withCauses(context, [{ trigger: 'verificationLate', unitId: null, gate: null, since: event.at }]),
  },
});

/**
 * What was found. Untrue sets off the ladder of that name at once, and ends only when a later verification finds the
 * unit’s report true; untrue and partly true both ask the unit for the right figure.
 */
export function verificationIsFound(
  context: TaskContext,
  event: Event<'VERIFICATION_FOUND'>,
  policy: Policy,
): TaskStep {
  const { verificationId: id, unitId, finding, at } = event;
  if (finding === 'true')
    return {
      context: {
        verifications: without(context, id),
        causes: Object.fromEntries(
          Object.entries(context.causes).filter(
            ([, cause]) => cause.trigger !== 'untrue' || cause.unitId !== unitId,
          ),
        ),
      },
      effects: [...disarm(openClock(id)), tellUnit(context, 'verifiedTrue', unitId)],
    };
  return {
    context: {
      verifications: [...without(context, id), { id, unitId, stage: 'correction', overdue: false }],
      ...(finding === 'untrue' && {
        causes: withCauses(context, [{ trigger: 'untrue', unitId, gate: null, since: at }]),
      }),
    },
    effects: [
      ...disarm(openClock(id)),
      {
        type: 'armDeadline',
        name: correctionClock(id),
        budget: offsetFrom(at, policy.verification.correctedWithin),
        detail: { event: 'CORRECTION_OVERDUE', verificationId: id },
      },
      tellUnit(context, finding === 'untrue' ? 'verifiedUntrue' : 'verifiedPartlyTrue', unitId, {
        reason: event.words,
      }),
    ],
  };
}

/** The task is over: the finding is recorded and told; whether it is taken up again is for a person (回头看). */
export const isFoundAfterwards = (context: TaskContext, event: Event<'VERIFICATION_FOUND'>): TaskStep => ({
  context: { verifications: without(context, event.verificationId) },
  effects: [
    ...disarm(openClock(event.verificationId)),
    ...(event.finding === 'true'
      ? []
      : [
          tellOffice(
            context,
            'foundAfterwards',
            ['supervisor', 'headquartersOffice'],
            { reason: event.words },
            event.unitId,
          ),
        ]),
  ],
});

/** The unit gives the right figure: from now on it is the one that counts. What it had reported stays in the record. */
export function figureIsCorrected(context: TaskContext, event: Event<'FIGURE_CORRECTED'>): TaskStep {
  const progressOf = { ...context.progressOf, [event.unitId]: event.progress };
  return {
    context: {
      verifications: without(context, event.verificationId),
      progressOf,
      progress: lowest(context.leadUnitIds, progressOf),
    },
    effects: [
      ...disarm(correctionClock(event.verificationId)),
      tellOffice(context, 'figureCorrected', ['supervisor'], { reason: event.statement }, event.unitId),
    ],
  };
}

/** The unit owes the right figure still. */
export function correctionIsOverdue(context: TaskContext, event: Event<'CORRECTION_OVERDUE'>): TaskStep {
  const owed = verificationOf(context, event.verificationId, 'correction');
  if (!owed) return {};
  return {
    context: {
      verifications: overdue(context, owed.id),
      causes: withCauses(context, [
        { trigger: 'correctionLate', unitId: owed.unitId, gate: null, since: event.at },
      ]),
    },
  };
}
