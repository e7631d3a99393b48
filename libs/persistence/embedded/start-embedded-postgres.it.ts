import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { platform, tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { migrate, openDatabase } from '../index.js';
import { startOf } from './process-identity.js';
import { startEmbeddedPostgres, type EmbeddedPostgres } from './start-embedded-postgres.js';

let folder: string;
let dataDir: string;
let running: EmbeddedPostgres | null = null;
const others: ChildProcess[] = [];

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'luoshi-embedded-'));
  chmodSync(folder, 0o755);
  dataDir = join(folder, 'data');
});
afterEach(async () => {
  await running?.stop();
  running = null;
  for (const other of others.splice(0)) other.kill('SIGKILL');
});
afterAll(() => rmSync(folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 50 }));

async function start(
  options: { port?: number; fresh?: boolean; dataDir?: string } = {},
): Promise<EmbeddedPostgres> {
  running = await startEmbeddedPostgres({ dataDir, ...options });
  return running;
}

async function ask(url: string, sql: string): Promise<Record<string, unknown>[]> {
  const client = new pg.Client({ connectionString: url });
  client.on('error', () => undefined);
  await client.connect();
  try {
    return (await client.query<Record<string, unknown>>(sql)).rows;
  } finally {
    await client.end();
  }
}

const modeOf = (path: string): string => (statSync(path).mode & 0o777).toString(8);

/** A process that is there and does nothing. */
function bystander(): ChildProcess {
  const child = spawn(process.execPath, ['-e', 'setInterval(() => undefined, 1000)'], { stdio: 'ignore' });
  others.push(child);
  return child;
}

/** The lock of a process that was ended without a chance to let go. */
async function leaveStaleLock(): Promise<number> {
  const child = bystander();
  const holder = { pid: child.pid ?? 0, start: startOf(child.pid ?? 0) };
  child.kill('SIGKILL');
  await once(child, 'exit');
  writeFileSync(join(dataDir, 'luoshi.lock'), JSON.stringify(holder));
  return holder.pid;
}

describe('the embedded PostgreSQL', () => {
  it('makes its database on the first start, closed to others, and is fit for the application', async () => {
    const { ownerUrl, appUrl, notes } = await start({ fresh: true });
    expect(notes.join()).toContain('新建数据库');
    expect(modeOf(dataDir)).toBe('700');
    expect(modeOf(join(dataDir, 'postgres'))).toBe('700');
    expect(modeOf(join(dataDir, 'secrets.json'))).toBe('600');
    await migrate(ownerUrl);
    const database = await openDatabase({ appUrl });
    const [who] = await database.outsideTenants((tx) => tx.query('select session_user::text as who'));
    await database.close();
    expect(who).toEqual({ who: 'luoshi_app' });
    await ask(ownerUrl, 'create table kept (n int); insert into kept values (1)');
  });

  it('goes on where it was on the second start', async () => {
    const { ownerUrl, notes } = await start();
    expect(notes).toEqual([]);
    await expect(ask(ownerUrl, 'select n from kept')).resolves.toEqual([{ n: 1 }]);
  });

  it('takes no password but its own', async () => {
    const { ownerUrl } = await start();
    const wrong = new URL(ownerUrl);
    wrong.password = 'wrong';
    await expect(ask(wrong.toString(), 'select 1')).rejects.toMatchObject({ code: '28P01' });
  });

  it('listens on this machine only', async () => {
    const { ownerUrl } = await start();
    await expect(ask(ownerUrl, 'show listen_addresses')).resolves.toEqual([
      { listen_addresses: '127.0.0.1' },
    ]);
    await expect(ask(ownerUrl, 'show unix_socket_directories')).resolves.toEqual([
      { unix_socket_directories: '' },
    ]);
  });

  it('frees folder, port and processes when it is stopped, and can be stopped twice', async () => {
    const { pid, port, stop } = await start();
    await stop();
    await stop();
    expect(startOf(pid)).toBeNull();
    expect(existsSync(join(dataDir, 'luoshi.lock'))).toBe(false);
    expect(existsSync(join(dataDir, 'postgres', 'postmaster.pid'))).toBe(false);
    await start({ port });
  });

  it('tells when the server ends although nobody asked it to', async () => {
    const { pid, ended } = await start();
    process.kill(pid, 'SIGQUIT');
    await expect(ended).resolves.toBeUndefined();
  });

  (platform() === 'linux' ? it : it.skip)(
    'stands outside the terminal’s process group: Ctrl-C is not for it',
    async () => {
      const { pid } = await start();
      const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
      const [, , group] = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
      expect(Number(group)).toBe(pid);
    },
  );
});

describe('a folder that is in use', () => {
  it('is not shared with a second process, and the first goes on undisturbed', async () => {
    const { ownerUrl } = await start();
    const second = startEmbeddedPostgres({ dataDir });
    await expect(second).rejects.toMatchObject({ code: 'EMBEDDED_IN_USE' });
    await expect(second).rejects.toThrow(String(process.pid));
    await expect(ask(ownerUrl, 'select n from kept')).resolves.toEqual([{ n: 1 }]);
  });

  it('goes to one of several that start at once', async () => {
    const results = await Promise.allSettled([1, 2, 3].map(() => startEmbeddedPostgres({ dataDir })));
    const started = results.flatMap((result) => (result.status === 'fulfilled' ? [result.value] : []));
    const codes = results.flatMap((result) =>
      result.status === 'rejected' ? [(result.reason as { code: string }).code] : [],
    );
    for (const one of started) await one.stop();
    expect({ started: started.length, codes }).toEqual({
      started: 1,
      codes: ['EMBEDDED_IN_USE', 'EMBEDDED_IN_USE'],
    });
  });

  it('is not the property of a process that has its number by chance', async () => {
    const child = bystander();
    writeFileSync(join(dataDir, 'luoshi.lock'), JSON.stringify({ pid: child.pid, start: 'another start' }));
    await start();
    expect(startOf(child.pid ?? 0)).not.toBeNull();
  });

  it('is taken over where the lock says nothing', async () => {
    writeFileSync(join(dataDir, 'luoshi.lock'), '');
    await start();
  });
});

describe('after a sudden end', () => {
  it('of the application alone, the server it left running is ended and the data is there', async () => {
    const old = await start();
    await ask(old.ownerUrl, 'insert into kept values (2)');
    const dead = await leaveStaleLock();
    const { ownerUrl, notes, pid } = await start();
    expect(notes).toEqual([
      `上次没有正常退出（进程 ${dead} 已不在），正在恢复。`,
      '上次遗留的数据库进程已停止。',
    ]);
    expect(pid).not.toBe(old.pid);
    await expect(old.ended).resolves.toBeUndefined();
    await expect(ask(ownerUrl, 'select n from kept order by n')).resolves.toEqual([{ n: 1 }, { n: 2 }]);
  });

  it('of application and server, with connections open, it recovers', async () => {
    const old = await start();
    const client = new pg.Client({ connectionString: old.ownerUrl });
    client.on('error', () => undefined);
    await client.connect();
    await client.query('insert into kept values (3)');
    await client.query('begin; insert into kept values (99)');
    process.kill(old.pid, 'SIGKILL');
    await leaveStaleLock();
    const { ownerUrl } = await start();
    await client.end().catch(() => undefined);
    await expect(ask(ownerUrl, 'select n from kept order by n')).resolves.toEqual([
      { n: 1 },
      { n: 2 },
      { n: 3 },
    ]);
  });

  it('a number in postmaster.pid that now is another program’s is not signalled', async () => {
    await (await start()).stop();
    const child = bystander();
    const lines = [String(child.pid), join(dataDir, 'postgres'), '1', '1', '', '127.0.0.1', '', 'ready'];
    writeFileSync(join(dataDir, 'postgres', 'postmaster.pid'), `${lines.join('\n')}\n`);
    await leaveStaleLock();
    await start();
    expect(startOf(child.pid ?? 0)).not.toBeNull();
  });

  it('of the first start, the half-made cluster is removed and another made', async () => {
    const other = join(folder, 'first-start');
    const half = join(other, 'postgres.half-made-4711');
    mkdirSync(half, { recursive: true });
    writeFileSync(join(half, 'PG_VERSION'), '18\n');
    writeFileSync(join(other, 'postgres.half-made-4711.password'), 'x');
    const { ownerUrl } = await start({ dataDir: other });
    await expect(ask(ownerUrl, 'select current_database()::text as name')).resolves.toEqual([
      { name: 'luoshi' },
    ]);
    expect(existsSync(half)).toBe(false);
    expect(existsSync(`${half}.password`)).toBe(false);
  });
});

describe('a start that is not possible', () => {
  it('for a port that is taken says so, and leaves the folder free', async () => {
    const server = createServer();
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    const { port } = server.address() as AddressInfo;
    await expect(start({ port })).rejects.toMatchObject({ code: 'EMBEDDED_PORT_TAKEN' });
    server.close();
    await start();
  });

  it('for a cluster that is not whole says how to go on, and touches nothing', async () => {
    const control = join(dataDir, 'postgres', 'global', 'pg_control');
    renameSync(control, `${control}.away`);
    const refused = start();
    await expect(refused).rejects.toMatchObject({ code: 'EMBEDDED_INIT_INCOMPLETE' });
    await expect(refused).rejects.toThrow('--fresh');
    renameSync(`${control}.away`, control);
    const { ownerUrl } = await start();
    await expect(ask(ownerUrl, 'select count(*)::int as n from kept')).resolves.toEqual([{ n: 3 }]);
  });

  it('for another version’s cluster names both versions', async () => {
    const file = join(dataDir, 'postgres', 'PG_VERSION');
    writeFileSync(file, '14\n');
    const refused = start();
    await expect(refused).rejects.toMatchObject({ code: 'EMBEDDED_VERSION_MISMATCH' });
    await expect(refused).rejects.toThrow(/14.*18/);
    writeFileSync(file, '18\n');
  });

  it('for lost passwords makes no new ones for an old database', async () => {
    const secrets = join(dataDir, 'secrets.json');
    renameSync(secrets, `${secrets}.away`);
    await expect(start()).rejects.toMatchObject({ code: 'EMBEDDED_SECRET_MISSING' });
    writeFileSync(secrets, '{');
    await expect(start()).rejects.toMatchObject({ code: 'EMBEDDED_SECRET_MISSING' });
    renameSync(`${secrets}.away`, secrets);
    await start();
  });

  it('for a settings error shows the end of the log', async () => {
    const refused = startEmbeddedPostgres({ dataDir, settings: { shared_buffers: 'much' } });
    await expect(refused).rejects.toMatchObject({ code: 'EMBEDDED_START_FAILED' });
    await expect(refused).rejects.toThrow('shared_buffers');
  });

  it('for a path that is a file says so', async () => {
    const file = join(folder, 'file');
    writeFileSync(file, '');
    await expect(start({ dataDir: file })).rejects.toMatchObject({ code: 'EMBEDDED_FOLDER_UNUSABLE' });
  });
});

describe('a fresh start', () => {
  it('removes the database and leaves alone what others keep in the folder', async () => {
    writeFileSync(join(dataDir, 'evidence.pdf'), 'kept');
    const { ownerUrl } = await start({ fresh: true });
    await expect(ask(ownerUrl, 'select n from kept')).rejects.toMatchObject({ code: '42P01' });
    expect(readFileSync(join(dataDir, 'evidence.pdf'), 'utf8')).toBe('kept');
  });
});

(userInfo().uid === 0 ? describe : describe.skip)('as root, below a folder that is closed to others', () => {
  it('keeps the cluster where the server’s user can reach it, and finds it again', async () => {
    const closed = join(folder, 'closed');
    mkdirSync(closed, { mode: 0o700 });
    const inside = join(closed, 'data');
    const first = await start({ dataDir: inside });
    await ask(first.ownerUrl, 'create table kept (n int)');
    await first.stop();
    const place = readFileSync(join(inside, 'postgres-location'), 'utf8').trim();
    expect(existsSync(join(place, 'postgres', 'PG_VERSION'))).toBe(true);
    const { ownerUrl, stop } = await start({ dataDir: inside });
    await expect(ask(ownerUrl, 'select n from kept')).resolves.toEqual([]);
    await stop();
    rmSync(place, { recursive: true });
  });
});
