export * from './read-desk.js';
export * from './last-audit-run.js';
