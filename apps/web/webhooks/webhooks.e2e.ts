import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createWebhookSender, outgoingRules, secretBox } from '#courier';
import { outgoingRulesOf, placeEvents } from '#engine';
import { appendEvents, systemClock } from '#persistence';
import {
  createTestDatabase,
  findChromium,
  manualClock,
  openBrowser,
  startHttpPeer,
  type HttpPeer,
  type TestBrowser,
  type TestDatabase,
} from '#testing';
import type { Page } from 'playwright-core';
import { startApi, type ApiUnderTest } from '../../api/testing/api-under-test.js';
import { JURISDICTION, TASKS, UNITS } from '../../api/testing/district.js';
import { PASSWORD } from '../../api/testing/people.js';
import { comesTo, dialog, drawer, signIn } from '../testing/at-the-screen.js';

const chromium = findChromium();
// The pages as they were built; a browser takes its time.
const run = chromium === null || process.env['LUOSHI_VERIFY'] === undefined ? describe.skip : describe;
if (chromium === null)
  process.stderr.write('skipped: there is no Chromium to look at the pages with (CHROMIUM)\n');

run('subscriptions in a real browser', () => {
  const clock = manualClock('2024-04-15T01:00:00.000Z');
  const box = secretBox(Buffer.alloc(32, 7));
  let db: TestDatabase;
  let api: ApiUnderTest;
  let peer: HttpPeer;
  let status = 200;
  let browser: TestBrowser;
  let page: Page;

  beforeAll(async () => {
    db = await createTestDatabase();
    const webRoot = fileURLToPath(new URL('../../../dist/web', import.meta.url));
    api = await startApi(db.database, clock, { more: { secrets: box, webRoot, wallClock: systemClock } });
    peer = await startHttpPeer(() => ({ status }));
    await db.database.transaction({ jurisdictionId: JURISDICTION }, async (tx) => {
      for (const [username, role, kind, id] of [
        ['convener', 'administrator', 'jurisdiction', JURISDICTION],
        ['farming', 'leadUnitHead', 'unit', UNITS.farming.id],
      ])
        await tx.execute(
          `update role_assignment set role = $2, scope_kind = $3, scope_id = $4
           where person_id = (select id from person where username = $1)`,
          [username, role, kind, id],
        );
    });
    browser = await openBrowser(String(chromium), api.url);
    page = await browser.newWindow();
    await signIn(page, 'convener', PASSWORD);
    await page.getByTestId('nav-webhooks').click();
  });
  afterAll(async () => {
    await browser?.close();
    await api?.stop();
    await peer?.close();
    await db?.drop();
  });

  const send = async (): Promise<void> => {
    await placeEvents(api.engine.context, JURISDICTION, { baseUrl: null });
    const sender = createWebhookSender({
      database: db.database,
      clock,
      world: {
        now: () => new Date(),
        rules: outgoingRules({ allowPlain: true, allowAddresses: ['127.0.0.1'] }),
        box,
      },
      rules: outgoingRulesOf(api.engine.context),
    });
    await sender.send(JURISDICTION);
  };
  let seq = 0;
  const happens = (type: string): Promise<void> =>
    db.database.transaction({ jurisdictionId: JURISDICTION }, async (tx) => {
      for (const { id: subjectId } of Object.values(TASKS))
        await appendEvents(tx, [
          {
            ...{ subjectKind: 'task', subjectId, seq: (seq += 1), type, payload: {}, at: clock.now() },
            ...{ actorId: null, unitId: null, idempotencyKey: `e${seq}`, prevHash: '0', hash: '0' },
          },
        ]);
    });
  const fits = (narrow: Page): Promise<void> =>
    comesTo(async () => Number(await narrow.evaluate('document.documentElement.scrollWidth')) <= 390, true);
  const button = (name: string): ReturnType<Page['getByRole']> => dialog(page).getByRole('button', { name });

  it('are registered; the secrets are shown once', async () => {
    await page.getByText('还没有事件订阅').waitFor();
    await page.getByTestId('add-webhook').click();
    await dialog(page).getByLabel('名称').fill('指挥大屏');
    await dialog(page).getByLabel('接收地址').fill(`${peer.url}/hook`);
    await button('登记订阅').click();
    await page.getByTestId('secrets-saved').waitFor();
    expect(await page.getByLabel('签名密钥（验证推送）').inputValue()).toMatch(/^whsec_/u);
    await page.getByTestId('secrets-saved').click();
    await send(); // the past gets its positions
    await page.getByTestId('webhook').getByText('推送中').waitFor();
    await comesTo(async () => (await page.content()).includes('whsec_'), false);
  });

  it('show what was sent, and how it ended', async () => {
    await page.getByTestId('ping-button').click();
    await page.getByText(/^测试事件已排入/u).waitFor();
    await happens('CONFIRMED');
    await send();
    status = 500;
    await happens('DISPATCHED');
    await send();
    await page.getByTestId('deliveries-button').click();
    await drawer(page).getByText('测试事件').waitFor();
    await drawer(page).getByText('任务下发').first().waitFor();
    await drawer(page).getByText('对方暂时不能受理（500）').first().waitFor();
    await comesTo(() => drawer(page).getByTestId('delivery').count(), 7);
    await page.keyboard.press('Escape');
    await page.getByTestId('webhook').getByText('推送失败，重试中').waitFor();
  });

  it('that were paused say why, and go on by hand', async () => {
    status = 410;
    clock.set('2024-04-15T03:00:00.000Z');
    await send();
    await page.getByText(/暂停：对方表示不再接收（410）/u).waitFor();
    status = 200;
    await page.getByTestId('resume-button').click();
    await button('恢复').click();
    await page.getByTestId('webhook').getByText('推送中').waitFor();
    await send();
    await page.getByText('0 件', { exact: true }).waitFor();
  });

  it('are replayed from a cursor, and get new secrets', async () => {
    await page.getByTestId('replay-button').click();
    await dialog(page).getByText('从某个游标之后').click();
    await dialog(page).getByRole('spinbutton').fill('0');
    await button('重新推送').click();
    await page.getByText('将从游标 0 之后重新推送。').waitFor();
    await page.getByTestId('renew-button').click();
    await button('更换密钥').click();
    await page.getByText(/原密钥与新密钥并用至/u).waitFor();
    await page.getByTestId('secrets-saved').click();
  });

  it('fit on a telephone, and a unit’s head sees none but the unit’s', async () => {
    const head = await browser.newWindow({ viewport: { width: 390, height: 844 } });
    await signIn(head, 'farming', PASSWORD);
    await head.goto('/webhooks');
    await head.getByText('还没有事件订阅').waitFor();
    await head.getByTestId('add-webhook').click();
    await dialog(head).getByText('区农业农村局').waitFor();
    await fits(head);
    await head.keyboard.press('Escape');
    await page.setViewportSize({ width: 390, height: 844 });
    await page.getByTestId('webhook').waitFor();
    await fits(page);
    expect(browser.witness.complaints).toEqual([]);
  });
});
