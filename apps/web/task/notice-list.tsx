import type { NoticeSummary } from '#contract';
import { Link } from '@tanstack/react-router';
import { Panel } from '../components/panel.js';
import { formatDay } from '../format/date.js';
import { inboxText, taskText } from '../texts/zh.js';

/** The notices that were drafted or issued about this task. */
export function NoticeList({ notices }: { notices: readonly NoticeSummary[] }) {
  if (notices.length === 0) return null;
  return (
    <Panel title={taskText.notices} testId="notices" flush>
      <ul className="cards notice-cards">
        {notices.map((notice) => (
          <li key={notice.id}>
            <Link to="/inbox" search={{ notice: notice.id }}>
              {notice.title}
            </Link>
            <div className="soft small">
              {notice.stateLabel} · {notice.number ?? inboxText.noNumber} ·{' '}
              {notice.issuedAt === null
                ? inboxText.draftedAt(formatDay(notice.draftedAt))
                : inboxText.issuedAt(formatDay(notice.issuedAt))}
            </div>
          </li>
        ))}
      </ul>
    </Panel>
  );
}
