import { randomBytes } from 'node:crypto';
import type { Database, OpenDatabaseOptions } from '#persistence';
import { asOwner } from './as-owner.js';
import { dropDatabase } from './drop-database.js';
import { testServer, withDatabase } from './test-server.js';

export interface TestDatabase {
  /** Opened as the application; closed by `drop`. */
  database: Database;
  ownerUrl: string;
  appUrl: string;
  name: string;
  /** Closes `database` and removes everything. Throws where somebody left a connection open, and says who. */
  drop(options?: { patienceMs?: number }): Promise<void>;
}

/**
 * A database of its own for a test file: migrated, empty, real. In `beforeAll`, with `drop` in `afterAll`.
 *
 * @param options for `openDatabase`; `template`: a copy of that one, to which nobody may be connected
 */
export async function createTestDatabase({
  template,
  ...options
}: Omit<OpenDatabaseOptions, 'appUrl' | 'ownerUrl'> & { template?: string } = {}): Promise<TestDatabase> {
  // Loaded when it is needed, here and elsewhere in this library: it is large, and many tests have no database.
  const { openDatabase } = await import('#persistence');
  const server = await testServer();
  const name = `luoshi_test_${randomBytes(6).toString('hex')}`;
  await asOwner(server.ownerUrl, (owner) =>
    owner.query(`create database ${name} template ${template ?? server.template}`),
  );
  const appUrl = withDatabase(server.appUrl, name);
  const database = await openDatabase({ appUrl, ...options });
  return {
    database,
    ownerUrl: withDatabase(server.ownerUrl, name),
    appUrl,
    name,
    drop: async ({ patienceMs } = {}) => {
      await database.close();
      await asOwner(server.ownerUrl, (owner) => dropDatabase(owner, name, patienceMs));
    },
  };
}
