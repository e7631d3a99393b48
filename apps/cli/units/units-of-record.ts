import { readDirectory, type Engine, type RecordedDirectory } from '#engine';
import type { Outcome } from '#accountability';
import type { Transaction } from '#persistence';
import type { UnitDirectory } from '#plan';
import { CliError } from '../cli-error.js';
import { oneJurisdiction } from '../system/one-jurisdiction.js';
import { withRecord } from '../system/with-record.js';

export interface UnitsOptions {
  data?: string;
  jurisdiction?: string;
}

export interface UnitsAtHand extends RecordedDirectory {
  tx: Transaction;
  /** Now, on the record's clock. */
  at: string;
  /** The id of the unit that goes by a name, as it stands in the record: no successor takes its place. */
  idOf: (name: string) => string;
}

/**
 * Does something with the unit directory of a jurisdiction, in one transaction; what is refused leaves nothing.
 *
 * @throws CliError NOT_LOADED, REFUSED
 */
export function withUnits<T>(options: UnitsOptions, work: (units: UnitsAtHand) => Promise<T>): Promise<T> {
  return withRecord(options, async (engine: Engine) => {
    const { id } = await oneJurisdiction(engine, options.jurisdiction);
    const { database, clock } = engine.context;
    return database.transaction({ jurisdictionId: id }, async (tx) => {
      const recorded = await readDirectory(tx);
      return work({
        ...recorded,
        tx,
        at: clock.now(),
        idOf: (name) => idNamed(name, recorded),
      });
    });
  });
}

/** What came of it. @throws CliError REFUSED, which rolls the transaction back */
export function accepted<T>(outcome: Outcome<T>): T {
  if (outcome.ok) return outcome.value;
  throw new CliError('REFUSED', outcome.rejection.message);
}

function idNamed(name: string, { directory, idOfUnit }: RecordedDirectory): string {
  const code = directory.units.has(name) ? name : codeNamed(name, directory);
  const id = code === undefined ? undefined : idOfUnit.get(code);
  if (id !== undefined) return id;
  throw new CliError(
    'REFUSED',
    `单位目录中没有“${name}”。用 npx luoshi units list 查看，或用 npx luoshi units add 登记。`,
  );
}

const codeNamed = (name: string, directory: UnitDirectory): string | undefined =>
  directory.byName.get(directory.normalForm(name))?.unit.code;
