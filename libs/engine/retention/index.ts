/** Personal data that are kept no longer than their purpose needs, and erased without breaking a chain. */
export { eraseExpired, type ErasedCounts } from './erase-expired.js';
export { erasePerson } from './erase-person.js';
export { ERASED, RETAINED, type Retained } from './retention-rules.js';
export { retentionNow } from './retention-now.js';
