import { queryOptions } from '@tanstack/react-query';
import { call } from '../api/client.js';

/** The text a plan was published with; read only where somebody asks for it. */
export const planSourceQuery = (planId: string) =>
  queryOptions({
    queryKey: ['plans', planId, 'source'],
    queryFn: ({ signal }) => call('planSource', { params: { id: planId }, signal }),
    staleTime: 5 * 60_000,
  });
