import pg from 'pg';
import { ensureAppRole } from './app-role.js';
import { codeOf, connectError } from './connect-error.js';
import { APP_ROLE, placeOf, sessionSettings, withStartupOptions } from './connection-string.js';
import { dataSourceFor } from './data-source.js';
import { MIGRATION_NAMES, MIGRATIONS } from './migrations.js';
import { PersistenceError } from './persistence-error.js';

/** The advisory lock that migrators of one database wait for: "luoshi" in ASCII. */
const MIGRATION_LOCK = 0x6c756f736869;
const OLDEST_SERVER = 150_000;

export interface MigrateOptions {
  /** How long to wait for another migrator of the same database, ms. Default: two minutes. */
  waitMs?: number;
  /** The name of the last migration to run. Default: all. For what was written by an older version. */
  upTo?: string;
}

export interface Migrated {
  /** Names of the migrations that were run now, in order; empty when there was nothing to do. */
  applied: string[];
}

/**
 * Brings the database up to date, each migration in a transaction of its own, one migrator at a time. May be
 * repeated at will.
 *
 * @param ownerUrl login of the owner, who may create a schema (and, the first time, the role luoshi_app)
 * @throws PersistenceError DATABASE_*, APP_ROLE_MISSING, MIGRATION_LOCKED, MIGRATION_FAILED
 */
export async function migrate(ownerUrl: string, options: MigrateOptions = {}): Promise<Migrated> {
  const connectionString = withStartupOptions(ownerUrl, sessionSettings({ idleInTransactionTimeoutMs: 0 }));
  const lock = new pg.Client({ connectionString, application_name: 'luoshi migrate' });
  try {
    await lock.connect();
  } catch (error) {
    throw connectError(error, ownerUrl);
  }
  try {
    await refuseOldServer(lock, ownerUrl);
    await takeLock(lock, options.waitMs ?? 120_000);
    await ensureAppRole(lock);
    await lock.query('create schema if not exists luoshi');
    const applied = await runMigrations(connectionString, options.upTo);
    await lock.query(`grant select on luoshi.schema_migration to ${APP_ROLE}`);
    return { applied };
  } finally {
    await lock.end(); // which gives the lock back
  }
}

async function runMigrations(connectionString: string, upTo: string | undefined): Promise<string[]> {
  const last = upTo === undefined ? MIGRATIONS.length : MIGRATION_NAMES.indexOf(upTo) + 1;
  const source = dataSourceFor(
    connectionString,
    { poolSize: 1, applicationName: 'luoshi migrate' },
    MIGRATIONS.slice(0, last),
  );
  await source.initialize();
  try {
    const migrations = await source.runMigrations({ transaction: 'each' });
    return migrations.map((migration) => migration.name);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new PersistenceError(
      'MIGRATION_FAILED',
      `数据库迁移失败：${reason}。失败的一步已回滚，此前的数据未动。请按原因处理后再执行 luoshi migrate。`,
      { cause: error },
    );
  } finally {
    await source.destroy();
  }
}

async function takeLock(client: pg.Client, waitMs: number): Promise<void> {
  await client.query(`set lock_timeout = ${String(Math.max(1, Math.trunc(waitMs)))}`);
  try {
    await client.query('select pg_advisory_lock($1)', [MIGRATION_LOCK]);
  } catch (error) {
    if (codeOf(error) !== '55P03') throw error;
    throw new PersistenceError(
      'MIGRATION_LOCKED',
      '另一个进程正在迁移同一数据库，等待超时。请待其结束后重试；若其已僵死，请在 pg_stat_activity 中' +
        '结束 application_name 为 luoshi migrate 的连接。',
      { cause: error },
    );
  }
  await client.query('set lock_timeout = 0');
}

async function refuseOldServer(client: pg.Client, url: string): Promise<void> {
  const { rows } = await client.query<{ server_version_num: string }>('show server_version_num');
  if (Number(rows[0]?.server_version_num) >= OLDEST_SERVER) return;
  throw new PersistenceError(
    'DATABASE_TOO_OLD',
    `数据库 ${placeOf(url)} 的 PostgreSQL 版本低于 15，请升级。`,
  );
}
