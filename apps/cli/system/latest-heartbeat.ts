import type { Instant } from '#calendar';
import { latestBeat, type Database } from '#persistence';

/** The last instant at which anybody swept this database; null: nobody has. */
export const latestHeartbeat = (database: Database): Promise<Instant | null> =>
  database.outsideTenants(latestBeat);
