import { standsStill, taskClock, type Policy, type TaskContext } from '#accountability';
import { instantOf, type Budget, type Suspension } from '#calendar';
import type { ArmedDeadlineRow } from '#persistence';

const NAME = 'taskDeadline';

/** What stands still because others are waited for has no clock armed; here it is with the stretch that lasts. */
export function stillTaskClock(
  task: TaskContext,
  policy: Policy,
  { policyVersion, calendarVersion }: { policyVersion: number; calendarVersion: number },
): ArmedDeadlineRow[] {
  const lasting = lastingOf(task).sort((a, b) => (a.from < b.from ? -1 : 1));
  const [first] = lasting;
  if (first === undefined || task.deadlinePassed || task.startOn === null || !standsStill(task)) return [];
  const clock = taskClock({ ...task, suspensions: [...task.suspensions, ...lasting] }, policy);
  if (clock.type !== 'armDeadline') return [];
  return [
    {
      name: NAME,
      subject_kind: 'task',
      unit_id: null,
      unit_name: null,
      projected_at: null,
      armed_at: first.from,
      calendar_version: calendarVersion,
      policy_version: policyVersion,
      budget: clock.budget,
      suspensions: clock.suspensions ?? [],
    },
  ];
}

/** The same words as are recorded of a stretch when it is over. */
function lastingOf({ suspension, closure, blockage }: TaskContext): Suspension[] {
  return [
    suspension === null ? null : { from: suspension.from, reason: suspension.reason },
    closure?.requestedAt ? { from: closure.requestedAt, reason: AT_A_GATE } : null,
    blockage?.state === 'accepted' && blockage.acceptedAt !== null
      ? { from: blockage.acceptedAt, reason: `${FOR_OTHERS}：${blockage.reason}` }
      : null,
  ].flatMap((open): Suspension[] => (open === null ? [] : [{ ...open, to: null }]));
}

const AT_A_GATE = '办结审核中';
const FOR_OTHERS = '等待其他单位';

/** The task's clock begins with the task (one set anew, when it was), and of a suspension it says that it is one. */
export function tellingTaskClock(
  row: ArmedDeadlineRow,
  { startOn, extendedAt }: TaskContext,
): ArmedDeadlineRow {
  const { name, budget, suspensions } = row;
  if (name !== NAME || budget.kind !== 'civil' || startOn === null) return row;
  const began = instantOf(startOn, '00:00');
  const from = extendedAt !== null && extendedAt > began ? extendedAt : began;
  const told: Budget = { ...budget, from };
  return {
    ...row,
    budget: told,
    suspensions: suspensions.map((stretch) =>
      stretch.reason === AT_A_GATE || stretch.reason.startsWith(FOR_OTHERS)
        ? stretch
        : { ...stretch, reason: `暂缓：${stretch.reason}` },
    ),
  };
}
