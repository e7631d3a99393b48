export * from './declare-list.js';
export * from './most-at-once.js';
export * from './of-messages.js';
export * from './of-reports.js';
export * from './of-tasks.js';
export * from './of-products.js';
export * from './of-units.js';
