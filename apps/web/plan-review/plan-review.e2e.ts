import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { findChromium, openBrowser, startRealSystem, type RealSystem, type TestBrowser } from '#testing';
import type { Page } from 'playwright-core';
import { comesTo, unreadableTextsOf, nothingInFront, signIn } from '../testing/at-the-screen.js';
import { planOf, revisedPlanOf, tableOf } from './testing/documents.js';

const chromium = findChromium();
if (chromium === null) {
  process.stderr.write('skipped: there is no Chromium to review a plan with (CHROMIUM)\n');
}

(chromium === null ? describe.skip : describe)(
  'the review of a plan in a real browser, on the demo as it is started',
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

    async function clerk(path = '/plans', username = 'hq'): Promise<Page> {
      const page = await browser.newWindow();
      await signIn(page, username, system.password);
      await page.goto(path);
      return page;
    }
    /** A clerk who has uploaded a document and looks at its review. */
    async function reviewing(file: { name: string; mimeType: string; buffer: Buffer }): Promise<Page> {
      const page = await clerk();
      await page.getByTestId('file').setInputFiles(file);
      await page.getByTestId('document').waitFor();
      await page.getByTestId('show-all').click();
      return page;
    }
    const card = (page: Page) => page.getByTestId('task-card');
    const choose = async (page: Page, code: string): Promise<void> => {
      if ((await card(page).filter({ hasText: code }).count()) === 0)
        await page.getByTestId(`task-${code}`).click();
      await card(page).filter({ hasText: code }).waitFor();
    };
    const count = async (page: Page, shown: string, n: number): Promise<void> => {
      await page.getByTestId(`show-${shown}`).getByText(String(n), { exact: true }).waitFor();
    };

    it('takes a document from the upload to the tasks that its units sign for', async () => {
      const page = await reviewing(planOf('河西镇兴水行动方案', '河政发〔2024〕8号'));
      await page.getByRole('heading', { name: '河西镇兴水行动方案' }).waitFor();
      await count(page, 'all', 4);

      // Text and tasks are linked both ways.
      await page.getByTestId('document').getByText('清淤10万立方米').click();
      await card(page).filter({ hasText: 'A1-04' }).waitFor();
      await choose(page, 'A1-01');
      const chosen = page.locator('.pr-chosen').first();
      expect(await chosen.innerText()).toContain('修复渠道30公里');
      await page.getByTestId('field-lead').hover();
      await page.locator('.pr-fine', { hasText: '区水利局' }).waitFor();

      // Corrected: the title, in place.
      await page.getByRole('button', { name: '更正标题' }).click();
      await page.getByLabel('标题', { exact: true }).fill('修复灌区骨干渠道');
      await page.keyboard.press('Enter');
      await page.getByTestId('field-title').getByText('已改').waitFor();

      // Split where the second sentence ends, then put together again with the neighbour.
      await page.getByRole('button', { name: '拆分' }).click();
      await page.getByRole('button', { name: '在此拆开' }).nth(1).click();
      await page.getByRole('button', { name: '拆成 2 项' }).click();
      await count(page, 'all', 5);
      await page.getByTestId('card-more').click();
      await page.getByRole('menuitem', { name: '与下一项合并' }).click();
      await count(page, 'all', 4);
      await card(page).getByText('修复灌区', { exact: false }).first().waitFor();

      // A name that no unit answers to: one choice mends both tasks.
      await page.getByTestId('open-unmatched').click();
      const unmatched = page.getByTestId('unmatched-区兴水服务所');
      await unmatched.getByText('出现在 2 项任务').waitFor();
      await unmatched.getByLabel('选择单位目录里的单位').fill('林业');
      await page.getByTitle('区林业局', { exact: true }).click();
      await unmatched.getByRole('button', { name: /就是它/ }).click();
      await unmatched.waitFor({ state: 'detached' });
      await page.keyboard.press('Escape');
      await nothingInFront(page);

      // A passage becomes a task by selecting it, and is left out again with a reason.
      const closing = page.locator('[data-line]', { hasText: '各单位要加强领导' });
      await closing.scrollIntoViewIfNeeded();
      const box = await closing.boundingBox();
      if (box === null) throw new Error('the closing line is not to be seen');
      await page.mouse.move(box.x + 2, box.y + 10);
      await page.mouse.down();
      await page.mouse.move(box.x + 240, box.y + 10, { steps: 6 });
      await page.mouse.up();
      await page.getByTestId('add-from-selection').getByRole('button', { name: '列为任务' }).click();
      await count(page, 'all', 5);
      await card(page).getByText('人工新增').waitFor();
      await nothingInFront(page);
      await page.keyboard.press('x');
      await page.getByRole('button', { name: '一般性要求，不是任务' }).click();
      await page.getByTestId('drop-form').getByRole('button', { name: '不列为任务' }).click();
      await count(page, 'dropped', 1);

      // Facts of the plan.
      await page.getByRole('button', { name: '方案信息' }).click();
      await page.getByLabel('方案代号').fill('hexi-2024-water');
      await page.getByRole('button', { name: '保存', exact: true }).click();
      await page.getByText('方案信息已保存').waitFor();

      // Nothing is dispatched that was not confirmed.
      await page.getByTestId('open-dispatch').click();
      await page.getByTestId('dispatch').getByText('解决后才能下发').waitFor();
      await comesTo(() => page.getByTestId('dispatch-now').isDisabled(), true);
      await page.getByRole('button', { name: '返回校核' }).click();
      await page.getByTestId('show-proposed').click();
      const waiting = Number.parseInt(await page.getByTestId('show-proposed').locator('b').innerText(), 10);
      await choose(page, 'A1-02');
      await nothingInFront(page);
      for (let n = 1; n <= waiting; n += 1) {
        await page.keyboard.press('Enter');
        await count(page, 'confirmed', n);
      }
      await page.getByText('任务都确认过了').waitFor();

      await page.getByTestId('open-dispatch').click();
      const loads = page.getByTestId('unit-loads');
      await loads.getByRole('row', { name: /区水利局/ }).waitFor();
      await page.getByTestId('dispatch').getByText('可以下发').waitFor();
      await page.getByTestId('dispatch-now').click();
      await page.getByTestId('to-tasks').click();
      await page.getByTestId('task-count').waitFor();
      await page.getByLabel('按名称、编号或单位查找').fill('祥湖');
      await page.getByRole('link', { name: /祥湖/ }).first().click();
      await page.getByTestId('place').getByText('河西镇兴水行动方案').waitFor();
      await page.getByText('已下发').first().waitFor();
    });

    it('takes a revised text of the running plan to its tasks, item by item', async () => {
      const page = await clerk();
      await page.getByLabel('已下发方案的修订稿').check();
      await page.getByLabel('修订哪个方案').fill('河西镇');
      await page.getByTitle('河西镇兴水行动方案', { exact: true }).click();
      await page.getByTestId('file').setInputFiles(revisedPlanOf('河西镇兴水行动方案', '河政发〔2024〕19号'));

      const undecided = page.getByTestId('undecided');
      await undecided.getByText('还有').waitFor();
      await page.getByTestId('kind-changed').click();
      const later = page.getByTestId('amendment-changed').filter({ hasText: '治理黑臭水体' });
      await later.getByText('2024年6月30日').or(later.getByText('2024-06-30')).first().waitFor();
      await later.getByText('2024年9月30日').or(later.getByText('2024-09-30')).first().waitFor();
      await page.getByTestId('kind-removed').click();
      await page.getByTestId('amendment-removed').filter({ hasText: '巡查河道' }).waitFor();
      await page.getByTestId('kind-added').click();
      const added = page.getByTestId('amendment-added').filter({ hasText: '智慧水表' });
      await added.getByRole('button', { name: '不同意', exact: true }).click();
      await page.getByLabel('不同意的理由').fill('今年没有预算。');
      await page.getByRole('dialog').getByRole('button', { name: '不同意', exact: true }).click();
      await added.getByText('今年没有预算。').waitFor();

      for (const kind of ['changed', 'removed', 'added']) {
        await page.getByTestId(`kind-${kind}`).click();
        const rest = page.getByRole('button', { name: /未审定的 \d+ 项都同意/ });
        if ((await rest.count()) === 0) continue;
        await rest.click();
        await page
          .getByRole('tooltip')
          .getByRole('button', { name: '确 定' })
          .or(page.getByRole('tooltip').getByRole('button', { name: '确定' }))
          .click();
        await rest.waitFor({ state: 'detached' });
      }
      await undecided.getByText('全部审定完毕').waitFor();

      // The tasks of the revised text are confirmed like those of any other.
      await page.getByTestId('to-unconfirmed').click();
      await nothingInFront(page);
      const waiting = Number.parseInt(await page.getByTestId('show-proposed').locator('b').innerText(), 10);
      for (let n = 1; n <= waiting; n += 1) {
        await page.keyboard.press('c');
        await count(page, 'confirmed', n);
      }
      await page.getByTestId('open-dispatch').click();
      await page.getByTestId('dispatch').getByText('可以下发').waitFor();
      await page.getByTestId('dispatch-now').click();
      await page.getByTestId('to-tasks').click();
      await page.getByTestId('task-count').waitFor();
      await page.getByLabel('按名称、编号或单位查找').fill('黑臭水体');
      await page
        .getByRole('link', { name: /黑臭水体/ })
        .first()
        .click();
      await page.getByTestId('deadlines').getByText('2024年9月30日').waitFor();

      // And the task shows where it stands in the text that is in force.
      await page.getByTestId('in-source').click();
      await page.getByTestId('source').locator('mark').filter({ hasText: '黑臭水体' }).first().waitFor();
    });

    it('lets two people work at once: each sees the other, and nothing typed is lost', async () => {
      const one = await reviewing(planOf('河东镇兴水行动方案', '河东政发〔2024〕3号'));
      const two = await clerk(new URL(one.url()).pathname);
      await two.getByTestId('show-all').click();

      // Different tasks: nobody is disturbed, each sees what the other did.
      await choose(one, 'A1-03');
      await one.keyboard.press('c');
      await count(one, 'confirmed', 1);
      await count(two, 'confirmed', 1);

      // The same field: both versions are shown.
      await choose(one, 'A1-02');
      await choose(two, 'A1-02');
      await one.getByRole('button', { name: '更正标题' }).click();
      await one.getByLabel('标题', { exact: true }).fill('治理六处水体');
      await two.getByRole('button', { name: '更正标题' }).click();
      await two.getByLabel('标题', { exact: true }).fill('治理城区水体');
      await two.keyboard.press('Enter');
      await two.getByTestId('field-title').getByText('已改').waitFor();
      await one.getByLabel('标题', { exact: true }).press('Enter');
      const conflict = one.getByTestId('conflict');
      await conflict.getByText('治理六处水体').waitFor();
      await conflict.getByText('治理城区水体').waitFor();
      // A key that was meant for the version before theirs came in decides nothing.
      await one.getByLabel('标题', { exact: true }).press('Enter');
      await conflict.getByText('治理城区水体').waitFor();
      await conflict.getByRole('button', { name: '用我的' }).click();
      await conflict.waitFor({ state: 'detached' });
      await two.getByTestId('field-title').getByText('治理六处水体').waitFor();

      // What is typed outlasts a reload.
      await one.getByRole('button', { name: '更正标题' }).click();
      await one.getByLabel('标题', { exact: true }).fill('还没有写完');
      await one.reload();
      await one.getByTestId('show-all').click();
      await choose(one, 'A1-02');
      await comesTo(() => one.getByLabel('标题', { exact: true }).inputValue(), '还没有写完');
    });

    it('needs no pointer', async () => {
      const page = await reviewing(planOf('河南镇兴水行动方案', '河南政发〔2024〕5号'));
      await page.keyboard.press('5');
      await page.keyboard.press('j');
      await page.keyboard.press('k');
      const code = await card(page).locator('header b').innerText();
      await page.keyboard.press('t');
      await page.keyboard.type('新');
      await page.keyboard.press('Enter');
      await page.getByTestId('field-title').getByText('已改').waitFor();
      await page.keyboard.press('c');
      await count(page, 'confirmed', 1);
      await page.keyboard.press('u');
      await count(page, 'confirmed', 0);
      await card(page).filter({ hasText: code }).waitFor();
      await page.keyboard.press('?');
      await page.getByTestId('keys').getByText('下一项存疑的').waitFor();
      await page.keyboard.press('Escape');
      await nothingInFront(page);
      await page.keyboard.press('a');
      const adding = page.getByRole('dialog', { name: '从原文新增任务' });
      await adding.getByLabel('原文段落').fill('加强领导');
      await page.keyboard.press('Enter');
      await adding.getByRole('button', { name: '列为任务' }).press('Enter');
      await count(page, 'all', 5);
    });

    it('shows the rows of a table beside the tasks that were read from them', async () => {
      const page = await reviewing(tableOf('河北镇2024年重点任务分工表'));
      await count(page, 'all', 3);
      const rows = page.getByTestId('document').locator('tr[data-task]');
      expect(await rows.count()).toBe(3);
      await rows.nth(2).click();
      await card(page).getByText('建设村级水站').first().waitFor();
      await page.keyboard.press('k');
      await page.locator('tr.pr-chosen', { hasText: '改造老旧管网' }).waitFor();
    });

    it('says why a file is not taken, and how to mend it', async () => {
      const page = await clerk();
      const picture = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 0x0d, 0xff]);
      await page
        .getByTestId('file')
        .setInputFiles({ name: '方案.txt', mimeType: 'text/plain', buffer: picture });
      const refused = page.getByTestId('refused-file');
      await refused.getByText('不能识别的文件类型').waitFor();
      await refused.getByText('DOCUMENT_KIND_UNKNOWN').waitFor();
      // And takes pasted text at once after that.
      await page.getByRole('button', { name: '粘贴文字' }).click();
      await page
        .getByLabel('方案全文')
        .fill(planOf('河中镇兴水行动方案', '河中政发〔2024〕1号').buffer.toString());
      await page.getByRole('button', { name: '上传这段文字' }).click();
      await page.getByRole('heading', { name: '河中镇兴水行动方案' }).waitFor();
    });

    it('cuts no text at 1440 and at 390 pixels', async () => {
      const page = await reviewing(planOf('河口镇兴水行动方案', '河口政发〔2024〕2号'));
      const found: string[] = [];
      const look = async (where: string): Promise<void> => {
        found.push(...(await unreadableTextsOf(page)).map((text) => `${where}: ${text}`));
      };
      await choose(page, 'A1-01');
      for (const [width, height] of [
        [1440, 900],
        [390, 844],
      ] as const) {
        await page.setViewportSize({ width, height });
        await look(`${width} tasks`);
        await page.getByRole('button', { name: '更正责任单位' }).click();
        await page.getByRole('button', { name: '拆分' }).click();
        await look(`${width} editing`);
        await page.getByTestId('split-form').getByRole('button', { name: '不改了' }).click();
        await page.getByTestId('editor-support').getByRole('button', { name: '不改了' }).click();
        await page.getByTestId('open-dispatch').click();
        await page.getByTestId('unit-loads').waitFor();
        await look(`${width} dispatch`);
        await page.getByRole('button', { name: '返回校核' }).click();
      }
      await page.getByTestId('view-document').click();
      await look('390 document');
      expect(found).toEqual([]);
    });

    it('asks no other host for anything, and complains of nothing but refusals', () => {
      expect([...browser.witness.origins]).toEqual([system.url]);
      const refusal = /the server responded with a status of (?:412|422) /;
      expect(browser.witness.complaints.filter((each) => !refusal.test(each))).toEqual([]);
    });
  },
);
