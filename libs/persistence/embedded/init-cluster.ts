import { existsSync } from 'node:fs';
import { chown, mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { PersistenceError } from '../persistence-error.js';
import type { Binaries } from './binaries.js';
import { run } from './run.js';
import type { ServerUser } from './server-user.js';

export const OWNER = 'luoshi_owner';

/**
 * Makes a cluster. It is made beside its place and moved there when it is whole: a folder in its place was once
 * complete and is never deleted, one beside it never was and is.
 *
 * @throws PersistenceError EMBEDDED_INIT_FAILED
 */
export async function initCluster(
  cluster: string,
  ownerPassword: string,
  binaries: Binaries,
  user: ServerUser | null,
): Promise<void> {
  await removeHalfMade(cluster);
  const half = `${cluster}.half-made-${String(process.pid)}`;
  const passwordFile = `${half}.password`;
  await mkdir(half, { mode: 0o700 });
  await writeFile(passwordFile, ownerPassword, { mode: 0o600 });
  if (user !== null) {
    await chown(half, user.uid, user.gid);
    await chown(passwordFile, user.uid, user.gid);
  }
  try {
    const made = await run(
      binaries.initdb,
      [
        `--pgdata=${half}`,
        `--username=${OWNER}`,
        `--pwfile=${passwordFile}`,
        '--auth=scram-sha-256',
        '--encoding=UTF8',
        // The server's own collation: a new version of the system's C library cannot break an index.
        '--locale=C',
        '--locale-provider=builtin',
        '--builtin-locale=C.UTF-8',
      ],
      { ...(user ?? {}), cwd: '/', env: { ...process.env, ...binaries.env, LC_MESSAGES: 'C' } },
    );
    if (made.code !== 0) throw initFailed(cluster, made.output);
  } finally {
    await rm(passwordFile, { force: true });
  }
  await rename(half, cluster);
}

async function removeHalfMade(cluster: string): Promise<void> {
  const prefix = `${basename(cluster)}.half-made-`;
  for (const entry of await readdir(dirname(cluster))) {
    if (entry.startsWith(prefix)) await rm(join(dirname(cluster), entry), { recursive: true, force: true });
  }
}

/**
 * Refuses a cluster's folder that is not whole (a copy that was broken off, files removed by hand) or is another
 * version's.
 *
 * @throws PersistenceError EMBEDDED_INIT_INCOMPLETE, EMBEDDED_VERSION_MISMATCH
 */
export async function refuseUnfitCluster(cluster: string, binaries: Binaries): Promise<void> {
  const version = await readFile(join(cluster, 'PG_VERSION'), 'utf8').catch(() => '');
  const whole =
    version !== '' && existsSync(join(cluster, 'global', 'pg_control')) && existsSync(join(cluster, 'base'));
  if (!whole) {
    throw new PersistenceError(
      'EMBEDDED_INIT_INCOMPLETE',
      `数据库目录 ${cluster} 不完整，没有启动，也没有改动其中任何文件。请从备份恢复整个目录；` +
        `如其中没有需要的数据，请把它移到别处（例如 mv "${cluster}" "${cluster}.old"）后重新启动，或以 --fresh 启动。`,
    );
  }
  const { output } = await run(binaries.postgres, ['--version'], {
    env: { ...process.env, ...binaries.env },
  });
  const major = / (\d+)/.exec(output)?.[1];
  if (major === version.trim()) return;
  throw new PersistenceError(
    'EMBEDDED_VERSION_MISMATCH',
    `数据库目录 ${cluster} 属于 PostgreSQL ${version.trim()}，程序自带的是 ${major ?? '未知版本'}。` +
      '请用原来的程序版本启动并导出数据，再导入新版本；原有目录没有改动。',
  );
}

function initFailed(cluster: string, output: string): PersistenceError {
  return new PersistenceError(
    'EMBEDDED_INIT_FAILED',
    `数据库初始化失败（${cluster}）。请检查磁盘空间和目录权限后重新启动，半成品会自动清除。initdb 的输出：\n${output.trim()}`,
  );
}
