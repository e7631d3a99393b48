import type { Page } from 'playwright-core';

/** Fills in the form of sign-in and presses the button. */
export async function fillSignIn(page: Page, username: string, password: string): Promise<void> {
  await page.getByLabel('用户名').fill(username);
  await page.getByLabel('密码').fill(password);
  await page.getByRole('button', { name: '登录' }).click();
}

/** Comes to the system, is asked who it is, and is in. */
export async function signIn(page: Page, username: string, password: string): Promise<void> {
  await page.goto('/');
  await fillSignIn(page, username, password);
  await page.getByTestId('person').waitFor();
}

/** What stands on the screen and cannot be left out of sight, such as a drawer or a dialog. */
export const drawer = (page: Page) => page.locator('.ant-drawer-section');
export const dialog = (page: Page) => page.getByRole('dialog');
