import { userInfo } from 'node:os';
import { PersistenceError } from '../persistence-error.js';
import { run } from './run.js';

/** Whom the server runs as, where that is another than whoever started this process. */
export interface ServerUser {
  uid: number;
  gid: number;
}

const NAME = 'postgres';

/**
 * PostgreSQL refuses to run as root: it then runs as the user `postgres`, who is created if there is none. Null for
 * everybody else: the server runs as they do.
 *
 * @throws PersistenceError EMBEDDED_UNSUPPORTED where no such user can be had
 */
export async function serverUser(): Promise<ServerUser | null> {
  if (userInfo().uid !== 0) return null;
  const found = await lookUp();
  if (found !== null) return found;
  // Debian and Red Hat, then BusyBox.
  const made = await run('useradd', ['--system', '--user-group', '--no-create-home', NAME]).catch(() => null);
  if (made?.code !== 0) await run('adduser', ['-S', '-D', '-H', NAME]).catch(() => null);
  const created = await lookUp();
  if (created !== null) return created;
  throw new PersistenceError(
    'EMBEDDED_UNSUPPORTED',
    'PostgreSQL 不能以 root 运行，而系统用户 postgres 不存在、也无法建立。' +
      '请以普通用户启动，或先执行 useradd --system postgres，或用 DATABASE_URL 指向外部 PostgreSQL。',
  );
}

async function lookUp(): Promise<ServerUser | null> {
  const [uid, gid] = await Promise.all(
    ['-u', '-g'].map(async (flag) => {
      const found = await run('id', [flag, NAME]).catch(() => null);
      return found?.code === 0 ? Number.parseInt(found.output, 10) : Number.NaN;
    }),
  );
  if (uid === undefined || gid === undefined || Number.isNaN(uid) || Number.isNaN(gid)) return null;
  return { uid, gid };
}
