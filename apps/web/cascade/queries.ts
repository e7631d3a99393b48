import { queryOptions } from '@tanstack/react-query';
import { call } from '../api/client.js';

export const cascadeQuery = (taskId: string) =>
  queryOptions({
    queryKey: ['tasks', taskId, 'cascade'],
    queryFn: ({ signal }) => call('taskCascade', { params: { id: taskId }, signal }),
  });

export const lowerProgressQuery = (taskId: string) =>
  queryOptions({
    queryKey: ['tasks', taskId, 'cascade', 'said'],
    queryFn: ({ signal }) => call('lowerProgress', { params: { id: taskId }, signal }),
  });

export const handedDownQuery = queryOptions({
  queryKey: ['handed-down-tasks'],
  queryFn: ({ signal }) => call('handedDownTasks', { signal }),
});
