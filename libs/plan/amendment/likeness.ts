import { characterPairs, likenessAtMost, likenessOf, shareWithin } from './character-pairs.js';
import type { PreparedTask } from './prepared-task.js';
import {
  LABEL_CREDIT,
  LEAST_LIKENESS,
  WEIGHT_OF_BETTER,
  WEIGHT_OF_OTHER,
  WEIGHT_OF_PLACE,
} from './thresholds.js';

export interface Likeness {
  /** 0 to 1, of everything together. */
  readonly whole: number;
  readonly title: number;
  /** Null where one of the texts is not at hand. */
  readonly body: number | null;
  /** The same action and number. */
  readonly samePlace: boolean;
}

/**
 * How alike two tasks are; null where they are surely not alike enough, which is found out without comparing the texts.
 *
 * @param sameAction whether their actions are the same one, under whatever number
 */
export function likenessOfTasks(
  before: PreparedTask,
  after: PreparedTask,
  sameAction: boolean,
): Likeness | null {
  const place = placeLikeness(before, after, sameAction);
  const plainTitle = titleLikeness(before, after);
  const of = (better: number, other: number): number =>
    WEIGHT_OF_BETTER * Math.max(better, other) +
    WEIGHT_OF_OTHER * Math.min(better, other) +
    WEIGHT_OF_PLACE * place;
  const samePlace = place === 1;
  if (before.body === null || after.body === null) {
    const whole = of(plainTitle, plainTitle);
    return whole < LEAST_LIKENESS ? null : { whole, title: plainTitle, body: null, samePlace };
  }
  // A heading that stands over several tasks does not say which of them this is; their texts do.
  const title = plainTitle / Math.max(before.titleShared, after.titleShared);
  if (of(title, likenessAtMost(before.body, after.body)) < LEAST_LIKENESS) return null;
  const body = likenessOf(before.body, after.body);
  const whole = of(title, body);
  return whole < LEAST_LIKENESS ? null : { whole, title: plainTitle, body, samePlace };
}

function placeLikeness(before: PreparedTask, after: PreparedTask, sameAction: boolean): number {
  if (!sameAction) return 0;
  return before.number === after.number && before.section === after.section ? 1 : 0.5;
}

/** A label of our own is looked for in the other one's text, too: whoever made it took it from there. */
function titleLikeness(before: PreparedTask, after: PreparedTask): number {
  const alike = likenessOf(before.title, after.title);
  const inText = Math.max(labelWithin(before, after), labelWithin(after, before));
  return Math.max(alike, LABEL_CREDIT * inText);
}

function labelWithin(labelled: PreparedTask, other: PreparedTask): number {
  if (!labelled.task.titleIsLabel || other.words.body === null) return 0;
  // A label stands at the beginning, so it is compared with as much of the text.
  const beginning = characterPairs(other.words.body.slice(0, 2 * labelled.words.title.length));
  return shareWithin(labelled.title, beginning);
}
