import type { Browser, BrowserContext, CDPSession, Page } from 'playwright-core';
import { armFor, TOOK } from './in-page.js';

const PATIENCE_MS = 180_000;
type Kept = Awaited<ReturnType<BrowserContext['storageState']>>;

/** What is remembered of somebody who has signed in: their cookie. @throws Error where they cannot */
export async function signedIn(
  browser: Browser,
  url: string,
  username: string,
  password: string,
): Promise<Kept> {
  const context = await browser.newContext({ baseURL: url });
  try {
    const answer = await context.request.post('/api/v1/session', { data: { username, password } });
    if (answer.status() !== 201) throw new Error(`${username} cannot sign in: ${await answer.text()}`);
    return await context.storageState();
  } finally {
    await context.close();
  }
}

/** A window of that person in which nothing is kept from before, its processor slowed down. */
export class Window {
  private constructor(
    readonly page: Page,
    private readonly context: BrowserContext,
    private readonly session: CDPSession,
  ) {}

  static async open(browser: Browser, url: string, storageState: Kept): Promise<Window> {
    const context = await browser.newContext({
      baseURL: url,
      storageState,
      locale: 'zh-CN',
      timezoneId: 'Asia/Shanghai',
      viewport: { width: 1440, height: 900 },
    });
    context.setDefaultTimeout(PATIENCE_MS);
    const page = await context.newPage();
    return new Window(page, context, await context.newCDPSession(page));
  }

  /** @param times how many times as slow; 1 is as it is */
  async slowDown(times: number): Promise<void> {
    await this.session.send('Emulation.setCPUThrottlingRate', { rate: times });
  }

  /** Milliseconds from the act's event until what matches says something else (or is there so many times) and is painted. */
  async timeOf(selector: string, act: (page: Page) => Promise<unknown>, goal?: number): Promise<number> {
    await this.page.evaluate(armFor(selector, goal));
    await act(this.page);
    return this.page.evaluate<number>(TOOK);
  }

  close(): Promise<void> {
    return this.context.close();
  }
}
