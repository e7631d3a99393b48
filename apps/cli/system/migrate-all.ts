import type { Config } from '#config';
import { migrate, type Migrated } from '#persistence';
import { preparePostgresQueue } from '#scheduling';

/** Brings our tables up to date and, where the queue lives in PostgreSQL, the queue's too. With the owner's login. */
export async function migrateAll(config: Config, ownerUrl: string): Promise<Migrated> {
  const migrated = await migrate(ownerUrl);
  if (config.redis === null) await preparePostgresQueue(ownerUrl);
  return migrated;
}
