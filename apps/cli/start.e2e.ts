import { afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { existsSync } from 'node:fs';
import { chmod, mkdir, mkdtemp, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Readiness } from '#contract';
import { until } from '#testing';
import { LuoshiProcess } from './testing/luoshi-process.js';

/** Where there is time for what takes long. */
const inCi = process.env['LUOSHI_VERIFY'] === undefined ? test.skip : test;

const CLOCK = { LUOSHI_CLOCK: '2024-04-12T08:00:00.000Z@0' };
const PASSWORD = 'a long demo password';

let folders: string[] = [];
let started: LuoshiProcess[] = [];

beforeAll(() => LuoshiProcess.build());
afterEach(async () => {
  for (const one of started) one.signal('SIGKILL');
  await Promise.all(started.map((one) => one.ended));
  started = [];
  for (const folder of folders) {
    await endServer(folder);
    await rm(folder, { recursive: true, force: true });
  }
  folders = [];
});

async function dataFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'luoshi-start-'));
  folders.push(folder);
  // As root, the server runs as another user, who has to get to its folder.
  await chmod(folder, 0o711);
  return join(folder, 'data');
}

/** A killed process leaves its server running: the next command on the folder ends it, and so does this. */
async function endServer(folder: string): Promise<void> {
  const data = join(folder, 'data');
  if (existsSync(join(data, 'postgres', 'postmaster.pid')))
    await LuoshiProcess.finish(['migrate', '--data', data]);
}

function start(data: string, args: string[] = [], env: Record<string, string> = {}): LuoshiProcess {
  const one = LuoshiProcess.run(['start', '--port', '0', '--data', data, ...args], env);
  started.push(one);
  return one;
}

async function signIn(url: string, password: string): Promise<number> {
  const response = await fetch(`${url}/api/v1/session`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ username: 'hq', password }),
  });
  return response.status;
}

async function readiness(url: string): Promise<Readiness> {
  return (await (await fetch(`${url}/readyz`)).json()) as Readiness;
}

describe('luoshi start', () => {
  test('the first start makes everything, the second goes on from there, SIGTERM stops both cleanly', async () => {
    const data = await dataFolder();
    const first = start(data, [], CLOCK);
    const url = await first.url();
    expect((await stat(data)).mode & 0o777).toBe(0o700);
    const password = /^ +hq +指挥部办公室 +(\S+)/m.exec(first.stdout)?.[1] ?? '';
    expect(password).toMatch(/^[a-zA-Z2-9]{14}$/);
    expect(await signIn(url, password)).toBe(201);
    expect((await fetch(url)).status).toBe(200);
    // The address is told before the worker's first look at the database, which may come later on a busy machine.
    await until(async () => (await readiness(url)).status === 'ready');
    expect((await readiness(url)).checks).toEqual(
      ['database', 'clock', 'worker', 'auditor', 'files'].map((name) => ({
        name,
        ok: true,
        detail: expect.any(String),
      })),
    );
    expect(await first.stop()).toEqual({ code: 0, signal: null });
    expect(existsSync(join(data, 'luoshi.lock'))).toBe(false);
    expect(existsSync(join(data, 'postgres', 'postmaster.pid'))).toBe(false);

    const second = start(data, ['--demo-password', PASSWORD], CLOCK);
    const again = await second.url();
    expect(second.stdout).not.toContain('口令');
    expect(second.stderr).not.toMatch(/新建数据库|迁移|已载入/);
    expect(await signIn(again, password)).toBe(201);
    expect(await second.stop()).toEqual({ code: 0, signal: null });
  });

  inCi('a process that was killed is taken over from: lock, server and all', async () => {
    const data = await dataFolder();
    const first = start(data, ['--no-seed']);
    await first.url();
    first.signal('SIGKILL');
    await first.ended;
    expect(existsSync(join(data, 'luoshi.lock'))).toBe(true);
    const second = start(data, ['--no-seed']);
    await second.url();
    expect(second.stderr).toContain(`上次没有正常退出（进程 ${first.pid} 已不在），正在恢复。`);
    expect(await second.stop()).toEqual({ code: 0, signal: null });
  });

  inCi('a second process on the same folder is told whose it is, and --fresh begins anew', async () => {
    const data = await dataFolder();
    const first = start(data, ['--demo-password', PASSWORD], CLOCK);
    expect(await signIn(await first.url(), PASSWORD)).toBe(201);
    const second = start(data);
    expect((await second.ended).code).toBe(1);
    expect(second.stderr).toContain('错误 EMBEDDED_IN_USE');
    expect(second.stderr).toContain(String(first.pid));
    await first.stop();
    const third = start(data, ['--fresh', '--no-seed']);
    expect(await signIn(await third.url(), PASSWORD)).toBe(401);
    await third.stop();
  });

  test('a taken port is told of before anything is made', async () => {
    const taken = createServer();
    await new Promise<void>((resolve) => void taken.listen(0, '127.0.0.1', resolve));
    const { port } = taken.address() as AddressInfo;
    const data = await dataFolder();
    const one = start(data, ['--port', String(port)]);
    expect((await one.ended).code).toBe(1);
    expect(one.stderr.trim()).toBe(
      `错误 PORT_TAKEN：端口 ${port}（127.0.0.1）已被其他程序占用。请停止占用它的程序，或用 --port 另选一个端口（0 为任一空闲端口）。`,
    );
    expect(existsSync(data)).toBe(false);
    taken.close();
  });

  test('a half-made data folder is left alone, with a way out', async () => {
    const data = await dataFolder();
    await mkdir(join(data, 'postgres'), { recursive: true });
    await writeFile(join(data, 'postgres', 'PG_VERSION'), '18\n');
    const one = start(data);
    expect((await one.ended).code).toBe(1);
    expect(one.stderr).toContain('错误 EMBEDDED_INIT_INCOMPLETE');
    expect(one.stderr).toContain('--fresh');
    expect(await readdir(join(data, 'postgres'))).toEqual(['PG_VERSION']);
  });

  inCi('a signal during the start stops what had been started', async () => {
    const data = await dataFolder();
    const one = start(data, [], CLOCK);
    await until(() => one.stderr.includes('新建数据库'));
    expect(await one.stop()).toEqual({ code: 1, signal: null });
    expect(one.stderr).toContain('错误 START_INTERRUPTED');
    expect(existsSync(join(data, 'luoshi.lock'))).toBe(false);
    expect(existsSync(join(data, 'postgres', 'postmaster.pid'))).toBe(false);
  });
});

describe('one clear message, exit code 1', () => {
  const trouble = async (args: string[], env: Record<string, string> = {}): Promise<string> => {
    const { code, stdout, stderr } = await LuoshiProcess.finish(args, env);
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
    return stderr;
  };

  test('the database cannot be reached', async () => {
    const env = { DATABASE_URL: 'postgresql://u:geheim@127.0.0.1:9/none' };
    const said = await trouble(['start', '--port', '0'], env);
    expect(said).toContain('错误 DATABASE_UNREACHABLE：连不上数据库 127.0.0.1:9/none（ECONNREFUSED）');
    expect(said).not.toContain('geheim');
  });

  inCi('page and worker apart need a database of their own', async () => {
    expect(await trouble(['worker'])).toContain('错误 DATABASE_REQUIRED');
    expect(await trouble(['api'])).toContain('错误 DATABASE_REQUIRED');
  });

  test('--fresh never touches an outside database', async () => {
    const env = { DATABASE_URL: 'postgresql://u@127.0.0.1:9/none' };
    expect(await trouble(['start', '--fresh'], env)).toContain('错误 FRESH_REFUSED');
  });

  inCi('the environment is wrong', async () => {
    expect(await trouble(['start'], { PORT: 'x' })).toContain('错误 CONFIG_INVALID');
    expect(await trouble(['start'], { LUOSHI_CLOCK: '2024-02-30T00:00:00.000Z' })).toContain(
      '错误 CLOCK_INVALID',
    );
    expect(await trouble(['start'], { LUOSHI_FAULT: 'nowhere' })).toContain('错误 FAULT_POINT_UNKNOWN');
    expect(await trouble(['start', '--demo-password', 'short'])).toContain('错误 DEMO_PASSWORD_WEAK');
  });

  test('a file cannot be read, or is none of ours', async () => {
    expect(await trouble(['plan', 'extract', '/nowhere.txt'])).toContain('错误 FILE_UNREADABLE');
    expect(await trouble(['plan', 'extract', process.execPath])).toMatch(/错误 FILE_(UNREADABLE|INVALID)/);
  });
});
