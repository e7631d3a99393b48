import { execFile } from 'node:child_process';
import { createReadStream, existsSync } from 'node:fs';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { findChromium, openBrowser, type TestBrowser } from '#testing';
import type { Page } from 'playwright-core';
import { axeFindings } from '../testing/accessibility.js';
import { unreadableTextsOf } from '../testing/at-the-screen.js';

const chromium = findChromium();
const run = chromium === null || process.env['LUOSHI_VERIFY'] === undefined ? describe.skip : describe;
if (chromium === null)
  process.stderr.write('skipped: there is no Chromium to look at the components with (CHROMIUM)\n');

const ROOT = fileURLToPath(new URL('../../../', import.meta.url));
const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
};
/** What lies over the page: each is opened by itself. */
const IN_FRONT = [
  'action-dialog',
  'action-field-input',
  'form-dialog',
  'shown-once-dialog',
  'save-filter',
  'manage-filters',
];
/** The rows within the menu of columns, which is shown open. */
const WITHIN_OTHERS = ['column-rows'];

run('our own components, in all their states', () => {
  let folder: string;
  let server: Server;
  let browser: TestBrowser;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'luoshi-states-'));
    const config = join(ROOT, 'apps/web/testing/states/vite.config.ts');
    const vite = join(ROOT, 'node_modules/vite/bin/vite.js');
    await promisify(execFile)(
      process.execPath,
      [vite, 'build', '--config', config, '--outDir', folder, '--emptyOutDir', '--logLevel', 'warn'],
      { cwd: ROOT, env: { ...process.env, NODE_ENV: 'production' } },
    );
    server = createServer((request, response) => {
      const path = new URL(String(request.url), 'http://localhost').pathname;
      const file = join(folder, path === '/' ? 'index.html' : path);
      if (!existsSync(file)) return void response.writeHead(404).end();
      response.setHeader('Content-Type', TYPES[extname(file)] ?? 'application/octet-stream');
      createReadStream(file).pipe(response);
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as AddressInfo;
    browser = await openBrowser(String(chromium), `http://127.0.0.1:${port}`);
  });
  afterAll(async () => {
    await browser?.close();
    server?.close();
    await rm(folder, { recursive: true, force: true });
  });

  const opened = async (at: string, width: number): Promise<Page> => {
    const page = await browser.newWindow({ viewport: { width, height: 900 } });
    await page.goto(at);
    await page.locator('main.states').waitFor();
    return page;
  };

  it('are all of them there', async () => {
    const page = await opened('/', 1440);
    const shown = await page
      .locator('[data-states]')
      .evaluateAll((sections) => sections.map((section) => section.getAttribute('data-states')));
    const files = await Promise.all(
      ['components', 'lists'].map((each) => readdir(join(ROOT, 'apps/web', each))),
    );
    const own = files.flat().filter((file) => file.endsWith('.tsx'));
    expect([...shown, ...IN_FRONT, ...WITHIN_OTHERS].toSorted()).toEqual(
      own.map((file) => file.replace('.tsx', '')).toSorted(),
    );
  });

  it.each([1440, 390])('can be read and used by everybody, %i pixels wide', async (width) => {
    const page = await opened('/', width);
    await page.getByTestId('columns').click();
    await page.getByTestId('columns-panel').waitFor();
    expect(await axeFindings(page)).toEqual([]);
    expect(await unreadableTextsOf(page)).toEqual([]);
    for (const name of IN_FRONT) {
      await page.goto(`/?of=${name}`);
      await page.getByRole('dialog').waitFor();
      expect([name, await axeFindings(page)]).toEqual([name, []]);
      expect([name, await unreadableTextsOf(page)]).toEqual([name, []]);
    }
  });
});
