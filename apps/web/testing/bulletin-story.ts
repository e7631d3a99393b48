import { readFile } from 'node:fs/promises';
import { describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { axeFindings } from './accessibility.js';
import { comesTo, nothingInFront, unreadableTextsOf } from './at-the-screen.js';

/**
 * The clerk and the bulletin of April, from the draft that is there to its acknowledgement.
 *
 * @param desk signs a person in
 */
export function bulletinStory(desk: (username: string) => Promise<Page>): void {
  const inCi = process.env['LUOSHI_VERIFY'] === undefined ? describe.skip : describe;
  if (process.env['LUOSHI_VERIFY'] === undefined)
    process.stderr.write('skipped: the bulletin from its draft to its acknowledgement (LUOSHI_VERIFY)\n');
  inCi('headquarters and the bulletin that was written by itself', () => {
    const openBulletin = async (page: Page): Promise<void> => {
      await page.getByTestId('nav-products').click();
      const bulletin = page.getByTestId('product').filter({ hasText: '月通报' }).first();
      await bulletin.getByRole('link').click();
      await page.getByTestId('paper').waitFor();
    };
    /** Presses the step's button on the page, then the one of the dialog that asks. */
    const step = async (page: Page, action: string, label: string): Promise<void> => {
      await page.getByTestId(`action-${action}`).click();
      await page.getByRole('dialog').getByRole('button', { name: label, exact: true }).click();
      await nothingInFront(page);
    };
    const paragraphs = (page: Page) => page.getByTestId('paper').locator('.official-text');

    it('is changed in two sentences that a reload keeps, and each figure leads to what it was counted from', async () => {
      const page = await desk('hq');
      await openBulletin(page);
      // The paragraphs on reports and on notices: each has figures in it.
      const places = [
        ['filings.due', '请各单位对照抓好落实。'],
        ['cards.issued', '督办文书均已送达。'],
      ] as const;
      for (const [figure, words] of places) {
        const block = page
          .locator('[data-testid^="block-"]')
          .filter({ has: page.locator(`[data-source="${figure}"]`) })
          .first();
        await block.getByRole('button', { name: '修改本段' }).click();
        const box = page.locator('.line-editor').last();
        await box.locator('.figure-chip').first().waitFor();
        await box.press('End');
        await box.press('Control+End');
        await box.pressSequentially(words);
      }
      await page.getByText('2 处修改未保存').waitFor();
      await page.reload();
      await page.getByText('已恢复上次没有保存的修改').waitFor();
      await page.getByText('2 处修改未保存').waitFor();
      expect(await page.getByTestId('action-review').isDisabled()).toBe(true);
      await page.getByTestId('save-edits').click();
      await page.getByTestId('save-bar').waitFor({ state: 'detached' });
      for (const [, words] of places) await paragraphs(page).filter({ hasText: words }).waitFor();
      await comesTo(() => page.getByTestId('paper').locator('mark.official-edited').count(), 2);

      await page.getByTestId('paper').locator('[data-source="filings.late"]').first().click();
      const rows = page.getByTestId('figure-rows').getByRole('listitem');
      await rows.first().waitFor();
      const late = Number(await page.getByTestId('paper').locator('.figure-open').first().innerText());
      expect(late).toBeGreaterThan(0);
      await comesTo(() => rows.count(), late);
      await page.getByTestId('figure-meaning').getByText('逾期报送的填报').waitFor();
      await rows.first().getByRole('link').click();
      await page.getByTestId('place').waitFor();
    });

    it('meets what another person changed meanwhile beside the own words, and loses neither', async () => {
      const page = await desk('hq');
      await openBulletin(page);
      const heading = page.getByTestId('paper').locator('.block').filter({ hasText: '总体情况' }).first();
      await heading.getByRole('button', { name: '修改本段' }).click();
      const box = page.locator('.line-editor');
      await box.fill('总的情况');
      const other = await desk('hq');
      await openBulletin(other);
      const same = other.getByTestId('paper').locator('.block').filter({ hasText: '总体情况' }).first();
      await same.getByRole('button', { name: '修改本段' }).click();
      await other.locator('.line-editor').fill('四月情况');
      await other.getByTestId('save-edits').click();
      await other.getByTestId('save-bar').waitFor({ state: 'detached' });

      await page.getByTestId('save-edits').click();
      const conflict = page.getByTestId('edit-conflict');
      await conflict.getByText('四月情况').waitFor();
      await comesTo(() => box.innerText(), '总的情况');
      await conflict.getByTestId('take-mine').click();
      await page.getByTestId('save-edits').click();
      await page.getByTestId('save-bar').waitFor({ state: 'detached' });
      await page.getByTestId('paper').getByText('一、总的情况').waitFor();

      // What the last step changed.
      await page.getByTestId('versions').getByRole('button', { name: '改了什么' }).first().click();
      const compared = page.getByTestId('version-changes');
      await compared.getByRole('status').getByText('改动 1 处。').waitFor();
      await compared.locator('del').filter({ hasText: '四月' }).waitFor();
      await compared.locator('ins').filter({ hasText: '总的' }).waitFor();
      for (const width of [390, 1440]) {
        await page.setViewportSize({ width, height: 900 });
        expect(await unreadableTextsOf(page)).toEqual([]);
      }
    });

    it('is reviewed and issued, downloaded as it went out, and acknowledged by who received it', async () => {
      const page = await desk('hq');
      await openBulletin(page);
      await step(page, 'review', '核稿');
      await page.getByTestId('product-next').getByText('指挥部办公室印发').waitFor();
      await page.getByTestId('action-issue').click();
      const facts = page.getByTestId('issue-facts');
      await facts.getByText(/编号 \S+〔2024〕1号/).waitFor();
      await facts.getByText(/^发给 \d+ 人，涉及 \d+ 个单位$/).waitFor();
      await page.getByRole('dialog').getByRole('button', { name: '印发', exact: true }).click();
      await nothingInFront(page);
      await page.getByTestId('product-number').getByText('〔2024〕1号').waitFor();
      await comesTo(() => page.getByTestId('paper').locator('mark').count(), 0);
      const [download] = await Promise.all([
        page.waitForEvent('download'),
        page.getByTestId('file-docx').click(),
      ]);
      expect((await readFile(await download.path())).subarray(0, 2).toString()).toBe('PK');
      const counted = page.getByTestId('delivery-count');
      await counted.getByText(/^送达 \d+ 人，已签收 0 人$/).waitFor();

      const head = await desk('head-forestry');
      await openBulletin(head);
      await step(head, 'acknowledge', '签收');
      await head.getByTestId('delivery-count').getByText('已签收 1 人').waitFor();
      await comesTo(() => head.getByTestId('action-acknowledge').count(), 0);
      await page.reload();
      await counted.getByText('已签收 1 人').waitFor();
    });

    it('is corrected by a draft of its own that the issued one leads to, and stays as it went out', async () => {
      const page = await desk('hq');
      await page.goto('/products?view=all');
      await page.getByTestId('product').filter({ hasText: '月通报' }).first().getByRole('link').click();
      const number = page.getByTestId('product-number').getByText('〔2024〕1号');
      await number.waitFor();
      const issued = page.url();
      await step(page, 'correct', '更正');
      await page.getByTestId('product-next').getByText('修改、核稿').waitFor();
      await page.getByTestId('product-panel').getByText('第 2 版（更正）').waitFor();
      const correction = new URL(page.url()).pathname;
      await page.goto(issued);
      await number.waitFor();
      const link = page.getByTestId('product-changes').getByRole('link', { name: '更正稿已有（草稿）' });
      await link.waitFor();
      expect(await link.getAttribute('href')).toBe(correction);
    });

    it('shows what the public will see of a publication before it goes out; pages of products without a finding of axe', async () => {
      const page = await desk('hq');
      await page.goto('/products?view=all');
      const publication = page.locator('[data-testid="product"][data-kind="publication"]').first();
      await publication.waitFor();
      expect(await axeFindings(page)).toEqual([]);
      await publication.getByRole('link').click();
      const release = page.getByTestId('product-release');
      await release.getByText('印发时即向社会公开，免登录可看。').waitFor();
      for (const width of [1440, 390]) {
        await page.setViewportSize({ width, height: 900 });
        expect(await axeFindings(page)).toEqual([]);
      }
      await page.goto(String(await release.getByRole('link').getAttribute('href')));
      await page.getByText('预览：尚未公开。').waitFor();
      await page.getByRole('heading', { name: '本期数据' }).waitFor();
    });
  });
}
