import { queryOptions } from '@tanstack/react-query';
import { call } from '../api/client.js';

/** Deliveries come and go by themselves: looked at again every few seconds. */
const AGAIN_MS = 5_000;

export const webhooksQuery = queryOptions({
  queryKey: ['webhooks'],
  queryFn: ({ signal }) => call('webhooks', { signal }),
  refetchInterval: AGAIN_MS,
});
