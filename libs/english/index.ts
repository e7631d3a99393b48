export { alertDetail, alertTitle } from './alerts.js';
export { wordFor } from './word-for.js';
export { inEnglish } from './in-english.js';
export { eachNamed } from './named.js';
export { ownWordAt } from './own-word-at.js';
export { refusalFor, REFUSALS } from './refusal-for.js';
export { sentenceFor } from './sentence-for.js';
