import { unitDirectory, type UnitDirectory } from '../unit-directory.js';
import type { UnitSeed, UnitSeedUnit } from '../unit-seed.schema.js';

type Given = string | (Partial<UnitSeedUnit> & { name: string });

const COUNTY = { code: '990301', name: '乙县', fullPrefixes: ['甲市乙县', '乙县'], shortPrefix: '县' };
export const CITY = { code: '990300', name: '丙市', fullPrefixes: ['丙市'], shortPrefix: '市' };

/** The units of 乙县 in 甲市: names alone, or with more; the code of the n-th is `u<n>` where none is given. */
export function directoryWith(units: readonly Given[], jurisdiction = COUNTY): UnitDirectory {
  return unitDirectory(seedWith(units, jurisdiction));
}

export const seedWith = (units: readonly Given[], jurisdiction = COUNTY): UnitSeed => ({
  schema: 'luoshi.units/1',
  jurisdiction,
  units: units.map((given, i) => ({
    code: `u${i + 1}`,
    kind: 'other',
    aliases: [],
    desks: [],
    group: false,
    functions: [],
    ...(typeof given === 'string' ? { name: given } : given),
  })),
});
