import type { Page } from 'playwright-core';
import { unreadableTextsOf } from './at-the-screen.js';
import { lostWidth } from './lost-width.js';

/** A window, and what a person has set for reading in it. */
interface View {
  name: string;
  width: number;
  height: number;
  /** The size of letters set in the browser, in pixels; 16 is usual. */
  letters?: number;
  /** Lines and letters further apart, as somebody’s own style makes them. */
  spaced?: boolean;
}

const USUAL: View = { name: 'usual', width: 1440, height: 900 };
const LETTERS = 16;

/** Success criterion 1.4.12 of WCAG 2.2: so far apart nothing may be lost. */
const SPACING = `
  * { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important; }
  p { margin-bottom: 2em !important; }`;

/** What a page is looked at in besides 1440 and 390 pixels. */
export const OTHER_VIEWS: readonly View[] = [
  { name: '3840', width: 3840, height: 2160 },
  { name: '1024', width: 1024, height: 768 },
  // What a window of 1440 shows at 200 % (1.4.4), and one of 1280 at 400 % (1.4.10).
  { name: '1440 at 200 %', width: 720, height: 450 },
  { name: '1280 at 400 %', width: 320, height: 256 },
  { name: 'letters of 20', width: 1440, height: 900, letters: 20 },
  { name: 'letters of 24', width: 1440, height: 900, letters: 24 },
  { name: 'spaced', width: 1440, height: 900, spaced: true },
  { name: 'spaced, on a telephone', width: 390, height: 844, spaced: true },
];
/** Where there is little time: each of them found something that the others did not. */
const SHORT = ['3840', '1280 at 400 %', 'letters of 24', 'spaced'];

/** In CI the few, with `LUOSHI_VERIFY=wide` all. */
export const viewsOf = (tier: string | undefined): readonly View[] =>
  tier === 'wide' ? OTHER_VIEWS : OTHER_VIEWS.filter(({ name }) => SHORT.includes(name));

/** Looks at the page that is open in each of the views, and leaves it as it was. */
export async function amissIn(page: Page, views: readonly View[]): Promise<string[]> {
  const session = await page.context().newCDPSession(page);
  const show = async ({ width, height, letters = LETTERS, spaced = false }: View): Promise<void> => {
    await session.send('Page.setFontSizes', { fontSizes: { standard: letters } });
    // A sheet made by a script, as extensions make them: the page's rules let no other in.
    await page.evaluate(
      (rules) => {
        const sheet = new CSSStyleSheet();
        sheet.replaceSync(rules);
        document.adoptedStyleSheets = rules === '' ? [] : [sheet];
      },
      spaced ? SPACING : '',
    );
    await page.setViewportSize({ width, height });
  };
  const found: string[] = [];
  try {
    for (const view of views) {
      await show(view);
      const amiss = [
        ...(await unreadableTextsOf(page)),
        ...(view.width > USUAL.width ? await page.evaluate(lostWidth) : []),
      ];
      found.push(...amiss.map((text) => `${view.name}: ${text}`));
    }
  } finally {
    await show(USUAL);
    await session.detach();
  }
  return found;
}
