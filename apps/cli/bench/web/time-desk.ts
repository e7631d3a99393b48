import type { Browser } from 'playwright-core';
import { median } from '../processor.js';
import { barePageOf, BYTES_OF_PAGE, OPENED, pressWhenThere } from './in-page.js';
import { Window } from './window.js';

/** What a liaison can press first: the way to the form of the oldest sitting. */
const FIRST_CARD = '.sittings .button-link';
const DESK = '/filing';

export interface DeskFigure {
  /** Medians in milliseconds from the navigation until a press on the first card was answered, and until it was painted. */
  interactiveMs: number;
  paintedMs: number;
  /** The same with the processor as it is. */
  unslowedMs: number;
  /** In the same rounds, slowed down alike: the framework's file alone loaded and evaluated. */
  bareMs: number;
  /** The median of the rounds' own ratios of the first to the last. */
  ratio: number;
  /** Of page, scripts and styles, as they were sent. */
  kilobytes: number;
}

interface Opening {
  painted: number;
  answered: number;
}

/** Opens the liaison's desk again and again, each time in a browser that was never there. */
export async function timeDesk(
  browser: Browser,
  url: string,
  kept: Parameters<typeof Window.open>[2],
  { rounds, slowness }: { rounds: number; slowness: number },
): Promise<DeskFigure> {
  const open = async (times: number): Promise<Opening & { bytes: number; framework: string }> => {
    const window = await Window.open(browser, url, kept);
    try {
      await window.slowDown(times);
      await window.page.addInitScript({ content: pressWhenThere(FIRST_CARD) });
      await window.page.goto(DESK, { waitUntil: 'commit' });
      const opening = await window.page.evaluate<Opening>(OPENED);
      const bytes = await window.page.evaluate<number>(BYTES_OF_PAGE);
      const framework = await window.page
        .locator('link[rel="modulepreload"][href*="/vendor-"]')
        .first()
        .getAttribute('href');
      return { ...opening, bytes, framework: String(framework) };
    } finally {
      await window.close();
    }
  };
  const openBare = async (file: string): Promise<number> => {
    const window = await Window.open(browser, url, kept);
    try {
      await window.slowDown(slowness);
      await window.page.route('**/bare', (route) =>
        route.fulfill({ contentType: 'text/html', body: barePageOf(file) }),
      );
      // Its script is there by then; what it waits for is in its own time.
      await window.page.goto('/bare', { waitUntil: 'domcontentloaded' });
      return (await window.page.evaluate<Opening>(OPENED)).answered;
    } finally {
      await window.close();
    }
  };
  // The server's and the browser's own first time is nobody's figure.
  const { framework } = await open(1);
  const taken: { slowed: Opening; bytes: number; unslowed: number; bare: number }[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const bare = await openBare(framework);
    const { bytes, ...slowed } = await open(slowness);
    taken.push({ slowed, bytes, unslowed: (await open(1)).answered, bare });
  }
  const of = (read: (one: (typeof taken)[number]) => number): number => median(taken.map(read));
  return {
    interactiveMs: Math.round(of(({ slowed }) => slowed.answered)),
    paintedMs: Math.round(of(({ slowed }) => slowed.painted)),
    unslowedMs: Math.round(of(({ unslowed }) => unslowed)),
    bareMs: Math.round(of(({ bare }) => bare)),
    ratio: Number(of(({ slowed, bare }) => slowed.answered / bare).toFixed(1)),
    kilobytes: Math.round(of(({ bytes }) => bytes) / 1_000),
  };
}
