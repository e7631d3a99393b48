import { periodFromKey, type CadenceEvery, type CivilDate } from '#calendar';
import { RHYTHMS } from '../cadence/cadence.js';
import type { Policy } from '../policy/policy.schema.js';
import type { Step } from '../step.js';
import { causeKey } from './supervision/climb.js';
import { tellCoarserLines } from './task-effects.js';
import type { LeadSince, TaskContext } from './task.context.js';
import type { TaskEvent } from './task.event.js';

type Event<T extends TaskEvent['type']> = Extract<TaskEvent, { type: T }>;
type TaskStep = Step<TaskContext>;

/**
 * Since when each of these units leads. One that led before keeps its start; a new one begins with what had been
 * reached by then.
 */
export const leadsSince = (
  { leadSince, leadUnitIds }: TaskContext,
  unitIds: readonly string[],
  on: CivilDate,
  base: number,
): Record<string, LeadSince> =>
  Object.fromEntries(
    unitIds.map((unitId) => [
      unitId,
      (leadUnitIds.includes(unitId) ? leadSince[unitId] : undefined) ?? { on, base },
    ]),
  );

/**
 * The figure of the task: the lowest of its lead units that have reported, or missed a report that was due. One that
 * nobody has asked yet does not count as nothing.
 */
export const lowest = (unitIds: readonly string[], progressOf: Readonly<Record<string, number>>): number => {
  const reported = unitIds.flatMap((unitId) => progressOf[unitId] ?? []);
  return reported.length === 0 ? 0 : Math.min(...reported);
};

/** Points behind of the lead unit that is furthest behind, each by what could be expected of it when it reported. */
export const lagOf = ({ leadUnitIds, progressOf, expectedOf }: TaskContext): number =>
  Math.max(
    ...leadUnitIds.map((unitId) =>
      progressOf[unitId] === undefined ? -100 : (expectedOf[unitId] ?? 0) - progressOf[unitId],
    ),
  );

/** Points behind of one unit, by what could be expected when it reported; of one that has not reported, none. */
export const lagOfUnit = ({ progressOf, expectedOf }: TaskContext, unitId: string): number =>
  (expectedOf[unitId] ?? 0) - (progressOf[unitId] ?? expectedOf[unitId] ?? 0);

/**
 * A lead unit's report moves its own figure; the task shows the lowest of its lead units. What it is behind is counted
 * in the finest rhythm of the task alone: a quarter's report that tells the same lag once more makes no further
 * period of it. One that is not behind ends the run, in whatever rhythm it comes.
 */
export function progressIsReported(
  context: TaskContext,
  event: Event<'PROGRESS_REPORTED'>,
  policy: Policy,
): TaskStep {
  const { unitId, period, progress, expected } = event;
  const figures = figuresWith(context, unitId, progress, expected);
  const isBehind = expected - progress >= policy.lag.behind;
  const before = context.behindOf[unitId] ?? [];
  const every = rhythmOf(period, context);
  // Filed again for the same period, it counts once.
  const others = before.filter((one) => one !== period);
  const periods = !isBehind ? [] : every === context.reportsEvery[0] ? [...others, period] : before;
  const behindOf = { ...context.behindOf, [unitId]: periods };
  return {
    context: { ...figures, behindOf, causes: behind(context, event, periods.length) },
    effects: tellCoarserLines(context, unitId, { period, every, progress }),
  };
}

/** The rhythm of a period; a finer one than the task is asked for in now counts as its finest. */
function rhythmOf(period: string, { reportsEvery }: TaskContext): CadenceEvery {
  const [finest = 'ten-day'] = reportsEvery;
  const { cadence } = periodFromKey(period);
  return RHYTHMS.indexOf(cadence) < RHYTHMS.indexOf(finest) ? finest : cadence;
}

function behind(
  { causes }: TaskContext,
  { unitId, at }: Event<'PROGRESS_REPORTED'>,
  periods: number,
): TaskContext['causes'] {
  if (periods === 0) return causes;
  const key = causeKey({ trigger: 'behind', unitId, gate: null });
  const known = causes[key] ?? { trigger: 'behind', unitId, gate: null, since: at, lifted: false };
  return { ...causes, [key]: { ...known, periods } };
}

/** A report that is missed for ever: a unit that has said nothing so far counts as nothing from now on. */
export const reportIsMissed = (context: TaskContext, event: Event<'REPORT_MISSED'>): TaskStep =>
  context.progressOf[event.unitId] === undefined
    ? {
        context: figuresWith(
          context,
          event.unitId,
          context.leadSince[event.unitId]?.base ?? 0,
          event.expected,
        ),
      }
    : {};

function figuresWith(
  context: TaskContext,
  unitId: string,
  progress: number,
  expected: number,
): Pick<TaskContext, 'progressOf' | 'expectedOf' | 'progress' | 'expected'> {
  const progressOf = { ...context.progressOf, [unitId]: progress };
  const expectedOf = { ...context.expectedOf, [unitId]: expected };
  return { progressOf, expectedOf, progress: lowest(context.leadUnitIds, progressOf), expected };
}

/** The figures without those of units that lead no longer. */
export function figuresOf(
  context: TaskContext,
  leadUnitIds: readonly string[],
): Pick<TaskContext, 'progressOf' | 'expectedOf' | 'behindOf' | 'progress'> {
  const kept = <T>(figures: Record<string, T>): Record<string, T> =>
    Object.fromEntries(Object.entries(figures).filter(([unitId]) => leadUnitIds.includes(unitId)));
  const progressOf = kept(context.progressOf);
  const anyReported = Object.keys(progressOf).length > 0;
  return {
    progressOf,
    expectedOf: kept(context.expectedOf),
    behindOf: kept(context.behindOf),
    // Until a new lead has reported, what was reached stays what was reached.
    progress: anyReported ? lowest(leadUnitIds, progressOf) : context.progress,
  };
}
