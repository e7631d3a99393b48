import type { TaskContext } from '#accountability';
import type { LoadedSubject } from '../loaded-subject.js';

/**
 * Of what a transaction has changed, what a jurisdiction above may have to hear of: tasks that it handed down, and reports that
 * were accepted (whose tasks the database knows). Null: nothing, and the database is not asked.
 *
 * @param crowd those that were taken together
 */
export function toldUpward(
  changed: Iterable<LoadedSubject>,
  crowd: Readonly<Record<'task' | 'obligation', Iterable<string>>> | null,
): { taskIds: string[]; obligationIds: string[] } | null {
  const taskIds = [...(crowd?.task ?? [])];
  const obligationIds = [...(crowd?.obligation ?? [])];
  for (const { kind, id, snapshot } of changed)
    if (kind === 'task') {
      const { origin } = snapshot.context as unknown as Partial<TaskContext>;
      if (origin?.kind === 'handedDown') taskIds.push(id);
    } else if (kind === 'obligation' && snapshot.value === 'accepted') obligationIds.push(id);
  return taskIds.length + obligationIds.length === 0 ? null : { taskIds, obligationIds };
}
