// The pictures of the documentation, taken from the demo as it is started:
//
//   npm start -- --data /tmp/pictures --port 3100 --demo-password luoshi-demo-1
//   npm run screenshots -- http://127.0.0.1:3100 luoshi-demo-1
//   npm run screenshots -- http://127.0.0.1:3100 luoshi-demo-1 wall desk      only these
//
// Chromium is the one that CHROMIUM names, else Debian’s. Nothing is done but that one message is opened, and so read,
// and that a plan made up for the purpose is uploaded.
/* global createImageBitmap, FileReader, OffscreenCanvas -- in the page, see halved() */
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';
import { PICTURE_PLAN } from './testing/picture-plan.mjs';

const [url = 'http://127.0.0.1:3000', password = 'luoshi-demo-1', ...only] = process.argv.slice(2);
const FOLDER = fileURLToPath(new URL('../../docs/images/', import.meta.url));
const SIZES = [
  { width: 1440, height: 900 },
  { width: 390, height: 844 },
  { width: 3840, height: 2160 },
];
/** Of so wide a screen a picture of half the size is kept: enough to see where everything stands, and a tenth of the bytes. */
const KEPT_SMALLER = 3840;
const USUAL_CHROMIUM = ['/usr/bin/chromium-headless-shell', '/usr/bin/chromium'];
/** A repository is cloned by many. */
const LARGEST = 350_000;

const first = (page, ...selectors) => page.locator(selectors.join(', ')).first();
const titled = (page) => page.locator('main h1').first().waitFor();
const aTask = (page) => first(page, '[data-testid="task-table"] a', '[data-testid="task-cards"] a');

/** Who sees it, where, and what there is to be done before it is worth a picture. */
const PICTURES = {
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
      await page.getByRole('button', { name: '生成地址' }).click();
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

const wanted = (name) => only.length === 0 || only.includes(name);

async function signIn(page, who) {
  await page.goto('/');
  await page.getByLabel('用户名').fill(who);
  await page.getByLabel('密码').fill(password);
  await page.getByTestId('sign-in').click();
  await page.getByTestId('person').waitFor();
}

async function shoot(page, name, { width }) {
  // Charts and drawers come to rest.
  await page.waitForTimeout(1200);
  const taken = await page.screenshot();
  const file = `${name}-${width}.${width === KEPT_SMALLER ? 'webp' : 'png'}`;
  const kept = width === KEPT_SMALLER ? await halved(page, taken) : taken;
  console.log(`${file} ${Math.ceil(kept.length / 1000)} kB`);
  if (kept.length > LARGEST) throw new Error(`${file} is larger than ${LARGEST / 1000} kB`);
  writeFileSync(join(FOLDER, file), kept);
}

/** In a window of its own: the page's rules let nothing in from outside. */
async function halved(page, png) {
  const window = await page.context().newPage();
  const base64 = await window.evaluate(async (bytes) => {
    const whole = await createImageBitmap(await (await fetch(`data:image/png;base64,${bytes}`)).blob());
    const canvas = new OffscreenCanvas(whole.width / 2, whole.height / 2);
    const drawing = canvas.getContext('2d');
    drawing.imageSmoothingQuality = 'high';
    drawing.drawImage(whole, 0, 0, canvas.width, canvas.height);
    const blob = await canvas.convertToBlob({ type: 'image/webp', quality: 0.7 });
    return new Promise((resolve) => {
      const reader = new FileReader();
      reader.onload = () => resolve(reader.result.split(',')[1]);
      reader.readAsDataURL(blob);
    });
  }, png.toString('base64'));
  await window.close();
  return Buffer.from(base64, 'base64');
}

mkdirSync(FOLDER, { recursive: true });
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM || USUAL_CHROMIUM.find((path) => existsSync(path)),
  args: [
    '--no-sandbox',
    '--disable-gpu',
    '--disable-quic',
    '--no-first-run',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
  ],
});
try {
  for (const size of SIZES) {
    const newPage = async () =>
      (
        await browser.newContext({
          baseURL: url,
          locale: 'zh-CN',
          timezoneId: 'Asia/Shanghai',
          viewport: size,
        })
      ).newPage();
    const nobody = await newPage();
    await nobody.goto('/');
    await nobody.getByLabel('用户名').waitFor();
    if (wanted('sign-in')) await shoot(nobody, 'sign-in', size);
    for (const [name, { who, at, there }] of Object.entries(PICTURES)) {
      if (!wanted(name)) continue;
      const page = await newPage();
      await signIn(page, who);
      await page.goto(at);
      await there(page, size);
      await shoot(page, name, size);
      await page.context().close();
    }
  }
} finally {
  await browser.close();
}
