import { strict as assert } from 'node:assert';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * nginx with the configuration that is shipped, but for what only Docker has: its name server, and the name `api`, which stands
 * for all api processes, here at these ports. Returns its address.
 */
export async function startProxy({ config, work, port, apiPorts, begin }) {
  const folder = join(work, 'proxy');
  mkdirSync(folder);
  let text = readFileSync(config, 'utf8');
  for (const [shipped, here] of [
    ['listen 8080;', `listen 127.0.0.1:${port};`],
    [/resolver [^;]+;/, ''],
    ['set $api http://api:3000;', 'set $api http://every_api;'],
    [
      /\bserver \{/,
      `upstream every_api {\n${apiPorts.map((one) => `server 127.0.0.1:${one} max_fails=0;`).join('\n')}\n}\nserver {`,
    ],
    [/\/tmp\//g, `${folder}/`],
  ]) {
    const changed = text.replace(shipped, here);
    assert.notEqual(changed, text, `${config} has no ${String(shipped)}`);
    text = changed;
  }
  const file = join(folder, 'nginx.conf');
  writeFileSync(file, text);
  const prefix = ['-e', 'stderr', '-p', folder, '-c', file];
  const test = begin('nginx', [...prefix, '-t']);
  assert.equal(await test.ended, 0, test.said());
  begin('nginx', [...prefix, '-g', 'daemon off;']);
  return `http://127.0.0.1:${port}`;
}
