import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import pg from 'pg';
import { migrate, startEmbeddedPostgres } from '#persistence';
import { progress } from '../../terminal/progress.js';

/** Two databases of one server that hold the same: one for the product, one for what it is compared with. */
export interface Twins {
  readonly productUrl: string;
  readonly baselineUrl: string;
  /** What the server promises, as it says itself: `PostgreSQL 18.0, fsync on, synchronous_commit on`. */
  readonly server: string;
}

/**
 * Fills a throwaway database, copies it twice, and lets `use` have both copies. The server is the given one (its owner's login, who
 * may create databases) or an embedded one that is removed afterwards; one that forgets commits in a power cut is refused.
 */
export async function withTwins<T>(
  serverUrl: string | null,
  fill: (ownerUrl: string) => Promise<void>,
  use: (twins: Twins) => Promise<T>,
): Promise<T> {
  if (serverUrl !== null) return onServer(serverUrl, fill, use);
  const dataDir = await mkdtemp(path.join(tmpdir(), 'luoshi-bench-'));
  progress('启动临时数据库');
  const embedded = await startEmbeddedPostgres({ dataDir });
  try {
    return await onServer(embedded.ownerUrl, fill, use);
  } finally {
    await embedded.stop();
    await rm(dataDir, { recursive: true, force: true });
  }
}

async function onServer<T>(
  serverUrl: string,
  fill: (ownerUrl: string) => Promise<void>,
  use: (twins: Twins) => Promise<T>,
): Promise<T> {
  const owner = new pg.Client({ connectionString: serverUrl });
  await owner.connect();
  const name = `luoshi_bench_${randomBytes(4).toString('hex')}`;
  const [filled, product, baseline] = [`${name}_filled`, `${name}_product`, `${name}_baseline`];
  try {
    const server = await promises(owner);
    await owner.query(`create database ${filled}`);
    await migrate(urlOf(serverUrl, filled));
    await fill(urlOf(serverUrl, filled));
    for (const twin of [product, baseline]) await owner.query(`create database ${twin} template ${filled}`);
    // Pages that are changed for the first time after a checkpoint are written to the log whole: of both alike.
    await owner.query('checkpoint');
    return await use({
      productUrl: urlOf(serverUrl, product),
      baselineUrl: urlOf(serverUrl, baseline),
      server,
    });
  } finally {
    for (const one of [product, baseline, filled])
      await owner.query(`drop database if exists ${one} with (force)`).catch(() => undefined);
    await owner.end();
  }
}

/** @throws Error where a commit would not be durable */
async function promises(owner: pg.Client): Promise<string> {
  const { rows } = await owner.query<{ version: string; fsync: string; commit: string }>(
    `select current_setting('server_version') as version, current_setting('fsync') as fsync,
       current_setting('synchronous_commit') as commit`,
  );
  const [row] = rows;
  if (row?.fsync !== 'on' || row.commit !== 'on')
    throw new Error(
      `这台数据库服务器提交后不保证落盘（fsync ${row?.fsync ?? '?'}，synchronous_commit ${row?.commit ?? '?'}），测得的数没有意义。`,
    );
  return `PostgreSQL ${row.version}, fsync on, synchronous_commit on`;
}

function urlOf(server: string, database: string): string {
  const url = new URL(server);
  url.pathname = `/${database}`;
  return url.toString();
}
