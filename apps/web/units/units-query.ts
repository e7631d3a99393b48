import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { call } from '../api/client.js';
import { queryOf, type UnitFilter } from './unit-search.js';

/** Begins with the key of the list that units are chosen from: what changes one changes the other. */
export const UNITS_KEY = ['units'] as const;
const PAGE = 100;

export const unitRecordsQuery = (search: UnitFilter) => {
  const query = queryOf(search);
  return infiniteQueryOptions({
    queryKey: [...UNITS_KEY, 'records', query],
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam, signal }) =>
      call('unitRecords', { query: { ...query, limit: PAGE, cursor: pageParam }, signal }),
    getNextPageParam: ({ nextCursor }) => nextCursor ?? undefined,
  });
};

export const unitFileQuery = (id: string) =>
  queryOptions({
    queryKey: [...UNITS_KEY, 'record', id],
    queryFn: ({ signal }) => call('unitRecord', { params: { id }, signal }),
  });
