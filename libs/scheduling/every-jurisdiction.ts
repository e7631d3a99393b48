import type { Engine } from '#engine';

/** The ids of all jurisdictions, in order. */
export async function everyJurisdiction(engine: Engine): Promise<string[]> {
  return engine.context.database.outsideTenants(async (tx) => {
    const rows = await tx.query<{ id: string }>('select id from all_jurisdictions()', []);
    return rows.map((row) => row.id);
  });
}
