import type { TaskView } from '#contract';
import { useQuery } from '@tanstack/react-query';
import { taskAsksQuery } from '../api/queries.js';
import { formatInstant } from '../format/date.js';
import { common, taskText, waitsText } from '../texts/zh.js';
import { waitsOf, type Wait } from './waits.js';

/** Whose turn it is on this task, and who is kept waiting meanwhile. */
export function WhoWaits({ task }: { task: TaskView }) {
  const { data: asks } = useQuery(taskAsksQuery(task.id));
  const waits = waitsOf(task, asks ?? { parts: [], duties: [] });
  return (
    <section className="waits" data-testid="waits">
      <h3>{waitsText.title}</h3>
      {waits.length === 0 ? (
        <p className="soft small">{waitsText.none}</p>
      ) : (
        <ul>
          {waits.map((wait) => (
            <Line key={wait.key} wait={wait} />
          ))}
        </ul>
      )}
    </section>
  );
}

function Line({ wait: { who, whom, what, since, dueAt, overdue } }: { wait: Wait }) {
  return (
    <li>
      <p>
        <b>{who}</b> <span className="soft">{waitsText.waitsFor}</span> <b>{whom}</b>
      </p>
      <p>{what}</p>
      <p className="soft small">
        {since === null ? null : <span>{taskText.mattersSince(formatInstant(since))}</span>}
        {dueAt === null ? null : (
          <span className={overdue ? 'late' : undefined}>
            {waitsText.due(formatInstant(dueAt))}
            {overdue ? ` · ${common.overdue}` : ''}
          </span>
        )}
      </p>
    </li>
  );
}
