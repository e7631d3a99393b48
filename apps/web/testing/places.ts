import type { Page } from 'playwright-core';

/** A page, or what opens on it, and how a person gets there. */
interface Place {
  name: string;
  open: (page: Page) => Promise<void>;
}

/** Those with most in them: where there is little time, only these are looked at in other views than the usual (`views.ts`). */
const DENSE = new Set([
  'wall',
  'overview',
  'tasks',
  'task on a rung',
  'one product',
  'alert issue',
  'review',
  'filing',
]);
export const isDense = ({ name }: Place): boolean => DENSE.has(name);
/** On these something is chosen out of a few that are all in sight. */
const CHOICES = new Set(['new task', 'alerts by urgency', 'duties']);
export const isOfChoices = ({ name }: Place): boolean => CHOICES.has(name);

/** To an address as a link of the page leads there; to the same one again by loading it, so that nothing stays open. */
async function goTo(page: Page, path: string): Promise<void> {
  const { pathname, search } = new URL(page.url());
  if (path === pathname + search) await page.reload();
  else await page.evaluate((to) => window.history.pushState({}, '', to), path);
}

/** By an address; there when the test id (or what else tells it) is on the screen. */
const at = (name: string, path: string, sign: string): Place => ({
  name,
  open: async (page) => {
    await goTo(page, path);
    await page.locator(sign).first().waitFor();
  },
});

/** On the page that is open; there when the dialog or drawer has come to rest. */
const then = (name: string, act: (page: Page) => Promise<void>): Place => ({
  name,
  open: async (page) => {
    await act(page);
    await page.waitForFunction(() =>
      document
        .getAnimations()
        .every(
          (each) => each.playState !== 'running' || each.effect?.getComputedTiming().endTime === Infinity,
        ),
    );
  },
});

const taskOf = (name: string, search: string): Place =>
  then(name, async (page) => {
    await goTo(page, `/tasks${search}`);
    await page.locator('[data-testid="task-table"] a, [data-testid="task-cards"] a').first().click();
    await page.getByTestId('place').waitFor();
  });

const firstAlert = (kind: string): Place =>
  then(`alert ${kind}`, async (page) => {
    await goTo(page, '/alerts');
    await page.getByTestId(`alert-${kind}`).first().click();
    await page.getByTestId('notice').waitFor();
  });

const press = (name: string, button: string, sign: string): Place =>
  then(name, async (page) => {
    await page.getByRole('button', { name: button }).first().click();
    await page.locator(sign).last().waitFor();
  });

const notices = then('notices', async (page) => {
  await goTo(page, '/inbox');
  await page.getByRole('tab', { name: '督办文书' }).click();
  await page.getByTestId('notices').getByRole('link').first().waitFor();
});

const notice = then('one notice', async (page) => {
  await page.getByTestId('notices').getByRole('link').first().click();
  await page.getByTestId('notice').waitFor();
});

const message = then('one message', async (page) => {
  await goTo(page, '/inbox');
  await page.getByTestId('message').first().click();
  await page.locator('.message-body').waitFor();
});

const PLACES: Record<string, Place[]> = {
  hq: [
    at('desk', '/desk', '[data-testid="desk-clear"]'),
    at('wall', '/wall', '[data-testid="wall-tile"]'),
    then('wall in the dark', (page) => page.getByTestId('wall-dark').click()),
    at('overview', '/overview', '[data-testid="chart-schedule"] :is(canvas, svg)'),
    at('tasks', '/tasks', '[data-testid="task-table"] a, [data-testid="task-cards"] a'),
    taskOf('task on a rung', '?rung=any'),
    press('why', '为什么是这样？', '[data-testid="why"]'),
    taskOf('task of many', '?q=A6-03'),
    at('new task', '/tasks/new', '[data-testid="new-task-form"]'),
    at('duties', '/duties', '[data-testid^="duty-"]'),
    at('products', '/products?view=all', '[data-testid="product"] a'),
    then('one product', async (page) => {
      await page.getByTestId('product').filter({ hasText: '月通报' }).first().getByRole('link').click();
      await page.getByTestId('paper').waitFor();
    }),
    at('scores', '/scores', '[data-testid="score-group"] a'),
    at('burden', '/burden', '[data-testid="burden"] td'),
    at('plans', '/plans', '[data-testid="upload"]'),
    at('reporting lines', '/lines', '[data-testid="line-table"] a, [data-testid="line-cards"] a'),
  ],
  duban: [
    at('desk of the supervision office', '/desk', '[data-testid="desk-clear"]'),
    at('alerts by urgency', '/alerts?by=urgency', '[data-testid="alerts"] button'),
    at('alerts', '/alerts', '[data-testid="alerts"] button'),
    at('calls', '/calls', '[data-testid="empty"]'),
    firstAlert('issue'),
    then('issuing', async (page) => {
      // In the notice: above the list stands the button for all of them, where there are several.
      await page.getByTestId('notice').getByRole('button', { name: '签发文书' }).click();
      await page.locator('[role="dialog"]').last().waitFor();
    }),
    at('verifications', '/verifications', '[data-testid="draw-entry"]'),
    message,
    notices,
    notice,
  ],
  admin: [
    at('letters', '/letters', '[data-testid="empty"]'),
    at('messages of one’s own', '/my-messages', '[data-testid="empty"]'),
  ],
  'office-a8': [
    at('review', '/review', '[data-testid^="review-"]'),
    press('returning', '退回重报', '[role="dialog"]'),
  ],
  'liaison-forestry': [
    at('sittings', '/filing', '[data-testid^="sitting-"]'),
    then('filing', async (page) => {
      await page.getByRole('link', { name: '去填报' }).first().click();
      await page.getByTestId('filing-form').waitFor();
    }),
    press('filing, with something missing', '提交本期填报', '.filing-error'),
    then('what was filed', async (page) => {
      await goTo(page, '/filing');
      await page.getByRole('link', { name: '查看' }).last().click();
      await page.getByTestId('filed-reports').waitFor();
    }),
    at('tasks of a unit', '/tasks', '[data-testid="task-table"] a, [data-testid="task-cards"] a'),
    message,
  ],
};

const EMPTY_OR = (sign: string): string => `${sign}, [data-testid="empty"]`;

/** What other suites look at as well, and what has little in it: with `LUOSHI_VERIFY=wide`. */
const OTHER_PLACES: Record<string, Place[]> = {
  hq: [
    at('handed down', '/handed-down', 'main .panel'),
    at('assessments', '/assessments', EMPTY_OR('main .panel')),
    at('calendar', '/calendar?year=2024', '[data-testid="calendar"]'),
    at('ladders', '/ladders', '[data-testid="course"]'),
    then('products, editing', async (page) => {
      await goTo(page, '/products');
      await page.getByTestId('product').filter({ hasText: '月通报' }).first().getByRole('link').click();
      await page.getByTestId('paper').waitFor();
      await page.locator('[data-source="filings.late"]').first().click();
      await page.getByTestId('figure-rows').getByRole('listitem').first().waitFor();
    }),
  ],
  admin: [
    at('desk of the administrator', '/desk', '[data-testid^="desk-item-"], [data-testid="empty"]'),
    at('accounts', '/accounts', '[data-testid="account"]'),
    at('units', '/units', '[data-testid="unit"]'),
    then('one unit', async (page) => {
      await page.getByTestId('open-unit').first().click();
      await page.getByTestId('unit-posts').waitFor();
    }),
    at('webhooks', '/webhooks', EMPTY_OR('[data-testid="webhooks"]')),
    at('calendar of the administrator', '/calendar?year=2024', '[data-testid="calendar"]'),
    at('health', '/health', '[data-testid="health-checks"]'),
  ],
  jixiao: [
    at('scores', '/scores', '[data-testid="score-group"] a'),
    at('assessments', '/assessments', EMPTY_OR('main .panel a')),
    at('what if', '/what-if', '[data-testid="scheme"]'),
  ],
  shenji: [at('trail', '/trail', '[data-testid="trail-row"]')],
  'head-forestry': [at('desk of a head', '/desk', '[data-testid="desk-clear"]')],
  'office-a8': [at('duties of an office', '/duties', '[data-testid^="duty-"]')],
};

const isWide = process.env['LUOSHI_VERIFY'] === 'wide';
const PLACES_NOW: Record<string, Place[]> = { ...PLACES };
if (isWide)
  for (const [username, others] of Object.entries(OTHER_PLACES))
    PLACES_NOW[username] = [...(PLACES_NOW[username] ?? []), ...others];

/** The people who, between them, see every page. */
export const WHO_SEES = Object.keys(PLACES_NOW);
export const placesOf = (username: string): Place[] => PLACES_NOW[username] ?? [];
