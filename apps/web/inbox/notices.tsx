import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { noticesQuery } from '../api/queries.js';
import { Answer } from '../components/answer.js';
import { EmptyNote } from '../components/empty-note.js';
import { ExportButton } from '../components/export-button.js';
import { RungTag } from '../components/rung-tag.js';
import { formatInstant } from '../format/date.js';
import { inboxText } from '../texts/zh.js';

/** The notices that the person may see. */
export function Notices() {
  const notices = useQuery(noticesQuery);
  return (
    <Answer query={notices}>
      {({ items }) => (
        <section className="panel" data-testid="notices">
          {items.length === 0 ? null : (
            <div className="panel-body list-actions">
              <ExportButton list="notices" size="small" />
            </div>
          )}
          {items.length === 0 ? (
            <EmptyNote title={inboxText.noNotices} hint={inboxText.noNoticesHint} />
          ) : null}
          <ul className="notices">
            {items.map((notice) => (
              <li key={notice.id}>
                <RungTag rung={{ label: notice.kindLabel, colour: notice.colour }} />
                <Link to="/inbox" search={{ notice: notice.id }}>
                  {notice.title}
                </Link>
                <span className="soft small">
                  {notice.number ?? inboxText.noNumber} · {notice.unit.name}
                </span>
                <span className="soft small">
                  {notice.issuedAt === null
                    ? inboxText.draftedAt(formatInstant(notice.draftedAt))
                    : inboxText.issuedAt(formatInstant(notice.issuedAt))}
                </span>
                <span
                  className={
                    notice.state === 'issued' && notice.acknowledgedAt === null ? 'notice-open' : 'soft'
                  }
                >
                  {notice.state !== 'issued'
                    ? notice.stateLabel
                    : notice.acknowledgedAt === null
                      ? inboxText.notAcknowledged
                      : inboxText.acknowledged}
                </span>
              </li>
            ))}
          </ul>
        </section>
      )}
    </Answer>
  );
}
