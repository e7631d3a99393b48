import type { TaskSummary } from '#contract';
import { Link } from '@tanstack/react-router';
import type { TableColumnType } from 'antd';
import { memo, useMemo, useState } from 'react';
import { DrawnTable } from '../components/drawn-table.js';
import { DueText } from '../components/due-text.js';
import { ProgressBar } from '../components/progress-bar.js';
import { StateTag } from '../components/state-tag.js';
import type { Choosable } from '../lists/list-columns.js';
import { tasksText } from '../texts/zh.js';
import { LeadNames } from './lead-names.js';
import { TaskRung } from './task-rung.js';

type TaskColumn = TableColumnType<TaskSummary> & Choosable<TaskSummary>;

/** In the order of the table; those that tell which task it is stay. */
export const taskColumns: readonly TaskColumn[] = [
  {
    title: tasksText.code,
    key: 'code',
    fields: ['code'],
    stays: true,
    dataIndex: 'code',
    width: '4.625rem',
    className: 'number',
    sorter: (a, b) => compare(a.code, b.code),
  },
  {
    title: tasksText.task,
    key: 'task',
    fields: ['title', 'action'],
    stays: true,
    render: (_, task) => (
      <div className="task-name">
        <Link to="/tasks/$taskId" params={{ taskId: task.id }}>
          {task.title}
        </Link>
        <span className="soft small">{task.action.name}</span>
      </div>
    ),
  },
  {
    title: tasksText.lead,
    key: 'lead',
    fields: ['leads', 'supportCount'],
    width: '19%',
    render: (_, task) => <LeadNames task={task} />,
  },
  {
    title: tasksText.state,
    key: 'state',
    fields: ['stateLabel'],
    width: '6.75rem',
    render: (_, task) => <StateTag state={task.state} label={task.stateLabel} />,
  },
  {
    title: tasksText.progress,
    key: 'progress',
    fields: ['progress', 'expected', 'lag', 'scheduleLabel'],
    width: '11.5rem',
    sorter: (a, b) => b.lag - a.lag,
    showSorterTooltip: false,
    render: (_, task) => <ProgressBar {...task} schedule={runs(task) ? task.schedule : null} />,
  },
  {
    title: tasksText.nextDue,
    key: 'due',
    fields: ['nextDue'],
    width: '11rem',
    sorter: (a, b) => compare(a.nextDue?.at ?? '9', b.nextDue?.at ?? '9'),
    showSorterTooltip: false,
    render: (_, task) => <DueText due={task.nextDue} />,
  },
  {
    title: tasksText.rung,
    key: 'rung',
    fields: ['standing'],
    width: '9.375rem',
    sorter: (a, b) => (b.standing?.rung ?? 0) - (a.standing?.rung ?? 0),
    showSorterTooltip: false,
    render: (_, task) => <TaskRung task={task} />,
  },
];

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** The schedule speaks only of a task that is being worked on. */
export const runs = (task: Pick<TaskSummary, 'state'>): boolean =>
  ['inProgress', 'closing'].includes(task.state);

interface TaskTableProps {
  tasks: readonly TaskSummary[];
  columns: TaskColumn[];
}

/** By which column, and which way round; null: in the order of the plan. */
type Order = { key: string; turned: boolean } | null;

function ordered(tasks: readonly TaskSummary[], columns: readonly TaskColumn[], order: Order) {
  const sorter = order === null ? undefined : columns.find(({ key }) => key === order.key)?.sorter;
  if (order === null || typeof sorter !== 'function') return tasks;
  const way = order.turned ? -1 : 1;
  return tasks.toSorted((a, b) => way * sorter(a, b));
}

/** Whoever types a condition is answered first; the rows follow when they are others. */
const hasSame = (one: TaskTableProps, other: TaskTableProps): boolean =>
  one.tasks === other.tasks &&
  one.columns.length === other.columns.length &&
  one.columns.every((column, place) => column === other.columns[place]);

/** All tasks are put in order before the first of them are drawn: the table itself knows only what is drawn. */
export const TaskTable = memo(function TaskTable({ tasks, columns }: TaskTableProps) {
  const [order, setOrder] = useState<Order>(null);
  const inOrder = useMemo(() => ordered(tasks, columns, order), [tasks, columns, order]);
  return (
    <DrawnTable
      rows={inOrder}
      columns={columns}
      tableLayout="fixed"
      onChange={(_pages, _filters, sorter) => {
        const { columnKey, order: way } = Array.isArray(sorter) ? (sorter[0] ?? {}) : sorter;
        setOrder(way == null ? null : { key: String(columnKey), turned: way === 'descend' });
      }}
      testId="task-table"
    />
  );
}, hasSame);
