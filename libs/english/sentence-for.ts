import { phrasebook } from './phrases.js';
import { POLICY_FILES, SHAPES } from './sentences/data-files.js';
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
const sayOfFile = phrasebook(POLICY_FILES, (part) => sayBy(ALL, part) ?? sayOfFile(part));
const ALL = [...SIGNALS, ...STANDING, ...HEALTH, ...DRAFTS, ...PLANS, ...FIELDS, ...UNITS, ...SHAPES];

/**
 * A sentence of the system in English, read off the words that it was made with; what is none of ours, because people
 * wrote it, stays.
 */
export const sentenceFor = (sentence: string): string =>
  READING[sentence] ?? sayBy(ALL, sentence) ?? sayOfWorkbook(sentence) ?? sayOfFile(sentence) ?? sentence;
