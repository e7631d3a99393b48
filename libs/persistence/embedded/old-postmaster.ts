import { readdirSync, readFileSync, readlinkSync, realpathSync, rmSync } from 'node:fs';
import { platform } from 'node:os';
import { join } from 'node:path';
import { PersistenceError } from '../persistence-error.js';
import type { Binaries } from './binaries.js';
import { isAlive } from './process-identity.js';
import { run } from './run.js';
import type { ServerUser } from './server-user.js';

/**
 * Ends what an earlier process left running on a cluster. To be called with the folder's lock in hand: then nobody
 * uses that server any more. What it had committed is on disk; the next start recovers from the log.
 *
 * On Linux the processes of a cluster are told by their working folder, which is the cluster: a number in
 * postmaster.pid that now belongs to somebody else is never signalled.
 *
 * @returns whether anything had to be ended
 * @throws PersistenceError EMBEDDED_IN_USE
 */
export async function endOldPostmaster(
  cluster: string,
  binaries: Binaries,
  user: ServerUser | null,
): Promise<boolean> {
  const pid = postmasterOf(cluster);
  if (platform() !== 'linux')
    return pid !== null && isAlive(pid) && (await stopByPgCtl(cluster, binaries, user));
  if (processesOf(cluster).length === 0) {
    // Nobody works on the cluster, so the number in the file, if it is alive, is another program's.
    if (pid !== null) rmSync(join(cluster, 'postmaster.pid'), { force: true });
    return false;
  }
  // INT: end all connections and write everything out. QUIT: at once, recover later. KILL: it does not even react.
  for (const [signal, waitMs] of [
    ['SIGINT', 15_000],
    ['SIGQUIT', 5_000],
    ['SIGKILL', 5_000],
  ] as const) {
    const living = processesOf(cluster);
    const targets = pid !== null && living.includes(pid) && signal !== 'SIGKILL' ? [pid] : living;
    for (const target of targets) signalQuietly(target, signal);
    if (await gone(cluster, waitMs)) return true;
  }
  throw new PersistenceError(
    'EMBEDDED_IN_USE',
    `数据库目录 ${cluster} 上仍有旧的数据库进程（${processesOf(cluster).join('、')}），无法使其退出。请手工结束后重试。`,
  );
}

/** The number in postmaster.pid, or null. */
export function postmasterOf(cluster: string): number | null {
  try {
    const pid = Number.parseInt(readFileSync(join(cluster, 'postmaster.pid'), 'utf8'), 10);
    return Number.isSafeInteger(pid) && pid > 1 ? pid : null;
  } catch {
    return null;
  }
}

function processesOf(cluster: string): number[] {
  const folder = realpathSync(cluster);
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(Number)
    .filter((pid) => {
      try {
        return readlinkSync(`/proc/${String(pid)}/cwd`) === folder && /postgres/.test(commandOf(pid));
      } catch {
        return false; // Gone, or not ours to look at: then it is not our server's either.
      }
    });
}

function commandOf(pid: number): string {
  return readFileSync(`/proc/${String(pid)}/cmdline`, 'utf8');
}

async function gone(cluster: string, waitMs: number): Promise<boolean> {
  const until = performance.now() + waitMs;
  while (performance.now() < until) {
    if (processesOf(cluster).length === 0) return true;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  return false;
}

function signalQuietly(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal);
  } catch {
    // Ended in the meantime.
  }
}

async function stopByPgCtl(cluster: string, binaries: Binaries, user: ServerUser | null): Promise<boolean> {
  const options = { ...(user ?? {}), env: { ...process.env, ...binaries.env } };
  const stopped = await run(binaries.pgCtl, ['stop', '-D', cluster, '-m', 'fast', '-w', '-t', '30'], options);
  return stopped.code === 0;
}
