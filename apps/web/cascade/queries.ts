import type { TaskWhole } from '#contract';
import { queryOptions } from '@tanstack/react-query';
import { call } from '../api/client.js';
import { taskWholeQuery } from '../api/queries.js';

const cascadeOf = ({ cascade }: TaskWhole): TaskWhole['cascade'] => cascade;
export const cascadeQuery = (taskId: string) =>
  queryOptions({ ...taskWholeQuery(taskId), select: cascadeOf });

export const lowerProgressQuery = (taskId: string) =>
  queryOptions({
    queryKey: ['tasks', taskId, 'cascade', 'said'],
    queryFn: ({ signal }) => call('lowerProgress', { params: { id: taskId }, signal }),
  });

export const handedDownQuery = queryOptions({
  queryKey: ['handed-down-tasks'],
  queryFn: ({ signal }) => call('handedDownTasks', { signal }),
});
