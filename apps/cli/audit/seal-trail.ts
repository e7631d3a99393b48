import { systemClock } from '#persistence';
import { sealJurisdiction, trailOfRecord, type Seal } from '#sealing';
import { jurisdictionsOf } from '../system/jurisdictions-of.js';
import { ownSealKey } from '../system/own-seal-key.js';
import { readEnvironment, withOptions } from '../system/read-environment.js';
import { withRecord } from '../system/with-record.js';

/** Seals what has grown, now. */
export async function sealTrail(options: { data?: string }): Promise<Seal[]> {
  const key = await ownSealKey(withOptions(readEnvironment().config, options));
  return withRecord(options, async (engine) => {
    const made: Seal[] = [];
    for (const { id } of await jurisdictionsOf(engine))
      made.push(...(await sealJurisdiction(engine.context.database, id, key, () => systemClock.now())));
    return made;
  });
}

/** All seals, for publishing: what is known elsewhere cannot be taken back. */
export function sealsOf(options: { data?: string }): Promise<Seal[]> {
  return withRecord(options, async (engine) => {
    const seals: Seal[] = [];
    for (const { id } of await jurisdictionsOf(engine))
      seals.push(
        ...(await engine.context.database.transaction(
          { jurisdictionId: id },
          (tx) => trailOfRecord(tx, id).seals(),
          { readOnly: true },
        )),
      );
    return seals;
  });
}
