/** A plan's text: what it says, who is to do it, by when, and how it is measured. */
export { decodeText } from './decode-text.js';
export { extractPlan } from './extract-plan.js';
export * from './extraction.schema.js';
export { extractionJsonSchema } from './extraction-json-schema.js';
export { readClauseText, type ClauseReading } from './clause/read-clause-text.js';
