import type { ReportingLineView } from '#contract';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { linesQuery } from '../api/queries.js';
import { Answer } from '../components/answer.js';
import { Panel } from '../components/panel.js';
import { linesText, overviewText, shellTexts } from '../texts/zh.js';

/** Filed after it was due: the two instants say so. */
const wasLate = ({ latestSitting }: ReportingLineView): boolean =>
  latestSitting !== null && latestSitting.filedAt !== null && latestSitting.filedAt > latestSitting.dueAt;

/** How the units stand with the latest period: on time, late, still to file, silent. */
export function ReportingFigures() {
  const lines = useQuery(linesQuery);
  return (
    <Panel
      title={overviewText.reporting}
      actions={
        <Link to="/lines" search={{}}>
          {shellTexts.areas.lines}
        </Link>
      }
      testId="reporting"
    >
      <Answer query={lines}>
        {({ items }) => {
          const of = (...statuses: string[]): ReportingLineView[] =>
            items.filter(
              ({ latestSitting }) => latestSitting !== null && statuses.includes(latestSitting.status),
            );
          const filed = of('filed');
          const late = filed.filter(wasLate).length;
          const rows: [string, number, boolean][] = [
            [overviewText.onTime, filed.length - late, false],
            [overviewText.late, late, false],
            [overviewText.pending, of('open', 'upcoming').length, false],
            [overviewText.silent, of('overdue', 'missed').length, true],
            [overviewText.missed, items.reduce((all, { missedSittings }) => all + missedSittings, 0), true],
          ];
          if (items.length === 0) return <span className="soft">{linesText.noneHint}</span>;
          return (
            <dl className="reporting">
              {rows.map(([label, count, serious]) => (
                <div key={label}>
                  <dt className="soft small">{label}</dt>
                  <dd className={serious && count > 0 ? 'late' : ''}>{count}</dd>
                </div>
              ))}
            </dl>
          );
        }}
      </Answer>
    </Panel>
  );
}
