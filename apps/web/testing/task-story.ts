import { expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { axeFindings } from './accessibility.js';
import { comesTo, unreadableTextsOf } from './at-the-screen.js';
import type { Colleague } from './colleague.js';

/** Led by two units, of which education has an account; it has two figures to reach. */
const CODE = 'A8-01.2';

/**
 * A unit reports figures, and the page of the task shows them against their targets, the clocks and who waits.
 * Afterwards the unit's ten days are filed.
 *
 * @param desk signs a person in
 */
export function taskStory(
  desk: (username: string) => Promise<Page>,
  colleague: (username: string) => Promise<Colleague>,
): void {
  let page: Page;
  it('a task’s page draws its figures against their targets, tells the clocks and who waits for whom', async () => {
    const liaison = await colleague('liaison-education');
    await liaison.file('open', (target) => target / 2);

    page = await desk('hq');
    await page.goto(`/tasks?q=${CODE}`);
    await page.locator('[data-testid="task-table"] a').first().click();
    const indicators = page.getByTestId('indicators');
    await indicators.getByRole('heading', { name: '服务人数' }).waitFor();
    await comesTo(() => indicators.locator('.chart svg').count(), 2);
    await indicators.getByRole('img', { name: /服务人数各期读数与目标/u }).waitFor();
    await indicators.getByText('数据表').last().click();
    const row = indicators.getByRole('row', { name: /2024年5月上旬/u }).last();
    await row.getByText('1550人').waitFor();
    await row.getByText('区教育局').waitFor();

    const clocks = page.getByTestId('armed-deadlines');
    await clocks
      .getByText(/已用 [\d.]+ \/ [\d.]+ 个工作日/u)
      .first()
      .waitFor();
    await clocks
      .getByText(/依据：.+（第 \d+ 版）/u)
      .first()
      .waitFor();

    const wait = page.getByTestId('waits').getByRole('listitem').filter({ hasText: '2024年5月上旬填报已交' });
    await wait.getByText('区教育局').waitFor();
    await wait.getByText('专班办公室').waitFor();
  });

  const inCi = process.env['LUOSHI_VERIFY'] === undefined ? it.skip : it;
  if (process.env['LUOSHI_VERIFY'] === undefined)
    process.stderr.write('skipped: a task’s page looked over at two widths (LUOSHI_VERIFY)\n');
  inCi('of that page no text is cut and axe finds nothing, at 1440 and at 390 pixels', async () => {
    for (const width of [1440, 390]) {
      await page.setViewportSize({ width, height: 900 });
      expect(await unreadableTextsOf(page)).toEqual([]);
      expect(await axeFindings(page)).toEqual([]);
    }
  });
}
