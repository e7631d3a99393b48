import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { findChromium, openBrowser, startRealSystem, type RealSystem, type TestBrowser } from '#testing';
import { drawRecordSchema, repeatDraw } from '#truth';
import type { Page } from 'playwright-core';
import { comesTo, dialog, signIn } from '../testing/at-the-screen.js';
import { Colleague } from '../testing/colleague.js';
import { taskStory } from '../testing/task-story.js';

const chromium = findChromium();
if (chromium === null) {
  process.stderr.write('skipped: there is no Chromium to look at the pages with (CHROMIUM)\n');
}

/** 2024-05-09 09:30 on the demo: 185 accounts of lead units could be drawn. */
(chromium === null ? describe.skip : describe)('the supervision office in a real browser', () => {
  let system: RealSystem;
  let browser: TestBrowser;
  let office: Page;

  beforeAll(async () => {
    system = await startRealSystem();
    browser = await openBrowser(String(chromium), system.url);
    office = await desk('duban');
    await office.getByTestId('nav-verifications').click();
    await office.getByTestId('draw-entry').first().waitFor();
  });
  afterAll(async () => {
    await browser?.close();
    await system?.stop();
  });

  async function desk(username: string): Promise<Page> {
    const page = await browser.newWindow();
    await signIn(page, username, system.password);
    return page;
  }
  const confirm = async (page: Page, action: string, label: string): Promise<void> => {
    await page.getByTestId(`action-${action}`).first().click();
    await dialog(page).getByRole('button', { name: label }).click();
  };

  it('sees who could be drawn with how many lots, why, and by what published weights', async () => {
    const first = office.getByTestId('draw-entry').first();
    await first.getByText('文字与上期雷同').waitFor();
    await first.getByText(/相似度\d+/u).waitFor();
    await office.getByText('权重（公开）').click();
    await office.getByText('每项基本 10 签，最少 10 签，最多 60 签').waitFor();
    await office.getByText('没有待核实的填报').waitFor();
  });

  it('commits, freezes, takes public randomness from a second person, and draws', async () => {
    await confirm(office, 'commitDraw', '公布承诺，开始抽查');
    await confirm(office, 'freezeDraw', '冻结名单');
    await office.getByTestId('action-carryOutDraw').waitFor();

    const second = await desk('hq');
    await second.getByTestId('nav-verifications').click();
    await second.getByTestId('action-addRandomness').click();
    await dialog(second).getByLabel('公开随机数').fill('03 07 12 18 25 31 + 09');
    await dialog(second).getByLabel('出处').fill('双色球第2024052期');
    await dialog(second).getByRole('button', { name: '录入公开随机数' }).click();
    await second.getByText('出处：双色球第2024052期').waitFor();
    // Who is under suspicion, and what is being looked at, is none of a witness’s business.
    expect(await second.getByTestId('draw-entry').count()).toBe(0);

    await office.reload();
    await confirm(office, 'carryOutDraw', '抽签');
    await office.getByTestId('verification').first().waitFor();
    await comesTo(() => office.getByTestId('verification').count(), 5);
  });

  it('hands out a record that anyone can repeat', async () => {
    const [download] = await Promise.all([
      office.waitForEvent('download'),
      office.getByTestId('draw-record').first().click(),
    ]);
    const record = drawRecordSchema.parse(JSON.parse(await readFile(await download.path(), 'utf8')));
    expect(repeatDraw(record)).toEqual({ equal: true });
    expect(record.drawn).toHaveLength(5);
  });

  it('records what was found, with evidence where it was not true, and the next draw remembers', async () => {
    await office.getByTestId('record-finding').first().click();
    await dialog(office).getByLabel('部分属实').check();
    await dialog(office).getByLabel('核实情况').fill('招标文件尚未挂网。');
    await dialog(office).getByRole('button', { name: '登记核实结论' }).click();
    await office.getByText('请至少列明一项依据').waitFor();
    await office.getByTestId('add-evidence').click();
    await dialog(office).getByLabel('名称，如 现场笔录').fill('现场笔录');
    await dialog(office).getByLabel('编号或存放处').fill('督查笔录2024-3');
    await dialog(office).getByRole('button', { name: '登记核实结论' }).click();
    const found = office.getByTestId('finding');
    await found.getByText('部分属实').waitFor();
    await found.getByText('依据：现场笔录（督查笔录2024-3）').waitFor();
    await found.getByText('尚未更正').waitFor();
    await comesTo(() => office.getByTestId('verification').count(), 4);
    await office.getByTestId('draw-entry').getByText('以往核实结论').first().waitFor();
  });

  // Last: what is filed now could be drawn.
  taskStory(desk, async (username) => {
    const signedIn = await Colleague.signIn(system.url, username, system.password);
    if (signedIn === null) throw new Error(`${username} was refused`);
    return signedIn;
  });
});
