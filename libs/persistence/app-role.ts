import type { Client } from 'pg';
import { APP_ROLE } from './connection-string.js';
import { codeOf } from './connect-error.js';
import { PersistenceError } from './persistence-error.js';

/**
 * Creates the role luoshi_app if the cluster has none. Roles belong to the cluster, databases share them: another
 * migrator may create it at the same moment, which is as good.
 *
 * @throws PersistenceError APP_ROLE_MISSING where the owner may not create roles and nobody has.
 */
export async function ensureAppRole(owner: Client): Promise<void> {
  const there = await owner.query('select from pg_roles where rolname = $1', [APP_ROLE]);
  if (there.rowCount === 0) {
    try {
      await owner.query(`create role ${APP_ROLE} nologin nosuperuser nobypassrls nocreatedb nocreaterole`);
    } catch (error) {
      if (codeOf(error) === '42501') throw cannotCreate(error);
      if (codeOf(error) !== '42710' && codeOf(error) !== '23505') throw error;
    }
  }
  await allowOwnerToBecome(owner);
}

/** With one URL the application logs in as the owner and becomes luoshi_app: the owner must be allowed to. */
async function allowOwnerToBecome(owner: Client): Promise<void> {
  const { rows } = await owner.query<{ allowed: boolean }>(
    `select r.rolsuper or pg_has_role(r.oid, $1,
       case when current_setting('server_version_num')::int >= 160000 then 'SET' else 'MEMBER' end) as allowed
     from pg_roles r where r.rolname = current_user`,
    [APP_ROLE],
  );
  if (rows[0]?.allowed === true) return;
  try {
    await owner.query(`grant ${APP_ROLE} to current_user`);
  } catch (error) {
    if (codeOf(error) !== '42501') throw error;
    // Not needed where the application has a login of its own; where it has not, connecting says so.
  }
}

function cannotCreate(cause: unknown): PersistenceError {
  return new PersistenceError(
    'APP_ROLE_MISSING',
    `数据库中没有角色 ${APP_ROLE}，迁移所用的登录名又无权建立。请由数据库管理员执行：` +
      `CREATE ROLE ${APP_ROLE} NOLOGIN; GRANT ${APP_ROLE} TO 迁移登录名; 然后重试。`,
    { cause },
  );
}
