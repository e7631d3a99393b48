import type { AccountState, RoleName } from '#contract';
import { infiniteQueryOptions } from '@tanstack/react-query';
import { call } from '../api/client.js';

export interface AccountSearch {
  q: string;
  state: AccountState | undefined;
  role: RoleName | undefined;
}

const PAGE = 50;

export const accountsQuery = ({ q, ...filter }: AccountSearch) =>
  infiniteQueryOptions({
    queryKey: ['accounts', q, filter],
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam, signal }) =>
      call('accounts', {
        query: { ...filter, q: q === '' ? undefined : q, limit: PAGE, cursor: pageParam },
        signal,
      }),
    getNextPageParam: ({ nextCursor }) => nextCursor ?? undefined,
  });
