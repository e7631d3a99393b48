import { placeOf } from './connection-string.js';
import { PersistenceError } from './persistence-error.js';

/** What PostgreSQL or the network said on connecting, as a refusal with a way out. Anything else is returned as it is. */
export function connectError(error: unknown, url: string): unknown {
  if (error instanceof PersistenceError) return error;
  const code = codeOf(error);
  const place = placeOf(url);
  switch (code) {
    case 'ECONNREFUSED':
    case 'ENOTFOUND':
    case 'ENOENT':
    case 'EAI_AGAIN':
    case 'ETIMEDOUT':
    case 'EHOSTUNREACH':
      return new PersistenceError(
        'DATABASE_UNREACHABLE',
        `连不上数据库 ${place}（${code}）。请检查数据库是否已启动，以及 DATABASE_URL 中的主机和端口。`,
        { cause: error },
      );
    case '57P03':
      return new PersistenceError('DATABASE_UNREACHABLE', `数据库 ${place} 正在启动或关闭，请稍后再试。`, {
        cause: error,
      });
    case '28P01':
    case '28000':
      return new PersistenceError(
        'DATABASE_LOGIN_REFUSED',
        `数据库 ${place} 拒绝登录。请检查 DATABASE_URL（及 DATABASE_OWNER_URL）中的用户和口令，以及 pg_hba.conf。`,
        { cause: error },
      );
    case '3D000':
      return new PersistenceError(
        'DATABASE_MISSING',
        `数据库 ${place} 不存在。请先建库（createdb），或改正 DATABASE_URL 中的库名。`,
        { cause: error },
      );
    case '22023':
    case '42501':
      return new PersistenceError(
        'APP_ROLE_MISSING',
        `登录 ${place} 的用户不能以角色 luoshi_app 行事。请用属主执行 luoshi migrate；` +
          '另有应用登录名的，再执行 GRANT luoshi_app TO 该登录名。',
        { cause: error },
      );
    default:
      return error;
  }
}

/** The code of a node or PostgreSQL error; of an AggregateError (several addresses tried), the first one's. */
export function codeOf(error: unknown): string | undefined {
  if (typeof error !== 'object' || error === null) return undefined;
  if ('code' in error && typeof error.code === 'string') return error.code;
  if (error instanceof AggregateError) return codeOf(error.errors[0]);
  return undefined;
}

/** What pg says in words alone when a connection breaks, does not come about, or is no longer answered on. */
const LOST = [
  'Connection terminated',
  'Query read timeout',
  'timeout exceeded when trying to connect',
  'timeout expired',
  'Client has encountered a connection error and is not queryable',
];
const NETWORK = [
  'ECONNREFUSED',
  'ECONNRESET',
  'EPIPE',
  'ETIMEDOUT',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'ENOTFOUND',
];
/**
 * Classes of PostgreSQL's codes: connection, resources (disk full, too many connections), shutdown; and a standby
 * that has not been promoted yet, which takes no writes.
 */
const AWAY = /^(08|53)|^57P0[1235]$|^25006$/;

/**
 * Whether the database is away for now: out of reach, going down, without room, or still a standby. The same may be
 * asked again later; whether a commit that was under way took effect is not known.
 */
export function isDatabaseAway(error: unknown): boolean {
  if (error instanceof PersistenceError) return error.code === 'DATABASE_UNREACHABLE';
  const code = codeOf(error) ?? '';
  if (NETWORK.includes(code) || AWAY.test(code)) return true;
  return error instanceof Error && LOST.some((words) => error.message.startsWith(words));
}
