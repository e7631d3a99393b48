import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import pg from 'pg';
import { oncePerRun } from './once-per-run.js';

/** The server that all test files of a run share, with a migrated database to copy. */
export interface TestServer {
  /** Owner's login; the path of the URL is to be replaced. */
  ownerUrl: string;
  appUrl: string;
  template: string;
  /** Null: a server that was there before (TEST_DATABASE_URL). */
  pid: number | null;
  /** The folder it works in. */
  cluster: string | null;
}

/** Crash safety is not what these tests are about; those that are start a server of their own. */
const FAST = { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off', max_connections: '300' };

/** Starts the run's server if no other test file has done so. */
export function testServer(): Promise<TestServer> {
  return oncePerRun('server', async (folder) => {
    const template = `luoshi_template_${randomBytes(6).toString('hex')}`;
    const server = { ...(await urls(folder)), template };
    await createEmpty(server);
    const { migrate } = await import('#persistence');
    await migrate(withDatabase(server.ownerUrl, template));
    return server;
  });
}

async function urls(folder: string): Promise<Omit<TestServer, 'template'>> {
  const outside = process.env['TEST_DATABASE_URL'];
  if (outside === undefined || outside === '') {
    const { startEmbeddedPostgres } = await import('#persistence');
    const { ownerUrl, appUrl, pid, cluster } = await startEmbeddedPostgres({
      dataDir: join(folder, 'data'),
      settings: FAST,
    });
    return { ownerUrl, appUrl, pid, cluster };
  }
  const appUrl = new URL(outside);
  appUrl.searchParams.set('options', '-c role=luoshi_app');
  return { ownerUrl: outside, appUrl: appUrl.toString(), pid: null, cluster: null };
}

async function createEmpty(server: TestServer): Promise<void> {
  const client = new pg.Client({ connectionString: server.ownerUrl });
  await client.connect();
  await client.query(`create database ${server.template}`);
  await client.end();
}

/** The same login, another database. */
export function withDatabase(url: string, database: string): string {
  const parsed = new URL(url);
  parsed.pathname = `/${database}`;
  return parsed.toString();
}
