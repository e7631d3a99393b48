import { PICTURE_PLAN } from './picture-plan.mjs';

const first = (page, ...selectors) => page.locator(selectors.join(', ')).first();
const titled = (page) => page.locator('main h1').first().waitFor();
const aTask = (page) => first(page, '[data-testid="task-table"] a', '[data-testid="task-cards"] a');

/** Who sees it, where, and what there is to be done before it is worth a picture. */
export const PICTURES = {
  calendar: {
    who: 'admin',
    at: '/calendar?year=2024',
    there: (page) => page.getByTestId('calendar').waitFor(),
  },
  ladders: { who: 'admin', at: '/ladders', there: (page) => page.getByTestId('course').waitFor() },
  health: { who: 'admin', at: '/health', there: (page) => page.getByTestId('health-checks').waitFor() },
  desk: { who: 'duban', at: '/desk', there: (page) => first(page, '[data-testid^="desk-item-"]').waitFor() },
  'desk-commander': { who: 'commander', at: '/desk', there: deskOf },
  'desk-liaison': { who: 'liaison-forestry', at: '/desk', there: deskOf },
  'desk-head': { who: 'head-forestry', at: '/desk', there: deskOf },
  'desk-headquarters': { who: 'hq', at: '/desk', there: deskOf },
  'desk-task-force': { who: 'office-a8', at: '/desk', there: deskOf },
  'desk-assessor': { who: 'jixiao', at: '/desk', there: deskOf },
  'desk-auditor': { who: 'shenji', at: '/desk', there: deskOf },
  'desk-administrator': { who: 'admin', at: '/desk', there: deskOf },
  accounts: { who: 'admin', at: '/accounts', there: titled },
  units: { who: 'admin', at: '/units', there: (page) => page.getByTestId('units').waitFor() },
  unit: {
    who: 'admin',
    at: '/units?q=农业农村',
    async there(page) {
      await page.getByTestId('open-unit').first().click();
      await page.getByTestId('unit-posts').waitFor();
    },
  },
  letters: { who: 'admin', at: '/letters', there: titled },
  webhooks: { who: 'admin', at: '/webhooks', there: titled },
  trail: { who: 'shenji', at: '/trail', there: titled },
  assessments: { who: 'jixiao', at: '/assessments', there: titled },
  'what-if': { who: 'jixiao', at: '/what-if', there: titled },
  burden: { who: 'hq', at: '/burden', there: titled },
  calls: { who: 'duban', at: '/calls', there: titled },
  'handed-down': { who: 'duban', at: '/handed-down', there: titled },
  'my-messages': { who: 'hq', at: '/my-messages', there: titled },
  'new-task': { who: 'hq', at: '/tasks/new', there: titled },
  wall: { who: 'hq', at: '/wall', there: (page) => first(page, '[data-testid="wall-tile"]').waitFor() },
  overview: {
    who: 'hq',
    at: '/overview',
    there: (page) => page.getByTestId('chart-schedule').locator('svg, canvas').waitFor(),
  },
  tasks: { who: 'hq', at: '/tasks', there: (page) => aTask(page).waitFor() },
  task: { who: 'hq', at: '/tasks?rung=any', there: openTask },
  why: {
    who: 'hq',
    at: '/tasks?rung=any',
    async there(page) {
      await openTask(page);
      await page.getByTestId('why-button').first().click();
      await page.getByTestId('why').waitFor();
    },
  },
  lines: {
    who: 'hq',
    at: '/lines',
    there: (page) => first(page, '[data-testid="line-table"] a', '[data-testid="line-cards"] a').waitFor(),
  },
  alerts: {
    who: 'duban',
    at: '/alerts',
    async there(page, { width }) {
      await first(page, '[data-testid="alert-issue"]').waitFor();
      // On a telephone a matter covers the list.
      if (width < 720) return;
      await first(page, '[data-testid="alert-issue"]').click();
      await page.getByTestId('notice').waitFor();
    },
  },
  filing: {
    who: 'liaison-culture-tourism-sports',
    at: '/filing',
    async there(page) {
      const due = page.getByTestId('sitting-open').filter({ hasText: '上旬' });
      await due.getByRole('link', { name: '去填报' }).click();
      await page.getByTestId('filing-form').waitFor();
      await page.getByTestId('filing-row-A1-02').getByLabel('无变化').check();
      await page.mouse.move(0, 0);
    },
  },
  inbox: {
    who: 'head-forestry',
    at: '/inbox',
    async there(page) {
      const letter = page.getByTestId('message').filter({ hasText: '提醒函' }).first();
      await letter.click();
      await page.locator('.message-body').waitFor();
    },
  },
  review: {
    who: 'office-a8',
    at: '/review',
    there: (page) => first(page, '[data-testid^="review-"]').waitFor(),
  },
  duties: {
    who: 'office-a8',
    at: '/duties',
    there: (page) => first(page, '[data-testid^="duty-"]').waitFor(),
  },
  products: {
    who: 'hq',
    at: '/products',
    there: (page) => page.getByTestId('product').first().waitFor(),
  },
  product: { who: 'hq', at: '/products', there: openBulletin },
  'product-editing': {
    who: 'hq',
    at: '/products',
    async there(page) {
      await openBulletin(page);
      await page.getByRole('button', { name: '修改本段（4）' }).click();
      await page.locator('.line-editor .figure-chip').first().waitFor();
      await page.locator('.line-editor').press('Control+End');
      await page.locator('.line-editor').pressSequentially('请各单位对照抓好落实。');
      await page.getByText('处修改未保存').waitFor();
    },
  },
  'product-figure': {
    who: 'hq',
    at: '/products',
    async there(page) {
      await openBulletin(page);
      await page.locator('[data-source="filings.late"]').first().click();
      await page.getByTestId('figure-rows').getByRole('listitem').first().waitFor();
    },
  },
  scores: { who: 'hq', at: '/scores', there: (page) => first(page, 'main a[href^="/scores/"]').waitFor() },
  verifications: {
    who: 'duban',
    at: '/verifications',
    there: (page) => page.getByTestId('draw-entry').first().waitFor(),
  },
  feed: {
    who: 'liaison-education',
    at: '/filing',
    async there(page) {
      await page.getByTestId('person').click();
      await page.getByText('日历订阅').click();
      // There is an address where the page was shot before: it is changed for another, and shown as the first one was.
      await page.getByRole('dialog').locator('.ant-btn-primary').click();
      await page.getByLabel('订阅地址').waitFor();
    },
  },
  'plan-review': {
    who: 'hq',
    at: '/plans',
    async there(page, { width }) {
      const before = page.getByRole('link', { name: '2024年清水行动方案' });
      await page.locator('[data-testid="reviews"], [data-testid="empty"]').waitFor();
      if ((await before.count()) > 0) await before.first().click();
      else
        await page.getByTestId('file').setInputFiles({
          name: '2024年清水行动方案.txt',
          mimeType: 'text/plain',
          buffer: Buffer.from(PICTURE_PLAN),
        });
      await page.getByTestId('document').waitFor({ state: 'attached' });
      await page.getByTestId('task-card').waitFor();
      if (width < 720) return;
      await page.getByTestId('field-support').hover();
    },
  },
};

async function deskOf(page) {
  await page.locator('.desk-cards, main [data-testid="empty"]').first().waitFor();
}

async function openBulletin(page) {
  const bulletin = page.getByTestId('product').filter({ hasText: '月通报' }).first();
  await bulletin.getByRole('link').click();
  await page.getByTestId('paper').waitFor();
}

async function openTask(page) {
  await aTask(page).click();
  await page.getByTestId('place').waitFor();
}
