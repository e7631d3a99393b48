import { expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { axeFindings } from './accessibility.js';
import { comesTo } from './at-the-screen.js';

/** The pages of headquarters, each with what is there once it has its data. */
const PAGES: readonly (readonly [string, string])[] = [
  ['/desk', '[data-testid="desk-clear"]'],
  ['/overview', '[data-testid="by-action"]'],
  ['/tasks', '[data-testid="task-table"] a'],
  ['/duties', '[data-testid^="duty-"]'],
  ['/products?view=all', '[data-testid="product"]'],
  ['/plans', '[data-testid="upload"]'],
  ['/lines', '[data-testid="line-table"] a'],
  ['/scores', '[data-testid="score-group"] a'],
  ['/burden', '[data-testid="burden"] td'],
  ['/assessments', 'main h1'],
  ['/handed-down', 'main h1'],
  ['/inbox', '[data-testid="message"]'],
];

/** What the program says, not the people: the way about, titles of pages, heads of columns, tabs, buttons, empty choices. */
const SAID = [
  'nav a',
  'h1',
  'main th',
  'main [role="tab"]',
  'main button',
  'main .ant-segmented-item-label',
  'main .ant-select-placeholder',
].join(', ');
/** Rows of lists are buttons too, and hold what people wrote. */
const DATA = '[data-testid="message"], [data-testid^="desk-item-"]';

/** Which of that is Chinese; in the browser. */
function chineseSaid([said, data]: readonly [string, string]): string[] {
  return [...document.querySelectorAll<HTMLElement>(said)]
    .filter((element) => element.closest(data) === null)
    .map((element) => element.innerText)
    .filter((text) => /\p{Script=Han}/u.test(text));
}

async function choose(page: Page, language: string): Promise<void> {
  await page.getByTestId('person').click();
  // The menu's last but one: below it the languages, each in its own words.
  await page.getByTestId('languages').hover();
  await Promise.all([
    page.waitForEvent('load'),
    page.getByRole('menuitem', { name: language, exact: true }).click(),
  ]);
  await page.getByTestId('person').waitFor();
}

/**
 * Headquarters reads the pages in English, and in Chinese again.
 *
 * @param desk signs a person in
 */
export function englishStory(desk: (username: string) => Promise<Page>): void {
  const inCi = process.env['LUOSHI_VERIFY'] === undefined ? it.skip : it;
  if (process.env['LUOSHI_VERIFY'] === undefined)
    process.stderr.write('skipped: the pages in English (LUOSHI_VERIFY)\n');
  inCi(
    'headquarters reads the pages in English, where only what people wrote is Chinese, and goes back',
    async () => {
      const page = await desk('hq');
      const lang = page.locator('html');
      await comesTo(() => lang.getAttribute('lang'), 'zh-CN');
      await choose(page, 'English');
      await comesTo(() => lang.getAttribute('lang'), 'en-US');
      const left: Record<string, string[]> = {};
      // Where there is little time: every third.
      const pages = process.env['LUOSHI_VERIFY'] === 'ci' ? PAGES.filter((_, i) => i % 3 === 0) : PAGES;
      for (const [path, there] of pages) {
        // Loaded anew each time: the language stays.
        await page.goto(path);
        await page.locator(there).first().waitFor();
        const chinese = await page.evaluate(chineseSaid, [SAID, DATA] as const);
        if (chinese.length > 0) left[path] = chinese;
      }
      expect(left).toEqual({});
      await page.goto('/tasks');
      await page.getByRole('heading', { name: 'Tasks', level: 1 }).waitFor();
      await page.getByTestId('task-table').getByRole('link').first().waitFor();
      expect(await axeFindings(page)).toEqual([]);
      await choose(page, '简体中文');
      await comesTo(() => lang.getAttribute('lang'), 'zh-CN');
      await page.getByRole('heading', { name: '任务', level: 1 }).waitFor();
    },
  );
}
