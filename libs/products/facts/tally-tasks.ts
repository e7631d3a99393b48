import type { FactBook, FactRef } from './fact-book.js';
import type { Standing, TaskRecord } from './period-record.js';
import { counts, isBehind, isClosed, isClosing, isRunning, isUndispatched } from './standing-words.js';

type Test = (stood: Standing, task: TaskRecord) => boolean;

/** Tasks by how they stand; `total` = `undispatched` + `running` + `closed`, `running` = `onTrack` + `behind` + `seriouslyBehind` + `unreported`. */
const STANDINGS: Readonly<Record<string, Test>> = {
  total: () => true,
  undispatched: isUndispatched,
  running: isRunning,
  closed: isClosed,
  closing: isClosing,
  onTrack: (stood) => isRunning(stood) && !isBehind(stood) && stood.progress !== null,
  /** Under way, and nobody has reported on it yet: it is neither on track nor behind. */
  unreported: (stood) => isRunning(stood) && !isBehind(stood) && stood.progress === null,
  behind: (stood) => isBehind(stood) && stood.schedule === 'behind',
  seriouslyBehind: (stood) => isBehind(stood) && stood.schedule === 'seriouslyBehind',
  late: isBehind,
  unsigned: ({ state }) => state === 'dispatched',
  disputed: ({ state }) => state === 'disputed',
  suspended: ({ state }) => state === 'suspended',
  pastDeadline: (stood) => isRunning(stood) && stood.pastDeadline,
  waiting: (stood) => isRunning(stood) && stood.blocked !== null,
};

export const refOfTask = ({ id }: TaskRecord): FactRef => ({ kind: 'task', id });

/** `<prefix>tasks.<standing>` of these tasks at a checkpoint. */
export function tallyTasks(
  book: FactBook,
  prefix: string,
  tasks: readonly TaskRecord[],
  checkpoint: number,
): void {
  const there = tasks.flatMap((task) => {
    const stood = task.stood[checkpoint] ?? null;
    return counts(stood) ? [{ task, stood }] : [];
  });
  for (const [name, test] of Object.entries(STANDINGS)) {
    const found = there.filter(({ task, stood }) => test(stood, task)).map(({ task }) => task);
    book.add(`${prefix}tasks.${name}`, found.length, { of: found.map(refOfTask) });
  }
}

/** What became of the tasks between two checkpoints: `<prefix>tasks.<change>`. */
export function tallyChanges(
  book: FactBook,
  prefix: string,
  tasks: readonly TaskRecord[],
  now: number,
): void {
  const changes: [string, TaskRecord[]][] = Object.entries({ ...changesOf(tasks, now) });
  for (const [name, found] of changes)
    book.add(`${prefix}tasks.${name}`, found.length, { of: found.map(refOfTask) });
}

export interface TaskChanges {
  newlyClosed: TaskRecord[];
  newlyBehind: TaskRecord[];
  /** Behind before, and now no more: caught up or closed. */
  madeGood: TaskRecord[];
  stillBehind: TaskRecord[];
  newlyDispatched: TaskRecord[];
  extended: TaskRecord[];
}

/** By task: what it was at the checkpoint before, and what it is now. */
export function changesOf(tasks: readonly TaskRecord[], now: number): TaskChanges {
  const changed = (test: (before: Standing | null, after: Standing) => boolean): TaskRecord[] =>
    tasks.filter(({ stood }) => {
      const after = stood[now] ?? null;
      return counts(after) && test(stood[now - 1] ?? null, after);
    });
  const was = (before: Standing | null, test: (stood: Standing) => boolean): boolean =>
    counts(before) && test(before);
  return {
    newlyClosed: changed((before, after) => isClosed(after) && !was(before, isClosed)),
    newlyBehind: changed((before, after) => isBehind(after) && !was(before, isBehind)),
    madeGood: changed((before, after) => !isBehind(after) && was(before, isBehind)),
    stillBehind: changed((before, after) => isBehind(after) && was(before, isBehind)),
    newlyDispatched: changed(
      (before, after) => !isUndispatched(after) && (!counts(before) || isUndispatched(before)),
    ),
    extended: changed(
      (before, after) => counts(before) && !isUndispatched(before) && after.deadlineOn > before.deadlineOn,
    ),
  };
}
