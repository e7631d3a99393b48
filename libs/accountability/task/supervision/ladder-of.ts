import { LADDER_TRIGGERS, type Policy, type TaskLadder, type TaskRung } from '../../policy/policy.schema.js';
import { lagOfUnit } from '../progress-steps.js';
import type { TaskContext } from '../task.context.js';
import type { Cause, TaskClimb } from './climb.js';

/** The ladder that a cause climbs: of a gate its own, else the one for all gates; begun where its importance says. */
export function ladderOf(
  { taskLadders }: Policy,
  { trigger, gate, importance }: Pick<Cause, 'trigger' | 'gate'> & Pick<TaskClimb, 'importance'>,
): TaskLadder | undefined {
  const ladder =
    taskLadders.find((one) => one.trigger === trigger && one.gate !== undefined && one.gate === gate) ??
    taskLadders.find((one) => one.trigger === trigger && one.gate === undefined);
  return ladder && startingAt(ladder, importance);
}

const begun = new WeakMap<TaskLadder, Map<string, TaskLadder>>();

/**
 * The ladder as a task of some importance climbs it: the rung at which it starts comes when the first one that leads
 * to a level would have come, and all that follow keep their gaps to it.
 */
function startingAt(ladder: TaskLadder, importance: string | undefined): TaskLadder {
  const name = importance === undefined ? undefined : ladder.startAt?.[importance];
  if (importance === undefined || name === undefined) return ladder;
  const known = begun.get(ladder) ?? new Map<string, TaskLadder>();
  begun.set(ladder, known);
  const shortened = known.get(importance) ?? { ...ladder, rungs: rungsFrom(ladder.rungs, name) };
  known.set(importance, shortened);
  return shortened;
}

function rungsFrom(rungs: readonly TaskRung[], name: string): TaskRung[] {
  const first = rungs.findIndex(({ colour }) => colour !== null);
  const start = rungs.findIndex((rung) => rung.name === name);
  const [from, to] = [rungs[first], rungs[start]];
  if (!from || !to || start <= first) return [...rungs];
  const sooner = to.offset.workingDays - from.offset.workingDays;
  const periods = (to.afterPeriods ?? 0) - (from.afterPeriods ?? 0);
  return [
    ...rungs.slice(0, first),
    ...rungs.slice(start).map((rung) => ({
      ...rung,
      offset: { ...rung.offset, workingDays: rung.offset.workingDays - sooner },
      ...(rung.afterPeriods !== undefined && { afterPeriods: rung.afterPeriods - periods }),
    })),
  ];
}

export interface RungAhead {
  rung: TaskRung;
  /** Its place on the ladder. */
  index: number;
}

/** The rung that comes next on a climb: one that is for smaller lags than the unit’s is passed over. */
export function rungAheadOf(
  climb: TaskClimb | undefined,
  context: TaskContext,
  policy: Policy,
): RungAhead | undefined {
  const rungs = (climb && ladderOf(policy, climb)?.rungs) ?? [];
  const lag = climb?.unitId == null ? 0 : lagOfUnit(context, climb.unitId);
  const index = rungs.findIndex(
    ({ lagAtMost }, at) => at >= (climb?.reached ?? 0) && (lagAtMost === undefined || lag <= lagAtMost),
  );
  const rung = rungs[index];
  return rung && { rung, index };
}

/** Whether the climb waits for the lag to grow before its next rung can come. */
export const waitsForLag = (climb: TaskClimb, context: TaskContext, { lagOver }: TaskRung): boolean =>
  lagOver !== undefined && climb.unitId !== null && lagOfUnit(context, climb.unitId) <= lagOver;

/** Whether what the unit’s tasks come to at one moment is one notice. */
export const isGrouped = ({ trigger, notices }: Pick<TaskLadder, 'trigger' | 'notices'>): boolean =>
  notices === 'perUnit' && LADDER_TRIGGERS[trigger] === 'unit';
