import { readNotice, type NoticeDetailRow } from '#persistence';
import type { ApiContext } from '../api-dependencies.js';
import { problem } from '../http/problem.js';
import { seesDrafts } from '../who/areas.js';
import { seenBy } from '../who/seen-by.js';
import type { Who } from '../who/who.js';

/** A notice as this person may see it; a draft is as good as not there for whom it is not meant. Rejects with NotFound. */
export async function visibleNotice(
  context: ApiContext,
  who: Who,
  noticeId: string,
): Promise<NoticeDetailRow> {
  const row = await seenBy(context, who, (tx) => readNotice(tx, noticeId));
  if (row === null || (row.state !== 'issued' && !seesDrafts(who.actor))) throw problem('NotFound');
  return row;
}
