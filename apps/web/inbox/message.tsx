import type { InboxMessage } from '#contract';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { formatInstant } from '../format/date.js';
import { MessageWays } from '../messages/delivery-list.js';
import { useSession } from '../session/use-session.js';
import { inboxText } from '../texts/zh.js';

/** The way from a message to what it speaks of. */
function ToSubject({ message }: { message: InboxMessage }) {
  const { noticeId, productId, subjectKind, subjectId } = message;
  const ofUnit = useSession().roles.some(({ scopeKind }) => scopeKind === 'unit');
  if (noticeId !== null) {
    return (
      <Link to="/inbox" search={{ notice: noticeId }} className="button-link">
        {inboxText.openNotice}
      </Link>
    );
  }
  if (productId !== null) {
    return (
      <Link to="/products/$productId" params={{ productId }} search={{}} className="button-link">
        {inboxText.openProduct}
      </Link>
    );
  }
  if (subjectId !== null && subjectKind === 'task') {
    return (
      <Link to="/tasks/$taskId" params={{ taskId: subjectId }}>
        {inboxText.open}
      </Link>
    );
  }
  if (subjectId !== null && subjectKind === 'sitting') {
    return (
      <Link to="/filing/$sittingId" params={{ sittingId: subjectId }}>
        {inboxText.open}
      </Link>
    );
  }
  if (subjectKind === 'reportingLine') {
    return (
      <Link to={ofUnit ? '/filing' : '/lines'} search={{}}>
        {inboxText.open}
      </Link>
    );
  }
  return null;
}

/** One message: a line until it is opened. */
export function Message({ message, onRead }: { message: InboxMessage; onRead: () => void }) {
  const [open, setOpen] = useState(false);
  const unread = message.readAt === null;
  const toggle = (): void => {
    setOpen(!open);
    if (!open) onRead();
  };
  return (
    <li className={unread ? 'message-unread' : ''}>
      <button type="button" aria-expanded={open} onClick={toggle} data-testid="message">
        {unread ? <span className="visually-hidden">{inboxText.isUnread}</span> : null}
        <b>{message.title}</b>
        <time dateTime={message.deliveredAt}>{formatInstant(message.deliveredAt)}</time>
        {open ? null : (
          <span className="message-line" title={message.body}>
            {message.body}
          </span>
        )}
      </button>
      {open ? (
        <div className="message-body">
          <p>{message.body}</p>
          <ToSubject message={message} />
          <MessageWays messageId={message.id} />
        </div>
      ) : null}
    </li>
  );
}
