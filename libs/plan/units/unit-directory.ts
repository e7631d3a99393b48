import type { CivilDate } from '#calendar';
import { readDataFile, type DataFileResult } from '#data-file';
import { canonicalForm } from '../clause/canonical-names.js';
import { normalFormOf } from './normal-form.js';
import { type SuccessionKind, type UnitSeed, unitSeedSchema, type UnitSeedUnit } from './unit-seed.schema.js';

/** Reads a unit directory kept as YAML (`seeds/units/`). */
export const parseUnitSeed = (yamlText: string): DataFileResult<UnitSeed> =>
  readDataFile(unitSeedSchema, yamlText);

/** A name that a person said belongs to a unit; unit and desks by their codes. */
export interface LearnedName {
  readonly printed: string;
  readonly unit: string;
  readonly desks: readonly string[];
}

/** From a day on, the successor answers for what the predecessor did; both by their codes. */
export interface UnitSuccession {
  readonly predecessor: string;
  readonly successor: string;
  readonly kind: SuccessionKind;
  readonly from: CivilDate;
  readonly reason: string;
}

export interface KnownName {
  readonly unit: UnitSeedUnit;
  readonly desks: readonly string[];
}

/**
 * Units by code and by the normal forms of their names and aliases; a desk with a full name of its own leads to its
 * unit. Units that have a successor are among them: an old document names them.
 */
export interface UnitDirectory {
  readonly jurisdiction: UnitSeed['jurisdiction'];
  readonly units: ReadonlyMap<string, UnitSeedUnit>;
  readonly byName: ReadonlyMap<string, KnownName>;
  readonly normalForm: (name: string) => string;
  /** By the predecessor's code, in the order of their days. */
  readonly successions: ReadonlyMap<string, readonly UnitSuccession[]>;
}

/** A directory out of a unit file, and of what was learned and recorded since. */
export function unitDirectory(
  seed: UnitSeed,
  learned: readonly LearnedName[] = [],
  recorded: readonly UnitSuccession[] = [],
): UnitDirectory {
  const normalForm = normalFormOf(seed.jurisdiction);
  const { units, successions } = withPredecessors(seed, normalForm);
  const byCode = new Map(units.map((unit) => [unit.code, unit]));
  const byName = new Map<string, KnownName>();
  for (const unit of units) {
    for (const desk of unit.desks) {
      for (const name of [desk.name, ...desk.aliases]) {
        if (canonicalForm(name).startsWith(seed.jurisdiction.shortPrefix))
          byName.set(normalForm(name), { unit, desks: [desk.code] });
      }
    }
  }
  for (const { printed, unit: code, desks } of learned) {
    const unit = byCode.get(code);
    if (unit) byName.set(normalForm(printed), { unit, desks });
  }
  for (const unit of units)
    for (const name of [unit.name, ...unit.aliases]) byName.set(normalForm(name), { unit, desks: [] });
  return {
    jurisdiction: seed.jurisdiction,
    units: byCode,
    byName,
    normalForm,
    successions: byPredecessor([...successions, ...recorded]),
  };
}

/** The units of a file with those that it names as predecessors only, which get a code after their first successor. */
function withPredecessors(
  seed: UnitSeed,
  normalForm: (name: string) => string,
): { units: UnitSeedUnit[]; successions: UnitSuccession[] } {
  const units = [...seed.units];
  const codes = new Set(units.map(({ code }) => code));
  const codeOf = new Map(
    units.flatMap((unit) => [unit.name, ...unit.aliases].map((name) => [normalForm(name), unit.code])),
  );
  const successions: UnitSuccession[] = [];
  for (const unit of seed.units) {
    for (const { name, kind, from, reason } of unit.predecessors ?? []) {
      let code = codeOf.get(normalForm(name));
      if (code === undefined) {
        let n = 1;
        while (codes.has(`${unit.code}-former-${n}`)) n += 1;
        code = `${unit.code}-former-${n}`;
        codes.add(code);
        codeOf.set(normalForm(name), code);
        units.push({ code, name, kind: unit.kind, aliases: [], desks: [], group: false, functions: [] });
      }
      if (code !== unit.code)
        successions.push({ predecessor: code, successor: unit.code, kind, from, reason });
    }
  }
  return { units, successions };
}

function byPredecessor(successions: readonly UnitSuccession[]): Map<string, UnitSuccession[]> {
  const result = new Map<string, UnitSuccession[]>();
  for (const one of [...successions].sort((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : 0)))
    result.set(one.predecessor, [...(result.get(one.predecessor) ?? []), one]);
  return result;
}
