import { rhythmsOf } from '../cadence/cadence.js';
import type { Effect } from '../effect.js';
import type { Step } from '../step.js';
import { joinLines, leaveLines, tellRhythms, tellUnit } from './task-effects.js';
import type { TaskContext } from './task.context.js';
import type { TaskEvent } from './task.event.js';

type Event<T extends TaskEvent['type']> = Extract<TaskEvent, { type: T }>;

/** Whether the event names rhythms at all: a task is always reported on in one. */
export const namesRhythms = ({ reportsEvery }: Event<'CADENCES_CHANGED'>): boolean =>
  reportsEvery.length > 0 && rhythmsOf(reportsEvery).length === new Set(reportsEvery).size;

/**
 * Headquarters has it reported on in other rhythms from now on: it leaves lines and joins lines, and owes nothing of
 * the past on either. Where it stands on none (not signed for, disputed, suspended), it joins those of the day it does.
 */
export function cadencesChange(context: TaskContext, event: Event<'CADENCES_CHANGED'>): Step<TaskContext> {
  const reportsEvery = rhythmsOf(event.reportsEvery);
  const after = { ...context, reportsEvery };
  const standing = context.suspension ? [] : context.signedBy;
  const gone = context.reportsEvery.filter((every) => !reportsEvery.includes(every));
  const come = reportsEvery.filter((every) => !context.reportsEvery.includes(every));
  const stay = reportsEvery.filter(
    (every) =>
      context.reportsEvery.includes(every) &&
      (every === reportsEvery[0]) !== (every === context.reportsEvery[0]),
  );
  const changes = gone.length > 0 || come.length > 0;
  return {
    context: { reportsEvery },
    effects: [
      ...leaveLines(context, standing, `调度频次调整：${event.reason}`, gone),
      ...standing.flatMap((unitId): Effect[] => [
        ...tellRhythms(after, unitId, stay),
        ...joinLines(after, unitId, come),
      ]),
      ...(changes
        ? context.signedBy.map((unitId) =>
            tellUnit(after, 'cadencesChanged', unitId, { reason: event.reason, reportsEvery }),
          )
        : []),
    ],
  };
}
