import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { transformFile } from '@swc/core';
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import pg from 'pg';
import { startEmbeddedPostgres } from './start-embedded-postgres.js';

/** A program of its own, so that it can really be killed: starts the database and counts up, each number a commit. */
const PROGRAM = `
  import pg from 'pg';
  import { startEmbeddedPostgres } from './embedded/start-embedded-postgres.js';
  const { ownerUrl } = await startEmbeddedPostgres({ dataDir: process.argv[2] });
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  await client.query('create table if not exists counted (n int primary key)');
  const { rows } = await client.query('select coalesce(max(n), 0) as n from counted');
  for (let n = rows[0].n + 1; ; n += 1) {
    await client.query('insert into counted values ($1)', [n]);
    console.log(n);
  }`;

let folder: string;
let dataDir: string;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'luoshi-sudden-'));
  chmodSync(folder, 0o755);
  dataDir = join(folder, 'data');
  const persistence = dirname(dirname(fileURLToPath(import.meta.url)));
  const sources = readdirSync(join(persistence, 'embedded')).map((name) => `embedded/${name}`);
  for (const source of [
    ...sources,
    'app-role.ts',
    'connection-string.ts',
    'connect-error.ts',
    'persistence-error.ts',
  ]) {
    if (/\.(it|spec)\.ts$/.test(source)) continue;
    const { code } = await transformFile(join(persistence, source), {
      module: { type: 'es6' },
      jsc: { target: 'es2022' },
    });
    const target = join(folder, source.replace(/\.ts$/, '.js'));
    mkdirSync(dirname(target), { recursive: true });
    writeFileSync(target, code);
  }
  writeFileSync(join(folder, 'package.json'), '{ "type": "module" }');
  writeFileSync(join(folder, 'count.js'), PROGRAM);
  symlinkSync(join(persistence, '../../node_modules'), join(folder, 'node_modules'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 50 }));

async function countUntilKilled(atLeast: number): Promise<number> {
  const child: ChildProcess = spawn(process.execPath, [join(folder, 'count.js'), dataDir], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let told = 0;
  let lines = 0;
  if (child.stdout === null) throw new Error('no output to read');
  for await (const line of createInterface({ input: child.stdout })) {
    told = Number(line);
    lines += 1;
    if (lines === atLeast) child.kill('SIGKILL');
  }
  if (child.exitCode === null && child.signalCode === null) await once(child, 'exit');
  expect(child.signalCode).toBe('SIGKILL');
  return told;
}

describe('kill -9 of the process that runs the database', () => {
  it('loses nothing that was committed, three times running', async () => {
    const first = await countUntilKilled(20);
    const second = await countUntilKilled(200);
    expect(second).toBeGreaterThan(first);
    const third = await countUntilKilled(50);
    const { ownerUrl, notes, stop } = await startEmbeddedPostgres({ dataDir });
    const client = new pg.Client({ connectionString: ownerUrl });
    await client.connect();
    const { rows } = await client.query<{ n: number; last: number }>(
      'select count(*)::int as n, max(n) as last from counted',
    );
    await client.end();
    await stop();
    expect(notes.join()).toContain('上次没有正常退出');
    // The one after the last that was told may have been committed before its number could be told.
    expect([third, third + 1]).toContain(rows[0]?.last);
    expect(rows[0]?.n).toBe(rows[0]?.last);
  });
});
