/** Every text of the pages. Words of the domain (states, roles, kinds of notice) come with the data. */
export * from './zh/common.js';
export * from './zh/session.js';
export * from './zh/tasks.js';
export * from './zh/task.js';
export * from './zh/new-task.js';
export * from './zh/duties.js';
export * from './zh/filing.js';
export * from './zh/review.js';
export * from './zh/cadence.js';
export * from './zh/plan-review.js';
export * from './zh/supervision.js';
export * from './zh/verification.js';
export * from './zh/feed.js';
export * from './zh/inbox.js';
export * from './zh/overview.js';
export * from './zh/standing.js';
export * from './zh/facts.js';
