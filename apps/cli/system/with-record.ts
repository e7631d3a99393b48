import { actingFrom, BY_COMMAND, createEngine, type Engine } from '#engine';
import { openDatabase } from '#persistence';
import { databaseServer } from './database-server.js';
import { migrateAll } from './migrate-all.js';
import { readEnvironment, withOptions } from './read-environment.js';
import { recordClock } from './record-clock.js';

/**
 * For a command that works on the record and ends: opens it, does the work, closes it, also where the work fails.
 * The embedded database is brought up to date on the way; an outside one is not, that is for `migrate`.
 *
 * @throws PersistenceError, ConfigError, CliError; EMBEDDED_IN_USE while the system runs on the same data folder
 */
export async function withRecord<T>(
  given: { data?: string },
  work: (engine: Engine) => Promise<T>,
): Promise<T> {
  const { config: found, clockSpec } = readEnvironment();
  const config = withOptions(found, given);
  const server = await databaseServer(config, { fresh: false });
  try {
    if (server.kind === 'embedded') await migrateAll(config, server.ownerUrl);
    const { ownerUrl, appUrl } = server;
    const database = await openDatabase({
      ownerUrl,
      ...(appUrl === undefined ? {} : { appUrl }),
      applicationName: 'luoshi cli',
      poolSize: 2,
      // A look at the whole record takes as long as it takes.
      statementTimeoutMs: 0,
    });
    try {
      const clock = await recordClock(database, clockSpec);
      return await actingFrom(BY_COMMAND, () => work(createEngine({ database, clock })));
    } finally {
      await database.close();
    }
  } finally {
    await server.stop();
  }
}
