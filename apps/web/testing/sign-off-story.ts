import { describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { axeFindings } from './accessibility.js';
import { comesTo, nothingInFront, unreadableTextsOf } from './at-the-screen.js';
import { countActs } from './count-acts.js';

/** A unit with eleven tasks that no other story files for. */
const UNIT = 'market-regulation';

/**
 * 负责人审签 from end to end: the head wants it, the liaison sends eleven, the head signs ten and returns one, the liaison sends that
 * again.
 *
 * @param desk signs a person in
 */
export function signOffStory(desk: (username: string) => Promise<Page>): void {
  const inCi = process.env['LUOSHI_VERIFY'] === undefined ? describe.skip : describe;
  if (process.env['LUOSHI_VERIFY'] === undefined)
    process.stderr.write('skipped: a unit whose head signs what it reports (LUOSHI_VERIFY)\n');
  inCi('a unit whose head signs what it reports', () => {
    it('turns that on in two clicks, sends eleven reports, has ten signed and filed and one back, and sends it again', async () => {
      const [head, liaison] = [await desk(`head-${UNIT}`), await desk(`liaison-${UNIT}`)];
      await head.goto('/desk');
      const setting = head.getByTestId('sign-off-setting');
      await setting.getByText('未开启：联络员提交后直接报出').waitFor();
      const turned = await countActs(head);
      await head.getByTestId('turn-sign-off').click();
      const means = head.getByRole('dialog', { name: '开启负责人审签' });
      await means.getByText('逾期未报处理').waitFor();
      await means.getByRole('button', { name: '开启' }).click();
      await setting.getByText('已开启：联络员的填报由您审签后报出').waitFor();
      expect((await turned()).clicks).toBe(2);

      // The liaison is told before anything is sent.
      await liaison.goto('/filing');
      const open = liaison.getByTestId('sitting-open').filter({ hasText: '2024年5月上旬' });
      await open.getByRole('link', { name: '去填报' }).click();
      await liaison.getByTestId('sign-off-note').getByText('审签后报出').waitFor();
      const codes = await liaison
        .locator('[data-row]')
        .evaluateAll((rows) =>
          rows.map(({ dataset }) => (dataset['testid'] ?? '').replace('filing-row-', '')),
        );
      expect(codes).toHaveLength(11);
      const [first = '', second = ''] = codes;
      await liaison.getByLabel(`${first} 进度`).fill('41');
      await liaison.getByLabel(`${first} 本期完成情况`).fill('完成用地预审 3 宗。');
      await liaison.getByLabel(`${first} 需协调事项`).fill('请区林业局办理林地手续。');
      await liaison.getByRole('button', { name: '其余均无变化' }).click();
      const sure = liaison.getByRole('dialog', { name: '送审前请核对' });
      await sure.getByText('审签后才算报出').waitFor();
      await sure.getByText(/报送截止 .+ 不因送审而停/).waitFor();
      await sure.getByRole('button', { name: '确认送审' }).click();
      await liaison.getByText('审签之前可打开本期撤回').waitFor();
      await liaison.getByText('11 项待负责人审签').waitFor();
      await open.getByRole('link', { name: '查看' }).click();
      await liaison.getByText('待负责人审签 11 项').waitFor();
      await liaison.getByTestId('take-back').waitFor();

      // One click from the desk to all of them.
      await head.reload();
      await head.getByTestId('desk-item-toSignOff').click();
      await head.getByText('待您审签 11 项').waitFor();
      const changed = head.getByTestId(`sent-row-${first}`);
      await changed.getByText('完成用地预审 3 宗。').waitFor();
      await changed.getByText(/上期 \d+%，升 \d+ 个点/).waitFor();
      for (const width of [1440, 390]) {
        await head.setViewportSize({ width, height: 900 });
        expect(await unreadableTextsOf(head)).toEqual([]);
        expect(await axeFindings(head)).toEqual([]);
      }
      await head.setViewportSize({ width: 1440, height: 900 });
      await head.getByRole('checkbox', { name: '全选' }).uncheck();
      await head.getByRole('checkbox', { name: `选择 ${first}` }).check();
      await head.getByTestId('give-back').click();
      const remark = head.getByRole('dialog', { name: '退回联络员（1 项）' });
      await remark.getByLabel('退回意见').fill('请写明每宗面积。');
      await remark.getByRole('button', { name: '退回联络员（1 项）' }).click();
      await nothingInFront(head);
      await head.getByText('待您审签 10 项').waitFor();
      await head.keyboard.press('Control+Enter');
      await head.getByText('已审签 10 项，随即报出').waitFor();
      await head.getByTestId('with-liaison').getByText('1 项已退回联络员').waitFor();

      // Back with the remark and with what was typed; the others are filed, with both names.
      await liaison.goto('/desk');
      await liaison.getByTestId('desk-item-signOffReturned').click();
      await liaison.getByText('请写明每宗面积。').waitFor();
      await comesTo(() => liaison.locator('[data-row]').count(), 1);
      const done = liaison.getByLabel(`${first} 本期完成情况`);
      await comesTo(() => done.inputValue(), '完成用地预审 3 宗。');
      await comesTo(() => liaison.getByLabel(`${first} 需协调事项`).inputValue(), '请区林业局办理林地手续。');
      await done.fill('完成用地预审 3 宗，共 12.6 亩。');
      await liaison.getByRole('button', { name: '重新送审' }).click();
      await liaison.getByRole('button', { name: '确认送审' }).click();
      await liaison.getByText('审签之前可打开本期撤回').waitFor();

      await head.goto('/desk');
      await head.getByTestId('desk-item-toSignOff').click();
      await head.getByTestId(`sent-row-${first}`).getByText('共 12.6 亩').waitFor();
      await head.getByTestId('sign-off').click();
      await head.getByText('已审签 1 项，随即报出').waitFor();
      const filed = head.getByTestId('filed-reports');
      await comesTo(() => filed.getByText(/填报，.*审签/).count(), 11);
      await filed.getByText(second).waitFor();
    });
  });
}
