import type { DataSource } from 'typeorm';
import { connectError } from './connect-error.js';
import {
  APP_ROLE,
  appSettings,
  placeOf,
  STATEMENT_TIMEOUT_MS,
  withStartupOptions,
  type ConnectionLimits,
} from './connection-string.js';
import { dataSourceFor } from './data-source.js';
import { Database } from './database.js';
import { MIGRATION_NAMES } from './migrations.js';
import { PersistenceError } from './persistence-error.js';

export interface OpenDatabaseOptions extends ConnectionLimits {
  /** The application's own login: luoshi_app itself or a member of it. */
  appUrl?: string;
  /** The owner's login. Used, by switching to luoshi_app at once, where there is no login of the application. */
  ownerUrl?: string;
  /** Most connections at a time. Default 10. */
  poolSize?: number;
  /** Shown in pg_stat_activity. Default `luoshi`. */
  applicationName?: string;
  /** Called when an idle connection breaks (the pool replaces it). */
  onConnectionLost?: (error: Error) => void;
}

/**
 * Connects as luoshi_app and refuses to go on where row-level security would not hold, or where the tables are not
 * those of this version.
 *
 * @throws PersistenceError DATABASE_*, APP_ROLE_MISSING, APP_ROLE_TOO_POWERFUL
 */
export async function openDatabase(options: OpenDatabaseOptions): Promise<Database> {
  const url = options.appUrl ?? options.ownerUrl;
  if (url === undefined)
    throw new PersistenceError('DATABASE_URL_INVALID', '没有给出数据库地址（DATABASE_URL）。');
  const source = dataSourceFor(withStartupOptions(url, appSettings(options)), {
    poolSize: options.poolSize ?? 10,
    applicationName: options.applicationName ?? 'luoshi',
    ...answerWithin(options),
    ...(options.onConnectionLost === undefined ? {} : { onConnectionLost: options.onConnectionLost }),
  });
  try {
    await source.initialize();
  } catch (error) {
    throw connectError(error, url);
  }
  try {
    await refuseUnfit(source, url);
  } catch (error) {
    await source.destroy();
    throw error;
  }
  return new Database(source);
}

/** The server itself ends a statement at its limit; only a network that swallows the answer makes it later. */
const ON_THE_WAY_MS = 5_000;

function answerWithin({ statementTimeoutMs = STATEMENT_TIMEOUT_MS }: ConnectionLimits): {
  answerWithinMs?: number;
} {
  return statementTimeoutMs === 0 ? {} : { answerWithinMs: statementTimeoutMs + ON_THE_WAY_MS };
}

interface Fitness {
  role: string;
  powerful: boolean;
  owned: string[] | null;
  migrated: boolean;
}

async function refuseUnfit(source: DataSource, url: string): Promise<void> {
  const [found] = await source.query<Fitness[]>(`
    select r.rolname as role,
      r.rolsuper or r.rolbypassrls as powerful,
      (select array_agg(c.relname::text order by c.relname) from pg_class c
        join pg_namespace n on n.oid = c.relnamespace
        where n.nspname = 'luoshi' and c.relkind in ('r', 'p') and pg_has_role(c.relowner, 'USAGE')) as owned,
      to_regclass('luoshi.schema_migration') is not null as migrated
    from pg_roles r where r.rolname = current_user`);
  if (found === undefined) throw new Error('current_user is not in pg_roles');
  if (found.powerful || (found.owned ?? []).length > 0) throw tooPowerful(found, url);
  if (!found.migrated) {
    throw new PersistenceError(
      'DATABASE_SCHEMA_MISSING',
      `数据库 ${placeOf(url)} 中还没有落实的表。请先用属主登录名执行 luoshi migrate。`,
    );
  }
  await refuseOtherSchema(source, url);
}

async function refuseOtherSchema(source: DataSource, url: string): Promise<void> {
  const rows = await source.query<{ name: string }[]>('select name from schema_migration order by id');
  const there = new Set(rows.map((row) => row.name));
  const missing = MIGRATION_NAMES.filter((name) => !there.has(name));
  if (missing.length > 0) {
    throw new PersistenceError(
      'DATABASE_SCHEMA_OUTDATED',
      `数据库 ${placeOf(url)} 的表结构比程序旧，缺 ${missing.join('、')}。请先执行 luoshi migrate。`,
    );
  }
  const unknown = [...there].filter((name) => !MIGRATION_NAMES.includes(name));
  if (unknown.length > 0) {
    throw new PersistenceError(
      'DATABASE_SCHEMA_NEWER',
      `数据库 ${placeOf(url)} 的表结构比程序新，多出 ${unknown.join('、')}。请改用与之相应的程序版本。`,
    );
  }
}

function tooPowerful(found: Fitness, url: string): PersistenceError {
  const why = found.powerful
    ? '是超级用户或带有 BYPASSRLS'
    : `拥有表 ${(found.owned ?? []).slice(0, 3).join('、')}`;
  return new PersistenceError(
    'APP_ROLE_TOO_POWERFUL',
    `程序在 ${placeOf(url)} 上以 ${found.role} 行事，该角色${why}，行级安全对它不起作用，因此拒绝启动。` +
      `请让 DATABASE_URL 的登录名只是 ${APP_ROLE} 的成员，属主登录名另放在 DATABASE_OWNER_URL。`,
  );
}
