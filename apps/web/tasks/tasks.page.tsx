import type { TaskSummary } from '#contract';
import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { Button } from 'antd';
import { useDeferredValue, useMemo, useReducer, useState } from 'react';
import { firstTasksQuery, tasksQuery } from '../api/queries.js';
import { Answer } from '../components/answer.js';
import { EmptyNote } from '../components/empty-note.js';
import { useNarrow } from '../components/use-phone.js';
import { ExportButton } from '../components/export-button.js';
import { PageTitle } from '../components/page-title.js';
import { ColumnsMenu } from '../lists/columns-menu.js';
import { SavedFilters } from '../lists/saved-filters.js';
import { useColumns } from '../lists/use-columns.js';
import { SuccessionDialog } from '../new-task/succession-dialog.js';
import { useMayEnter } from '../session/use-session.js';
import { newTaskText, tasksText } from '../texts/zh.js';
import { BulkActs } from './bulk-acts.js';
import { StateCounts } from './state-counts.js';
import { TaskCards } from './task-cards.js';
import { TaskFilters } from './task-filters.js';
import { matchesButState, queryOf, taskSearchSchema, type TaskSearch } from './task-search.js';
import { taskColumns, TaskTable } from './task-table.js';
import './tasks.css';

/** The tasks of the plan: whose, how far, due when, on which rung. */
export function TasksPage() {
  const tasks = useQuery(tasksQuery);
  const begun = useQuery(firstTasksQuery).data;
  const isWhole = tasks.data !== undefined;
  // What cannot be read to its end is told as a problem, and not taken for all that there is.
  const shown = isWhole || tasks.error !== null ? tasks : { ...tasks, data: begun };
  return (
    <Answer query={shown}>
      {(all) =>
        all.length === 0 ? (
          <EmptyNote title={tasksText.none} hint={tasksText.noneHint} />
        ) : (
          <Tasks all={all} isWhole={isWhole} />
        )
      }
    </Answer>
  );
}

interface TasksProps {
  all: readonly TaskSummary[];
  /** Otherwise more are on their way. */
  isWhole: boolean;
}

function Tasks({ all, isWhole }: TasksProps) {
  const search = useSearch({ from: '/inside/tasks' });
  const navigate = useNavigate({ from: '/tasks' });
  const wanted = useDeferredValue(search);
  const narrow = useNarrow();
  const matching = useMemo(() => all.filter((task) => matchesButState(task, wanted)), [all, wanted]);
  const { state: chosen } = wanted;
  const shown = useMemo(
    () => (chosen === undefined ? matching : matching.filter(({ state }) => state === chosen)),
    [matching, chosen],
  );
  const refine = (change: Partial<Record<keyof TaskSearch, unknown>>): void =>
    void navigate({ search: (old) => ({ ...old, ...change }) as TaskSearch, replace: true });
  // What is typed in the conditions stands beside the address: it begins anew where the address is another one at once.
  const [turn, beginAnew] = useReducer((n: number) => n + 1, 0);
  const show = (next: TaskSearch): void => void navigate({ search: next }).then(beginAnew);
  const columns = useColumns('tasks', taskColumns);
  const creates = useMayEnter('newTasks');
  const succeeds = useMayEnter('successions');
  const [succession, succeed] = useState(false);
  const unit = all.flatMap(({ leads }) => leads).find(({ id }) => id === search.unit);
  return (
    <>
      {succession && unit !== undefined ? (
        <SuccessionDialog unit={unit} onClose={() => succeed(false)} />
      ) : null}
      <div className="page-head">
        <PageTitle title={tasksText.title} />
        <span className="soft" data-testid="task-count">
          {isWhole ? tasksText.count(shown.length, all.length) : tasksText.onTheWay(shown.length, all.length)}
        </span>
        <div className="page-actions">
          <ExportButton
            list="tasks"
            query={queryOf(search, all)}
            fields={narrow ? undefined : columns.fields}
          />
          {isWhole ? <BulkActs tasks={shown} /> : null}
          {succeeds && unit !== undefined ? (
            <Button onClick={() => succeed(true)} data-testid="succession">
              {newTaskText.succession}
            </Button>
          ) : null}
          {creates ? (
            <Link to="/tasks/new" className="button-link" data-testid="new-task">
              {newTaskText.button}
            </Link>
          ) : null}
        </div>
      </div>
      <StateCounts tasks={matching} chosen={search.state} onChoose={(state) => refine({ state })} />
      <section className="panel">
        <div className="list-bar">
          <TaskFilters
            key={turn}
            tasks={all}
            search={search}
            onChange={refine}
            onClear={() => show({ state: search.state })}
          />
          <div className="list-menus">
            <SavedFilters list="tasks" schema={taskSearchSchema} search={search} onUse={show} />
            {narrow ? null : <ColumnsMenu columns={columns} />}
          </div>
        </div>
        {shown.length === 0 ? (
          <EmptyNote
            title={tasksText.noMatch}
            hint={tasksText.noMatchHint}
            action={<Button onClick={() => show({})}>{tasksText.clear}</Button>}
          />
        ) : narrow ? (
          <TaskCards tasks={shown} />
        ) : (
          <TaskTable tasks={shown} columns={columns.shown} />
        )}
      </section>
    </>
  );
}
