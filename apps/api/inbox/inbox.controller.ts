import { Controller } from '@nestjs/common';
import type { InboxMessage, InboxPage } from '#contract';
import { countUnread, listInbox, markRead, type InboxRow } from '#persistence';
import { ApiContext } from '../api-dependencies.js';
import { markOf, momentMarkSchema, nextCursor } from '../http/cursor.js';
import { Endpoint } from '../http/endpoint.js';
import { Input, type InputOf } from '../http/input.js';
import { seenBy, writtenBy } from '../who/seen-by.js';
import { Requester, type Who } from '../who/who.js';

@Controller()
export class InboxController {
  constructor(private readonly context: ApiContext) {}

  @Endpoint('inbox')
  inbox(@Input() { query }: InputOf<'inbox'>, @Requester() who: Who): Promise<InboxPage> {
    const before = markOf(momentMarkSchema, query.cursor);
    return seenBy(this.context, who, async (tx) => {
      const { rows, total, unread } = await listInbox(tx, who.personId, { ...query, before });
      return {
        items: rows.map(messageView),
        total,
        unread,
        nextCursor: nextCursor(rows, query.limit, (row) => ({ at: row.delivered_at, id: row.id })),
      };
    });
  }

  @Endpoint('markRead')
  markRead(
    @Input() { body }: InputOf<'markRead'>,
    @Requester() who: Who,
  ): Promise<{ marked: number; unread: number }> {
    return writtenBy(this.context, who, async (tx) => {
      const marked = await markRead(tx, who.personId, body.ids, this.context.now());
      return { marked, unread: await countUnread(tx, who.personId) };
    });
  }
}

function messageView(row: InboxRow): InboxMessage {
  return {
    id: row.id,
    kind: row.kind,
    title: row.title,
    body: row.body,
    subjectKind: row.subject_kind,
    subjectId: row.subject_id,
    noticeId: row.notice_id,
    deliveredAt: row.delivered_at,
    readAt: row.read_at,
  };
}
