import { ACT_WORDS } from './acts.js';
import { alertDetail, alertTitle } from './alerts.js';
import { sentenceFor } from './sentence-for.js';
import { wordFor } from './word-for.js';

const PERIOD_KEY = /^\d{4}-/u;

/** Members whose value is such a word: `label`, `stateLabel` and their like, and these. */
const SAID = /^(?:label|maker|target|period|what|meaning|group)$|Label$/u;

/** Members in which the system speaks in whole sentences; beside them people's own may stand, which stay. */
const SENTENCE = new Set('says note rule detail message mend members reason succeeded'.split(' '));
/** The ladder's own names among what answers list by name. */
const LISTED = new Set(['card', 'duties']);

/** A word of the system, or a sentence of its where a label holds one. */
function labelFor(label: string): string {
  const word = wordFor(label);
  return word === label ? sentenceFor(label) : word;
}

/** A sentence of the system; or the period of something found, as its key has it. */
function spoken(sentence: string): string {
  const said = sentenceFor(sentence);
  return said === sentence && PERIOD_KEY.test(sentence) ? wordFor(sentence) : said;
}

/** What a step that is offered is called: some states have the same word in Chinese. */
function stepFor(action: unknown, label: string): string {
  if (action === 'acknowledge') return 'Acknowledge';
  return ACT_WORDS[label] ?? wordFor(label);
}

/** The words in which an alert was raised, wherever alerts come: in lists and in the stream. */
const isAlert = (
  answer: object,
): answer is { title: string; detail: string; unit: { name: string } | null } =>
  'kindLabel' in answer && 'raisedAt' in answer && 'title' in answer && 'detail' in answer;

/** An answer with the domain's words in English. Names and sentences that people wrote stay. */
export function inEnglish(answer: unknown): unknown {
  if (Array.isArray(answer)) return answer.map(inEnglish);
  if (typeof answer !== 'object' || answer === null) return answer;
  if (isAlert(answer)) {
    const { title, detail, unit, ...others } = answer;
    return {
      ...(inEnglish(others) as object),
      ...{ unit, title: alertTitle(title, unit?.name ?? ''), detail: alertDetail(detail) },
    };
  }
  const offered = 'action' in answer && 'href' in answer ? answer.action : null;
  return Object.fromEntries(
    Object.entries(answer).map(([key, value]: [string, unknown]) => {
      if (typeof value === 'string' && SENTENCE.has(key)) return [key, spoken(value)];
      if (typeof value === 'string' && LISTED.has(key)) return [key, wordFor(value)];
      if (Array.isArray(value) && LISTED.has(key))
        return [
          key,
          value.map((each: unknown) => (typeof each === 'string' ? wordFor(each) : inEnglish(each))),
        ];
      if (typeof value !== 'string' || !SAID.test(key)) return [key, inEnglish(value)];
      // A period's key goes back to the server as it came; pages put it into words where they show it.
      if (key === 'period' && PERIOD_KEY.test(value)) return [key, value];
      return [key, offered !== null && key === 'label' ? stepFor(offered, value) : labelFor(value)];
    }),
  );
}
