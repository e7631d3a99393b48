import type { Instant } from '#calendar';
import type { Database } from '#persistence';

/** The last instant at which anybody swept this database; null: nobody has. */
export async function latestHeartbeat(database: Database): Promise<Instant | null> {
  const jurisdictions = await database.outsideTenants((tx) =>
    tx.query<{ id: string }>('select id from all_jurisdictions()', []),
  );
  const beats: Instant[] = [];
  for (const { id } of jurisdictions) {
    const [row] = await database.transaction({ jurisdictionId: id }, (tx) =>
      tx.query<{ at: Instant | null }>('select max(beat_at) as at from heartbeat', []),
    );
    if (row?.at != null) beats.push(row.at);
  }
  return beats.sort().at(-1) ?? null;
}
