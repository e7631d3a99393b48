import type { ReportingLineView } from '#contract';
import { Link } from '@tanstack/react-router';
import type { TableColumnType } from 'antd';
import { DrawnTable } from '../components/drawn-table.js';
import { RungTag } from '../components/rung-tag.js';
import { useDrawn } from '../components/use-drawn.js';
import { formatInstant } from '../format/date.js';
import type { Choosable } from '../lists/list-columns.js';
import { linesText } from '../texts/zh.js';

const TROUBLE = ['overdue', 'missed'];

function Status({ line }: { line: ReportingLineView }) {
  const sitting = line.latestSitting;
  if (sitting === null) return <span className="soft">—</span>;
  return (
    <span className={TROUBLE.includes(sitting.status) ? 'line-status late' : 'line-status'}>
      {sitting.statusLabel}
    </span>
  );
}

function Next({ line }: { line: ReportingLineView }) {
  if (line.nextDeadline === null) return <span className="soft">—</span>;
  return (
    <span>
      {formatInstant(line.nextDeadline.at)} <span className="soft small">{line.nextDeadline.label}</span>
    </span>
  );
}

function UnitLink({ line }: { line: ReportingLineView }) {
  return (
    <Link to="/tasks" search={{ unit: line.unit.id }}>
      {line.unit.name}
    </Link>
  );
}

type LineColumn = TableColumnType<ReportingLineView> & Choosable<ReportingLineView>;

/** In the order of the table; the unit stays. */
export const lineColumns: readonly LineColumn[] = [
  {
    title: linesText.unit,
    key: 'unit',
    fields: ['unit'],
    stays: true,
    render: (_, line) => <UnitLink line={line} />,
  },
  {
    title: linesText.tasks,
    key: 'tasks',
    fields: ['taskCount'],
    dataIndex: 'taskCount',
    width: '5.25rem',
    align: 'right',
  },
  {
    title: linesText.latest,
    key: 'latest',
    fields: ['latestSitting'],
    render: (_, { latestSitting }) =>
      latestSitting === null ? (
        <span className="soft">—</span>
      ) : (
        <>
          <Link to="/filing/$sittingId" params={{ sittingId: latestSitting.id }}>
            {latestSitting.periodLabel}
          </Link>{' '}
          <span className="soft small">{formatInstant(latestSitting.dueAt)}</span>
        </>
      ),
  },
  {
    title: linesText.status,
    key: 'status',
    fields: ['latestSitting'],
    width: '6rem',
    render: (_, line) => <Status line={line} />,
  },
  {
    title: linesText.missed,
    key: 'missed',
    fields: ['missedSittings'],
    dataIndex: 'missedSittings',
    width: '6rem',
    align: 'right',
    render: (missed: number) => <span className={missed > 0 ? 'late' : 'soft'}>{missed}</span>,
  },
  {
    title: linesText.rung,
    key: 'rung',
    fields: ['standing'],
    width: '10.5rem',
    render: (_, line) => <RungTag rung={line.standing} />,
  },
  {
    title: linesText.next,
    key: 'next',
    fields: ['nextDeadline'],
    render: (_, line) => <Next line={line} />,
  },
];

interface LineTableProps {
  lines: readonly ReportingLineView[];
  columns: LineColumn[];
}

export const LineTable = ({ lines, columns }: LineTableProps) => (
  <DrawnTable rows={lines} columns={columns} testId="line-table" />
);

/** The same for a telephone. */
export function LineCards({ lines }: { lines: readonly ReportingLineView[] }) {
  const { items, end } = useDrawn(lines);
  return (
    <>
      <ul className="cards line-cards" data-testid="line-cards">
        {items.map((line) => (
          <li key={line.id}>
            <b>
              <UnitLink line={line} />
            </b>
            <RungTag rung={line.standing} />
            <span>{line.latestSitting?.periodLabel}</span>
            <Status line={line} />
            <Next line={line} />
          </li>
        ))}
      </ul>
      <div ref={end} />
    </>
  );
}
