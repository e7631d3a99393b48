import { readDataFile, type DataFileResult } from '#data-file';
import { canonicalForm } from '../clause/canonical-names.js';
import { type UnitSeed, unitSeedSchema, type UnitSeedUnit } from './unit-seed.schema.js';

/** Reads a unit directory kept as YAML (`seeds/units/`). */
export const parseUnitSeed = (yamlText: string): DataFileResult<UnitSeed> =>
  readDataFile(unitSeedSchema, yamlText);

/** Units by the normal forms of their names and aliases; a desk with a full name of its own leads to its unit. */
export interface UnitDirectory {
  readonly units: ReadonlyMap<string, UnitSeedUnit>;
  readonly byName: ReadonlyMap<string, { readonly unit: UnitSeedUnit; readonly desks: readonly string[] }>;
  readonly normalForm: (name: string) => string;
}

export function unitDirectory(seed: UnitSeed): UnitDirectory {
  const { fullPrefixes, shortPrefix } = seed.jurisdiction;
  const prefixes = [...fullPrefixes].sort((a, b) => b.length - a.length).map(canonicalForm);
  const normalForm = (name: string): string => {
    const form = canonicalForm(name);
    const prefix = prefixes.find(
      (candidate) => form.startsWith(candidate) && form.length > candidate.length + 1,
    );
    return prefix === undefined ? form : `${shortPrefix}${form.slice(prefix.length)}`;
  };
  const byName = new Map<string, { unit: UnitSeedUnit; desks: readonly string[] }>();
  for (const unit of seed.units) {
    for (const desk of unit.desks) {
      for (const name of [desk.name, ...desk.aliases]) {
        if (canonicalForm(name).startsWith(shortPrefix))
          byName.set(normalForm(name), { unit, desks: [desk.code] });
      }
    }
  }
  for (const unit of seed.units)
    for (const name of [unit.name, ...unit.aliases]) byName.set(normalForm(name), { unit, desks: [] });
  return { units: new Map(seed.units.map((unit) => [unit.code, unit])), byName, normalForm };
}
