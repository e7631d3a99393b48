import type { InboxPage } from '#contract';
import { useMutation, useQueryClient, type InfiniteData } from '@tanstack/react-query';
import { callAll } from '../api/call-all.js';
import { call } from '../api/client.js';
import { markUnread } from '../api/queries.js';

/** As many as one call takes. */
const AT_ONCE = 500;

/** All unread messages, also those further down than the page shows. */
async function allUnread(): Promise<string[]> {
  const { items } = await callAll('inbox', { query: { unread: true } });
  return items.map(({ id }) => id);
}

async function markRead(ids: readonly string[]): Promise<{ ids: readonly string[]; unread: number }> {
  let unread = 0;
  for (let from = 0; from < ids.length; from += AT_ONCE)
    ({ unread } = await call('markRead', { body: { ids: ids.slice(from, from + AT_ONCE) } }));
  return { ids, unread };
}

/**
 * Marks messages read, or all of them. They stay where they are, also where only unread ones are asked for: nothing goes away
 * under the eyes of who reads it.
 */
export function useMarkRead() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: async (ids: readonly string[] | 'all') => markRead(ids === 'all' ? await allUnread() : ids),
    onSuccess: ({ ids, unread }) => {
      const marked = new Set(ids);
      const readAt = new Date().toISOString();
      queries.setQueriesData<InfiniteData<InboxPage>>({ queryKey: ['inbox'] }, (known) =>
        known === undefined
          ? known
          : {
              ...known,
              pages: known.pages.map((page) => ({
                ...page,
                unread,
                items: page.items.map((one) => (marked.has(one.id) ? { ...one, readAt } : one)),
              })),
            },
      );
      markUnread(queries, unread);
    },
  });
}
