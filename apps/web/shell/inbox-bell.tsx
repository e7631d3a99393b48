import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { shellQuery } from '../api/queries.js';
import { BellIcon } from '../components/icons.js';
import { shellTexts } from '../texts/zh.js';

/** The way to the inbox, with the number of unread messages. */
export function InboxBell() {
  // Also what came in while a page stands open.
  const shell = useQuery({ ...shellQuery, refetchInterval: 60_000 });
  const unread = shell.data?.unread ?? 0;
  return (
    <Link
      to="/inbox"
      search={{}}
      className="shell-bell"
      aria-label={shellTexts.bell(unread)}
      data-testid="bell"
    >
      <BellIcon />
      {unread > 0 ? <span className="bell-count">{unread > 99 ? '99+' : unread}</span> : null}
    </Link>
  );
}
