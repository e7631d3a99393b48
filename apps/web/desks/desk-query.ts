import { queryOptions } from '@tanstack/react-query';
import { call } from '../api/client.js';

/** Asked again every minute and whenever the window is come back to: clocks run. */
export const deskQuery = queryOptions({
  queryKey: ['desk'],
  queryFn: ({ signal }) => call('desk', { signal }),
  refetchInterval: 60_000,
  refetchOnWindowFocus: 'always',
});
