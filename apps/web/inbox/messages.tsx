import type { InboxMessage } from '#contract';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { Button } from 'antd';
import { inboxQuery } from '../api/queries.js';
import { Answer } from '../components/answer.js';
import { EmptyNote } from '../components/empty-note.js';
import { ExportButton } from '../components/export-button.js';
import { ProblemNote } from '../components/problem-note.js';
import { ListConditions } from '../lists/list-conditions.js';
import { More } from '../lists/more.js';
import { inboxText, tasksText } from '../texts/zh.js';
import { messageFilterSchema, type MessageFilter } from './inbox-search.js';
import { Message } from './message.js';
import { useMarkRead } from './use-mark-read.js';

/** The person's messages, newest first; opening one marks it read. */
export function Messages() {
  const filter = messageFilterSchema.parse(useSearch({ from: '/inside/inbox' }));
  const navigate = useNavigate({ from: '/inbox' });
  const inbox = useInfiniteQuery(inboxQuery(filter));
  const marking = useMarkRead();
  const readOne = ({ id, readAt }: InboxMessage): void => {
    if (readAt === null) marking.mutate([id]);
  };
  const show = (next: MessageFilter): void => void navigate({ search: next, replace: true });
  return (
    <>
      <ListConditions
        list="messages"
        schema={messageFilterSchema}
        conditions={[{ key: 'unread', label: inboxText.onlyUnread }]}
        search={filter}
        onChange={show}
      />
      <Answer query={inbox}>
        {({ pages }) => {
          const items = pages.flatMap((page) => page.items);
          const unread = pages[0]?.unread ?? 0;
          return (
            <section className="panel" data-testid="messages">
              <ProblemNote problem={marking.error} />
              {items.length === 0 ? null : (
                <div className="inbox-tools">
                  <span className="soft">{inboxText.unread(unread)}</span>
                  <span className="bar">
                    {unread > 0 ? (
                      <Button
                        size="small"
                        loading={marking.isPending}
                        onClick={() => marking.mutate('all')}
                        data-testid="mark-all"
                      >
                        {inboxText.markAll}
                      </Button>
                    ) : null}
                    <ExportButton list="inbox" query={filter} size="small" />
                  </span>
                </div>
              )}
              {items.length > 0 ? null : filter.unread === true ? (
                <EmptyNote
                  title={inboxText.noneUnread}
                  action={<Button onClick={() => show({})}>{tasksText.clear}</Button>}
                />
              ) : (
                <EmptyNote title={inboxText.none} hint={inboxText.noneHint} />
              )}
              <ul className="messages">
                {items.map((message) => (
                  <Message key={message.id} message={message} onRead={() => readOne(message)} />
                ))}
              </ul>
              <More list={inbox} />
            </section>
          );
        }}
      </Answer>
    </>
  );
}
