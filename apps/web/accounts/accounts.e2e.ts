import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import ExcelJS from 'exceljs';
import { claimMappingSchema, SignInProvider } from '#identity';
import { systemClock } from '#persistence';
import {
  createTestDatabase,
  findChromium,
  freePort,
  manualClock,
  openBrowser,
  type TestBrowser,
  type TestDatabase,
} from '#testing';
import type { Page } from 'playwright-core';
import { startApi, type ApiUnderTest } from '../../api/testing/api-under-test.js';
import { JURISDICTION, PLAN, UNITS } from '../../api/testing/district.js';
import { startOidcPeer, type OidcPeer } from '../../api/testing/oidc-peer.js';
import { PASSWORD } from '../../api/testing/people.js';
import { axeFindings } from '../testing/accessibility.js';
import { comesTo, nothingInFront, signIn, unreadableTextsOf } from '../testing/at-the-screen.js';
import { unitsStory } from '../testing/units-story.js';

const chromium = findChromium();
// The pages as they were built; a browser takes its time.
const run = chromium === null || process.env['LUOSHI_VERIFY'] === undefined ? describe.skip : describe;
if (chromium === null)
  process.stderr.write('skipped: there is no Chromium to look at the pages with (CHROMIUM)\n');

const MAPPING = claimMappingSchema.parse({
  schema: 'luoshi.oidc/1',
  require: [{ claim: 'groups', oneOf: ['luoshi'] }],
});

run('accounts in a real browser', () => {
  let db: TestDatabase;
  let api: ApiUnderTest;
  let provider: OidcPeer;
  let browser: TestBrowser;

  beforeAll(async () => {
    db = await createTestDatabase();
    const webRoot = process.env['LUOSHI_WEB'] ?? fileURLToPath(new URL('../../../dist/web', import.meta.url));
    const port = await freePort();
    const baseUrl = `http://127.0.0.1:${String(port)}`;
    provider = await startOidcPeer(baseUrl);
    const { issuer, clientId, clientSecret } = provider;
    api = await startApi(db.database, manualClock('2024-04-15T01:00:00.000Z'), {
      config: { port },
      more: {
        webRoot,
        wallClock: systemClock,
        signInProvider: new SignInProvider({
          ...{ issuer, clientId, clientSecret, baseUrl },
          label: '统一身份认证登录',
          mapping: MAPPING,
        }),
      },
    });
    await db.database.transaction({ jurisdictionId: JURISDICTION }, async (tx) => {
      await tx.execute(
        `update role_assignment set role = 'securityAdministrator', scope_kind = 'jurisdiction', scope_id = $1
         where person_id = (select id from person where username = 'convener')`,
        [JURISDICTION],
      );
    });
    browser = await openBrowser(String(chromium), api.url);
  });
  afterAll(async () => {
    await browser?.close();
    await api?.stop();
    await provider?.close();
    await db?.drop();
  });

  const picture = async (page: Page, name: string): Promise<void> => {
    const folder = process.env['LUOSHI_PICTURES'];
    if (folder !== undefined) await page.screenshot({ path: `${folder}/${name}.png` });
  };
  const withReason = async (page: Page): Promise<void> => {
    await page.getByTestId('account-dialog').getByLabel('理由').fill('区政府办来文');
    await page.getByTestId('account-dialog').locator('.ant-modal-footer .ant-btn-primary').click();
  };

  it('signs in by the provider at another site, is inside at once, and leaves at both', async () => {
    provider.people.set('u-1', { preferred_username: 'farming', name: '甲', groups: ['luoshi'] });
    provider.next = 'u-1';
    const page = await browser.newWindow();
    await page.goto('/tasks');
    await page.getByTestId('unified-sign-in').waitFor();
    await picture(page, 'sign-in');
    await page.getByTestId('unified-sign-in').click();
    await page.waitForURL(`${provider.issuer}/**`);
    await page.getByRole('button', { name: '登录' }).click();
    await page.getByTestId('person').waitFor();
    await comesTo(() => Promise.resolve(new URL(page.url()).pathname), '/tasks');
    await page.getByTestId('person').click();
    await page.getByText('退出登录').click();
    await page.waitForURL(`${provider.issuer}/**`);
    await page.getByRole('button', { name: /yes/iu }).click();
    await page.getByTestId('unified-sign-in').waitFor();
    expect((await page.request.get('/api/v1/session')).status()).toBe(401);
  });

  it('says in Chinese, with a code, why somebody is not let in', async () => {
    provider.people.set('u-2', { preferred_username: 'stranger', name: '乙', groups: ['luoshi'] });
    provider.next = 'u-2';
    const page = await browser.newWindow();
    await page.goto('/sign-in/oidc');
    await page.getByRole('button', { name: '登录' }).click();
    await page.getByText('代码：ExternalPersonUnknown').waitFor();
    await picture(page, 'refused');
    await page.getByRole('link', { name: '返回登录页' }).click();
    await page.getByTestId('sign-in').waitFor();
  });

  it('opens an account, shows its password once, and leaves its role to the security administrator', async () => {
    const page = await browser.newWindow();
    await signIn(page, 'admin', PASSWORD);
    await page.goto('/accounts');
    await page.getByTestId('accounts').waitFor();
    await picture(page, 'accounts');
    await page.getByTestId('create-account').click();
    const dialog = page.getByTestId('account-dialog');
    await dialog.getByLabel('用户名').fill('zhangsan');
    await dialog.getByLabel('姓名').fill('张三');
    await dialog.getByLabel('单位', { exact: true }).click();
    await page.getByTitle('区林业局').click();
    await withReason(page);
    const password = await page.getByTestId('first-passwords').locator('input').inputValue();
    expect(password).toMatch(/^\w{14}$/u);
    await picture(page, 'password');
    await page.getByTestId('passwords-saved').click();
    await page.getByTestId('open-zhangsan').click();
    await page.getByTestId('act-bar').waitFor();
    expect(await page.getByTestId('act-grantRole').count()).toBe(0);

    const security = await browser.newWindow();
    await signIn(security, 'convener', PASSWORD);
    await security.goto('/accounts');
    await security.getByTestId('open-zhangsan').click();
    await picture(security, 'drawer');
    await security.getByTestId('act-grantRole').click();
    await security.getByTestId('account-dialog').getByLabel('角色', { exact: true }).click();
    await security.getByTitle('联络员', { exact: true }).click();
    await picture(security, 'grant');
    await withReason(security);
    await security.getByTestId('withdraw-liaison').waitFor();
  });

  it.each([1440, 390])(
    'shows the calendar, the ladders, the health and the units, %d wide',
    async (width) => {
      const page = await browser.newWindow({ viewport: { width, height: 900 } });
      await signIn(page, 'admin', PASSWORD);
      const pages = [
        ['/calendar?year=2024', 'calendar', 'calendar'],
        ['/ladders', 'course', 'ladders'],
        ['/health', 'health-checks', 'health'],
        ['/units', 'units', 'units'],
        [`/units?unit=${UNITS.forestry.id}`, 'unit-posts', 'unit'],
      ] as const;
      for (const [path, sign, name] of pages) {
        await page.goto(path);
        await page.getByTestId(sign).waitFor();
        expect({ path, cut: await unreadableTextsOf(page) }).toEqual({ path, cut: [] });
        expect({ path, found: await axeFindings(page) }).toEqual({ path, found: [] });
        await picture(page, `${name}-${width}`);
      }
    },
  );

  it.each([1440, 390])('announces a day off after seeing what it moves, %d wide', async (width) => {
    const phone = width === 390;
    const hq = await api.as('hq');
    await hq.change('/api/v1/tasks', {
      planId: PLAN.id,
      actionCode: 'A1',
      source: 'instruction',
      ref: '4月15日指挥长批示',
      title: phone ? '汛前水库巡查' : '春耕备耕排查',
      text: '请立即开展排查。',
      leadUnitIds: [UNITS.farming.id],
      dispatch: true,
    });
    const page = await browser.newWindow({ viewport: { width, height: 900 } });
    await signIn(page, 'admin', PASSWORD);
    await page.goto('/calendar?year=2024');
    await page.getByTestId('arrange-begin').click();
    await page.getByTestId('arranged-months').waitFor();
    const readable = async (name: string): Promise<void> => {
      expect({ name, cut: await unreadableTextsOf(page) }).toEqual({ name, cut: [] });
      expect({ name, found: await axeFindings(page) }).toEqual({ name, found: [] });
      await picture(page, `${name}-${width}`);
    };
    const changes = page.getByTestId('arrange-days').locator('li');
    // From today by keys alone: the day after tomorrow is off; once more, and it is not.
    await page.locator('[data-on="2024-04-15"]').focus();
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('Space');
    await comesTo(() => changes.count(), 1);
    await page.keyboard.press('Space');
    await comesTo(() => changes.count(), 0);
    // A notice that is pasted, and a day that is clicked.
    await page.getByTestId('paste-notice').click();
    await page
      .getByTestId('notice-text')
      .fill(
        phone
          ? '4月17日放假。9月8日上班。'
          : '4月16日（周二）放假调休，共1天。4月20日（周六）上班。2月30日放假。',
      );
    if (!phone) await page.getByTestId('notice-doubts').waitFor();
    await readable('calendar-notice');
    await page.getByTestId('notice-dialog').locator('.ant-modal-footer .ant-btn-primary').click();
    await nothingInFront(page);
    await page.locator('[data-on="2024-11-11"]').click();
    await comesTo(() => changes.count(), 3);
    await page.getByTestId('arrange-preview').click();
    await page
      .getByTestId('moved-clocks')
      .getByText(phone ? '汛前水库巡查' : '春耕备耕排查')
      .waitFor();
    expect(await page.getByTestId('arrange-announce').isDisabled()).toBe(true);
    await page.getByTestId('arrange-reason').fill('关于临时调整放假安排的通知（张武政办〔2024〕9号）');
    await readable('calendar-effects');
    if (!phone) {
      // What somebody else has announced meanwhile is not written over: the wishes stay, on the newest calendar.
      const other = await api.as('admin');
      const { body } = await other.get('/api/v1/calendar?year=2027');
      const { calendar, year, source } = body as {
        calendar: { version: number };
        year: number;
        source: string;
      };
      const years = [{ year, status: 'provisional', source, off: ['2027-01-01'], worked: [] }];
      await other.change(
        '/api/v1/calendar',
        { dryRun: false, reason: '预排', years },
        { ifMatch: calendar.version },
      );
      await page.getByTestId('arrange-announce').click();
      await page.getByText('日历已由别人调整').waitFor();
      await page.getByTestId('arrange-again').click();
      await page.getByTestId('arrange-again').waitFor({ state: 'detached' });
      await comesTo(() => changes.count(), 3);
      await page.getByTestId('arrange-preview').click();
      await page.getByTestId('moved-clocks').waitFor();
    }
    await page.getByTestId('arrange-announce').click();
    await page.getByTestId('calendar-following').getByText('正在按它推算').waitFor();
    await api.engine.sweep(JURISDICTION);
    await page.getByTestId('calendar-following').getByText('已全部按它推算').waitFor();
    await page.getByTestId('calendar-changes').getByText('张武政办〔2024〕9号').first().waitFor();
    await readable('calendar-announced');
    // Office hours: what they move is said first, and what they were stands in the history.
    await page.getByTestId('hours-begin').click();
    const hours = page.getByTestId('hours-dialog');
    await hours.getByLabel('下午上班').fill(phone ? '13:30' : '14:30');
    await hours.getByLabel('依据').fill('关于夏季作息时间的通知');
    const goOn = hours.locator('.ant-modal-footer .ant-btn-primary');
    await goOn.click();
    await hours.getByTestId('effects').waitFor();
    await readable('calendar-hours');
    await goOn.click();
    await page.getByTestId('calendar-following').getByText('正在按它推算').waitFor();
    await api.engine.sweep(JURISDICTION);
    await page
      .getByTestId('calendar-changes')
      .getByText(phone ? '14:30–17:30 → ' : '14:00–17:30 → ')
      .first()
      .waitFor();
  });

  it('prints the calendar on one page', async () => {
    const page = await browser.newWindow();
    await signIn(page, 'admin', PASSWORD);
    await page.goto('/calendar?year=2024');
    await page.getByTestId('calendar').waitFor();
    const pdf = await page.pdf({ preferCSSPageSize: true, printBackground: true });
    expect(pdf.toString('latin1').match(/\/Type\s*\/Page\b/gu)).toHaveLength(1);
  });

  it('rehearses a ladder by keys alone', async () => {
    const page = await browser.newWindow();
    await signIn(page, 'admin', PASSWORD);
    await page.goto('/ladders');
    await page.getByTestId('course').waitFor();
    await comesTo(() => page.getByTestId('stairs').locator('> li').count(), 5);
    await comesTo(() => page.getByTestId('course-end').innerText(), '已到最高一级，此后不再升级。');
    await page.getByTestId('rehearse-appealed').getByRole('combobox').focus();
    for (const key of ['ArrowDown', 'ArrowDown', 'ArrowDown', 'Enter']) await page.keyboard.press(key);
    await page.getByTestId('course').getByText('对“提醒函”提出申诉').waitFor();
    await page.getByTestId('rehearse-decided').waitFor();
    await comesTo(() => page.getByTestId('course-end').innerText(), '申诉没有认定，阶梯停在这里。');
    await page.getByTestId('course-end').scrollIntoViewIfNeeded();
    await picture(page, 'ladder-appealed');
    await page.setViewportSize({ width: 390, height: 844 });
    expect(await unreadableTextsOf(page)).toEqual([]);
    await page.getByTestId('course-end').scrollIntoViewIfNeeded();
    await picture(page, 'ladder-appealed-390');
    await page.getByTestId('rehearse-cured').getByRole('combobox').focus();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await comesTo(() => page.getByTestId('course-end').innerText(), '办妥后到此为止。');
  });

  it('tries a list before it brings it in', async () => {
    const book = new ExcelJS.Workbook();
    book.addWorksheet('名单').addRows([
      ['单位名称', '姓名', '职务', '账号'],
      ['区林业局', '李四', '联络员', 'lisi'],
      ['区文旅体局', '王五', '局长', 'wangwu'],
      ['区林业局', '无名', '联络员', ''],
    ]);
    const page = await browser.newWindow({ viewport: { width: 390, height: 844 } });
    await signIn(page, 'admin', PASSWORD);
    await page.goto('/accounts');
    await page.getByTestId('accounts').waitFor();
    await picture(page, 'accounts-390');
    await page.getByTestId('import-accounts').click();
    await page.getByTestId('import-file').setInputFiles({
      name: '名单.xlsx',
      mimeType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
      buffer: Buffer.from(await book.xlsx.writeBuffer()),
    });
    await page.getByTestId('import-lines').getByText('新增人员').first().waitFor();
    await picture(page, 'import-390');
    await comesTo(() => page.getByTestId('import-lines').getByText('不予办理').count(), 1);
    await page.getByTestId('import-go').click();
    await page.getByTestId('passwords-saved').click();
    await page.getByText('已导入').waitFor();
  });

  unitsStory(async (username) => {
    const page = await browser.newWindow();
    await signIn(page, username, PASSWORD);
    return page;
  }, picture);
});
