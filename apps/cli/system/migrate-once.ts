import { progress } from '../terminal/progress.js';
import { databaseServer } from './database-server.js';
import { migrateAll } from './migrate-all.js';
import { readEnvironment, withOptions } from './read-environment.js';

/** Names of the migrations that were run. */
export async function migrateOnce(options: { data?: string }): Promise<string[]> {
  const config = withOptions(readEnvironment().config, options);
  const server = await databaseServer(config, { fresh: false });
  try {
    server.notes.forEach(progress);
    return (await migrateAll(config, server.ownerUrl)).applied;
  } finally {
    await server.stop();
  }
}
