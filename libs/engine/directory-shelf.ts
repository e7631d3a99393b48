import type { CivilDate } from '#calendar';
import { allUnitNames, roleHolders, type RoleHolder, type Transaction } from '#persistence';

/** Who there is: units by name, and who holds which role on a day. */
export interface Directory {
  units: ReadonlyMap<string, string>;
  holders: readonly RoleHolder[];
}

/** So many jurisdictions at most; whoever was read first goes first. */
const KEPT = 200;

/**
 * The directory of each jurisdiction, read again when its mark is another: the database changes the mark with every
 * change to units, people and roles, and no mark comes twice. What was read is never older than the mark it is kept
 * under, since that is read first.
 */
export class DirectoryShelf {
  readonly #kept = new Map<string, { mark: string; on: CivilDate; directory: Directory }>();

  /** @param mark as this transaction has read it; null: it has not, and reads the directory itself */
  async of(tx: Transaction, mark: string | null, on: CivilDate): Promise<Directory> {
    const { jurisdictionId, unitId } = tx.scope;
    const known = this.#kept.get(jurisdictionId);
    if (known && known.mark === mark && known.on === on) return known.directory;
    const [units, holders] = await Promise.all([allUnitNames(tx), roleHolders(tx, on)]);
    const directory = { units, holders };
    if (mark === null || unitId !== null) return directory;
    this.#kept.delete(jurisdictionId);
    this.#kept.set(jurisdictionId, { mark, on, directory });
    const [oldest] = this.#kept.keys();
    if (this.#kept.size > KEPT && oldest !== undefined) this.#kept.delete(oldest);
    return directory;
  }
}
