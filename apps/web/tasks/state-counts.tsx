import { TASK_STATE_LABELS, TASK_STATES, type TaskState, type TaskSummary } from '#contract';
import { wordInLanguage } from '../texts/in-language.js';
import { common, tasksText } from '../texts/zh.js';

interface StateCountsProps {
  tasks: readonly TaskSummary[];
  chosen: TaskState | undefined;
  onChoose: (state: TaskState | undefined) => void;
}

/** How many tasks are in each state; a press shows only those, a second press all again. */
export function StateCounts({ tasks, chosen, onChoose }: StateCountsProps) {
  const count = (state: TaskState): number => tasks.filter((task) => task.state === state).length;
  const present = TASK_STATES.filter((state) => state === chosen || count(state) > 0);
  return (
    <div className="state-counts" role="group" aria-label={tasksText.states}>
      <button type="button" aria-pressed={chosen === undefined} onClick={() => onChoose(undefined)}>
        {common.all}
        <b>{tasks.length}</b>
      </button>
      {present.map((state) => (
        <button
          key={state}
          type="button"
          aria-pressed={chosen === state}
          onClick={() => onChoose(chosen === state ? undefined : state)}
          data-testid={`state-${state}`}
        >
          {wordInLanguage(TASK_STATE_LABELS[state])}
          <b>{count(state)}</b>
        </button>
      ))}
    </div>
  );
}
