import { existsSync } from 'node:fs';
import type { Browser } from 'playwright-core';
import { CliError } from '../../cli-error.js';

/** Where Debian puts it, the one without windows first; anything else is named by CHROMIUM. */
const USUAL = ['/usr/bin/chromium-headless-shell', '/usr/bin/chromium'];
const ARGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/**
 * The Chromium of this machine, without a window.
 *
 * @throws CliError CHROMIUM_MISSING where there is none, PLAYWRIGHT_MISSING where what drives it is not installed: it is
 *   there for development, and an installation without development packages has it not
 */
export async function openChromium(): Promise<Browser> {
  const named = process.env['CHROMIUM']?.trim();
  const places = named === undefined || named === '' ? USUAL : [named];
  const executablePath = places.find((path) => existsSync(path));
  if (executablePath === undefined)
    throw new CliError(
      'CHROMIUM_MISSING',
      `没有找到 Chromium（${places.join('、')}）：请安装（Debian：apt-get install chromium），或用环境变量 CHROMIUM 指明其路径。`,
    );
  const { chromium } = await import('playwright-core').catch((cause: unknown) => {
    throw new CliError(
      'PLAYWRIGHT_MISSING',
      '没有安装 playwright-core：它只随开发依赖安装，请在源码目录执行 npm ci。',
      { cause },
    );
  });
  return chromium.launch({ executablePath, args: ARGS });
}
