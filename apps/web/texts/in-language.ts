import { overlaid } from './overlaid.js';

let spoken: Readonly<Record<string, unknown>> | null = null;
let sayAnswer: ((answer: unknown) => unknown) | null = null;
let mark: ((type: unknown, props: object) => object) | null = null;

interface OtherLanguage {
  catalogues: Readonly<Record<string, unknown>>;
  /** An answer of the server in it. */
  answers: (answer: unknown) => unknown;
  /** The props of an element with what stays Chinese in its texts marked as that. */
  mark: (type: unknown, props: object) => object;
}

/** From now on catalogues and answers are in another language than Chinese. Modules that were loaded keep what they have. */
export function speak(other: OtherLanguage): void {
  spoken = other.catalogues;
  sayAnswer = other.answers;
  mark = other.mark;
}

/** The props of an element, on a page in another language with what stays Chinese marked. */
export const markedInLanguage = (type: unknown, props: object): object =>
  mark === null ? props : mark(type, props);

/**
 * A catalogue in the language of the page.
 *
 * @param name under which the other languages have it: that of the constant
 * @param chinese what is said where nothing else is, and what the others must have the shape of
 */
export function inLanguage<T>(name: string, chinese: T): T {
  return spoken === null ? chinese : overlaid(chinese, spoken[name]);
}

/** An answer of the server with the domain's words (states, roles, periods) in the language of the page. */
export const answerInLanguage = (answer: unknown): unknown =>
  sayAnswer === null ? answer : sayAnswer(answer);

/** A word of the domain as the contract has it (a state, a role) in the language of the page. */
export const wordInLanguage = (label: string): string =>
  (answerInLanguage({ label }) as { label: string }).label;
