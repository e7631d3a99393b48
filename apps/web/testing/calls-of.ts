import { until } from '#testing';
import type { Page, Request } from 'playwright-core';

const isCall = (request: Request): boolean => new URL(request.url()).pathname.startsWith('/api/');
/** An open stream is a call that does not end. */
const isStream = (request: Request): boolean =>
  request.headers()['accept']?.includes('event-stream') === true;

/**
 * Opens a page as a link from elsewhere does, with nothing kept, and tells every call that it makes until it stands there
 * whole. A read that is repeated counts again.
 */
export async function callsOf(page: Page, path: string): Promise<string[]> {
  const calls: string[] = [];
  const under = new Set<Request>();
  const begin = (request: Request): void => {
    if (!isCall(request)) return;
    const { pathname, search } = new URL(request.url());
    calls.push(`${request.method()} ${pathname}${search}`);
    if (!isStream(request)) under.add(request);
  };
  const end = (request: Request): void => void under.delete(request);
  page.on('request', begin).on('requestfinished', end).on('requestfailed', end);
  try {
    await page.goto(path);
    await page.locator('main[data-page], main.wall').waitFor();
    // Twice at rest: what an answer brings up may ask for something itself.
    let quiet = 0;
    await until(async () => {
      const rests = under.size === 0 && (await page.locator('.answer-skeleton, .ant-skeleton').count()) === 0;
      quiet = rests ? quiet + 1 : 0;
      return quiet >= 3;
    });
  } finally {
    page.off('request', begin).off('requestfinished', end).off('requestfailed', end);
  }
  return calls;
}
