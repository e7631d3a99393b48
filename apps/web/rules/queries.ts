import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { call } from '../api/client.js';
import type { Supposed } from './supposed.js';

const FOLLOWING_MS = 2_000;

export const calendarQuery = (year: number | undefined) =>
  queryOptions({
    queryKey: ['calendar', year],
    queryFn: ({ signal }) => call('calendarYear', { query: { year }, signal }),
    placeholderData: keepPreviousData,
    // Until every open deadline follows the newest version, one sees how far that is.
    refetchInterval: ({ state }) => (state.data?.changes[0]?.finishedAt === null ? FOLLOWING_MS : false),
  });

export const laddersQuery = queryOptions({
  queryKey: ['ladders'],
  queryFn: ({ signal }) => call('ladders', { signal }),
});

/** Reckoned by the server, by the code that arms the real clocks. */
export const courseQuery = (name: string, supposed: Supposed) =>
  queryOptions({
    queryKey: ['ladders', name, 'course', supposed],
    queryFn: ({ signal }) => call('ladderCourse', { params: { name }, query: { ...supposed }, signal }),
    placeholderData: keepPreviousData,
  });
