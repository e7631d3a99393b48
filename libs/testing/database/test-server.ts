import { existsSync } from 'node:fs';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import pg from 'pg';

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
export async function testServer(): Promise<TestServer> {
  const folder = process.env['LUOSHI_TEST_RUN'];
  if (folder === undefined) throw new Error('globalSetup of jest.config.js has not run');
  const first = await mkdir(join(folder, 'claimed')).then(
    () => true,
    () => false,
  );
  return first ? start(folder) : untilStarted(folder);
}

async function start(folder: string): Promise<TestServer> {
  try {
    const template = `luoshi_template_${randomBytes(6).toString('hex')}`;
    const server = { ...(await urls(folder)), template };
    await createEmpty(server);
    const { migrate } = await import('#persistence');
    await migrate(withDatabase(server.ownerUrl, template));
    await publish(join(folder, 'server.json'), server);
    return server;
  } catch (error) {
    await publish(join(folder, 'failed.json'), { message: String(error) });
    throw error;
  }
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

async function untilStarted(folder: string): Promise<TestServer> {
  for (let waited = 0; waited < 200_000; waited += 25) {
    const started = join(folder, 'server.json');
    if (existsSync(started)) return JSON.parse(await readFile(started, 'utf8')) as TestServer;
    const failed = join(folder, 'failed.json');
    if (existsSync(failed))
      throw new Error(`the test server did not start: ${await readFile(failed, 'utf8')}`);
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
  throw new Error('the test server did not start in time');
}

async function publish(file: string, value: object): Promise<void> {
  await writeFile(`${file}.new`, JSON.stringify(value), { mode: 0o600 });
  await rename(`${file}.new`, file);
}

/** The same login, another database. */
export function withDatabase(url: string, database: string): string {
  const parsed = new URL(url);
  parsed.pathname = `/${database}`;
  return parsed.toString();
}
