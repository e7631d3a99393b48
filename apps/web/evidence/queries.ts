import type { TaskWhole } from '#contract';
import { queryOptions } from '@tanstack/react-query';
import { taskWholeQuery } from '../api/queries.js';

const evidenceOf = ({ evidence }: TaskWhole): TaskWhole['evidence'] => evidence;
export const evidenceQuery = (taskId: string) =>
  queryOptions({ ...taskWholeQuery(taskId), select: evidenceOf });
