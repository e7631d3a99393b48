import { language } from '../texts/language.js';

/** What the pages that people begin their day at ask for, besides the frame that every page has. */
const OF_PAGES: Readonly<Record<string, readonly string[]>> = {
  '/desk': ['/api/v1/desk'],
  '/filing': ['/api/v1/sittings?limit=500'],
};
const FRAME = '/api/v1/shell';
/** Pages that are there for who has not signed in. */
const OUTSIDE = /^\/sign-in(\/|$)/;
/** What was answered longer ago is asked for again. */
const FRESH_MS = 15_000;

const asked = new Map<string, { answer: Promise<Response>; at: number }>();

/** The headers of every read. */
export const readingHeaders = (): Record<string, string> => ({
  Accept: 'application/json, application/problem+json',
  'Accept-Language': language,
});

/**
 * Asks for what a page will ask for, before the program is there that will. Only what is read: that somebody was signed in
 * and what they may see is found out by the server, here as later.
 */
export function askForPage(path: string): void {
  if (OUTSIDE.test(path)) return;
  for (const address of [FRAME, ...(OF_PAGES[path] ?? [])]) {
    const answer = fetch(address, { credentials: 'same-origin', headers: readingHeaders() });
    // Whoever takes it hears of it.
    answer.catch(() => undefined);
    asked.set(address, { answer, at: performance.now() });
  }
}

/** The answer to what was asked early, for the one who asks first; undefined: to be asked for. */
export function takeEarly(address: string): Promise<Response> | undefined {
  const early = asked.get(address);
  asked.delete(address);
  return early !== undefined && performance.now() - early.at < FRESH_MS ? early.answer : undefined;
}

/** What was asked for before something was changed is not what is so now. */
export const forgetEarly = (): void => asked.clear();
