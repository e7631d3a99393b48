/** The review of an uploaded plan: what was read, what persons corrected, what dispatching it asks of whom. */
export * from './amendment.js';
export * from './draft-task.js';
export * from './plan-review.js';
export * from './reading.js';
