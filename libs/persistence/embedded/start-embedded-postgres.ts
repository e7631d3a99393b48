import { existsSync } from 'node:fs';
import pg from 'pg';
import { ensureAppRole } from '../app-role.js';
import { APP_ROLE } from '../connection-string.js';
import { PersistenceError } from '../persistence-error.js';
import { findBinaries, type Binaries } from './binaries.js';
import { makeDataFolder, makeReachable, wipe, type DataFolder } from './data-folder.js';
import { lockFolder } from './folder-lock.js';
import { freePort } from './free-port.js';
import { initCluster, refuseUnfitCluster } from './init-cluster.js';
import { endOldPostmaster } from './old-postmaster.js';
import { keepSecrets, type Secrets } from './secrets.js';
import { startServer, type ServerProcess } from './server-process.js';
import { serverUser, type ServerUser } from './server-user.js';
import { DATABASE, urlsFor } from './urls-for.js';

export interface EmbeddedPostgresOptions {
  /** The data folder, created 0700 if it is not there. */
  dataDir: string;
  /** Default: any free one. */
  port?: number;
  /** Remove the database that is there and begin anew. Nothing else in the folder is touched. */
  fresh?: boolean;
  /** Settings of the server, as in postgresql.conf. */
  settings?: Readonly<Record<string, string>>;
}

export interface EmbeddedPostgres {
  /** Login of the owner: migrations only. */
  ownerUrl: string;
  /** Login of the application. */
  appUrl: string;
  port: number;
  /** The server's process. */
  pid: number;
  /** The folder it works in: in the data folder or, where root's server cannot get there, in /var/lib/luoshi. */
  cluster: string;
  /** What happened on the way, for people: a database was created, an unclean end was recovered from. */
  notes: string[];
  /** Settles when the server has ended, also when nobody asked it to. */
  ended: Promise<void>;
  /** Ends the server cleanly and frees the folder. May be repeated. */
  stop(): Promise<void>;
}

/**
 * Starts the PostgreSQL that npm brought along on a data folder; the first time makes the database. After a sudden
 * end of an earlier process what it left running is ended, and the server recovers by itself.
 *
 * @throws PersistenceError EMBEDDED_*
 */
export async function startEmbeddedPostgres(options: EmbeddedPostgresOptions): Promise<EmbeddedPostgres> {
  const made = await makeDataFolder(options.dataDir);
  const lock = await lockFolder(made.lock);
  const notes: string[] = [];
  try {
    if (lock.leftBy !== null) notes.push(`上次没有正常退出（进程 ${lock.leftBy} 已不在），正在恢复。`);
    const user = await serverUser();
    const { folder, binaries } = await makeReachable(made, await findBinaries(made.root), user);
    const secrets = await prepareCluster(folder, binaries, user, options.fresh === true, notes);
    const { server, port } = await startOnPort(folder, binaries, user, options);
    const urls = urlsFor(secrets, port);
    try {
      await prepareDatabase(urls.ownerUrl, secrets);
    } catch (error) {
      await server.stop();
      throw error;
    }
    const stop = async (): Promise<void> => {
      await server.stop();
      lock.release();
    };
    return { ...urls, port, pid: server.pid, cluster: folder.cluster, notes, ended: server.ended, stop };
  } catch (error) {
    lock.release();
    throw error;
  }
}

async function prepareCluster(
  folder: DataFolder,
  binaries: Binaries,
  user: ServerUser | null,
  fresh: boolean,
  notes: string[],
): Promise<Secrets> {
  if (existsSync(folder.cluster) && (await endOldPostmaster(folder.cluster, binaries, user))) {
    notes.push('上次遗留的数据库进程已停止。');
  }
  if (fresh) await wipe(folder);
  const there = existsSync(folder.cluster);
  if (there) await refuseUnfitCluster(folder.cluster, binaries);
  const secrets = await keepSecrets(folder.secrets, there);
  if (!there) {
    await initCluster(folder.cluster, secrets.ownerPassword, binaries, user);
    notes.push(`已在 ${folder.cluster} 新建数据库。`);
  }
  return secrets;
}

/** A port that was free may be taken by the time the server asks for it: unless it was prescribed, try another. */
async function startOnPort(
  folder: DataFolder,
  binaries: Binaries,
  user: ServerUser | null,
  options: EmbeddedPostgresOptions,
): Promise<{ server: ServerProcess; port: number }> {
  for (let attempt = 1; ; attempt += 1) {
    const port = options.port ?? (await freePort());
    const place = { cluster: folder.cluster, log: folder.log, port, settings: options.settings ?? {} };
    try {
      return { server: await startServer(place, binaries, user), port };
    } catch (error) {
      const taken = error instanceof PersistenceError && error.code === 'EMBEDDED_PORT_TAKEN';
      if (!taken || options.port !== undefined || attempt === 3) throw error;
    }
  }
}

/** Role, its password and the database: every time, so that an interrupted first start is made up for. */
async function prepareDatabase(ownerUrl: string, secrets: Secrets): Promise<void> {
  const owner = new pg.Client({ connectionString: ownerUrl.replace(/\/[^/]*$/, '/postgres') });
  await owner.connect();
  try {
    await ensureAppRole(owner);
    await owner.query(`alter role ${APP_ROLE} login password ${owner.escapeLiteral(secrets.appPassword)}`);
    const there = await owner.query('select from pg_database where datname = $1', [DATABASE]);
    if (there.rowCount === 0) await owner.query(`create database ${DATABASE}`);
  } finally {
    await owner.end();
  }
}
