import type { Figures as PlanFigures } from '#contract';
import { Link } from '@tanstack/react-router';
import { ANY_RUNG, type TaskSearch } from '../tasks/task-search.js';
import { overviewText } from '../texts/zh.js';
import { supervised } from './supervised.js';

interface Figure {
  label: string;
  value: number;
  search: TaskSearch;
  serious?: boolean;
}

/** The plan in a row of figures; each leads to the tasks that it counts. */
export function Figures({ figures }: { figures: PlanFigures }) {
  const { byState, bySchedule } = figures;
  const shown: Figure[] = [
    { label: overviewText.tasks, value: figures.tasks, search: {} },
    { label: overviewText.running, value: byState.inProgress ?? 0, search: { state: 'inProgress' } },
    { label: overviewText.closed, value: byState.closed ?? 0, search: { state: 'closed' } },
    { label: overviewText.needsAssignment, value: figures.needsAssignment, search: { needs: true } },
    { label: overviewText.behind, value: bySchedule.behind ?? 0, search: { schedule: 'behind' } },
    {
      label: overviewText.seriouslyBehind,
      value: bySchedule.seriouslyBehind ?? 0,
      search: { schedule: 'seriouslyBehind' },
      serious: true,
    },
    {
      label: overviewText.supervised,
      value: supervised(figures),
      search: { rung: ANY_RUNG },
      serious: true,
    },
  ];
  return (
    <ul className="figures" data-testid="figures">
      {shown.map(({ label, value, search, serious }) => (
        <li key={label}>
          <Link to="/tasks" search={search}>
            <span>{label}</span>
            <b className={serious === true && value > 0 ? 'late' : ''}>{value}</b>
          </Link>
        </li>
      ))}
      <li>
        <div>
          <span>{overviewText.progress}</span>
          <b>{Math.round(figures.progress)}%</b>
          <small className="soft">
            {overviewText.expected} {Math.round(figures.expected)}%
          </small>
        </div>
      </li>
    </ul>
  );
}
