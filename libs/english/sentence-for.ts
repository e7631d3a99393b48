import { phrasebook } from './phrases.js';
import { DRAFTS } from './sentences/drafts.js';
import { FIELDS } from './sentences/fields.js';
import { HEALTH } from './sentences/health.js';
import { sayBy } from './sentences/pattern.js';
import { PLANS } from './sentences/plans.js';
import { READING } from './sentences/reading.js';
import { SIGNALS } from './sentences/signals.js';
import { STANDING } from './sentences/standing.js';
import { UNITS } from './sentences/units.js';
import { WORKBOOKS } from './sentences/workbooks.js';

const sayOfWorkbook = phrasebook(WORKBOOKS, () => null);
const ALL = [...SIGNALS, ...STANDING, ...HEALTH, ...DRAFTS, ...PLANS, ...FIELDS, ...UNITS];

/**
 * A sentence of the system in English, read off the words that it was made with; what is none of ours, because people
 * wrote it, stays.
 */
export const sentenceFor = (sentence: string): string =>
  READING[sentence] ?? sayBy(ALL, sentence) ?? sayOfWorkbook(sentence) ?? sentence;
