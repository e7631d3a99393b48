import { useNavigate, useSearch } from '@tanstack/react-router';
import { Drawer, Tabs } from 'antd';
import { NoticeView } from '../components/notice-view.js';
import { chosenFilter } from '../lists/opening-filter.js';
import { useMayEnter, useSession } from '../session/use-session.js';
import { PageTitle } from '../components/page-title.js';
import { inboxText } from '../texts/zh.js';
import { messageFilterSchema, noticeFilterSchema } from './inbox-search.js';
import './inbox.css';
import { Messages } from './messages.js';
import { Notices } from './notices.js';

/** Messages to the person, and the notices that concern their unit. Each list and each notice has an address of its own. */
export function InboxPage() {
  const search = useSearch({ from: '/inside/inbox' });
  const navigate = useNavigate({ from: '/inbox' });
  const { person } = useSession();
  const seesNotices = useMayEnter('notices');
  const messages = { key: 'messages', label: inboxText.messages, children: <Messages /> };
  const notices = { key: 'notices', label: inboxText.notices, children: <Notices /> };
  // Each list opens with the filter that was chosen for it.
  const turnTo = (tab: string): void =>
    void navigate({
      search:
        tab === 'notices'
          ? { ...chosenFilter('notices', noticeFilterSchema, person.id), tab }
          : { ...chosenFilter('messages', messageFilterSchema, person.id) },
    });
  return (
    <>
      <div className="page-head">
        <PageTitle title={inboxText.title} />
      </div>
      <Tabs
        activeKey={seesNotices ? (search.tab ?? 'messages') : 'messages'}
        onChange={turnTo}
        destroyOnHidden
        items={seesNotices ? [messages, notices] : [messages]}
      />
      <Drawer
        open={search.notice !== undefined}
        onClose={() => void navigate({ search: ({ notice: _closed, ...rest }) => rest })}
        title={inboxText.notices}
        size="min(53.75rem, 100vw)"
        destroyOnHidden
      >
        {search.notice === undefined ? null : <NoticeView noticeId={search.notice} />}
      </Drawer>
    </>
  );
}
