import type { Page } from 'playwright-core';

export interface Acts {
  clicks: number;
  keys: number;
}

interface Counting {
  luoshiActs?: Acts;
}

/** Counts from now on what a person does on the page, as the page itself hears it, until it is loaded again. */
export async function countActs(page: Page): Promise<() => Promise<Acts>> {
  await page.evaluate(() => {
    const counting = window as unknown as Counting;
    const counts = { clicks: 0, keys: 0 };
    if (counting.luoshiActs === undefined) {
      // Pressed, not clicked: that a key presses a button, or a label its box, is no second act.
      document.addEventListener('pointerdown', () => ((counting.luoshiActs ?? counts).clicks += 1), true);
      document.addEventListener('keydown', () => ((counting.luoshiActs ?? counts).keys += 1), true);
    }
    counting.luoshiActs = counts;
  });
  return () =>
    page.evaluate(() => ({ ...((window as unknown as Counting).luoshiActs ?? { clicks: -1, keys: -1 }) }));
}
