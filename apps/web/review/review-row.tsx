import type { ReviewItem } from '#contract';
import { Link } from '@tanstack/react-router';
import { etagOf } from '../api/client.js';
import { ActionButtons } from '../components/action-buttons.js';
import { ProgressBar } from '../components/progress-bar.js';
import { ReportWords } from '../components/report-words.js';
import { formatInstant } from '../format/date.js';
import { reviewText, marks } from '../texts/zh.js';

/** The same words as last time are worth a look before they are accepted. */
const repeats = ({ report, previous }: ReviewItem): boolean =>
  previous !== null && !report.noChange && report.done !== '' && report.done === previous.done;

/** One report beside the one before it. */
export function ReviewRow({ item }: { item: ReviewItem }) {
  const { task, report, previous, late, silentAt } = item;
  return (
    <li data-testid={`review-${task.code}`}>
      <div className="review-task">
        <span>
          <span className="number soft">{task.code}</span>{' '}
          <Link to="/tasks/$taskId" params={{ taskId: task.id }}>
            {task.title}
          </Link>
        </span>
        <ProgressBar progress={report.progress} expected={task.expected} schedule={null} />
        {previous === null ? null : (
          <span className="small">{reviewText.change(report.progress - previous.progress)}</span>
        )}
        {late ? <b className="late small">{reviewText.late}</b> : null}
      </div>
      <div className="review-words">
        <ReportWords report={report} />
        {repeats(item) ? <p className="review-same">{reviewText.same}</p> : null}
        {previous === null ? null : (
          <details className="small soft">
            <summary>
              {reviewText.previous}
              {marks.colon}
              {previous.periodLabel} {previous.progress}%
            </summary>
            <ReportWords report={previous} />
          </details>
        )}
      </div>
      <div className="review-actions">
        <ActionButtons
          actions={item.allowedActions}
          etag={etagOf(item.version)}
          subject={`${task.code} ${task.title}`}
          size="small"
        />
        {silentAt === null ? null : (
          <span className="soft small">{reviewText.silent(formatInstant(silentAt))}</span>
        )}
      </div>
    </li>
  );
}
