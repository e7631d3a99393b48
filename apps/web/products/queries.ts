import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { call } from '../api/client.js';
import { queryOf, type ProductSearch } from './product-search.js';

export const productsQuery = (search: ProductSearch, makes: boolean) =>
  infiniteQueryOptions({
    queryKey: ['products', 'list', queryOf(search, makes)],
    queryFn: ({ pageParam, signal }) =>
      call('products', {
        query: { ...queryOf(search, makes), limit: 100, cursor: pageParam ?? undefined },
        signal,
      }),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor,
    // What is open over the list (a dialog that counts) must not go with it.
    placeholderData: (before) => before,
  });

export const productQuery = (id: string) =>
  queryOptions({
    queryKey: ['products', id],
    queryFn: ({ signal }) => call('product', { params: { id }, signal }),
  });

/** Read again with each version: a draft’s figures follow the data. */
export const figureQuery = (id: string, version: number, name: string) =>
  infiniteQueryOptions({
    queryKey: ['products', id, 'figures', name, version],
    queryFn: ({ pageParam, signal }) =>
      call('productFigure', {
        params: { id, name },
        query: { limit: 50, cursor: pageParam ?? undefined },
        signal,
      }),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor,
  });

/** What a draft was at one of its steps never changes. */
export const versionQuery = (id: string, version: number) =>
  queryOptions({
    queryKey: ['products', id, 'versions', version],
    queryFn: ({ signal }) => call('productVersion', { params: { id, version: String(version) }, signal }),
    staleTime: Infinity,
  });

export const issuePreviewQuery = (id: string) =>
  queryOptions({
    queryKey: ['products', id, 'issue-preview'],
    queryFn: ({ signal }) => call('issuePreview', { params: { id }, signal }),
    staleTime: 0,
  });

/** What the public would see: a draft’s follows the data, so it is asked anew with each version. */
export const productReleaseQuery = (id: string, version: number) =>
  queryOptions({
    queryKey: ['products', id, 'release', version],
    queryFn: ({ signal }) => call('productRelease', { params: { id }, signal }),
  });

/** What of an issued product the record says otherwise by now; asked anew whenever the page is opened. */
export const productChangesQuery = (id: string, version: number) =>
  queryOptions({
    queryKey: ['products', id, 'changes', version],
    queryFn: ({ signal }) => call('productChanges', { params: { id }, signal }),
  });
