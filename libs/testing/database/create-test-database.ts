import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { openDatabase, type Database, type OpenDatabaseOptions } from '#persistence';
import { testServer, withDatabase } from './test-server.js';

export interface TestDatabase {
  /** Opened as the application; closed by `drop`. */
  database: Database;
  ownerUrl: string;
  appUrl: string;
  /** Closes `database` and removes everything. Throws where somebody left a connection open, and says who. */
  drop(): Promise<void>;
}

/**
 * A database of its own for a test file: migrated, empty, real. In `beforeAll`, with `drop` in `afterAll`.
 *
 * @param options for `openDatabase`
 */
export async function createTestDatabase(
  options: Omit<OpenDatabaseOptions, 'appUrl' | 'ownerUrl'> = {},
): Promise<TestDatabase> {
  const server = await testServer();
  const name = `luoshi_test_${randomBytes(6).toString('hex')}`;
  await asOwner(server.ownerUrl, (owner) =>
    owner.query(`create database ${name} template ${server.template}`),
  );
  const appUrl = withDatabase(server.appUrl, name);
  const database = await openDatabase({ appUrl, ...options });
  return {
    database,
    ownerUrl: withDatabase(server.ownerUrl, name),
    appUrl,
    drop: async () => {
      await database.close();
      await asOwner(server.ownerUrl, (owner) => dropDatabase(owner, name));
    },
  };
}

async function dropDatabase(owner: pg.Client, name: string): Promise<void> {
  const left = await connectionsLeft(owner, name);
  await owner.query(`drop database ${name} with (force)`);
  if (left.length > 0) throw new Error(`connections left open by this test file:\n${left.join('\n')}`);
}

/** Those that are still there after a moment: the server notices the end of a connection a little later. */
async function connectionsLeft(owner: pg.Client, name: string): Promise<string[]> {
  for (let attempt = 0; ; attempt += 1) {
    const { rows } = await owner.query<{ name: string; state: string; query: string }>(
      `select application_name as name, state, left(query, 200) as query from pg_stat_activity
       where datname = $1 and backend_type = 'client backend'`,
      [name],
    );
    if (rows.length === 0 || attempt === 40) {
      return rows.map((row) => `- ${row.name || 'unnamed'} (${row.state}), last statement: ${row.query}`);
    }
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
}

async function asOwner<T>(url: string, work: (owner: pg.Client) => Promise<T>): Promise<T> {
  const owner = new pg.Client({ connectionString: url, application_name: 'luoshi tests' });
  await owner.connect();
  try {
    return await work(owner);
  } finally {
    await owner.end();
  }
}
