import type { UnitDirectory } from '../units/unit-directory.js';

/** The directory with some printed names said to mean certain units (codes), whatever it knew of them. */
export function withNames(directory: UnitDirectory, names: Readonly<Record<string, string>>): UnitDirectory {
  const said = Object.entries(names).flatMap(([printed, code]) => {
    const unit = directory.units.get(code);
    return unit ? [[directory.normalForm(printed), { unit, desks: [] }] as const] : [];
  });
  return said.length === 0 ? directory : { ...directory, byName: new Map([...directory.byName, ...said]) };
}
