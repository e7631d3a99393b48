import { expect } from '@jest/globals';
import { until } from '#testing';
import type { Page } from 'playwright-core';
import { cutTexts } from './cut-texts.js';
import { overlappingTexts } from './overlapping-texts.js';

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

/** What the page shows comes to that; a page is redrawn when it is, and piece by piece. */
export async function comesTo<T>(read: () => Promise<T>, wanted: T): Promise<void> {
  const is = async (): Promise<boolean> => Object.is(await read(), wanted);
  await until(is).catch(() => undefined);
  expect(await read()).toBe(wanted);
}

/** What stays cut, or upon another text, once the page has come to rest. */
export async function unreadableTextsOf(page: Page): Promise<string[]> {
  let found: string[] = [];
  const isNone = async (): Promise<boolean> => {
    found = [...(await page.evaluate(cutTexts)), ...(await page.evaluate(overlappingTexts))];
    return found.length === 0;
  };
  await until(isNone, 5_000).catch(() => undefined);
  return found;
}

/** No dialog or drawer is open, nor on its way out: until then keys are for it, and it lies over the page. */
export async function nothingInFront(page: Page): Promise<void> {
  await page.waitForFunction(
    () => document.querySelector('.ant-modal-wrap:not([style*="none"]), .ant-drawer-open') === null,
  );
}

/** What stands on the screen and cannot be left out of sight, such as a drawer or a dialog. */
export const drawer = (page: Page) => page.locator('.ant-drawer-section');
export const dialog = (page: Page) => page.getByRole('dialog');
