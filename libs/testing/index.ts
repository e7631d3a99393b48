/** What tests stand on: a real database of their own, and a clock that they move. */
export { createTestDatabase, type TestDatabase } from './database/create-test-database.js';
export { manualClock, type ManualClock, type Span } from './manual-clock.js';
