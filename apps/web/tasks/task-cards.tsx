import type { TaskSummary } from '#contract';
import { Link } from '@tanstack/react-router';
import { DueText } from '../components/due-text.js';
import { ProgressBar } from '../components/progress-bar.js';
import { StateTag } from '../components/state-tag.js';
import { useDrawn } from '../components/use-drawn.js';
import { LeadNames } from './lead-names.js';
import { TaskRung } from './task-rung.js';
import { runs } from './task-table.js';

/** The same list for a telephone: the whole card leads to the task. */
export function TaskCards({ tasks }: { tasks: readonly TaskSummary[] }) {
  const { items, end } = useDrawn(tasks);
  return (
    <>
      <ul className="cards task-cards" data-testid="task-cards">
        {items.map((task) => (
          <li key={task.id}>
            <div className="task-card-head">
              <span className="number soft">{task.code}</span>
              <Link to="/tasks/$taskId" params={{ taskId: task.id }}>
                {task.title}
              </Link>
            </div>
            <LeadNames task={task} />
            <div className="task-card-row">
              <StateTag state={task.state} label={task.stateLabel} />
              {task.standing === null ? null : <TaskRung task={task} />}
            </div>
            <div className="task-card-row">
              <ProgressBar {...task} schedule={runs(task) ? task.schedule : null} />
              <DueText due={task.nextDue} />
            </div>
          </li>
        ))}
      </ul>
      <div ref={end} />
    </>
  );
}
