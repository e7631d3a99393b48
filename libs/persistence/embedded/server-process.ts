import { spawn, type ChildProcess } from 'node:child_process';
import { closeSync, openSync, readFileSync, statSync, renameSync } from 'node:fs';
import { platform } from 'node:os';
import { join } from 'node:path';
import { PersistenceError } from '../persistence-error.js';
import type { Binaries } from './binaries.js';
import { run } from './run.js';
import type { ServerUser } from './server-user.js';

export interface ServerPlace {
  cluster: string;
  log: string;
  port: number;
  settings: Readonly<Record<string, string>>;
}

export interface ServerProcess {
  readonly pid: number;
  /** Ends all connections, writes everything out and waits for the end. May be repeated. */
  stop(): Promise<void>;
  /** Settles when the server has ended, for whatever reason. */
  readonly ended: Promise<void>;
}

const LOG_LIMIT = 10_000_000;

/**
 * Starts the server on 127.0.0.1 and waits until it takes connections. It has a process group of its own, so that
 * Ctrl-C in the terminal ends the application first and the application its database; and it writes to a file, so
 * that it survives the sudden end of this process.
 *
 * @throws PersistenceError EMBEDDED_PORT_TAKEN, EMBEDDED_START_FAILED
 */
export async function startServer(
  place: ServerPlace,
  binaries: Binaries,
  user: ServerUser | null,
): Promise<ServerProcess> {
  const log = openLog(place.log);
  const settings = {
    listen_addresses: '127.0.0.1',
    port: String(place.port),
    unix_socket_directories: '',
    timezone: 'UTC',
    log_timezone: 'UTC',
    ...place.settings,
  };
  const child = spawn(
    binaries.postgres,
    ['-D', place.cluster, ...Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])],
    {
      ...(user ?? {}),
      cwd: place.cluster,
      env: { ...process.env, ...binaries.env, LC_MESSAGES: 'C' },
      detached: platform() !== 'win32',
      stdio: ['ignore', log.descriptor, log.descriptor],
    },
  );
  closeSync(log.descriptor);
  let over = false;
  const ended = new Promise<void>((resolve) => {
    const end = (): void => {
      over = true;
      resolve();
    };
    child.once('exit', end);
    child.once('error', end);
  });
  // A process that ends without stopping its server takes it along all the same, if it still can.
  child.unref();
  const last = (): void => void child.kill('SIGINT');
  process.once('exit', last);
  void ended.then(() => process.off('exit', last));
  const running = (): boolean => !over;
  await untilReady(child, place, log, running);
  return { pid: child.pid ?? 0, ended, stop: () => stopServer(child, place, binaries, user, ended, running) };
}

/** Waits as long as the server lives: recovery after a crash takes the time it takes. */
async function untilReady(
  child: ChildProcess,
  place: ServerPlace,
  log: { start: number },
  running: () => boolean,
): Promise<void> {
  while (running()) {
    if (isReady(place.cluster, child.pid)) return;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  const output = readFileSync(place.log).subarray(log.start).toString('utf8').trim();
  if (/could not bind|Address already in use|could not create any TCP\/IP sockets/.test(output)) {
    throw new PersistenceError(
      'EMBEDDED_PORT_TAKEN',
      `端口 ${place.port} 已被其他程序占用，内置数据库没有启动。请另指定端口，或停止占用它的程序。`,
    );
  }
  throw new PersistenceError(
    'EMBEDDED_START_FAILED',
    `内置数据库没有启动。日志（${place.log}）末尾：\n${output.split('\n').slice(-10).join('\n')}\n` +
      '请按日志处理（常见原因：磁盘已满、目录权限、共享内存不足）；或用 DATABASE_URL 指向外部 PostgreSQL。',
  );
}

/** postmaster.pid says so in its eighth line; its first says whether that is this server. */
function isReady(cluster: string, pid: number | undefined): boolean {
  try {
    const lines = readFileSync(join(cluster, 'postmaster.pid'), 'utf8').split('\n');
    return lines[0] === String(pid) && (lines[7] ?? '').startsWith('ready');
  } catch {
    return false;
  }
}

async function stopServer(
  child: ChildProcess,
  place: ServerPlace,
  binaries: Binaries,
  user: ServerUser | null,
  ended: Promise<void>,
  running: () => boolean,
): Promise<void> {
  if (!running()) return;
  child.ref();
  if (platform() === 'win32') {
    const options = { ...(user ?? {}), env: { ...process.env, ...binaries.env } };
    await run(binaries.pgCtl, ['stop', '-D', place.cluster, '-m', 'fast', '-w'], options);
    return ended;
  }
  child.kill('SIGINT');
  const impatient = setTimeout(() => child.kill('SIGQUIT'), 30_000);
  await ended;
  clearTimeout(impatient);
}

function openLog(file: string): { descriptor: number; start: number } {
  const size = statSync(file, { throwIfNoEntry: false })?.size ?? 0;
  if (size > LOG_LIMIT) renameSync(file, `${file}.1`);
  return { descriptor: openSync(file, 'a', 0o600), start: size > LOG_LIMIT ? 0 : size };
}
