import { useNavigate, useSearch } from '@tanstack/react-router';
import { Drawer, Tabs } from 'antd';
import { NoticeView } from '../components/notice-view.js';
import { useMayEnter } from '../session/use-session.js';
import { PageTitle } from '../components/page-title.js';
import { inboxText } from '../texts/zh.js';
import './inbox.css';
import { Messages } from './messages.js';
import { Notices } from './notices.js';

/** Messages to the person, and the notices that concern their unit. A notice has an address of its own. */
export function InboxPage() {
  const { notice } = useSearch({ from: '/inside/inbox' });
  const navigate = useNavigate({ from: '/inbox' });
  const seesNotices = useMayEnter('notices');
  const messages = { key: 'messages', label: inboxText.messages, children: <Messages /> };
  const notices = { key: 'notices', label: inboxText.notices, children: <Notices /> };
  return (
    <>
      <div className="page-head">
        <PageTitle title={inboxText.title} />
      </div>
      <Tabs items={seesNotices ? [messages, notices] : [messages]} />
      <Drawer
        open={notice !== undefined}
        onClose={() => void navigate({ search: {} })}
        title={inboxText.notices}
        size="min(860px, 100vw)"
        destroyOnHidden
      >
        {notice === undefined ? null : <NoticeView noticeId={notice} />}
      </Drawer>
    </>
  );
}
