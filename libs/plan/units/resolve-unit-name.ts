import { canonicalForm } from '../clause/canonical-names.js';
import type { UnitDirectory } from './unit-directory.js';
import type { UnitSeedUnit } from './unit-seed.schema.js';

export type ResolvedUnit =
  | {
      readonly ok: true;
      readonly unit: string;
      readonly name: string;
      readonly desks: readonly string[];
      readonly group: boolean;
    }
  | {
      readonly ok: false;
      readonly code: 'UNIT_UNKNOWN' | 'DESK_UNKNOWN';
      readonly message: string;
      readonly printed: string;
    };

const FACETS = /^(.+?)(?:〈([^〈〉]+)〉|（([^（）]+)）)$/u;

/**
 * Finds the unit that a printed name means: by its whole name or an alias (各乡〈街道〉 is one name), else by the name
 * before 〈…〉 or （…） with the desks named inside. The order of the desks does not matter.
 */
export function resolveUnitName(printed: string, directory: UnitDirectory): ResolvedUnit {
  const form = directory.normalForm(printed);
  const whole = directory.byName.get(form);
  if (whole) return resolved(whole.unit, whole.desks);
  const parts = FACETS.exec(form);
  const found = parts ? directory.byName.get(parts[1] ?? '') : undefined;
  if (!parts || !found) {
    return {
      ok: false,
      code: 'UNIT_UNKNOWN',
      message: `单位目录中没有“${printed}”，请核对名称或添加别名。`,
      printed,
    };
  }
  const desks = (parts[2] ?? parts[3] ?? '').split('、').map((name) => deskCode(found.unit, name));
  if (!desks.every((desk): desk is string => desk !== undefined)) {
    return {
      ok: false,
      code: 'DESK_UNKNOWN',
      message: `“${found.unit.name}”没有“${parts[2] ?? parts[3] ?? ''}”这样的内设岗位，请核对或添加。`,
      printed,
    };
  }
  return resolved(found.unit, [...new Set(desks)].sort());
}

function deskCode(unit: UnitSeedUnit, name: string): string | undefined {
  return unit.desks.find((desk) =>
    [desk.name, ...desk.aliases].some((known) => canonicalForm(known) === name),
  )?.code;
}

function resolved(unit: UnitSeedUnit, desks: readonly string[]): ResolvedUnit {
  return { ok: true, unit: unit.code, name: unit.name, desks, group: unit.group };
}
