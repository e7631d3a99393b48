import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import type { WayStateName } from '#contract';
import { call } from '../api/client.js';

export const MY_MESSAGES = ['my-messages'];
export const myMessagesQuery = queryOptions({
  queryKey: MY_MESSAGES,
  queryFn: ({ signal }) => call('myMessages', { signal }),
});

export const messageDeliveryQuery = (id: string) =>
  queryOptions({
    queryKey: ['inbox', id, 'delivery'],
    queryFn: ({ signal }) => call('messageDelivery', { params: { id }, signal }),
  });

export const callsQuery = queryOptions({
  queryKey: ['calls'],
  queryFn: ({ signal }) => call('toCall', { signal }),
  refetchInterval: 60_000,
});

/** Looked at again every few seconds: a trial is answered while one waits. */
export const channelsQuery = queryOptions({
  queryKey: ['channels'],
  queryFn: ({ signal }) => call('channels', { signal }),
  refetchInterval: 5_000,
});

export const QUEUE = ['queue'];
export const queueQuery = queryOptions({
  queryKey: QUEUE,
  queryFn: ({ signal }) => call('queueStatus', { signal }),
  refetchInterval: 5_000,
});

export const lettersQuery = (state: WayStateName | undefined, channel: string | undefined) =>
  infiniteQueryOptions({
    queryKey: ['letters', state ?? '', channel ?? ''],
    queryFn: ({ pageParam, signal }) =>
      call('letters', { query: { state, channel, cursor: pageParam ?? undefined }, signal }),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor,
    refetchInterval: 5_000,
  });

export const letterQuery = (id: string) =>
  queryOptions({
    queryKey: ['letters', 'one', id],
    queryFn: ({ signal }) => call('letter', { params: { id }, signal }),
  });

/** What is looked for, on the page and in a file of it. */
export const peopleContactsFilter = (search: string, without: boolean) => ({
  search: search === '' ? undefined : search,
  without: without ? true : undefined,
});

export const peopleContactsQuery = (search: string, without: boolean) =>
  queryOptions({
    queryKey: ['people-contacts', search, without],
    queryFn: ({ signal }) => call('peopleContacts', { query: peopleContactsFilter(search, without), signal }),
    placeholderData: (before) => before,
  });
