import { readFile } from 'node:fs/promises';
import { expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { comesTo, nothingInFront } from './at-the-screen.js';

// However many there are by then: others make tasks too.
const ALL = /^共 \d+ 项$/u;
const ONE = /^1 项，共 \d+ 项$/u;

/**
 * A filter is kept, used, and what the page opens with; a column is hidden, and stays so.
 *
 * @param desk signs a person in
 */
export function listStory(desk: (username: string) => Promise<Page>): void {
  it('headquarters keeps a filter and hides and moves columns, and finds both after a reload; the file has what is shown', async () => {
    const page = await desk('hq');
    await page.goto('/tasks?q=A6-14');
    const count = page.getByTestId('task-count');
    await count.getByText(ONE).waitFor();
    const menu = page.getByTestId('saved-filters');
    await menu.click();
    await page.getByRole('menuitem', { name: '保存当前条件…' }).click();
    const saving = page.getByRole('dialog', { name: '保存当前条件' });
    await saving.getByLabel('名称').fill('教育帮扶');
    await saving.getByRole('button', { name: /^保\s?存$/u }).click();
    await page.getByRole('button', { name: '常用筛选：教育帮扶' }).waitFor();
    await nothingInFront(page);

    await page.goto('/tasks');
    await count.getByText(ALL).waitFor();
    const words = page.getByLabel('按名称、编号或单位查找');
    await menu.click();
    await page.getByRole('menuitem', { name: '教育帮扶' }).click();
    await count.getByText(ONE).waitFor();
    await comesTo(() => words.inputValue(), 'A6-14');
    await comesTo(() => Promise.resolve(new URL(page.url()).search), '?q=A6-14');

    const heads = page.getByTestId('task-table').locator('thead th');
    await page.getByTestId('columns').click();
    await page.getByTestId('columns-panel').getByRole('checkbox', { name: '牵头单位' }).uncheck();
    await page.getByTestId('columns-panel').getByRole('checkbox', { name: '督办' }).uncheck();
    // The progress goes in front of the state by the keyboard, what is due to the front by the mouse.
    const forward = page.getByRole('button', { name: '前移“进度”' });
    await forward.focus();
    await page.keyboard.press('Enter');
    await page.getByText('“进度”现为第 4 列').waitFor({ state: 'attached' });
    await comesTo(() => forward.evaluate((button) => String(button === document.activeElement)), 'true');
    const rows = page.getByTestId('columns-panel').getByRole('listitem');
    await rows.filter({ hasText: '下一时限' }).dragTo(rows.filter({ hasText: '牵头单位' }));
    await page.keyboard.press('Escape');
    await page.getByTestId('columns').getByText('已隐藏 2 列').waitFor();
    const shown = '编号,任务,下一时限,进度,状态';
    const titles = async (): Promise<string> => (await heads.allInnerTexts()).join();
    await comesTo(titles, shown);
    await page.reload();
    await count.getByText(ONE).waitFor();
    await comesTo(titles, shown);

    await page.getByTestId('export-tasks').click();
    await page.getByText('文件只含显示的列').waitFor();
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('menuitem', { name: 'CSV 表格（.csv）' }).click(),
    ]);
    const [first] = (await readFile(await download.path(), 'utf8')).split('\r\n');
    expect(first).toBe(
      '\uFEFF编号,任务,行动,下一事项,下一事项时间,完成进度（%）,今日应达（%）,相差（百分点）,进度情况,状态',
    );
    await page.keyboard.press('Escape');

    // The page opens with it from now on, by the keyboard; cleared, it stays cleared, also on the way back from a task.
    await menu.focus();
    await page.keyboard.press('Enter');
    await page.getByRole('menuitem', { name: '改名、删除、设为默认…' }).click();
    const managing = page.getByRole('dialog', { name: '管理常用筛选' });
    await managing.getByLabel('“教育帮扶”的名称').fill('帮扶');
    await managing.getByRole('radio', { name: '打开时用' }).check();
    await managing.getByRole('button', { name: /^保\s?存$/u }).click();
    await nothingInFront(page);
    await page.getByTestId('nav-desk').click();
    await page.getByTestId('nav-tasks').click();
    await page.getByRole('button', { name: '常用筛选：帮扶' }).waitFor();
    await count.getByText(ONE).waitFor();
    await page.getByRole('button', { name: '清除条件' }).click();
    await count.getByText(ALL).waitFor();
    await comesTo(() => words.inputValue(), '');
    await page.getByTestId('task-table').getByRole('link').first().click();
    await page.getByTestId('place').waitFor();
    await page.goBack();
    await count.getByText(ALL).waitFor();
  });

  it('the supervision office keeps a filter of notices: the list opens with it, and its file has what is seen', async () => {
    const page = await desk('duban');
    await page.goto('/inbox?tab=notices&kind=reminderLetter');
    const notices = page.getByTestId('notices').getByRole('listitem');
    await notices.first().waitFor();
    expect(new Set(await notices.locator('.rung').allInnerTexts())).toEqual(new Set(['提醒函']));
    await page.getByTestId('saved-filters').click();
    await page.getByRole('menuitem', { name: '保存当前条件…' }).click();
    const saving = page.getByRole('dialog', { name: '保存当前条件' });
    await saving.getByLabel('名称').fill('提醒函');
    await saving.getByRole('checkbox', { name: '打开本页时就用它' }).check();
    await saving.getByRole('button', { name: /^保\s?存$/u }).click();
    await nothingInFront(page);

    await page.goto('/inbox');
    await page.getByTestId('conditions-messages').waitFor();
    await page.getByRole('tab', { name: '督办文书' }).click();
    await page.getByRole('button', { name: '常用筛选：提醒函' }).waitFor();
    await comesTo(() => Promise.resolve(new URL(page.url()).searchParams.get('kind')), 'reminderLetter');
    // The list comes after its conditions, and all of it at once.
    await notices.first().waitFor();
    const shown = await notices.count();
    await page.getByTestId('export-notices').click();
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('menuitem', { name: 'CSV 表格（.csv）' }).click(),
    ]);
    const lines = (await readFile(await download.path(), 'utf8')).trimEnd().split('\r\n');
    expect(lines.length - 1).toBe(shown);
    await page.keyboard.press('Escape');
    // One that is read goes back to the list as it was.
    await notices.first().getByRole('link').click();
    await page.getByTestId('notice').waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: '常用筛选：提醒函' }).waitFor();
    await comesTo(() => notices.count(), shown);
  });
}
