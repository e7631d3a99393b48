import { phrasebook, type Phrases } from './phrases.js';
import { ACCOUNT_REFUSALS } from './refusals/accounts.js';
import { OFFICE_REFUSALS } from './refusals/offices.js';
import { PLAN_REFUSALS } from './refusals/plans.js';
import { STANDING_REFUSALS } from './refusals/standing.js';
import { SIGN_OFF_REFUSALS } from './refusals/sign-off.js';
import { WORK_REFUSALS } from './refusals/work.js';
import { sentenceFor } from './sentence-for.js';

/** Every refusal that says more than its code does, by its Chinese words. */
export const REFUSALS: Phrases = {
  ...WORK_REFUSALS,
  ...SIGN_OFF_REFUSALS,
  ...PLAN_REFUSALS,
  ...STANDING_REFUSALS,
  ...OFFICE_REFUSALS,
  ...ACCOUNT_REFUSALS,
};

const say = phrasebook(REFUSALS, refusalFor);

/**
 * A refusal in English with its particulars (what, where, how many), read off the words that it was made with; null
 * where it is none of those known. Names of units and people stand in quotation marks as they are.
 */
export function refusalFor(refusal: string): string | null {
  const said = say(refusal);
  if (said !== null) return said;
  const sentence = sentenceFor(refusal);
  return sentence === refusal ? null : sentence;
}
