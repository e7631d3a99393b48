import { createEngine } from '#engine';
import { openDatabase, PersistenceError, systemClock, type Database } from '#persistence';
import { jurisdictionsOf } from './jurisdictions-of.js';

/**
 * Puts on the trail of every jurisdiction what a command does to the installation as a whole. Where the tables are those of
 * another version nothing is written, and the command goes on: a backup is made before an update, too.
 */
export async function inEveryJurisdiction(
  at: { ownerUrl: string; appUrl?: string },
  work: (database: Database, jurisdictionId: string) => Promise<void>,
): Promise<void> {
  try {
    const { ownerUrl, appUrl } = at;
    const database = await openDatabase({
      ownerUrl,
      ...(appUrl === undefined ? {} : { appUrl }),
      applicationName: 'luoshi cli',
      poolSize: 1,
    });
    try {
      for (const { id } of await jurisdictionsOf(createEngine({ database, clock: systemClock })))
        await work(database, id);
    } finally {
      await database.close();
    }
  } catch (error) {
    if (!(error instanceof PersistenceError) || !error.code.startsWith('DATABASE_SCHEMA_')) throw error;
  }
}
