/** Facts of products, read from the record. */
export { readPeriodFacts, type WantedPeriod } from './read-period-facts.js';
