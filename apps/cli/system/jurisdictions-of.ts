import type { Engine } from '#engine';

export interface JurisdictionRead {
  /** Administrative division code, six digits. */
  id: string;
  name: string;
}

export const jurisdictionsOf = (engine: Engine): Promise<JurisdictionRead[]> =>
  engine.context.database.outsideTenants((tx) =>
    tx.query<JurisdictionRead>('select id, name from all_jurisdictions()', []),
  );
