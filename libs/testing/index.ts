/** What tests stand on: a real database of their own, and a clock that they move. */
export { asOwner } from './database/as-owner.js';
export { createEmptyDatabase, type EmptyDatabase } from './database/create-empty-database.js';
export { createTestDatabase, type TestDatabase } from './database/create-test-database.js';
export { insertDistrict, type District } from './database/insert-district.js';
export { manualClock, type ManualClock, type Span } from './manual-clock.js';
