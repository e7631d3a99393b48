import type { BrowserContextOptions, Page } from 'playwright-core';
import { Witness } from './witness.js';

/** Nothing of its own over the network, and as root. */
const ARGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];
/** Only against waiting for ever: machines have other things to do. */
const PATIENCE_MS = 90_000;

export interface TestBrowser {
  witness: Witness;
  /** A window of a person's own: no cookie, no storage of anybody else. */
  newWindow(options?: BrowserContextOptions): Promise<Page>;
  close(): Promise<void>;
}

/** A real browser for pages below `baseUrl`, set up like one in a Chinese office. */
export async function openBrowser(executablePath: string, baseUrl: string): Promise<TestBrowser> {
  // Loaded when it is needed: it is large, and most tests that use this library open no browser.
  const { chromium } = await import('playwright-core');
  const browser = await chromium.launch({ executablePath, args: ARGS, timeout: 2 * PATIENCE_MS });
  const witness = new Witness();
  return {
    witness,
    async newWindow(options = {}) {
      const context = await browser.newContext({
        baseURL: baseUrl,
        locale: 'zh-CN',
        timezoneId: 'Asia/Shanghai',
        viewport: { width: 1440, height: 900 },
        reducedMotion: 'reduce',
        ...options,
      });
      context.setDefaultTimeout(PATIENCE_MS);
      witness.attend(context);
      return context.newPage();
    },
    close: () => browser.close(),
  };
}
