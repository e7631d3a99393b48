import type { Database } from './database.js';
import { MIGRATION_NAMES } from './migrations.js';

/**
 * Names of migrations that a newer release has run on this database while this process was at work; none, where the
 * tables are those that it knows. What a release adds leaves the statements of the one before it as they were, so
 * that its processes may finish; a new one of theirs is refused (DATABASE_SCHEMA_NEWER).
 */
export async function newerMigrations(database: Database): Promise<string[]> {
  const rows = await database.outsideTenants((tx) =>
    tx.query<{ name: string }>('select name from schema_migration where name <> all($1) order by id', [
      [...MIGRATION_NAMES],
    ]),
  );
  return rows.map(({ name }) => name);
}
