import { deskSchema } from './desk.js';
import { sessionSchema } from './session.js';
import { shellSchema } from './shell.js';
import { sittingListSchema, sittingQuerySchema } from './sitting-summary.js';

/**
 * What the page asks for when somebody comes to it in the morning: the frame, the desk, what is to be filed. By
 * themselves, so that a browser need not make the shapes of all the others before it shows them.
 */
export const FIRST_ROUTES = {
  shell: {
    method: 'get',
    path: '/api/v1/shell',
    summary: '页面框架：当前登录人、可见方案、未读消息数和待填报批次数',
    tag: 'session',
    status: 200,
    answer: shellSchema,
    personal: 'own',
  },
  session: {
    method: 'get',
    path: '/api/v1/session',
    summary: '当前登录人',
    tag: 'session',
    status: 200,
    answer: sessionSchema,
    personal: 'own',
  },
  desk: {
    method: 'get',
    path: '/api/v1/desk',
    summary: '工作台：本人当前应办的事，按时限先后',
    tag: 'session',
    status: 200,
    answer: deskSchema,
  },
  sittings: {
    method: 'get',
    path: '/api/v1/sittings',
    summary: '本单位的填报批次',
    tag: 'sitting',
    status: 200,
    query: sittingQuerySchema,
    answer: sittingListSchema,
  },
} as const;
