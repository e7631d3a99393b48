/** All statements of the pipeline, by subject. Each takes the transaction it belongs to. */
export * from './subject.store.js';
export * from './event.store.js';
export * from './calendar.store.js';
export * from './deadline.store.js';
export * from './directory.store.js';
export * from './sitting.store.js';
export * from './notice.store.js';
export * from './message.store.js';
export * from './alert.store.js';
export * from './rules.store.js';
export * from './plan.store.js';
export * from './amendment.store.js';
export * from './plan-amendment.store.js';
export * from './plan-revision.store.js';
export * from './jurisdiction.store.js';
export * from './ledger.store.js';
export * from './unit-directory.store.js';
