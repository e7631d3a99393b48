import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { findChromium, openBrowser, until, type TestBrowser } from '#testing';
import type { Locator, Page } from 'playwright-core';
import { comesTo, dialog, nothingInFront, signIn } from '../testing/at-the-screen.js';
import { PLAN_OF_STORY } from './testing/plan-of-story.js';
import { startTownOfStory, type TownOfStory } from './testing/town-of-story.js';

const chromium = findChromium();
const isRun = chromium !== null && process.env['LUOSHI_VERIFY'] !== undefined;
if (!isRun) process.stderr.write('skipped: the whole story by seven roles (Chromium, LUOSHI_VERIFY)\n');

const UNIT = '区林业局';
const { title, code, file } = PLAN_OF_STORY;

/** One act after another, from the document to what the public sees; each is the ground of the next. */
(isRun ? describe : describe.skip)('the whole story, by seven roles in seven windows', () => {
  let town: TownOfStory;
  let browser: TestBrowser;
  let headquarters: Page;
  let security: Page;
  let liaison: Page;
  let head: Page;
  let office: Page;
  let supervision: Page;
  let commander: Page;

  beforeAll(async () => {
    town = await startTownOfStory('2024-05-06 09:00');
    browser = await openBrowser(String(chromium), town.url);
    [headquarters, security, liaison, head, office, supervision, commander] = (await Promise.all(
      ['hq', 'anquan', 'liaison-forestry', 'head-forestry', 'office-a1', 'duban', 'commander'].map(desk),
    )) as [Page, Page, Page, Page, Page, Page, Page];
  });
  afterAll(async () => {
    await browser?.close();
    await town?.stop();
  });

  async function desk(username: string): Promise<Page> {
    const page = await browser.newWindow();
    await signIn(page, username, town.password);
    return page;
  }

  /** An act; where the one before it failed, there is no ground for it. */
  let standing = true;
  const act = (name: string, played: () => Promise<void>): void =>
    it(name, async () => {
      if (!standing) throw new Error('an act before this one failed');
      standing = false;
      await played();
      standing = true;
    });

  act('headquarters takes the document in, checks what was read from it, and dispatches it', async () => {
    const page = headquarters;
    await page.getByTestId('nav-plans').click();
    await page.getByTestId('file').setInputFiles(file);
    await page.getByTestId('document').waitFor();
    await page.getByRole('heading', { name: title }).waitFor();
    await page.getByTestId('show-all').click();
    await page.getByTestId('show-all').getByText('2', { exact: true }).waitFor();
    await page.getByRole('button', { name: '方案信息' }).click();
    await page.getByLabel('方案代号').fill(code);
    await page.getByRole('button', { name: '保存', exact: true }).click();
    await page.getByText('方案信息已保存').waitFor();
    for (const [at, one] of ['A1-01', 'A1-02'].entries()) {
      const n = at + 1;
      const card = page.getByTestId('task-card').filter({ hasText: one });
      // It may come forward by itself once the one before it is confirmed.
      await until(async () => {
        if ((await card.count()) > 0) return true;
        await page
          .getByTestId(`task-${one}`)
          .click({ timeout: 2_000 })
          .catch(() => undefined);
        return false;
      });
      await card.getByRole('button', { name: '确认', exact: true }).click();
      await page.getByTestId('show-confirmed').getByText(String(n), { exact: true }).waitFor();
    }
    await page.getByTestId('open-dispatch').click();
    await page
      .getByTestId('unit-loads')
      .getByRole('row', { name: new RegExp(UNIT) })
      .waitFor();
    await page.getByTestId('dispatch').getByText('可以下发').waitFor();
    await page.getByTestId('dispatch-now').click();
    await page.getByTestId('to-tasks').waitFor();
  });

  act('the security administrator fills the posts of the new plan', async () => {
    await grant('duban', '督查室', title);
    await grant('office-a1', '专班办公室', '重点任务');
    await grant('commander', '指挥长', title);
  });

  act('the commander hangs the plan on the wall, and leaves it there', async () => {
    await commander.reload();
    await commander.getByTestId('choose-plan').click();
    await commander.getByRole('menuitem', { name: title }).click();
    await commander.getByTestId('nav-wall').click();
    await commander.getByTestId('wall-live').getByText('实时').waitFor();
    await onWall().waitFor();
    expect(await onWall('黄牌').count()).toBe(0);
    // What is written into the page is gone with it: so long as it is there, nobody has read the page again.
    await commander.evaluate(() => document.body.setAttribute('data-hung', 'yes'));
  });

  act(
    'the unit finds its tasks on its desk and its liaison signs, which headquarters sees on the task',
    async () => {
      await head.reload();
      await head.getByTestId('desk-toSign').getByText('补植山脚林带').waitFor();
      for (const task of ['补植山脚林带', '修缮瞭望台']) {
        await openTask(liaison, task);
        await confirm(liaison, 'sign', '签收');
        await liaison.getByTestId('action-requestClosure').waitFor();
      }
      await openTask(headquarters, '补植山脚林带');
      await headquarters.getByTestId('timeline').getByText('签收').first().waitFor();
    },
  );

  act(
    'the liaison files, the task-force office sends one back with the reason, and the rest is accepted',
    async () => {
      await town.goTo('2024-05-09 10:00');
      await liaison.goto('/filing');
      await fileOpenSitting([
        ['A1-01', '40', '完成整地80亩。'],
        ['A1-02', '30', '完成勘察。'],
      ]);
      await office.goto('/review');
      const report = office.getByTestId('review-A1-02');
      await report.getByText('完成勘察。').waitFor();
      await report.getByRole('button', { name: '退回重报' }).click();
      await dialog(office).getByLabel('退回理由').fill('请写明勘察了哪几座。');
      await dialog(office).getByRole('button', { name: '退回重报' }).click();
      await report.waitFor({ state: 'detached' });
      await accept('A1-01');

      await liaison.goto('/filing');
      await liaison.getByText('退回 1 项').waitFor();
      await liaison.getByRole('link', { name: '去重报' }).click();
      await liaison.getByText('请写明勘察了哪几座。').waitFor();
      await liaison.getByLabel('A1-02 本期完成情况').fill('完成1号、2号台勘察。');
      await liaison.getByRole('button', { name: '提交重报' }).click();
      await liaison.getByRole('button', { name: '确认提交' }).click();
      await liaison.getByText('专班办公室审核后，结果会发到收件箱').waitFor();
      await office.reload();
      await office.getByTestId('review-A1-02').getByText('完成1号、2号台勘察。').waitFor();
      await accept('A1-02');
      await openTask(headquarters, '修缮瞭望台');
      await headquarters.getByTestId('reports').getByText('完成1号、2号台勘察。').waitFor();
    },
  );

  act(
    'silence: reminded, chased, a blue letter by itself, a yellow one on the desk of the supervision office',
    async () => {
      await town.goTo('2024-05-17 09:30');
      await openMessage(liaison, '填报提醒：2024年5月中旬');
      await town.goTo('2024-05-20 17:40');
      await liaison.goto('/filing');
      await liaison.getByTestId('sitting-overdue').filter({ hasText: '2024年5月中旬' }).waitFor();
      await supervision.goto('/alerts');
      await supervision.getByRole('button', { name: `${UNIT}逾期未报` }).waitFor();

      await town.goTo('2024-05-22 09:00');
      await openMessage(head, '提醒函');
      await head.getByRole('link', { name: '看文书' }).click();
      await head.getByTestId('notice').getByText('2024年5月中旬').first().waitFor();

      await town.goTo('2024-05-24 09:00');
      await issueYellowCard();
      await openTask(headquarters, '补植山脚林带');
      await headquarters.locator('.task-standing').getByText('黄牌').first().waitFor();
    },
  );

  act('the wall has turned yellow by itself, and leads the commander to the task', async () => {
    await onWall('黄牌').waitFor();
    expect(await commander.locator('body').getAttribute('data-hung')).toBe('yes');
    // The unit is silent; what is expected of it grew all the same, and how old its report is is said.
    await onWall('黄牌').hover();
    const [told, ago, expected] =
      /进度 \d+%（(.+?)所报）.*今日应达 (\d+)%/u.exec(await commander.getByTestId('wall-foot').innerText()) ??
      [];
    expect({ told, ago }).toMatchObject({
      told: expect.any(String),
      ago: expect.stringMatching(/^\d+ 天前$/u),
    });
    await onWall('黄牌').click();
    await commander.getByRole('heading', { name: '补植山脚林带', level: 1 }).waitFor();
    await commander.getByTestId('timeline').waitFor();
    const standing = commander.locator('.task-standing');
    await standing.getByText(`应达 ${expected}%`).waitFor();
    await standing.locator('.progress-age').getByText(String(ago)).waitFor();
  });

  act('the head acknowledges the card and appeals, and the supervision office takes it back', async () => {
    const received = await appeal('18日起山火值守，联络员在一线，网络中断。');
    const notice = await decideAppeal('申诉成立，撤销文书', '山火值守属实。');
    await notice.getByText('经申诉撤销').first().waitFor();
    await head.reload();
    await received.getByText('经申诉撤销').first().waitFor();
    await openMessage(head, '申诉');
  });

  act('what was overdue is filed and accepted', async () => {
    await liaison.goto('/filing');
    await fileOpenSitting([
      ['A1-01', '100', '补植林带200亩，已验收。', '200'],
      ['A1-02', '40', '1号台完工。'],
    ]);
    await liaison.getByTestId('sitting-filed').filter({ hasText: '2024年5月中旬' }).waitFor();
    await comesTo(() => liaison.getByTestId('sitting-overdue').count(), 0);
    await office.goto('/review');
    await accept('A1-01', 'A1-02');
    await openTask(headquarters, '补植山脚林带');
    await headquarters.getByTestId('reports').getByText('补植林带200亩，已验收。').waitFor();
  });

  act('the supervision office looks for itself, and records what it found', async () => {
    await supervision.goto('/verifications');
    const plan = supervision.locator('.verification-plan .ant-select');
    await plan.waitFor();
    await plan.click();
    await supervision.getByTitle(title).last().click();
    const entry = supervision.getByTestId('draw-entry').filter({ hasText: '补植山脚林带' });
    await entry.getByTestId('more-actions').click();
    await supervision.getByTestId('action-orderVerification').click();
    await dialog(supervision).locator('textarea').fill('完成较快，实地看一看。');
    await dialog(supervision).locator('.ant-modal-footer .ant-btn-primary').click();
    const open = supervision.getByTestId('verification').filter({ hasText: '补植山脚林带' });
    await open.getByTestId('record-finding').click();
    await dialog(supervision).getByLabel('属实', { exact: true }).check();
    await dialog(supervision).getByLabel('核实情况').fill('实地丈量，面积相符。');
    await dialog(supervision).getByRole('button', { name: '登记核实结论' }).click();
    await supervision.getByTestId('finding').filter({ hasText: '补植山脚林带' }).getByText('属实').waitFor();
    await openTask(liaison, '补植山脚林带');
    await liaison
      .getByTestId('timeline')
      .getByText(/督查核实结论.*：属实/u)
      .first()
      .waitFor();
  });

  act('the task is closed through its three gates', async () => {
    await openTask(head, '补植山脚林带');
    await head.getByTestId('action-requestClosure').click();
    await dialog(head).getByLabel('完成情况说明').fill('200亩林带补植完成并验收。');
    await dialog(head).getByRole('button', { name: '申请办结' }).click();
    await nothingInFront(head);
    for (const [card, page] of [
      ['gateTaskForce', office],
      ['gateVerification', supervision],
      ['gateApproval', headquarters],
    ] as const) {
      await page.goto('/desk');
      await page.getByTestId(`desk-item-${card}`).filter({ hasText: '补植山脚林带' }).click();
      await confirm(page, 'passGate', '审核通过');
    }
    await head.reload();
    await head.locator('.task-standing').getByText('已销号').waitFor();
  });

  act('headquarters issues the bulletin of the month', async () => {
    await town.goTo('2024-06-04 09:00');
    await headquarters.getByTestId('choose-plan').click();
    await headquarters.getByRole('menuitem', { name: title }).click();
    await openProduct('monthlyBulletin');
    await headquarters.getByText('补植山脚林带').first().waitFor();
    await step('review', '核稿');
    await step('issue', '印发');
    await headquarters.getByTestId('product-number').waitFor();
    await openMessage(head, '月通报');
  });

  act('what was verified is released, and everybody reads it without signing in', async () => {
    await openProduct('publication');
    await step('review', '核稿');
    await step('issue', '印发');
    const open = headquarters.locator('[data-testid="product-release"] a[href*="/public/"]');
    await open.waitFor();
    const citizen = await browser.newWindow({ javaScriptEnabled: false });
    await citizen.goto(String(await open.getAttribute('href')));
    await citizen.getByRole('cell', { name: '补植山脚林带' }).waitFor();
    await citizen.getByRole('cell', { name: UNIT }).waitFor();
    expect(await citizen.getByText('修缮瞭望台').count()).toBe(0);
    expect(await citizen.context().cookies()).toEqual([]);
    expect((await citizen.request.get('/api/v1/session')).status()).toBe(401);
  });

  act('the unit is silent again, and this time its appeal does not hold', async () => {
    await town.goTo('2024-06-07 09:00');
    await issueYellowCard();
    const received = await appeal('联络员外出开会。');
    await decideAppeal('申诉不成立', '外出可由他人代报。');
    await openMessage(head, '申诉不成立');
    await head.goto('/desk');
    await openMessage(head, '督办单');
    await head.getByRole('link', { name: '看文书' }).click();
    await received.getByText('已签收').first().waitFor();
    expect(await received.getByText('经申诉撤销').count()).toBe(0);
    // One appeals once.
    expect(await received.getByRole('button', { name: '申诉' }).count()).toBe(0);
  });

  it('asks no other host for anything, and no page of it complains', () => {
    expect([...browser.witness.origins]).toEqual([town.url]);
    // The public pages have no picture of their own, and a browser asks for one at the host.
    expect(browser.witness.complaints).toEqual([]);
  });

  async function openTask(page: Page, name: string): Promise<void> {
    await page.goto(`/tasks?q=${encodeURIComponent(name)}`);
    await page.getByTestId('task-table').getByRole('link', { name }).first().click();
    await page.getByRole('heading', { name, level: 1 }).waitFor();
    await page.getByTestId('timeline').waitFor();
  }

  /** The tile of the task on the commander's wall, where its name says so. */
  const onWall = (level = ''): Locator =>
    commander.getByTestId('wall-tile').and(commander.getByLabel(new RegExp(`补植山脚林带.*${level}`, 'u')));

  /** The draft of the card waits on the desk of the supervision office, and is issued under a number. */
  async function issueYellowCard(): Promise<void> {
    await supervision.goto('/desk');
    await supervision.getByTestId('desk-item-noticesToIssue').filter({ hasText: UNIT }).first().click();
    const draft = supervision.getByTestId('notice');
    await draft.getByText('未编号').waitFor();
    await draft.getByRole('button', { name: '签发文书' }).click();
    await dialog(supervision).last().getByRole('button', { name: '签发文书' }).click();
    await draft
      .locator('header')
      .getByText(/张武督\S*〔2024〕\d+号/u)
      .waitFor();
  }

  /** The head of the unit signs for the last card and appeals against it. */
  async function appeal(reason: string): Promise<Locator> {
    await openMessage(head, '督办单');
    await head.getByRole('link', { name: '看文书' }).click();
    const received = head.getByTestId('notice');
    await received.getByRole('button', { name: '签收' }).click();
    await dialog(head).last().getByRole('button', { name: '签收' }).click();
    await received.getByText('已签收').first().waitFor();
    await received.getByRole('button', { name: '申诉' }).click();
    await dialog(head).last().getByLabel('申诉理由').fill(reason);
    await dialog(head).last().getByRole('button', { name: '申诉' }).click();
    await received.getByRole('button', { name: '申诉' }).waitFor({ state: 'detached' });
    return received;
  }

  /** The supervision office answers it from its desk. */
  async function decideAppeal(decision: string, reason: string): Promise<Locator> {
    await supervision.goto('/desk');
    await supervision.getByTestId('desk-item-appeals').first().click();
    const notice = supervision.getByTestId('notice');
    const button = notice.getByRole('button', { name: decision });
    await button.click();
    await dialog(supervision).last().getByLabel('认定理由').fill(reason);
    await dialog(supervision).last().getByRole('button', { name: decision }).click();
    await button.waitFor({ state: 'detached' });
    return notice;
  }

  /** Presses the button of an act, then the one of the dialog that asks. */
  async function confirm(page: Page, action: string, label: string): Promise<void> {
    await page.getByTestId(`action-${action}`).click();
    await dialog(page).getByRole('button', { name: label, exact: true }).click();
    await nothingInFront(page);
  }
  const step = (action: string, label: string): Promise<void> => confirm(headquarters, action, label);

  /** Rows of code, progress, words and, where there is an indicator, its reading. */
  async function fileOpenSitting(
    rows: readonly (readonly [string, string, string, string?])[],
  ): Promise<void> {
    await liaison.getByRole('link', { name: '去填报' }).first().click();
    await liaison.getByTestId('filing-form').waitFor();
    for (const [task, progress, words, reading] of rows) {
      await liaison.getByLabel(`${task} 进度`).fill(progress);
      await liaison.getByLabel(`${task} 本期完成情况`).fill(words);
      if (reading !== undefined)
        await liaison
          .getByTestId(`filing-row-${task}`)
          .locator('.filing-reading input')
          .first()
          .fill(reading);
    }
    await liaison.getByText('已填齐，可以提交').waitFor();
    await liaison.getByRole('button', { name: '提交本期填报' }).click();
    await liaison.getByRole('button', { name: '确认提交' }).click();
    await liaison.getByText('专班办公室审核后，结果会发到收件箱').waitFor();
  }

  async function accept(...tasks: string[]): Promise<void> {
    for (const task of tasks) {
      const row = office.getByTestId(`review-${task}`);
      await row.getByRole('button', { name: '审核通过' }).click();
      await dialog(office).getByRole('button', { name: '审核通过' }).click();
      await row.waitFor({ state: 'detached' });
      await nothingInFront(office);
    }
  }

  async function openMessage(page: Page, words: string): Promise<void> {
    await page.goto('/inbox');
    await page.getByTestId('message').filter({ hasText: words }).first().click();
    await page.locator('.message-body').waitFor();
  }

  /** The one that has been written by itself, or is now. */
  async function openProduct(kind: string): Promise<void> {
    await headquarters.goto('/products?view=all');
    const row = headquarters
      .locator(`[data-testid="product"][data-kind="${kind}"]`)
      .filter({ hasText: title });
    await row.first().getByRole('link').click();
    await headquarters.getByTestId('paper').waitFor();
  }

  /** Gives a person a role in a scope, as the page offers it. */
  async function grant(username: string, role: string, scope: string): Promise<void> {
    const page = security;
    await page.goto('/accounts');
    await page.locator('.account-search input').fill(username);
    await page.keyboard.press('Enter');
    await page.getByTestId(`open-${username}`).click();
    await page.getByTestId('act-grantRole').click();
    const asked = page.getByTestId('account-dialog');
    await asked.getByLabel('角色', { exact: true }).click();
    await page.getByTitle(role, { exact: true }).click();
    await asked.getByLabel('范围', { exact: true }).fill(scope);
    await page.locator('.ant-select-item-option').filter({ hasText: scope }).first().click();
    await asked.getByLabel('理由').fill('新方案下发，配备人员。');
    await asked.locator('.ant-modal-footer .ant-btn-primary').click();
    await asked.waitFor({ state: 'detached' });
    await page.getByTestId('account-drawer').locator('.account-held').getByText(scope).first().waitFor();
  }
});
