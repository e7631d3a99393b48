import type { ReviewItem } from '#contract';
import { useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { Button } from 'antd';
import { reviewsQuery } from '../api/queries.js';
import { Answer } from '../components/answer.js';
import { EmptyNote } from '../components/empty-note.js';
import { Panel } from '../components/panel.js';
import { ExportButton } from '../components/export-button.js';
import { PageTitle } from '../components/page-title.js';
import { formatInstant } from '../format/date.js';
import { ListConditions } from '../lists/list-conditions.js';
import { unitsOf } from '../lists/units-of.js';
import { reviewText, tasksText } from '../texts/zh.js';
import { AcceptAll } from './accept-all.js';
import { ReviewRow } from './review-row.js';
import { reviewSearchSchema, type ReviewSearch } from './review-search.js';
import './review.css';

/** By unit and period, for so they were filed and so they are read. */
function grouped(items: readonly ReviewItem[]): [string, ReviewItem[]][] {
  const groups = new Map<string, ReviewItem[]>();
  for (const item of items) {
    const key = `${item.report.unit.name} · ${item.report.periodLabel}`;
    groups.set(key, [...(groups.get(key) ?? []), item]);
  }
  return [...groups];
}

/** How many wait, and who filed them when: one sitting has one answer to that. */
function noteOf(group: readonly ReviewItem[]): string {
  const filed = group.map(({ report }) =>
    reviewText.filed(report.filedBy?.name ?? report.unit.name, formatInstant(report.filedAt)),
  );
  return [reviewText.count(group.length), ...new Set(filed)].join(' · ');
}

/** The reports that wait for the task-force office. */
export function ReviewPage() {
  const reviews = useQuery(reviewsQuery);
  const search = useSearch({ from: '/inside/review' });
  const navigate = useNavigate({ from: '/review' });
  const show = (next: ReviewSearch): void => void navigate({ search: next, replace: true });
  const units = unitsOf(reviews.data?.items ?? [], ({ report }) => report.unit);
  const matching = ({ report }: ReviewItem): boolean =>
    search.unit === undefined || report.unit.id === search.unit;
  return (
    <>
      <div className="page-head">
        <PageTitle title={reviewText.title} />
        <span className="soft">{reviewText.hint}</span>
        <div className="page-actions">
          <ExportButton list="reviews" query={search} />
        </div>
      </div>
      {units.length < 2 && search.unit === undefined ? null : (
        <ListConditions
          list="reviews"
          schema={reviewSearchSchema}
          conditions={[{ key: 'unit', label: reviewText.unit, any: reviewText.anyUnit, options: units }]}
          search={search}
          onChange={show}
        />
      )}
      <Answer query={reviews}>
        {({ items }) =>
          items.length === 0 ? (
            <section className="panel">
              <EmptyNote title={reviewText.none} hint={reviewText.noneHint} />
            </section>
          ) : !items.some(matching) ? (
            <section className="panel">
              <EmptyNote
                title={reviewText.noneOfUnit}
                action={<Button onClick={() => show({})}>{tasksText.clear}</Button>}
              />
            </section>
          ) : (
            grouped(items.filter(matching)).map(([title, group]) => (
              <Panel
                key={title}
                title={title}
                note={noteOf(group)}
                actions={<AcceptAll items={group} />}
                flush
              >
                <ul className="review-list">
                  {group.map((item) => (
                    <ReviewRow key={item.obligationId} item={item} />
                  ))}
                </ul>
              </Panel>
            ))
          )
        }
      </Answer>
    </>
  );
}
