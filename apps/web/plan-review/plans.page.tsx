import type { PlanReviewSummary } from '#contract';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { planReviewsQuery } from '../api/queries.js';
import { Answer } from '../components/answer.js';
import { EmptyNote } from '../components/empty-note.js';
import { ExportButton } from '../components/export-button.js';
import { PageTitle } from '../components/page-title.js';
import { Panel } from '../components/panel.js';
import { formatInstant } from '../format/date.js';
import { shortTitle } from '../session/use-plan.js';
import { useSession } from '../session/use-session.js';
import { planReviewText } from '../texts/zh.js';
import { DispatchProgress } from './dispatch-progress.js';
import './plan-review.css';
import { UploadPanel } from './upload/upload-panel.js';

/** The documents in review, and the way to bring in another one. */
export function PlansPage() {
  const reviews = useQuery(planReviewsQuery);
  const { roles } = useSession();
  const uploads = roles.some(({ role }) => role === 'headquartersOffice');
  return (
    <>
      <div className="page-head">
        <PageTitle title={planReviewText.title} />
        <span className="soft">{planReviewText.hint}</span>
      </div>
      {uploads ? <UploadPanel /> : null}
      <Answer query={reviews}>
        {({ items }) =>
          items.length === 0 ? (
            <EmptyNote title={planReviewText.none} hint={uploads ? planReviewText.noneHint : undefined} />
          ) : (
            <Panel
              title={planReviewText.list}
              actions={<ExportButton list="planReviews" size="small" />}
              flush
            >
              <ul className="cards pr-reviews" data-testid="reviews">
                {items.map((review) => (
                  <ReviewLine key={review.id} review={review} />
                ))}
              </ul>
            </Panel>
          )
        }
      </Answer>
    </>
  );
}

function ReviewLine({ review }: { review: PlanReviewSummary }) {
  const { id, title, fileName, amends, state, stateLabel, counts, dispatching } = review;
  const { uploadedBy, uploadedAt } = review;
  const total = counts.proposed + counts.confirmed;
  return (
    <li>
      <div className="pr-review-name">
        <Link to="/plans/$reviewId" params={{ reviewId: id }}>
          {title === '' ? planReviewText.untitled : shortTitle(title)}
        </Link>
        <span className="soft small">
          {fileName}
          {amends === null ? '' : ` · ${planReviewText.amends(shortTitle(amends.title))}`}
        </span>
      </div>
      {dispatching === null ? (
        <span className={`pr-state pr-state-${state}`}>{stateLabel}</span>
      ) : (
        <DispatchProgress {...dispatching} />
      )}
      <span className="pr-review-counts">
        {planReviewText.count(counts.confirmed, total)}
        {counts.doubtful > 0 && state === 'open' ? (
          <span className="pr-tag pr-tag-guess">{planReviewText.doubtful(counts.doubtful)}</span>
        ) : null}
        {counts.dropped > 0 ? (
          <span className="soft small">{planReviewText.dropped(counts.dropped)}</span>
        ) : null}
      </span>
      <span className="soft small">
        {planReviewText.uploadedBy(uploadedBy?.name ?? planReviewText.nobody, formatInstant(uploadedAt))}
      </span>
      <Link
        to="/plans/$reviewId"
        params={{ reviewId: id }}
        className={state === 'open' ? 'button-link' : 'quiet-link'}
      >
        {state === 'open' ? planReviewText.open : planReviewText.view}
      </Link>
    </li>
  );
}
