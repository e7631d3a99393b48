import { queryOptions } from '@tanstack/react-query';
import { call } from '../api/client.js';

export const evidenceQuery = (taskId: string) =>
  queryOptions({
    queryKey: ['tasks', taskId, 'evidence'],
    queryFn: ({ signal }) => call('taskEvidence', { params: { id: taskId }, signal }),
  });
