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

/** State of a task: the word is what counts, the dot helps the eye. A gate in brackets goes on a line of its own. */
export function StateTag({ state, label }: { state: TaskState; label: string }) {
  const bracket = label.indexOf('（');
  const [word, gate] = bracket === -1 ? [label, ''] : [label.slice(0, bracket), label.slice(bracket + 1, -1)];
  return (
    <span className={`state state-${KINDS[state]}`}>
      <span>
        {word}
        {gate === '' ? null : <small className="soft">{gate}</small>}
      </span>
    </span>
  );
}
