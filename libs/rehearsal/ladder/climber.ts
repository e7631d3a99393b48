import {
  begin,
  ladderOf,
  lineLadder,
  sittingClocks,
  TASK_REPORT,
  type Climb,
  type LadderTrigger,
  type LineSitting,
  type Policy,
  type ReportingLineContext,
  type SubjectRef,
  type TaskClimb,
  type TaskContext,
  type TaskRung,
} from '#accountability';
import {
  addMinutes,
  civilDateOf,
  periodOf,
  project,
  type CadenceEvery,
  type Instant,
  type WorkingCalendar,
} from '#calendar';
import type { World } from '../world.js';
import type { Climbed, Supposed } from './course.js';
import { LEAD, matterOfTask, type Fact } from './matters-of-task.js';

/** Ladders that a climb can set off beside itself, on the same task or line. */
export const BESIDE: readonly LadderTrigger[] = ['cardAnswer', 'appealLate', 'awaited'];
const FINEST: CadenceEvery = 'ten-day';
const ITEM = 'item';

/** Who climbs the ladder in a rehearsal: a task or a line as its chart has it, with the cause that sets it off. */
export interface Climber {
  ref: SubjectRef;
  /** The unit that is under the ladder. */
  unitId: string;
  /** At the due time. */
  arise: () => void;
  cured: Fact[];
  /** The climb of the ladder that was asked for, while there is one. */
  climb: () => Climb | TaskClimb | null;
  rungs: (climb: Climb | TaskClimb) => readonly TaskRung[];
}

/** Puts the climber into the world as it stands just before the due time; null: nobody ever climbs this ladder. */
export function climberIn(
  world: World,
  climbed: Climbed,
  supposed: Supposed,
  policy: Policy,
  calendar: WorkingCalendar,
): Climber | null {
  if (climbed.kind === 'task') return taskIn(world, climbed, supposed, policy);
  const duty =
    climbed.kind === 'reports' ? null : policy.duties.find(({ ladder }) => ladder === climbed.ladder);
  if (duty === undefined) return null;
  return lineIn(world, duty?.name ?? TASK_REPORT, supposed.dueAt, policy, calendar);
}

function taskIn(
  world: World,
  climbed: Climbed & { kind: 'task' },
  { dueAt, importance }: Supposed,
  policy: Policy,
): Climber {
  const ref = { kind: 'task', id: 'task' } as const;
  const { trigger, gate } = climbed;
  const matter = matterOfTask(climbed, policy, dueAt);
  const deadlineOn = civilDateOf(dueAt);
  world.beginTask(
    {
      ...{ id: ref.id, planId: 'plan', leadUnitIds: [LEAD], deadlineOn },
      ...(matter.ongoing === true && { ongoing: true }),
      ...(importance !== undefined && { importance }),
    },
    0,
  );
  const subject = world.get(ref);
  if (!subject) throw new Error('a task that was begun is there');
  const all = (facts: readonly Fact[], at: Instant): void => {
    for (const fact of facts)
      if (world.take([{ to: ref, event: { ...fact, at } }]).length > 0)
        throw new Error(`the chart of a task refused ${fact.type} on the way to ${trigger}`);
  };
  all(matter.before, addMinutes(dueAt, -1));
  // What the task itself would ring for is not asked here.
  for (const { name } of [...world.clocks.all()]) world.clocks.disarm(ref, name);
  const context = (): TaskContext => world.get(ref)?.snapshot.context as unknown as TaskContext;
  if (matter.context)
    subject.snapshot = { ...subject.snapshot, context: { ...subject.snapshot.context, ...matter.context } };
  return {
    ref,
    unitId: matter.whose ?? LEAD,
    arise: () => all(matter.arises, dueAt),
    cured: matter.cured,
    climb: () =>
      context().climbs.find((one) => one.trigger === trigger && (gate === null || one.gate === gate)) ?? null,
    rungs: (climb) => ('trigger' in climb ? (ladderOf(policy, climb)?.rungs ?? []) : []),
  };
}

function lineIn(
  world: World,
  duty: string,
  dueAt: Instant,
  policy: Policy,
  calendar: WorkingCalendar,
): Climber {
  const ref = { kind: 'reportingLine', id: 'line' } as const;
  const line = { id: ref.id, planId: 'plan', unitId: LEAD, duty, cadence: FINEST };
  const { key, start, end } = periodOf(FINEST, civilDateOf(dueAt));
  const planned = { period: key, periodStart: start, periodEnd: end, opensAt: addMinutes(dueAt, -1), dueAt };
  const sitting: LineSitting = { ...planned, taskIds: [ITEM], open: true, filedAt: null };
  const snapshot = begin({ kind: 'reportingLine', input: line }, policy);
  world.hold({
    ...{ ref, policyVersion: 0, planId: line.planId, unitIds: [LEAD] },
    snapshot: { ...snapshot, context: { ...snapshot.context, taskIds: [ITEM], current: sitting } },
  });
  for (const { name, detail, budget } of sittingClocks(line, planned, policy)) {
    if (detail.event !== 'REMINDER_DUE') continue;
    const projectedAt = project(budget, [], calendar).at;
    const { version: calendarVersion } = calendar;
    world.clocks.arm({
      ...{ subject: ref, name, detail, budget, suspensions: [], projectedAt, calendarVersion },
      armedAt: projectedAt ?? dueAt,
    });
  }
  const context = (): ReportingLineContext =>
    world.get(ref)?.snapshot.context as unknown as ReportingLineContext;
  return {
    ref,
    unitId: LEAD,
    arise: () => {
      const subject = world.get(ref);
      // Its due time has passed with nothing filed; what the line owes in later periods is not asked here.
      if (subject)
        subject.snapshot = {
          ...subject.snapshot,
          context: { ...subject.snapshot.context, current: null, overdue: sitting },
        };
      world.take([{ to: ref, event: { type: 'SITTING_DUE_AGAIN', at: dueAt, period: key } }]);
    },
    cured: [
      duty === TASK_REPORT
        ? { type: 'SITTING_FILED', period: key, late: true, taskIds: [ITEM] }
        : { type: 'ITEM_FULFILLED', period: key, itemId: ITEM },
    ],
    climb: () => context().climb,
    rungs: () => lineLadder(policy, line).rungs,
  };
}
