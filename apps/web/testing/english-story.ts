import { expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { z } from 'zod';
import { axeFindings } from './accessibility.js';
import { comesTo, unreadableTextsOf } from './at-the-screen.js';
import { watchChinese } from './chinese-left.js';

/** An address (`{name}`: the first of that list), what is there once it has its data, and what is pressed there first. */
type Look = readonly [path: string, there: string, press?: string];

/** Who, between them, see every page; those looked at where there is little time come first. */
const PAGES: Readonly<Record<string, { first: readonly Look[]; others?: readonly Look[] }>> = {
  hq: {
    first: [
      ['/desk', '[data-testid^="desk-item-"]'],
      ['/overview', '[data-testid="chart-schedule"] :is(canvas, svg)'],
      ['/tasks?rung=any', '[data-testid="task-table"] a'],
      ['/tasks/{tasks}', '[data-testid="place"]'],
      ['/tasks/{tasks}', '[data-testid="why"]', '[data-testid="why-button"]'],
      ['/products/{products}', '[data-testid="paper"]'],
      ['/plans', '[data-testid="upload"]'],
      ['/scores/{units}', 'main .score-items'],
    ],
    others: [
      ['/wall', '[data-testid="wall-tile"]'],
      ['/tasks/new', '[data-testid="new-task-form"]'],
      ['/duties', '[data-testid^="duty-"]'],
      ['/products?view=all', '[data-testid="product"]'],
      ['/lines', '[data-testid="line-table"] a'],
      ['/burden', '[data-testid="burden"] td'],
      ['/my-messages', 'main h1'],
      ['/handed-down', 'main h1'],
    ],
  },
  duban: {
    first: [
      ['/alerts', '[data-testid="notice"]', '[data-testid="alert-issue"]'],
      ['/verifications', '[data-testid="draw-entry"]'],
    ],
    others: [
      ['/alerts?by=urgency', '[data-testid="alerts"] button'],
      ['/calls', 'main h1'],
    ],
  },
  jixiao: {
    first: [
      ['/what-if', '[data-testid="scheme"]'],
      ['/assessments/{assessments}', 'main h1'],
    ],
    others: [['/scores', '[data-testid="score-group"] a']],
  },
  admin: {
    first: [
      ['/health', '[data-testid="health-checks"]'],
      ['/ladders', '[data-testid="course"]'],
      ['/calendar?year=2024', '[data-testid="calendar"]'],
    ],
    others: [
      ['/desk', '[data-testid^="desk-item-"]'],
      ['/accounts', '[data-testid="account"]'],
      ['/letters', 'main h1'],
      ['/webhooks', 'main h1'],
    ],
  },
  shenji: { first: [['/trail', '[data-testid="trail-row"]']] },
  'office-a8': { first: [['/review', '[data-testid^="review-"]']] },
  'liaison-forestry': {
    first: [
      ['/filing', '[data-testid^="sitting-"]'],
      ['/filing/{sittings}', '[data-testid="filing-form"], [data-testid="filed-reports"]'],
    ],
    others: [['/inbox', '.message-body', '[data-testid="message"]']],
  },
};

const listSchema = z.object({ items: z.array(z.object({ id: z.string() })) });

/** The address with the first of the list in it; null: there is none. */
async function addressOf(page: Page, path: string): Promise<string | null> {
  const [hole, list] = /\{(\w+)\}/u.exec(path) ?? [];
  if (hole === undefined || list === undefined) return path;
  const plans = await page.request.get('/api/v1/plans?limit=1');
  const plan = listSchema.parse(await plans.json()).items[0]?.id;
  const at = list === 'assessments' ? `plans/${plan}/assessments` : list;
  const answer = await page.request.get(`/api/v1/${at}${list === 'assessments' ? '' : '?limit=1'}`);
  const first = listSchema.parse(await answer.json()).items[0];
  return first === undefined ? null : path.replace(hole, first.id);
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
 * Everybody reads the pages in English: what is Chinese there is what people named or wrote, and marked as Chinese.
 *
 * @param desk signs a person in
 */
export function englishStory(desk: (username: string) => Promise<Page>): void {
  const tier = process.env['LUOSHI_VERIFY'];
  const inCi = tier === undefined ? it.skip : it;
  if (tier === undefined) process.stderr.write('skipped: the pages in English (LUOSHI_VERIFY)\n');
  inCi('on English pages nothing is Chinese but what people named or wrote, and that is marked', async () => {
    const left: Record<string, string[]> = {};
    for (const [username, { first, others = [] }] of Object.entries(PAGES)) {
      const page = await desk(username);
      const chineseLeft = watchChinese(page);
      await choose(page, 'English');
      await comesTo(() => page.locator('html').getAttribute('lang'), 'en-US');
      for (const [path, there, press] of tier === 'ci' ? first : [...first, ...others]) {
        const address = await addressOf(page, path);
        if (address === null) continue;
        // Loaded anew each time: the language stays.
        await page.goto(address);
        if (press !== undefined) await page.locator(press).first().click();
        await page.locator(there).first().waitFor();
        const found = await chineseLeft();
        for (const width of tier === 'ci' ? [] : [1440, 390]) {
          await page.setViewportSize({ width, height: 900 });
          const amiss = [...(await unreadableTextsOf(page)), ...(await chineseLeft())];
          found.push(...amiss.map((text) => `${width}: ${text}`));
        }
        await page.setViewportSize({ width: 1440, height: 900 });
        if (found.length > 0) left[`${username} ${path}`] = found;
      }
      if (username === 'hq') await thereAndBack(page);
      await page.context().close();
    }
    expect(left).toEqual({});
  });
}

/** Headquarters finds nothing amiss for who cannot see, and goes back to Chinese. */
async function thereAndBack(page: Page): Promise<void> {
  await page.goto('/tasks');
  await page.getByRole('heading', { name: 'Tasks', level: 1 }).waitFor();
  await page.getByTestId('task-table').getByRole('link').first().waitFor();
  expect(await axeFindings(page)).toEqual([]);
  await choose(page, '简体中文');
  await comesTo(() => page.locator('html').getAttribute('lang'), 'zh-CN');
  await page.getByRole('heading', { name: '任务', level: 1 }).waitFor();
}
