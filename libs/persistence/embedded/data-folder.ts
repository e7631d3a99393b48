import { createHash, randomBytes } from 'node:crypto';
import { constants, existsSync } from 'node:fs';
import {
  access,
  chmod,
  chown,
  cp,
  mkdir,
  readdir,
  readFile,
  rename,
  rm,
  stat,
  writeFile,
} from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { PersistenceError } from '../persistence-error.js';
import { binariesIn, type Binaries } from './binaries.js';
import type { ServerUser } from './server-user.js';
import { run } from './run.js';

/** Where a server that runs as another user lives, if it cannot reach the data folder: nothing tidies up there. */
const ELSEWHERE = '/var/lib/luoshi';

export interface DataFolder {
  /** The data folder, absolute. */
  root: string;
  /** The cluster's own folder: in `root`, or elsewhere where the server's user cannot reach `root`. */
  cluster: string;
  secrets: string;
  lock: string;
  log: string;
  /** Holds the path of the folder that the cluster is in, if that is another. */
  elsewhere: string;
}

/**
 * Creates the data folder, readable by nobody else.
 *
 * @throws PersistenceError EMBEDDED_FOLDER_UNUSABLE
 */
export async function makeDataFolder(path: string): Promise<DataFolder> {
  const root = resolve(path);
  try {
    await mkdir(dirname(root), { recursive: true });
    await mkdir(root, { recursive: true, mode: 0o700 });
    await access(root, constants.R_OK | constants.W_OK | constants.X_OK);
  } catch (error) {
    throw unusable(root, '无法建立或写入', error);
  }
  if (!(await stat(root)).isDirectory()) throw unusable(root, '不是目录');
  return {
    root,
    cluster: join(root, 'postgres'),
    secrets: join(root, 'secrets.json'),
    lock: join(root, 'luoshi.lock'),
    log: join(root, 'postgres.log'),
    elsewhere: join(root, 'postgres-location'),
  };
}

/**
 * Makes the data folder and the programs reachable for the server's user (only root has another one than itself).
 * A data folder of ours is given to that user. If a folder above it is closed to others, as /root is, cluster and
 * programs go to /var/lib/luoshi instead, and the data folder remembers where.
 *
 * @throws PersistenceError EMBEDDED_FOLDER_UNUSABLE, EMBEDDED_UNSUPPORTED
 */
export async function makeReachable(
  folder: DataFolder,
  binaries: Binaries,
  user: ServerUser | null,
): Promise<{ folder: DataFolder; binaries: Binaries }> {
  const elsewhere = await placeElsewhere(folder);
  if (user === null) {
    if (elsewhere !== null) throw unusable(folder.root, '数据库是以 root 建立的，请仍以 root 启动');
    return { folder, binaries };
  }
  try {
    const cluster = join(elsewhere ?? (await makePlace(folder, user)), 'postgres');
    return { folder: { ...folder, cluster }, binaries: await reachableBinaries(binaries, user) };
  } catch (error) {
    if (error instanceof PersistenceError) throw error;
    throw unusable(folder.root, '无法为系统用户 postgres 准备目录', error);
  }
}

/** Where the data folder says that its cluster is, if it is not in it. */
async function placeElsewhere(folder: DataFolder): Promise<string | null> {
  return existsSync(folder.elsewhere) ? (await readFile(folder.elsewhere, 'utf8')).trim() : null;
}

/** Where the cluster of a data folder is, made or not. */
export async function placeOfCluster(root: string): Promise<string> {
  const pointer = join(root, 'postgres-location');
  return join(existsSync(pointer) ? (await readFile(pointer, 'utf8')).trim() : root, 'postgres');
}

/** The folder for the cluster: the data folder, if the server's user gets there or can be let in. */
async function makePlace(folder: DataFolder, user: ServerUser): Promise<string> {
  if (await canPass(folder.root, user)) return folder.root;
  if ((await isOurs(folder)) && (await canPass(dirname(folder.root), user))) {
    await chown(folder.root, user.uid, user.gid);
    return folder.root;
  }
  // A random name: another data folder at the same path, after this one was removed, begins anew.
  const place = join(ELSEWHERE, randomBytes(6).toString('hex'));
  await mkdir(ELSEWHERE, { recursive: true, mode: 0o755 });
  await mkdir(place, { mode: 0o700 });
  await chown(place, user.uid, user.gid);
  await writeFile(folder.elsewhere, `${place}\n`, { mode: 0o600 });
  return place;
}

/** Removes what this lib has put into the data folder, and nothing else. */
export async function wipe(folder: DataFolder): Promise<void> {
  await rm(folder.cluster, { recursive: true, force: true });
  for (const file of [folder.secrets, folder.log]) await rm(file, { force: true });
}

/** Whether there is nothing but the lock yet: a folder that somebody uses for other things stays theirs. */
async function isOurs(folder: DataFolder): Promise<boolean> {
  return (await readdir(folder.root)).every((name) => name === basename(folder.lock));
}

/** Whether a user may go through a folder and all above it. Access lists are not looked at. */
async function canPass(folder: string, user: ServerUser): Promise<boolean> {
  const { mode, uid, gid } = await stat(folder);
  const bit = uid === user.uid ? 0o100 : gid === user.gid ? 0o010 : 0o001;
  if ((mode & bit) === 0) return false;
  return dirname(folder) === folder || canPass(dirname(folder), user);
}

/** The programs themselves, or a copy of them, made once, that the server's user can run. */
async function reachableBinaries(binaries: Binaries, user: ServerUser): Promise<Binaries> {
  if (await canRun(binaries, user)) return binaries;
  const version = (await run(binaries.postgres, ['--version'], { env: { ...process.env, ...binaries.env } }))
    .output;
  const place = join(ELSEWHERE, `bin-${createHash('sha256').update(version).digest('hex').slice(0, 12)}`);
  const copy: Binaries = { ...binariesIn(join(place, 'native')), env: {} };
  if (await canRun(copy, user).catch(() => false)) return copy;
  const half = `${place}.${String(process.pid)}`;
  await rm(place, { recursive: true, force: true });
  await mkdir(half, { recursive: true });
  await cp(binaries.native, join(half, 'native'), { recursive: true, verbatimSymlinks: true });
  await openToAll(half);
  await rename(half, place);
  if (await canRun(copy, user)) return copy;
  throw new PersistenceError(
    'EMBEDDED_UNSUPPORTED',
    `系统用户 postgres 无法执行 ${copy.postgres}。请以普通用户启动，或用 DATABASE_URL 指向外部 PostgreSQL。`,
  );
}

async function canRun(binaries: Binaries, user: ServerUser): Promise<boolean> {
  const options = { ...user, cwd: '/', env: { ...process.env, ...binaries.env } };
  const found = await run(binaries.postgres, ['--version'], options).catch(() => null);
  // The data of initdb lies beside the programs and must be readable too.
  return found?.code === 0 && (await canPass(join(binaries.native, 'share'), user));
}

async function openToAll(folder: string): Promise<void> {
  const opened = await run('chmod', ['-R', 'a+rX', folder]);
  if (opened.code !== 0) throw new Error(opened.output);
  await chmod(folder, 0o755);
}

function unusable(root: string, why: string, cause?: unknown): PersistenceError {
  const detail = cause instanceof Error ? `（${cause.message}）` : '';
  return new PersistenceError(
    'EMBEDDED_FOLDER_UNUSABLE',
    `数据目录 ${root} 不能使用：${why}${detail}。请检查路径和权限，或用 --data 另指定一个目录。`,
    { cause },
  );
}
