import { expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { z } from 'zod';
import { axeFindings } from './accessibility.js';
import { comesTo, unreadableTextsOf } from './at-the-screen.js';
import { watchChinese } from './chinese-left.js';

/**
 * What is done on a page that stands, and what is there then. Each act is a selector to press; `if:` only where it is there;
 * `key:` a key; `fill:` a field and its text.
 */
type Then = readonly [acts: readonly string[], there: string];
/** An address (`{name}`: the first of that list), what is there once it has its data, what is pressed there first, what is opened from there. */
type Look = readonly [path: string, there: string, press?: string | null, then?: readonly Then[]];

const id = (name: string): string => `[data-testid="${name}"]`;
const dialog = (name: string): string => `${id(name)} .ant-modal-title`;
const PALETTE: Then = [['key:Control+k', `fill:${id('search-box')}=区`], id('search-hit')];
const STEP: readonly Then[] = [[[id('more-actions'), '[data-testid^="action-"]'], dialog('action-dialog')]];
/** Where it is not filed yet: a sitting is asked whether it may go as soon as it is whole. */
const SENDING: readonly Then[] = [[[`if:${id('all-no-change')}`], '.ant-modal']];
const ANNOUNCING: readonly Then[] = [
  [[id('arrange-begin'), id('paste-notice')], dialog('notice-dialog')],
  [['key:Escape', '[data-on="2024-06-03"]', id('arrange-preview')], id('effects')],
];

/** All drafts that wait are asked for, where there are several still; then one of them is opened to be issued. */
const ISSUING: readonly Then[] = [
  [[`if:${id('notices-at-once')}`], id('batch-count')],
  [['key:Escape', `${id('notice')} ${id('action-issue')}`], dialog('action-dialog')],
];
/** Conditions are kept under a name that is taken already. */
const KEEPING = [
  id('saved-filters'),
  '.saved-filters-menu [data-menu-id$="-save"]',
  `fill:${id('save-filter')} input.ant-input=mine`,
];
const REPLACING: readonly Then[] = [
  [[...KEEPING, 'key:Enter', ...KEEPING], `${id('save-filter')} .ant-form-item-extra .soft:not(.small)`],
];

/** Who, between them, see every page; those looked at where there is little time come first. */
const PAGES: Readonly<Record<string, { first: readonly Look[]; others?: readonly Look[] }>> = {
  hq: {
    first: [
      ['/desk', '[data-testid^="desk-item-"]', null, [PALETTE]],
      ['/overview', '[data-testid="chart-schedule"] :is(canvas, svg)'],
      ['/tasks?rung=any', '[data-testid="task-table"] a', null, REPLACING],
      ['/tasks/{tasks}', id('place'), null, STEP],
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
      ['/alerts', '[data-testid="notice"]', '[data-testid="alert-issue"]', ISSUING],
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
      ['/calendar?year=2024', '[data-testid="calendar"]', null, ANNOUNCING],
      [
        '/units',
        id('unit'),
        null,
        [
          [[id('open-unit')], `${id('unit-drawer')} ${id('act-succeed')}`],
          [[id('act-succeed')], dialog('unit-succession')],
        ],
      ],
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
      ['/filing/{sittings}', '[data-testid="filing-form"], [data-testid="filed-reports"]', null, SENDING],
    ],
    others: [['/inbox', '.message-body', '[data-testid="message"]']],
  },
};

/** Milliseconds; only against hanging for ever. */
const WIDE_LIMIT = 3_600_000;
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
  inCi.each(Object.entries(PAGES))(
    'on English pages of %s nothing is Chinese but what people named or wrote, and that is marked',
    async (username, { first, others = [] }) => {
      const left: Record<string, string[]> = {};
      const page = await desk(username);
      const chineseLeft = watchChinese(page);
      await choose(page, 'English');
      await comesTo(() => page.locator('html').getAttribute('lang'), 'en-US');
      for (const look of tier === 'ci' ? first : [...first, ...others]) {
        const found = await leftAt(page, look, tier !== 'ci', chineseLeft);
        if (found.length > 0) left[look[0]] = [...new Set(found)];
      }
      if (username === 'hq') await thereAndBack(page);
      if (username === 'liaison-forestry') {
        const found = await atSignIn(page, chineseLeft);
        if (found.length > 0) left['sign-in'] = found;
      }
      await page.context().close();
      expect(left).toEqual({});
    },
    // Every kind of button of every page is pressed.
    tier === 'ci' ? undefined : WIDE_LIMIT,
  );
}

/** What is Chinese on one page and in what is opened from it; with `wide` at both widths, and what its buttons open. */
async function leftAt(
  page: Page,
  [path, there, press, then = []]: Look,
  wide: boolean,
  chineseLeft: () => Promise<string[]>,
): Promise<string[]> {
  const address = await addressOf(page, path);
  if (address === null) return [];
  // Loaded anew each time: the language stays.
  const anew = async (): Promise<void> => {
    await page.goto(address);
    if (typeof press === 'string') await page.locator(press).first().click();
    await page.locator(there).first().waitFor();
  };
  await anew();
  const found = await chineseLeft();
  for (const width of wide ? [1440, 390] : []) {
    await page.setViewportSize({ width, height: 900 });
    const amiss = [...(await unreadableTextsOf(page)), ...(await chineseLeft())];
    found.push(...amiss.map((text) => `${width}: ${text}`));
  }
  await page.setViewportSize({ width: 1440, height: 900 });
  for (const [acts, opened] of then) {
    const [, only] = /^if:(.+)$/u.exec(acts[0] ?? '') ?? [];
    if (only !== undefined && (await page.locator(only).count()) === 0) continue;
    for (const act of acts) await doThere(page, act);
    await page.locator(opened).first().waitFor();
    found.push(...(await chineseLeft()).map((text) => `${opened}: ${text}`));
  }
  if (wide) found.push(...(await whatButtonsOpen(page, anew, chineseLeft)));
  return found;
}

async function doThere(page: Page, act: string): Promise<void> {
  const [, key] = /^key:(.+)$/u.exec(act) ?? [];
  const [, field, text] = /^fill:(.+)=([^=]*)$/u.exec(act) ?? [];
  if (key !== undefined) await page.keyboard.press(key);
  else if (field !== undefined) await page.locator(field).fill(text ?? '');
  else await page.locator(act.replace(/^if:/u, '')).first().click();
}

/** The page that asks who it is, and what it says to somebody it does not know. */
async function atSignIn(page: Page, chineseLeft: () => Promise<string[]>): Promise<string[]> {
  await page.context().clearCookies();
  await page.goto('/tasks');
  await page.getByLabel('Password').waitFor();
  const found = await chineseLeft();
  await page.getByLabel('User name').fill('nobody');
  await page.getByLabel('Password').fill('wrong-password');
  await page.keyboard.press('Enter');
  await page.getByRole('alert').waitFor();
  return [...found, ...(await chineseLeft())];
}

const DIALOG = '.ant-modal:visible, .ant-drawer-section:visible, .ant-dropdown:visible, .ant-popover:visible';

/**
 * Presses one button of each kind on the page and looks at what it opens. Nothing is changed by it: whatever would write
 * does not reach the server.
 */
async function whatButtonsOpen(
  page: Page,
  anew: () => Promise<void>,
  chineseLeft: () => Promise<string[]>,
): Promise<string[]> {
  const found: string[] = [];
  await page.route('**/api/v1/**', (route) =>
    route.request().method() === 'GET' ? route.fallback() : route.abort('internetdisconnected'),
  );
  const buttons = page.locator('main button:enabled');
  await anew();
  const kinds = await buttons.evaluateAll((all) =>
    all.map((one) => (one.getAttribute('data-testid') ?? one.textContent).replace(/\d+/gu, '')),
  );
  for (const [at, kind] of kinds.entries()) {
    if (kinds.indexOf(kind) !== at || kind === '') continue;
    const button = buttons.nth(at);
    // Where a drawer was opened first, what it covers cannot be pressed.
    const isReached = await button.click({ trial: true, timeout: 3_000 }).then(
      () => true,
      () => false,
    );
    if (!isReached) continue;
    await button.click();
    const opened = page.locator(DIALOG).first();
    const isOpen = await opened.waitFor({ timeout: 1_500 }).then(
      () => true,
      () => false,
    );
    if (isOpen) found.push(...(await chineseLeft()).map((text) => `${kind}: ${text}`));
    await anew();
  }
  await page.unrouteAll({ behavior: 'wait' });
  return found;
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
