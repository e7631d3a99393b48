import type { DraftTask } from '#contract';

/** What the list shows; `doubtful` are those that are not confirmed and where something was guessed. */
export const SHOWN = ['doubtful', 'proposed', 'confirmed', 'dropped', 'all'] as const;
export type Shown = (typeof SHOWN)[number];

type Judged = Pick<DraftTask, 'state' | 'doubts'>;

export const isDoubtful = ({ state, doubts }: Judged): boolean => state === 'proposed' && doubts.length > 0;

export function isShown(task: Judged, shown: Shown): boolean {
  if (shown === 'all') return true;
  return shown === 'doubtful' ? isDoubtful(task) : task.state === shown;
}

/** The list that a person starts with: what is doubtful, else what is still to be confirmed, else everything. */
export function firstShown(tasks: readonly Judged[]): Shown {
  return SHOWN.slice(0, 2).find((shown) => tasks.some((task) => isShown(task, shown))) ?? 'all';
}

/** The next task after `id` that is wanted, from the beginning again at the end; null where there is none. */
export function nextOf(
  tasks: readonly DraftTask[],
  id: string | null,
  wanted: (task: DraftTask) => boolean,
  direction: 1 | -1 = 1,
): DraftTask | null {
  const ordered = direction === 1 ? tasks : tasks.toReversed();
  const at = ordered.findIndex((task) => task.id === id);
  const behind = [...ordered.slice(at + 1), ...ordered.slice(0, Math.max(at, 0))];
  return behind.find(wanted) ?? null;
}
