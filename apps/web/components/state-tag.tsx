import type { TaskState } from '#contract';

const KINDS: Record<TaskState, string> = {
  drafted: 'waiting',
  confirmed: 'waiting',
  dispatched: 'waiting',
  disputed: 'trouble',
  inProgress: 'running',
  closing: 'running',
  suspended: 'idle',
  closed: 'done',
  withdrawn: 'idle',
};

/** State of a task: the word is what counts, the dot helps the eye. */
export const StateTag = ({ state, label }: { state: TaskState; label: string }) => (
  <span className={`state state-${KINDS[state]}`}>{label}</span>
);
