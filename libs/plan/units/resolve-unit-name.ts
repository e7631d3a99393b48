import type { CivilDate } from '#calendar';
import { canonicalForm } from '../clause/canonical-names.js';
import { successorsOf } from './successors.js';
import type { UnitDirectory } from './unit-directory.js';
import type { UnitSeedUnit } from './unit-seed.schema.js';

export type ResolvedUnit =
  | {
      readonly ok: true;
      readonly unit: string;
      readonly name: string;
      readonly desks: readonly string[];
      readonly group: boolean;
      /** That another unit answers than the one printed, and since when; null as a rule. */
      readonly note: string | null;
    }
  | {
      readonly ok: false;
      /** UNIT_SPLIT: the unit of that name was split; a person says which of `candidates` is meant. */
      readonly code: 'UNIT_UNKNOWN' | 'DESK_UNKNOWN' | 'UNIT_SPLIT';
      readonly message: string;
      readonly printed: string;
      readonly candidates: readonly string[];
    };

const FACETS = /^(.+?)(?:〈([^〈〉]+)〉|（([^（）]+)）)$/u;

/**
 * Finds the unit that a printed name means: by its whole name or an alias (各乡〈街道〉 is one name), else by the name
 * before 〈…〉 or （…） with the desks named inside. The order of the desks does not matter. The name of a unit that
 * was renamed or merged leads to its successor, with a note.
 *
 * @param on the day as of which somebody is to answer: the document's date, or a later one on which an older document
 *   is put in force. Left out: all recorded changes of units count.
 */
export function resolveUnitName(printed: string, directory: UnitDirectory, on?: CivilDate): ResolvedUnit {
  const form = directory.normalForm(printed);
  const refuse = (
    code: 'UNIT_UNKNOWN' | 'DESK_UNKNOWN' | 'UNIT_SPLIT',
    message: string,
    candidates: readonly string[] = [],
  ): ResolvedUnit => ({ ok: false, code, message, printed, candidates });

  const found = namedUnit(form, directory);
  if (found === undefined)
    return refuse('UNIT_UNKNOWN', `单位目录中没有“${printed}”，请核对名称或添加别名。`);
  const { unit, desks } = found;
  if (desks === null)
    return refuse('DESK_UNKNOWN', `“${unit.name}”没有“${found.facets}”这样的内设岗位，请核对或添加。`);
  const { units, note } = successorsOf(unit.code, directory, on);
  if (units.length > 1) return refuse('UNIT_SPLIT', `${note ?? ''}，请指定由哪个单位承担。`, units);
  const answers = directory.units.get(units[0] ?? unit.code) ?? unit;
  const kept =
    answers === unit ? desks : desks.filter((desk) => answers.desks.some(({ code }) => code === desk));
  return { ok: true, unit: answers.code, name: answers.name, desks: kept, group: answers.group, note };
}

interface Named {
  unit: UnitSeedUnit;
  /** Null: one of those named in `facets` is none of the unit's. */
  desks: readonly string[] | null;
  facets: string;
}

function namedUnit(form: string, directory: UnitDirectory): Named | undefined {
  const whole = directory.byName.get(form);
  if (whole) return { ...whole, facets: '' };
  const parts = FACETS.exec(form);
  const found = parts ? directory.byName.get(parts[1] ?? '') : undefined;
  if (!parts || !found) return undefined;
  const facets = parts[2] ?? parts[3] ?? '';
  const desks = facets.split('、').map((name) => deskCode(found.unit, name));
  const all = desks.every((desk): desk is string => desk !== undefined);
  return { unit: found.unit, desks: all ? [...new Set(desks)].sort() : null, facets };
}

function deskCode(unit: UnitSeedUnit, name: string): string | undefined {
  return unit.desks.find((desk) =>
    [desk.name, ...desk.aliases].some((known) => canonicalForm(known) === name),
  )?.code;
}
