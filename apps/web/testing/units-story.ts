import { expect, it } from '@jest/globals';
import type { Locator, Page } from 'playwright-core';
import { CSRF_HEADER, IDEMPOTENCY_HEADER } from '#contract';
import { PLAN, UNITS } from '../../api/testing/district.js';
import { comesTo, nothingInFront } from './at-the-screen.js';

const REASON = '区委编办通知';
const send = (dialog: Locator): Promise<void> => dialog.locator('.ant-modal-footer .ant-btn-primary').click();
const choose = async (page: Page, dialog: Locator, ...names: string[]): Promise<void> => {
  for (const name of names) {
    await dialog.getByTestId('unit-select').getByRole('combobox').fill(name);
    await page.getByTitle(name, { exact: true }).last().click();
  }
};

/** A task under way that the farming office leads; all others of this district are drafts. */
async function dispatched(page: Page): Promise<void> {
  const { csrfToken } = (await (await page.request.get('/api/v1/session')).json()) as { csrfToken: string };
  const made = await page.request.post('/api/v1/tasks', {
    headers: { [CSRF_HEADER]: csrfToken, [IDEMPOTENCY_HEADER]: 'a-task-under-way' },
    data: {
      ...{ planId: PLAN.id, actionCode: 'A1', source: 'instruction', ref: '4月12日指挥长批示' },
      ...{ title: '春耕备耕排查', text: '请立即开展排查。', leadUnitIds: [UNITS.farming.id], dispatch: true },
    },
  });
  expect(made.status()).toBe(201);
}

async function ledByFarming(page: Page): Promise<number> {
  const answer = await page.request.get(`/api/v1/unit-directory/${UNITS.farming.id}`);
  return ((await answer.json()) as { tasksLed: number }).tasksLed;
}

/**
 * The directory of units at the screen: a unit registered and found by another name, a group given its members, a unit
 * renamed with all that follows from it.
 *
 * @param desk signs a person in
 * @param picture keeps a picture where they are wanted
 */
export function unitsStory(
  desk: (username: string) => Promise<Page>,
  picture: (page: Page, name: string) => Promise<void>,
): void {
  it('registers a unit and a group, learns what else a document calls the unit, and finds it by that', async () => {
    const page = await desk('admin');
    await page.goto('/desk');
    await page.getByRole('main').getByRole('link', { name: '单位目录' }).click();
    await page.getByTestId('register-unit').click();
    const dialog = page.getByTestId('unit-dialog');
    await dialog.getByLabel('单位名称').fill('区低空经济办公室');
    await dialog.getByLabel('别名').fill('区低空办');
    await page.keyboard.press('Enter');
    await dialog.getByLabel('理由').fill(REASON);
    await send(dialog);
    const drawer = page.getByTestId('unit-drawer');
    await drawer.getByText('区低空办').waitFor();
    await drawer.getByText('办公室 · 编号').waitFor();

    await drawer.getByTestId('act-learnAlias').click();
    await dialog.getByLabel('文件中的名称').fill('低空专办');
    await dialog.getByLabel('出自哪份文件').fill('区政办发〔2024〕6号');
    await send(dialog);
    await drawer.getByText('出自 区政办发〔2024〕6号，admin同志').waitFor();
    await page.keyboard.press('Escape');
    await nothingInFront(page);
    await page.getByLabel('名称、别名或编号').fill('低空专办');
    await page.keyboard.press('Enter');
    await comesTo(() => page.getByTestId('unit').count(), 1);
    await page.getByTestId('unit').getByText('又称 区低空办、低空专办').waitFor();
    await page.getByTestId('saved-filters').click();
    await page.getByRole('menuitem', { name: '保存当前条件…' }).click();
    const saving = page.getByTestId('save-filter');
    await saving.getByLabel('名称').fill('低空');
    await saving.getByRole('checkbox', { name: '打开本页时就用它' }).check();
    await saving.locator('.ant-modal-footer .ant-btn-primary').click();
    await nothingInFront(page);
    await page.goto('/units');
    await page.getByRole('button', { name: '常用筛选：低空' }).waitFor();
    await comesTo(() => page.getByTestId('unit').count(), 1);

    await page.getByTestId('register-unit').click();
    await dialog.getByLabel('单位名称').fill('各乡（街道）');
    await dialog.getByLabel('类别').fill('统称');
    await page.getByTitle('统称（一组单位）').click();
    await dialog.getByLabel('理由').fill(REASON);
    await send(dialog);
    await drawer.getByText('还没有设定成员').waitFor();
    await drawer.getByTestId('act-setMembers').click();
    await choose(page, dialog, UNITS.farming.name, UNITS.forestry.name);
    await dialog.getByLabel('理由').fill(REASON);
    await send(dialog);
    await drawer.getByTestId('unit-members').getByRole('button', { name: UNITS.forestry.name }).waitFor();
  });

  it('says what a renaming leaves to be done, records it, and leads to each of that', async () => {
    await dispatched(await desk('hq'));
    const page = await desk('admin');
    await page.goto(`/units?unit=${UNITS.farming.id}`);
    const before = await ledByFarming(page);
    const drawer = page.getByTestId('unit-drawer');
    await drawer.getByTestId('unit-posts').getByText('空缺，在办任务需要').waitFor();
    await picture(page, 'unit-drawer');
    await drawer.getByTestId('act-succeed').click();
    const form = page.getByTestId('unit-succession');
    await form.getByRole('button', { name: '承接单位还没有登记？先登记它' }).click();
    const dialog = page.getByTestId('unit-dialog');
    await dialog.getByLabel('单位名称').fill('区农业农村和水利局');
    await dialog.getByLabel('理由').fill(REASON);
    await send(dialog);
    await form.getByText('区农业农村和水利局').waitFor();
    await form.getByLabel('自哪一天起').fill('2024-05-01');
    await form.getByLabel('理由').fill(REASON);
    await send(form);
    const would = form.getByTestId('succession-would');
    await would.getByText('“区农业农村局”自2024-05-01起更名为区农业农村和水利局').waitFor();
    await would.getByText(`它仍牵头 ${before} 项在办任务`).waitFor();
    await would.getByText('1 名人员的账号仍在该单位').waitFor();
    await picture(page, 'unit-succession');
    await send(form);

    const left = drawer.getByTestId('unit-left');
    await left.getByText(`它仍牵头 ${before} 项在办任务`).waitFor();
    await left.getByText('单位组“各乡（街道）”仍列着它').waitFor();
    await picture(page, 'unit-left');
    await left.getByTestId('act-succeedInTasks').click();
    const moving = page.getByTestId('succession-dialog');
    await moving.getByText('区农业农村和水利局').waitFor();
    await moving.getByLabel('理由').fill(REASON);
    await send(moving);
    await moving.getByTestId('succession-items').getByText('春耕备耕排查').first().waitFor();
    await picture(page, 'succession-tasks');
    await send(moving);
    await comesTo(() => left.getByTestId('act-succeedInTasks').count(), 0);
    const after = await ledByFarming(page);
    expect(after).toBeLessThan(before);
    await left.getByText(`它仍牵头 ${after} 项在办任务，须改由承接单位牵头；尚未下发`).waitFor();
    await drawer.getByTestId('unit-history').getByText('更名：区农业农村和水利局').waitFor();
    await left.getByRole('link', { name: '去账号与角色办理' }).click();
    await page.getByTestId('accounts').getByText('farming同志').waitFor();
    expect(new URL(page.url()).searchParams.get('q')).toBe(UNITS.farming.name);
  });
}
