import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  createTestDatabase,
  findChromium,
  manualClock,
  openBrowser,
  type TestBrowser,
  type TestDatabase,
} from '#testing';
import { startApi, type ApiUnderTest } from '../testing/api-under-test.js';

const chromium = findChromium();
if (chromium === null)
  process.stderr.write('skipped: there is no Chromium to look at the documentation with (CHROMIUM)\n');

/** Where there is time for a browser. */
const looks = chromium !== null && process.env['LUOSHI_VERIFY'] !== undefined ? describe : describe.skip;

looks('the documentation in a real browser', () => {
  let db: TestDatabase;
  let api: ApiUnderTest;
  let browser: TestBrowser;
  beforeAll(async () => {
    db = await createTestDatabase();
    api = await startApi(db.database, manualClock('2024-04-12T01:00:00.000Z'));
    browser = await openBrowser(String(chromium), api.url);
  });
  afterAll(async () => {
    await browser?.close();
    await api?.stop();
    await db?.drop();
  });

  it.each([
    [1440, 900],
    [390, 844],
  ])(
    'is read at %i by %i: introduction, operations, an example; nothing is asked of other houses',
    async (width, height) => {
      const page = await browser.newWindow();
      await page.setViewportSize({ width, height });
      const elsewhere: string[] = [];
      const troubles: string[] = [];
      page.on('request', (request) => {
        if (!request.url().startsWith(api.url) && !request.url().startsWith('data:'))
          elsewhere.push(request.url());
      });
      page.on('console', (message) => {
        if (message.type() === 'error') troubles.push(message.text());
      });
      await page.goto('/api/docs');
      await page.getByRole('heading', { name: '一个下午接入' }).waitFor();
      const pictures = process.env['PICTURES'];
      if (pictures !== undefined) await page.screenshot({ path: `${pictures}/docs-${width}.png` });
      await page.locator('#operations-tag-sitting').click();
      const filing = page.locator('#operations-sitting-fileSitting');
      await filing.locator('.opblock-summary').click();
      for (const words of ['Idempotency-Key', 'SittingIncomplete', 'obligationId'])
        await filing.getByText(words).first().waitFor();
      if (pictures !== undefined) {
        await filing.scrollIntoViewIfNeeded();
        await page.screenshot({ path: `${pictures}/docs-open-${width}.png` });
      }
      const wide = await page.evaluate<number>('document.scrollingElement.scrollWidth');
      expect(wide).toBeLessThanOrEqual(width);
      await page.goto('/api/docs/problems#VersionConflict');
      await page.getByText('内容已被他人更新').waitFor();
      if (pictures !== undefined) await page.screenshot({ path: `${pictures}/problems-${width}.png` });
      expect(await page.evaluate<number>('document.scrollingElement.scrollWidth')).toBeLessThanOrEqual(width);
      expect({ elsewhere, troubles }).toEqual({ elsewhere: [], troubles: [] });
    },
  );
});
