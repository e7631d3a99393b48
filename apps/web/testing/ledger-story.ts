import { readFile, writeFile } from 'node:fs/promises';
import { describe, expect, it } from '@jest/globals';
import { EditedWorkbook } from '#testing';
import type { Page } from 'playwright-core';
import { axeFindings } from './accessibility.js';
import { comesTo, nothingInFront } from './at-the-screen.js';

const UNIT = 'liaison-forestry';

/**
 * A liaison takes the workbook away, fills it in and brings it back. Afterwards one report of the unit’s ten days is filed, and the
 * others are still owed.
 *
 * @param desk signs a person in
 */
export function ledgerStory(desk: (username: string) => Promise<Page>): void {
  const inCi = process.env['LUOSHI_VERIFY'] === undefined ? describe.skip : describe;
  if (process.env['LUOSHI_VERIFY'] === undefined)
    process.stderr.write('skipped: the ledger taken away, filled in and brought back (LUOSHI_VERIFY)\n');
  inCi('a liaison and the ledger that is filled in offline', () => {
    it('is told of every row what is wrong in which cell, files the good one, and overwrites nothing', async () => {
      const page = await desk(UNIT);
      await page.getByTestId('sitting-open').getByRole('link', { name: '去填报' }).click();
      const [download] = await Promise.all([
        page.waitForEvent('download'),
        page.getByTestId('ledger-download').click(),
      ]);
      expect(download.suggestedFilename()).toBe('旬台账-2024年5月上旬-区林业局.xlsx');
      const path = await download.path();
      const empty = await readFile(path);
      const [first = '', second = ''] = (await EditedWorkbook.open(empty)).codes();
      /** Fills in the workbook as it was taken away, and chooses it. */
      const bring = async (rows: Record<string, Record<string, string | number>>): Promise<void> => {
        const book = await EditedWorkbook.open(empty);
        for (const [code, values] of Object.entries(rows)) book.fill(code, values);
        const file = `${path}.xlsx`;
        await writeFile(file, await book.bytes());
        await page.getByTestId('ledger-upload').click();
        await page.getByTestId('ledger-file').setInputFiles(file);
        await page.getByTestId('ledger-result').waitFor();
      };
      const row = (code: string) =>
        page.getByTestId('ledger-rows').getByRole('row').filter({ hasText: code });

      const good = { '本期进度（%）': 14, 本期进展: '完成造林设计。' };
      await bring({ [first]: good, [second]: { '本期进度（%）': '过半', 本期进展: '补植 30 亩。' } });
      await page.getByText('试读结果，尚未提交').waitFor();
      await row(second).getByText('“过半”不是百分数').waitFor();
      await row(second).getByText('有误').waitFor();
      await row(first).getByText('可提交').waitFor();
      for (const width of [1440, 390]) {
        await page.setViewportSize({ width, height: 900 });
        expect(await axeFindings(page)).toEqual([]);
      }
      await page.getByTestId('ledger-go').click();
      await page.getByText('已提交 1 行', { exact: true }).waitFor();
      await row(first).getByText('已提交').waitFor();
      const [marked] = await Promise.all([
        page.waitForEvent('download'),
        page.getByTestId('ledger-marked').click(),
      ]);
      const handedBack = await EditedWorkbook.open(await readFile(await marked.path()));
      expect(handedBack.codes()).not.toContain(first);
      expect(handedBack.cell(second, '本期进度（%）').text).toBe('过半');
      await page.getByTestId('ledger-close').click();
      await nothingInFront(page);
      await comesTo(() => page.getByTestId(`filing-row-${first}`).count(), 0);

      // The same workbook again, in other words where one row is filed by now.
      await bring({ [first]: { ...good, 本期进展: '另一种说法。' } });
      await row(first).getByText('有冲突').waitFor();
      expect(await page.getByTestId('ledger-go').isDisabled()).toBe(true);
      await page.getByText('没有可提交的行').waitFor();
    });
  });
}
