export * from './list-source.js';
export { countStatement, pageStatement } from './list-statement.js';
export * from './read-page.js';
