import type { TaskContext } from '#accountability';
import type { Instant } from '#calendar';
import { readSubjects, type DeadlineRead, type Transaction } from '#persistence';
import { actingBy, isToldOfTask } from '../calendar/clock-places.js';

/** Something that a unit has to do for a task. */
export interface Asked {
  taskId: string;
  /** The clock's name; `report`: what is to be filed. */
  name: string;
  /** Of a report. */
  period: string | null;
  /** Null: its clock stands still. */
  at: Instant | null;
}

/** What is asked of a unit in these tasks as they stand: reports still to be filed, and clocks that it acts by; the soonest first. */
export async function askedOfUnit(
  tx: Transaction,
  unitId: string,
  taskIds: readonly string[],
): Promise<Asked[]> {
  const reports = await tx.query<Asked>(
    `select task_id as "taskId", 'report' as name, period, due_at as at from obligation
     where jurisdiction_id = $1 and unit_id = $2 and task_id = any($3::uuid[]) and state in ('scheduled', 'open', 'returned')`,
    [tx.scope.jurisdictionId, unitId, taskIds],
  );
  const clocks = await tx.query<Pick<DeadlineRead, 'subjectKind' | 'subjectId' | 'name' | 'projectedAt'>>(
    `select subject_kind as "subjectKind", subject_id as "subjectId", name, projected_at as "projectedAt" from deadline
     where jurisdiction_id = $1 and subject_kind = 'task' and subject_id = any($2::uuid[]) and state = 'armed'`,
    [tx.scope.jurisdictionId, taskIds],
  );
  const tasks = new Map(
    (await readSubjects(tx, 'task', [...taskIds].sort())).map((task) => [
      task.id,
      task.snapshot.context as unknown as TaskContext,
    ]),
  );
  const own = clocks.flatMap((clock): Asked[] => {
    const context = tasks.get(clock.subjectId);
    if (!context || !isToldOfTask(clock) || !actingBy(clock, context).includes(unitId)) return [];
    return [{ taskId: clock.subjectId, name: clock.name, period: null, at: clock.projectedAt }];
  });
  const key = ({ at, name }: Asked): string => `${at ?? '9'} ${name}`;
  return [...reports, ...own].sort((a, b) => (key(a) < key(b) ? -1 : 1));
}
