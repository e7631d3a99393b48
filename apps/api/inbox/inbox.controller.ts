import { Controller } from '@nestjs/common';
import { INBOX_LIST, type InboxMessage, type InboxPage } from '#contract';
import { countUnread, INBOX, markRead, type InboxRow } from '#persistence';
import { ApiContext } from '../api-dependencies.js';
import { Endpoint } from '../http/endpoint.js';
import { Input, type InputOf } from '../http/input.js';
import { listPage } from '../lists/list-page.js';
import { Out, type Given, type ListOut } from '../lists/list-out.js';
import { seenBy, writtenBy } from '../who/seen-by.js';
import { Requester, type Who } from '../who/who.js';

@Controller()
export class InboxController {
  constructor(private readonly context: ApiContext) {}

  @Endpoint('inbox')
  inbox(
    @Input() { query }: InputOf<'inbox'>,
    @Requester() who: Who,
    @Out() out: ListOut,
  ): Promise<Given<InboxPage>> {
    const person = who.personId;
    return out.give('inbox', query, (page) =>
      seenBy(this.context, who, async (tx) => {
        const { rows, nextCursor, total } = await listPage<InboxRow>(tx, INBOX_LIST, INBOX, page, { person });
        const unread = await countUnread(tx, person);
        return { items: rows.map(messageView), total: await total(), unread, nextCursor };
      }),
    );
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
    productId: row.product_id,
    deliveredAt: row.delivered_at,
    readAt: row.read_at,
  };
}
