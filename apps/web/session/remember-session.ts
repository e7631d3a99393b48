import type { SessionView } from '#contract';
import { rememberCsrfToken } from '../api/client.js';
import { rememberYear } from '../format/date.js';

/** What every request and every date on the screen needs to know of the session. */
export function rememberSession({ csrfToken, now }: SessionView): void {
  rememberCsrfToken(csrfToken);
  rememberYear(now);
}
