import type { TrailEntryView, TrailKindName } from '#contract';
import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { call } from '../api/client.js';

/** What the page is asked for, as its address says it. */
export interface TrailFilter {
  kind?: TrailKindName | undefined;
  person?: string | undefined;
  unit?: string | undefined;
  subject?: string | undefined;
  address?: string | undefined;
  /** Civil dates. */
  from?: string | undefined;
  until?: string | undefined;
}

const startOf = (day: string | undefined): string | undefined =>
  day === undefined ? undefined : new Date(`${day}T00:00:00+08:00`).toISOString();

export const trailQuery = ({ from, until, ...filter }: TrailFilter) =>
  infiniteQueryOptions({
    queryKey: ['trail', filter, from ?? '', until ?? ''],
    queryFn: ({ pageParam, signal }) =>
      call('trail', {
        query: { ...filter, from: startOf(from), until: startOf(until), cursor: pageParam ?? undefined },
        signal,
      }),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor,
  });

export const chainQuery = ({ kind, id }: TrailEntryView['chain']) =>
  queryOptions({
    queryKey: ['trail', 'chain', kind, id],
    queryFn: ({ signal }) => call('trailChain', { params: { kind, id }, signal }),
  });

export const peopleQuery = (q: string) =>
  queryOptions({
    queryKey: ['trail', 'people', q],
    queryFn: ({ signal }) => call('accounts', { query: { q, limit: 20 }, signal }),
    enabled: q !== '',
  });
