/**
 * The HTTP shapes of the API, shared with the browser: zod schemas, the types inferred from them, the table of
 * routes, and the words for identifiers. Pure; imports nothing but zod.
 */
export * from './account.js';
export * from './alert.js';
export * from './allowed-action.js';
export * from './contact.js';
export * from './delivery.js';
export * from './duty.js';
export * from './event-labels.js';
export * from './health.js';
export * from './inbox.js';
export * from './labels.js';
export * from './letter.js';
export * from './level.js';
export * from './exports/index.js';
export * from './lists/index.js';
export * from './batch.js';
export * from './event-stream.js';
export * from './new-task.js';
export * from './notice.js';
export * from './openapi/index.js';
export * from './plan.js';
export * from './plan-review/index.js';
export * from './evidence.js';
export * from './personal.js';
export * from './trail.js';
export * from './primitives.js';
export * from './problem.js';
export * from './problems/index.js';
export * from './queue.js';
export * from './report.js';
export * from './routes.js';
export * from './session.js';
export * from './sitting.js';
export * from './standing.js';
export * from './standing-of-units.js';
export * from './task-action.js';
export * from './task.js';
export * from './timeline.js';
export * from './verification.js';
export * from './webhook.js';
export * from './why.js';
export * from './feed.js';
export * from './own-access.js';
export * from './product.js';
export * from './product-names.js';
