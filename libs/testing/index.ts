/** What tests stand on: a real database of their own, a clock that they move, a subject driven alone. */
export { asOwner } from './database/as-owner.js';
export { createEmptyDatabase, type EmptyDatabase } from './database/create-empty-database.js';
export { createTestDatabase, type TestDatabase } from './database/create-test-database.js';
export { insertDistrict, type District } from './database/insert-district.js';
export { manualClock, type ManualClock, type Span } from './manual-clock.js';
export { actor, Story } from './story/story.js';
export { SMALL_DISTRICT } from './story/small-district.js';
export { LoneSubject, type ArmedClock, type TakenEvent } from './lone-subject.js';
export { LoneLine } from './lone-line.js';
export { LoneObligation } from './lone-obligation.js';
export { LoneTask } from './lone-task.js';
export { inCivilTime, moment } from './moment.js';
export { policyFrom, seedText, shippedCalendar, shippedRules } from './shipped-rules.js';
export { findChromium } from './browser/find-chromium.js';
export { openBrowser, type TestBrowser } from './browser/open-browser.js';
export { startRealSystem, type RealSystem } from './browser/start-real-system.js';
export { libreOffice, sheetsAsShown } from './libre-office.js';
export { GOLDEN_STORIES, type GoldenStory } from './golden-stories.js';
