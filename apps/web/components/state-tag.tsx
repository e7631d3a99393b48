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
  const [word = '', gate = ''] = label.split(/ ?[（(]/u);
  return (
    <span className={`state state-${KINDS[state]}`}>
      <span>
        {word}
        {gate === '' ? null : <small className="soft">{gate.slice(0, -1)}</small>}
      </span>
    </span>
  );
}
