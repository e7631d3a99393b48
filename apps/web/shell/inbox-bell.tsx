import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Badge } from 'antd';
import { inboxQuery } from '../api/queries.js';
import { BellIcon } from '../components/icons.js';
import { shellTexts } from '../texts/zh.js';

/** The way to the inbox, with the number of unread messages. */
export function InboxBell() {
  const inbox = useQuery(inboxQuery);
  const unread = inbox.data?.unread ?? 0;
  return (
    <Link
      to="/inbox"
      search={{}}
      className="shell-bell"
      aria-label={shellTexts.bell(unread)}
      data-testid="bell"
    >
      <Badge count={unread} size="small" overflowCount={99}>
        <BellIcon />
      </Badge>
    </Link>
  );
}
