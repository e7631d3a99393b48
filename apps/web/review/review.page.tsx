import type { ReviewItem } from '#contract';
import { useQuery } from '@tanstack/react-query';
import { reviewsQuery } from '../api/queries.js';
import { Answer } from '../components/answer.js';
import { EmptyNote } from '../components/empty-note.js';
import { Panel } from '../components/panel.js';
import { ExportButton } from '../components/export-button.js';
import { PageTitle } from '../components/page-title.js';
import { formatInstant } from '../format/date.js';
import { reviewText } from '../texts/zh.js';
import { AcceptAll } from './accept-all.js';
import { ReviewRow } from './review-row.js';
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
  return (
    <>
      <div className="page-head">
        <PageTitle title={reviewText.title} />
        <span className="soft">{reviewText.hint}</span>
        <div className="page-actions">
          <ExportButton list="reviews" />
        </div>
      </div>
      <Answer query={reviews}>
        {({ items }) =>
          items.length === 0 ? (
            <section className="panel">
              <EmptyNote title={reviewText.none} hint={reviewText.noneHint} />
            </section>
          ) : (
            grouped(items).map(([title, group]) => (
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
