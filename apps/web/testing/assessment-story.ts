import { describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { axeFindings } from './accessibility.js';
import { comesTo, nothingInFront, unreadableTextsOf } from './at-the-screen.js';

/**
 * The assessor publishes a preview, a unit objects, the assessor decides. Final it is only after the days in which units may object:
 * the story over HTTP goes on to there.
 *
 * @param desk signs a person in
 */
export function assessmentStory(desk: (username: string) => Promise<Page>): void {
  const inCi = process.env['LUOSHI_VERIFY'] === undefined ? describe.skip : describe;
  if (process.env['LUOSHI_VERIFY'] === undefined)
    process.stderr.write('skipped: an assessment from its preview to a decided objection (LUOSHI_VERIFY)\n');
  inCi('the assessor and a unit that objects', () => {
    it('publishes a preview, hears the unit, decides, and the unit sees its points moved', async () => {
      const assessor = await desk('jixiao');
      await assessor.goto('/assessments');
      await assessor.getByTestId('open-assessment').click();
      const opening = assessor.getByRole('dialog');
      await opening.getByLabel('考核期').fill('2024-04');
      await opening.getByRole('button', { name: '公布预览' }).click();
      await assessor.getByTestId('assessment-group').first().waitFor();
      const at = new URL(assessor.url()).pathname;

      const unit = await desk('head-forestry');
      await unit.goto(at);
      await unit.getByTestId('assessment-group').getByRole('link', { name: '区林业局' }).click();
      const total = unit.getByTestId('assessed-total');
      await total.waitFor();
      const before = Number(await total.innerText());
      // The last ten days of April were not filed in time.
      const line = unit.getByTestId('line-reporting');
      await line.getByRole('button', { name: '提出异议' }).click();
      const objecting = unit.getByRole('dialog');
      await objecting.getByLabel('情况和理由').fill('当日系统故障，已电话报告。');
      await objecting.getByLabel('佐证').fill('情况说明（林函〔2024〕3号）');
      await objecting.getByRole('button', { name: '提出异议' }).click();
      await nothingInFront(unit);
      await unit.getByTestId('objection').getByText('林函〔2024〕3号').waitFor();

      // Both find it on their desks: who decides with the reason, who objected with where it stands.
      const onDesk = async (page: Page, card: string, words: string): Promise<void> => {
        for (const width of [1440, 390]) {
          await page.setViewportSize({ width, height: 900 });
          await page.goto('/desk');
          await page.getByTestId(`desk-${card}`).getByText(words).waitFor();
          expect(await unreadableTextsOf(page)).toEqual([]);
        }
        await page.setViewportSize({ width: 1440, height: 900 });
      };
      const ofUnit = new URL(unit.url()).pathname;
      await onDesk(unit, 'objectionsFiled', '待裁定');
      await onDesk(unit, 'scoresToCheck', '区林业局');
      await unit.goto(ofUnit);
      await onDesk(assessor, 'objectionsToDecide', '当日系统故障，已电话报告。');
      await assessor.getByTestId('desk-item-objectionsToDecide').click();
      await assessor.waitForURL(`**${at}`);
      await assessor.getByText('待裁定 1 件').waitFor();
      await assessor.getByTestId('decide-objection').click();
      const deciding = assessor.getByRole('dialog');
      await deciding.getByText('异议成立，调整得分').click();
      await deciding.getByLabel('调整几分').fill('0.5');
      await deciding.getByLabel('理由').fill('经核属实');
      await deciding.getByRole('button', { name: '裁定' }).click();
      await nothingInFront(assessor);
      await assessor.getByTestId('objection').getByText('调整 +0.5 分').waitFor();

      await unit.reload();
      await comesTo(async () => Number(await total.innerText()), Math.round((before + 0.5) * 100) / 100);
      await unit.getByTestId('objection').getByText('经核属实').waitFor();
      for (const page of [assessor, unit])
        for (const width of [1440, 390]) {
          await page.setViewportSize({ width, height: 900 });
          expect(await axeFindings(page)).toEqual([]);
        }
    });
  });
}
