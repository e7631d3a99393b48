import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  findChromium,
  openBrowser,
  startRealSystem,
  until,
  type RealSystem,
  type TestBrowser,
} from '#testing';
import type { Page } from 'playwright-core';
import { comesTo, unreadableTextsOf, fillSignIn, nothingInFront, signIn } from './testing/at-the-screen.js';
import { assessmentStory } from './testing/assessment-story.js';
import { bulletinStory } from './testing/bulletin-story.js';
import { callsStory } from './testing/calls-story.js';
import { Colleague } from './testing/colleague.js';
import { englishStory } from './testing/english-story.js';
import { filingStory } from './testing/filing-story.js';
import { ledgerStory } from './testing/ledger-story.js';
import { listStory } from './testing/list-story.js';
import { signOffStory } from './testing/sign-off-story.js';
import { isDense, isOfChoices, placesOf, WHO_SEES } from './testing/places.js';
import { amissInForcedColours } from './testing/forced-colours.js';
import { amissIn, viewsOf } from './testing/views.js';

const tier = process.env['LUOSHI_VERIFY'];
const chromium = findChromium();
if (chromium === null) {
  process.stderr.write('skipped: there is no Chromium to look at the pages with (CHROMIUM)\n');
}

/** 2024-05-09 09:30: sittings are open, three units have been silent, their cards wait to be issued. */
(chromium === null ? describe.skip : describe)(
  'the pages in a real browser, on the demo as it is started',
  () => {
    let system: RealSystem;
    let browser: TestBrowser;

    beforeAll(async () => {
      system = await startRealSystem();
      browser = await openBrowser(String(chromium), system.url);
    });
    afterAll(async () => {
      await browser?.close();
      await system?.stop();
    });

    /** A person at a desk, or with a telephone, who has signed in. */
    async function desk(username: string, page?: Page): Promise<Page> {
      const window = page ?? (await browser.newWindow());
      await signIn(window, username, system.password);
      return window;
    }
    async function colleague(username: string): Promise<Colleague> {
      const signedIn = await Colleague.signIn(system.url, username, system.password);
      if (signedIn === null) throw new Error(`${username} was refused`);
      return signedIn;
    }

    describe('a liaison', () => {
      it('files what is due in one form, and a draft survives a reload', async () => {
        const page = await desk('liaison-education');
        const due = page.getByTestId('sitting-open').filter({ hasText: '2024年5月上旬' });
        await due.getByText('5月10日 周五 17:30 前报').waitFor();
        await due.getByRole('link', { name: '去填报' }).click();

        const rows = page.locator('[data-testid^="filing-row-"]');
        await rows.first().waitFor();
        expect(await rows.count()).toBe(4);
        await rows.nth(0).getByLabel('无变化').check();
        await rows.nth(0).getByText('沿用上期进度和读数').waitFor();
        await page.getByLabel('A6-14 进度').fill('9');
        await page.getByLabel('A6-14 本期完成情况').fill('与对口学校签订帮扶协议，选派教师 6 名。');
        await page.getByText('草稿已存在本机').waitFor();
        await page.getByText('还有 2 项没填').waitFor();

        await page.reload();
        await page.getByText('已恢复上次未提交的草稿').waitFor();
        await comesTo(() => rows.nth(0).getByLabel('无变化').isChecked(), true);
        await comesTo(() => page.getByLabel('A6-14 进度').inputValue(), '9');
        expect(await page.getByLabel('A6-14 本期完成情况').inputValue()).toContain('选派教师 6 名');

        await page.getByRole('button', { name: '提交本期填报' }).click();
        await page.getByText('有 2 处需要修改').waitFor();
        for (const code of ['A8-01.1', 'A8-01.2']) {
          await page.getByLabel(`${code} 进度`).fill('12');
          await page.getByLabel(`${code} 本期完成情况`).fill('完成校舍维修招标。');
        }
        await page.getByText('已填齐，可以提交').waitFor();
        await page.getByRole('button', { name: '提交本期填报' }).click();
        const asked = page.getByRole('dialog', { name: '提交前请核对' });
        await asked.getByText('共 4 项：有进展 3 项，无变化 1 项。').waitFor();
        await asked.getByText(/提交后送.+审核/).waitFor();
        await asked.getByRole('button', { name: '确认提交' }).click();

        await page.getByText('专班办公室审核后，结果会发到收件箱').waitFor();
        const filed = page.getByTestId('sitting-filed').filter({ hasText: '2024年5月上旬' });
        await filed.waitFor();
        await comesTo(() => page.getByTestId('sitting-open').count(), 0);
        await page.reload();
        await filed.getByRole('link', { name: '查看' }).click();
        await page.getByText('与对口学校签订帮扶协议').waitFor();
        await page.getByText('较上期无变化').waitFor();
      });

      it('keeps what was typed when the session ends under their hands', async () => {
        const page = await desk('liaison-culture-tourism-sports');
        const due = page.getByTestId('sitting-open').filter({ hasText: '2024年5月上旬' });
        await due.getByRole('link', { name: '去填报' }).click();
        await page.getByRole('button', { name: '全部无变化' }).click();
        await page.getByRole('button', { name: '再看看' }).click();
        await nothingInFront(page);
        const words = '新增康养民宿 3 家。';
        const first = page.getByTestId('filing-row-A1-01');
        await first.getByLabel('无变化').uncheck();
        const done = page.getByLabel('A1-01 本期完成情况');
        await done.fill(words);
        // Away at once, before anything was saved by itself.
        await page.getByTestId('nav-tasks').click();
        await page.getByTestId('task-count').waitFor();
        await page.goBack();
        await comesTo(() => done.inputValue(), words);
        await page.getByRole('button', { name: '提交本期填报' }).click();

        await signOutElsewhere(page);
        await page.getByRole('button', { name: '确认提交' }).click();
        await page.getByText('登录已过期，请重新登录。').waitFor();
        await page.getByText('填了的草稿存在本机').waitFor();
        await fillSignIn(page, 'liaison-culture-tourism-sports', system.password);
        await page.getByText('已恢复上次未提交的草稿').waitFor();
        await comesTo(() => done.inputValue(), words);
        await comesTo(() => page.getByTestId('filing-row-A1-02').getByLabel('无变化').isChecked(), true);
        await page.getByText('已填齐，可以提交').waitFor();
      });

      filingStory((username) => desk(username));
      signOffStory((username) => desk(username));

      it('sees what the task-force office sent back, with the reason, and files it again', async () => {
        const liaison = await colleague('liaison-culture-tourism-sports');
        // Where the story of the form was lived, it is filed already.
        if (process.env['LUOSHI_VERIFY'] === undefined) await liaison.file('open');
        const office = await desk('office-a8');
        await office.getByTestId('nav-review').click();
        const report = office.getByTestId('review-A8-12.1');
        await report.getByText(/已召开调度会|较上期无变化/).waitFor();
        await report.getByRole('button', { name: '退回重报' }).click();
        const asked = office.getByRole('dialog');
        await asked.getByText('退回后牵头单位会收到理由').waitFor();
        await asked.getByRole('button', { name: '退回重报' }).click();
        await asked.getByText('此项必填').waitFor();
        await asked.getByLabel('退回理由').fill('请写明已完成的数量。');
        await asked.getByRole('button', { name: '退回重报' }).click();
        await report.waitFor({ state: 'detached' });

        const page = await desk('liaison-culture-tourism-sports');
        await page.getByText('退回 1 项').waitFor();
        await page.getByRole('link', { name: '去重报' }).click();
        await page.getByText('请写明已完成的数量。').waitFor();
        await comesTo(() => page.locator('[data-testid^="filing-row-"]').count(), 1);
        await page.getByLabel('A8-12.1 本期完成情况').fill('新建公厕 2 座，改造 4 座。');
        await page.getByRole('button', { name: '提交重报' }).click();
        await page.getByRole('button', { name: '确认提交' }).click();
        await page.getByText('专班办公室审核后，结果会发到收件箱').waitFor();
        await page.getByText('退回 1 项').waitFor({ state: 'detached' });
      });
    });

    describe('the supervision office', () => {
      it('issues a drafted card beside its facts, and the head of the unit acknowledges it', async () => {
        const page = await desk('duban');
        await page.getByTestId('nav-alerts').click();
        await page.getByRole('button', { name: '待签发：区林业局黄牌督办' }).click();
        const draft = page.getByTestId('notice');
        await draft.getByText('督办单（待签发）').waitFor();
        await draft.getByText('未编号').waitFor();
        const facts = draft.getByRole('complementary');
        await facts.getByText('2024年4月下旬').waitFor();
        await facts.getByText('默认督办规则·旬报督办阶梯').waitFor();
        await facts.getByText('提醒函').waitFor();
        await draft.getByRole('button', { name: '签发文书' }).click();
        await page.getByRole('dialog').getByText('签发后编号并送达有关单位').waitFor();
        await page.getByRole('dialog').getByRole('button', { name: '签发文书' }).click();
        await page.getByRole('button', { name: '待签发：区林业局黄牌督办' }).waitFor({ state: 'detached' });
        const number = /张武督\S*〔2024〕\d+号/;
        await page.getByText('已办结，不再列入待处理').waitFor();
        await draft.getByText('督办单（已签发）').waitFor();
        await draft.locator('header').getByText(number).waitFor();

        const head = await desk('head-forestry');
        await head.getByTestId('bell').click();
        await head.getByTestId('message').filter({ hasText: '督办单' }).first().click();
        await head.getByRole('link', { name: '看文书' }).click();
        const received = head.getByTestId('notice');
        await received.getByText(number).first().waitFor();
        await received.getByRole('button', { name: '签收' }).click();
        await head.getByRole('dialog', { name: '签收' }).getByRole('button', { name: '签收' }).click();
        await received.getByText('已签收').first().waitFor();
        await comesTo(() => received.getByRole('button', { name: '签收' }).count(), 0);
      });

      it('comes from its desk to an issued notice in at most five clicks, the draft beside its facts on the way', async () => {
        const page = await desk('duban');
        const item = page.getByTestId('desk-item-noticesToIssue').first();
        await item.waitFor();
        const clicks = await clicksOf(page);
        await item.click();
        const draft = page.getByTestId('notice');
        await draft.getByRole('complementary').waitFor();
        await draft.getByRole('button', { name: '签发文书' }).click();
        await page
          .getByRole('dialog', { name: '签发文书' })
          .getByRole('button', { name: '签发文书' })
          .click();
        await draft
          .getByText(/张武督\S*〔2024〕\d+号/u)
          .first()
          .waitFor();
        expect(await clicks()).toBeLessThanOrEqual(5);
      });

      it('sees a matter go from the list the moment a unit has filed, without a reload', async () => {
        const page = await desk('duban');
        await page.getByTestId('nav-alerts').click();
        await page.getByTestId('live').getByText('实时更新').waitFor();
        // A draft that nobody has issued yet and what it is for are one row.
        const matter = page.getByRole('button', { name: /待签发：区林业局|区林业局逾期未报/u });
        await matter.waitFor();
        const reloads = reloadsOf(page);
        const before = await page.getByTestId('alert-count').innerText();
        const wall = await desk('hq');
        await wall.goto('/wall');
        await wall.getByTestId('wall-live').getByText('实时').waitFor();
        const today = wall.getByTestId('wall-today').getByRole('listitem');
        const onWall = today.filter({ hasText: '提交填报' }).filter({ hasText: '区林业局' });
        await comesTo(() => onWall.count(), 0);
        await (await colleague('liaison-forestry')).file('overdue');
        await matter.waitFor({ state: 'detached' });
        await until(async () => (await page.getByTestId('alert-count').innerText()) !== before);
        expect(reloads()).toBe(0);
        // Told at once, or with the next look of the wall by itself.
        await onWall.waitFor({ timeout: 300_000 });
      });
    });

    it('the task-force office accepts all that a unit filed at once, and is told beforehand how many that is', async () => {
      const office = await desk('office-a8');
      await office.getByTestId('nav-review').click();
      const filed = office.locator('.panel').filter({ has: office.getByTestId('review-A8-01.1') });
      await filed.getByTestId('accept-all').click();
      const asked = office.getByRole('dialog');
      await asked.getByText('可以审核通过 2 项。').waitFor();
      await asked.getByText('A8-01.2').waitFor();
      await asked.getByTestId('batch-do').click();
      await asked.getByText('已审核通过 2 项。').waitFor();
      await asked.getByTestId('batch-close').click();
      await filed.waitFor({ state: 'detached' });
    });

    it('headquarters takes the tasks out as they are filtered, into a file that a table programme opens', async () => {
      const page = await desk('hq');
      await page.goto('/tasks?q=A6-14');
      await page.getByTestId('task-count').getByText('1 项，共 149 项').waitFor();
      await page.getByTestId('export-tasks').click();
      const [download] = await Promise.all([
        page.waitForEvent('download'),
        page.getByRole('menuitem', { name: 'CSV 表格（.csv）' }).click(),
      ]);
      expect(download.suggestedFilename()).toBe('任务台账.csv');
      const lines = (await readFile(await download.path(), 'utf8')).split('\r\n');
      expect(lines[0]).toMatch(/^\uFEFF编号,任务,行动,/u);
      expect(lines.slice(1).map((line) => line.split(',').slice(0, 2).join())).toEqual([
        'A6-14,教育对口帮扶',
        '',
      ]);
    });

    it('headquarters narrows the tasks to a unit and a state, opens one, and reads why it stands where it stands', async () => {
      const page = await desk('hq');
      await page.getByTestId('nav-tasks').click();
      await page.getByTestId('task-count').getByText('共 149 项').waitFor();
      await page.getByLabel('单位', { exact: true }).fill('林业');
      await page.getByTitle('区林业局').click();
      await page.getByTestId('state-inProgress').click();
      const count = page.getByTestId('task-count');
      await count.getByText(/^\d+ 项，共 149 项$/).waitFor();
      await comesTo(
        () => Promise.resolve([...new URL(page.url()).searchParams.keys()].sort().join()),
        'state,unit',
      );
      // A list that is sent to a colleague is the same list.
      await page.reload();
      await count.getByText(/^\d+ 项，共 149 项$/).waitFor();
      const tasks = page.getByTestId('task-table').getByRole('link');
      expect(await tasks.count()).toBe(Number.parseInt(await count.innerText()));
      await tasks.first().click();

      const place = page.getByTestId('place');
      await place.getByText('张武政办发〔2024〕2号').waitFor();
      await place.getByText(/^附件\d/).waitFor();
      await page.getByTestId('armed-deadlines').getByText('5月10日 周五 17:30').first().waitFor();
      await page.getByRole('button', { name: '为什么是这样？' }).click();
      const why = page.getByTestId('why');
      await why.getByText('所用规则').waitFor();
      await why.getByText('默认督办规则').first().waitFor();
      await until(async () => (await why.getByRole('listitem').count()) > 1);
    });

    it('headquarters finds a task by its code and a colleague’s words with the keyboard alone, and again what was opened last', async () => {
      const page = await desk('hq');
      await page.keyboard.press('Control+k');
      await page.getByTestId('search-box').pressSequentially('A6-14');
      const hit = page.getByTestId('search-hit').filter({ hasText: '教育对口帮扶' });
      // Before anything was found: it is opened when it is.
      await page.keyboard.press('Enter');
      await page.getByRole('heading', { name: '教育对口帮扶' }).waitFor();
      await nothingInFront(page);
      await page.keyboard.press('Control+k');
      await hit.waitFor();
      await page.keyboard.press('Escape');
      await nothingInFront(page);
    });

    it('the wall has every task, shows which ones a figure counts, is walked with the arrows, leads to the task, and is one A3 page on paper', async () => {
      const page = await desk('hq');
      await page.goto('/wall');
      const tiles = page.getByTestId('wall-tile');
      await tiles.first().waitFor();
      expect(await tiles.count()).toBe(149);
      expect(pagesOf(await page.pdf({ preferCSSPageSize: true }))).toEqual(['1191 x 842']);
      // One page because nothing is left over, not because it was cut off: in the room of an A3 page without its margins.
      await page.setViewportSize({ width: 1527, height: 1062 });
      await page.emulateMedia({ media: 'print' });
      const lost = page.getByTestId('wall').evaluate((wall) => wall.scrollHeight - wall.clientHeight);
      expect(await lost).toBeLessThanOrEqual(0);
      await page.emulateMedia({ media: 'screen' });
      await page.setViewportSize({ width: 1440, height: 900 });

      const ladder = page.getByTestId('wall-ladder').getByRole('listitem');
      const climbed = ladder.filter({ has: page.locator('button:enabled') }).first();
      const [tasks] = /\d+/u.exec(await climbed.locator('span').last().innerText()) ?? [];
      const level = climbed.getByRole('button');
      await level.click();
      await page.getByTestId('wall-foot').getByText(`突出显示 ${tasks} 项`).waitFor();
      expect(await page.locator('.wall-chosen').count()).toBe(Number(tasks));
      await level.click();
      await comesTo(() => page.locator('.wall-chosen').count(), 0);
      await tiles.first().focus();
      await page.keyboard.press('ArrowRight');
      const second = String(await tiles.nth(1).getAttribute('aria-label')).split('，')[0];
      await page.getByTestId('wall-foot').getByText(String(second)).waitFor();
      await page.keyboard.press('Enter');
      await page.getByTestId('place').waitFor();
    });

    it('a convener records the meeting of the month, and one of its decisions is a task in the same step', async () => {
      const page = await desk('convener-a1');
      await page.getByTestId('nav-duties').click();
      await page.getByTestId('duty-do').first().click();
      await page.getByLabel('主持人').fill('召集人');
      await page.getByLabel('参会单位或人员').fill('区文旅局');
      await page.keyboard.press('Enter');
      await page.keyboard.press('Escape');
      await page.getByTestId('add-decision').click();
      const decision = page.getByTestId('decision-0');
      await decision.locator('textarea').fill('加快康养项目选址，5月底前完成。');
      await decision.getByText('列为任务').click();
      await decision.getByLabel('任务名称').fill('康养项目选址');
      await decision.getByLabel('牵头单位').fill('文化旅游');
      await page.getByTitle('区文化旅游广电体育局').click();
      await page.getByTestId('duty-submit').click();
      await page.getByText('已列为任务 1 项').waitFor();
    });

    bulletinStory((username) => desk(username));
    ledgerStory((username) => desk(username));
    listStory((username) => desk(username));
    assessmentStory((username) => desk(username));
    callsStory((username) => desk(username));
    englishStory((username) => desk(username));

    describe('at 1440 and at 390 pixels, the densest also at 3840, at 400 %, with large letters and with wide spacing', () => {
      it('sign-in cuts no text, lays none upon another and is no wider than its window, also with something wrong', async () => {
        const page = await browser.newWindow();
        const found = await atEachWidth(page, async () => {
          await page.goto('/tasks');
          await page.getByLabel('用户名').waitFor();
          const cut = await unreadableTextsOf(page);
          await fillSignIn(page, 'nobody', 'wrong-password');
          await page.getByRole('alert').waitFor();
          return [...cut, ...(await unreadableTextsOf(page))];
        });
        expect(found).toEqual([]);
      });

      it.each(WHO_SEES)(
        'no page of %s cuts a text, lays one upon another or is wider than its window',
        async (username) => {
          const page = await desk(username);
          const found = await atEachWidth(page, async ({ width }) => {
            const cut: string[] = [];
            await page.reload();
            await page.getByTestId('person').waitFor();
            for (const place of placesOf(username)) {
              const { name, open } = place;
              await open(page);
              const amiss = await unreadableTextsOf(page);
              if (width === 1440 && (tier === 'wide' || (tier === 'ci' && isDense(place))))
                amiss.push(...(await amissIn(page, viewsOf(tier))));
              if (width === 1440 && tier !== undefined && (isDense(place) || isOfChoices(place)))
                amiss.push(...(await amissInForcedColours(page)));
              cut.push(...amiss.map((text) => `${name}: ${text}`));
            }
            return cut;
          });
          expect(found).toEqual([]);
        },
      );
    });

    describe('sign-in', () => {
      it('says in plain words that name or password are wrong, and lets the right one in', async () => {
        const page = await browser.newWindow();
        await page.goto('/tasks');
        await fillSignIn(page, 'hq', 'wrong-password');
        await page.getByRole('alert').getByText('用户名或密码不正确').waitFor();
        await fillSignIn(page, 'hq', system.password);
        await page.getByRole('heading', { name: '任务' }).waitFor();
        await comesTo(() => Promise.resolve(new URL(page.url()).pathname), '/tasks');
      });

      it('keeps an account closed after too many wrong passwords, and says what to do', async () => {
        for (let attempt = 0; attempt < 6; attempt += 1) {
          expect(await Colleague.signIn(system.url, 'jixiao', 'wrong-password')).toBeNull();
        }
        const page = await browser.newWindow();
        await page.goto('/');
        await fillSignIn(page, 'jixiao', system.password);
        const said = page.getByRole('alert');
        await said.getByText('锁定期间正确的密码也不能登录').waitFor();
        await said.getByText('联系系统管理员').waitFor();
      });
    });

    it('asks no other host for anything, and complains of nothing but conflicts and a network that was gone', () => {
      expect([...browser.witness.origins]).toEqual([system.url]);
      // Two wrote the same, and the network was taken away: both are told to the person, and by Chromium to the console.
      const meant = /the server responded with a status of 412 |net::ERR_INTERNET_DISCONNECTED/;
      expect(browser.witness.complaints.filter((each) => !meant.test(each))).toEqual([]);
    });
  },
);

/** Ends the person's session as another window of theirs would. */
async function signOutElsewhere(page: Page): Promise<void> {
  const { request } = page.context();
  const session = (await (await request.get('/api/v1/session')).json()) as { csrfToken: string };
  await request.delete('/api/v1/session', { headers: { 'X-CSRF-Token': session.csrfToken } });
}

/** An office's screen, and a telephone. */
async function atEachWidth(
  page: Page,
  look: (size: { width: number }) => Promise<string[]>,
): Promise<string[]> {
  const found: string[] = [];
  for (const size of [
    { width: 1440, height: 900 },
    { width: 390, height: 844 },
  ]) {
    await page.setViewportSize(size);
    found.push(...(await look(size)).map((text) => `${size.width}: ${text}`));
  }
  return found;
}

/** How often somebody has really clicked since, as the page itself is told. */
async function clicksOf(page: Page): Promise<() => Promise<number>> {
  const place = 'luoshi-clicks';
  await page.evaluate((key) => {
    sessionStorage.setItem(key, '0');
    const count = (event: Event): void => {
      if (event.isTrusted) sessionStorage.setItem(key, String(Number(sessionStorage.getItem(key)) + 1));
    };
    document.addEventListener('click', count, true);
  }, place);
  return () => page.evaluate((key) => Number(sessionStorage.getItem(key)), place);
}

/** The pages of a PDF by their size in points. */
function pagesOf(pdf: Buffer): string[] {
  const text = pdf.toString('latin1');
  const pages = text.match(/\/Type\s*\/Page\b(?!s)/gu) ?? [];
  const [, width, height] = /\/MediaBox\s*\[0 0 ([\d.]+) ([\d.]+)\]/u.exec(text) ?? [];
  return pages.map(() => `${Math.round(Number(width))} x ${Math.round(Number(height))}`);
}

/** How often the page has been loaded since. */
function reloadsOf(page: Page): () => number {
  let count = 0;
  page.on('load', () => (count += 1));
  return () => count;
}
