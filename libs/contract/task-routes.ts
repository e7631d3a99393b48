import {
  createdTaskSchema,
  createTaskSchema,
  mergeTasksSchema,
  splitTaskSchema,
  supersededSchema,
  taskSourceListSchema,
  taskSuccessionDoneSchema,
  taskSuccessionSchema,
} from './new-task.js';
import { idParamsSchema } from './primitives.js';
import { changedSchema } from './report.js';
import { taskActionInputSchema, taskActionParamsSchema } from './task-action.js';
import { taskPageSchema, taskQuerySchema, taskSchema } from './task.js';
import { timelinePageSchema, timelineQuerySchema } from './timeline.js';
import { explanationSchema } from './why.js';

const TASKS = '/api/v1/tasks';
const TAG = 'task';

/** Routes of tasks: to read them, to do something with them, to make new ones. */
export const TASK_ROUTES = {
  tasks: {
    method: 'get',
    path: TASKS,
    summary: '任务列表',
    tag: TAG,
    status: 200,
    query: taskQuerySchema,
    answer: taskPageSchema,
  },
  createTask: {
    method: 'post',
    path: TASKS,
    summary: '新建任务（领导批示、会议决定）',
    tag: TAG,
    status: 201,
    body: createTaskSchema,
    answer: createdTaskSchema,
    change: true,
  },
  mergeTasks: {
    method: 'post',
    path: `${TASKS}/merge`,
    summary: '合并任务',
    tag: TAG,
    status: 200,
    body: mergeTasksSchema,
    answer: supersededSchema,
    change: true,
  },
  taskSources: {
    method: 'get',
    path: '/api/v1/plans/{id}/task-sources',
    summary: '可新建任务的行动和来源',
    tag: TAG,
    status: 200,
    params: idParamsSchema,
    answer: taskSourceListSchema,
  },
  task: {
    method: 'get',
    path: `${TASKS}/{id}`,
    summary: '任务详情',
    tag: TAG,
    status: 200,
    params: idParamsSchema,
    answer: taskSchema,
    etag: true,
  },
  timeline: {
    method: 'get',
    path: `${TASKS}/{id}/timeline`,
    summary: '任务留痕',
    tag: TAG,
    status: 200,
    params: idParamsSchema,
    query: timelineQuerySchema,
    answer: timelinePageSchema,
  },
  why: {
    method: 'get',
    path: `${TASKS}/{id}/why`,
    summary: '为什么是这个状态',
    tag: TAG,
    status: 200,
    params: idParamsSchema,
    answer: explanationSchema,
  },
  actOnTask: {
    method: 'post',
    path: `${TASKS}/{id}/actions/{action}`,
    summary: '办理任务',
    tag: TAG,
    status: 200,
    params: taskActionParamsSchema,
    body: taskActionInputSchema,
    answer: changedSchema,
    change: true,
    conditional: true,
    etag: true,
  },
  splitTask: {
    method: 'post',
    path: `${TASKS}/{id}/split`,
    summary: '拆分任务',
    tag: TAG,
    status: 200,
    params: idParamsSchema,
    body: splitTaskSchema,
    answer: supersededSchema,
    change: true,
    conditional: true,
  },
  succeedInTasks: {
    method: 'post',
    path: '/api/v1/units/{id}/task-succession',
    summary: '单位更名、合并或拆分，任务转接（全部或所选；dryRun 只说明将要求承接单位办什么）',
    tag: TAG,
    status: 200,
    params: idParamsSchema,
    body: taskSuccessionSchema,
    answer: taskSuccessionDoneSchema,
    change: true,
  },
} as const;
