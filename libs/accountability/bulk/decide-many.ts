import type { Decision, IncomingEvent, Rules, Subject } from '../decision.js';
import { CaseBook } from './case-book.js';

/**
 * What follows from one event, brought about by the engine, for many subjects under the same rules: for each in its turn
 * the same as `decide` says, worked out once for all that are equal. Parts that are equal are shared, and frozen.
 * Nothing is kept but the cases, so a stream of any length needs the memory of its cases.
 *
 * @param book of the same event and rules, to go on with what an earlier batch has worked out
 * @throws what `decide` throws, at the subject for which it does
 */
export function* decideMany(
  subjects: Iterable<Subject>,
  event: IncomingEvent,
  rules: Rules,
  book = new CaseBook(event, rules),
): Generator<Decision, void, undefined> {
  for (const subject of subjects) yield book.decide(subject);
}
