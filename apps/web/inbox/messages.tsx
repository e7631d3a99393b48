import type { InboxMessage } from '#contract';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { call } from '../api/client.js';
import { inboxQuery } from '../api/queries.js';
import { Answer } from '../components/answer.js';
import { EmptyNote } from '../components/empty-note.js';
import { ExportButton } from '../components/export-button.js';
import { ProblemNote } from '../components/problem-note.js';
import { inboxText } from '../texts/zh.js';
import { Message } from './message.js';

/** The person's messages, newest first; opening one marks it read. */
export function Messages() {
  const inbox = useQuery(inboxQuery);
  const queries = useQueryClient();
  const marking = useMutation({
    mutationFn: (ids: string[]) => call('markRead', { body: { ids } }),
    onSuccess: () => queries.invalidateQueries({ queryKey: inboxQuery.queryKey }),
  });
  const mark = (messages: readonly InboxMessage[]): void => {
    const ids = messages.filter(({ readAt }) => readAt === null).map(({ id }) => id);
    if (ids.length > 0) marking.mutate(ids);
  };
  return (
    <Answer query={inbox}>
      {({ items, unread }) => (
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
                    onClick={() => mark(items)}
                    data-testid="mark-all"
                  >
                    {inboxText.markAll}
                  </Button>
                ) : null}
                <ExportButton list="inbox" size="small" />
              </span>
            </div>
          )}
          {items.length === 0 ? <EmptyNote title={inboxText.none} hint={inboxText.noneHint} /> : null}
          <ul className="messages">
            {items.map((message) => (
              <Message key={message.id} message={message} onRead={() => mark([message])} />
            ))}
          </ul>
        </section>
      )}
    </Answer>
  );
}
