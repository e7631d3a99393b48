// The two commands of the README, as a newcomer types them: `npm start` on nothing, a page in the browser, Ctrl-C, and
// again, where it goes on. Run in the checkout, after `npm ci`.
import { strict as assert } from 'node:assert';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ask, start, tasksSeenBy } from './processes.mjs';

const folder = mkdtempSync(join(tmpdir(), 'luoshi-ci-start-'));
const data = join(folder, 'data');
const options = ['--port', '0', '--data', data];
const PASSWORD = 'smoke-test-2024';
const UP = /落实已启动：(http:\/\/\S+)/;

try {
  const began = Date.now();
  const first = start('npm', ['start', '--', ...options, '--demo-password', PASSWORD]);
  const [, url] = await first.until(UP, 300_000);
  assert.match(await ask(url, 200, 60_000), /<div id="root">/);
  console.log(`npm start: the page answers after ${((Date.now() - began) / 1000).toFixed(1)} s`);
  await ask(`${url}/readyz`, 200, 60_000);
  assert.match(await ask(`${url}/api/v1/openapi.json`, 200, 60_000), /"openapi":"3\.1/);
  assert.equal(await tasksSeenBy(url, 'hq', PASSWORD), 149);
  // As Ctrl-C does: to npm and to what it runs.
  await first.stop('SIGINT', 180_000, true);
  await assert.rejects(fetch(url), 'the page still answers after Ctrl-C');

  const again = start(process.execPath, ['apps/cli/bin/luoshi.js', 'start', ...options]);
  const [, second] = await again.until(UP, 180_000);
  assert.doesNotMatch(again.said(), /首次启动/);
  assert.equal(await tasksSeenBy(second, 'hq', PASSWORD), 149);
  assert.equal(await again.stop('SIGTERM', 180_000), 0, again.said());
  console.log('started, stopped by Ctrl-C, started again where it was, stopped by SIGTERM');
} finally {
  rmSync(folder, { recursive: true, force: true });
}
