import { nameCore, type NameCore } from './name-core.js';
import { type Likeness, likenessOf } from './name-similarity.js';
import { resolveUnitName } from './resolve-unit-name.js';
import { successorsOf } from './successors.js';
import type { UnitDirectory } from './unit-directory.js';
import type { UnitSeedUnit } from './unit-seed.schema.js';

export interface UnitSuggestion {
  /** The unit's code. */
  readonly unit: string;
  readonly name: string;
  /** Codes of the unit's desks, where the likeness is to a desk's name. */
  readonly desks: readonly string[];
  /** 0 to 1; 1 only where the directory knows the name. */
  readonly score: number;
  /** Why, in Chinese. */
  readonly reason: string;
}

/** Below this, names have no more in common than any two units. */
const LEAST = 0.25;

/**
 * Units that a printed name may mean, the likeliest first, at most `n`: by name and alias as they are, as
 * abbreviation of one another, and by likeness. Decides nothing: a person says which it is. Units that have a
 * successor are not proposed, their successors are.
 */
export function suggestUnits(printed: string, directory: UnitDirectory, n: number): UnitSuggestion[] {
  const known = resolveUnitName(printed, directory);
  const best = new Map<string, UnitSuggestion>();
  const propose = (one: UnitSuggestion): void => {
    if ((best.get(one.unit)?.score ?? 0) < one.score) best.set(one.unit, one);
  };
  if (known.ok) propose({ ...known, score: 1, reason: known.note ?? '单位目录中有此名称' });
  const wanted = nameCore(printed, directory.jurisdiction);
  for (const { unit, name, desks, core } of knownNames(directory)) {
    const likeness = likenessOf(wanted, core);
    if (likeness.score < LEAST) continue;
    const { units, note } = successorsOf(unit.code, directory);
    for (const code of units) {
      const answers = directory.units.get(code) ?? unit;
      propose({
        unit: code,
        name: answers.name,
        desks: answers === unit ? desks : [],
        score: Math.round(Math.min(likeness.score, 0.99) * 1000) / 1000,
        reason: reasonOf(printed, name, unit, likeness, desks) + (note === null ? '' : `；${note}`),
      });
    }
  }
  return [...best.values()]
    .sort((a, b) => b.score - a.score || (a.unit < b.unit ? -1 : 1))
    .slice(0, Math.max(0, n));
}

interface OneName {
  readonly unit: UnitSeedUnit;
  readonly name: string;
  readonly desks: readonly string[];
  readonly core: NameCore;
}

/** Names are taken apart once for a directory: a document asks for a hundred of them. */
const takenApart = new WeakMap<UnitDirectory, readonly OneName[]>();

/** Every name under which the directory knows a unit or one of its desks. */
function knownNames(directory: UnitDirectory): readonly OneName[] {
  const known = takenApart.get(directory);
  if (known) return known;
  const names = new Map<string, OneName>();
  const add = (unit: UnitSeedUnit, name: string, desks: readonly string[]): void => {
    const key = `${unit.code} ${directory.normalForm(name)}`;
    if (!names.has(key)) names.set(key, { unit, name, desks, core: nameCore(name, directory.jurisdiction) });
  };
  for (const unit of directory.units.values()) {
    for (const name of [unit.name, ...unit.aliases]) add(unit, name, []);
    for (const desk of unit.desks)
      for (const name of [desk.name, ...desk.aliases]) if ([...name].length > 3) add(unit, name, [desk.code]);
  }
  // Learned names.
  for (const [name, { unit, desks }] of directory.byName) add(unit, name, desks);
  const all = [...names.values()];
  takenApart.set(directory, all);
  return all;
}

function reasonOf(
  printed: string,
  name: string,
  unit: UnitSeedUnit,
  { how }: Likeness,
  desks: readonly string[],
): string {
  const whose =
    desks.length > 0
      ? `“${unit.name}”的内设岗位“${name}”`
      : name === unit.name
        ? `“${name}”`
        : `别名“${name}”`;
  if (how === 'same') return `与${whose}只差区划、机构后缀或连接词`;
  if (how === 'abbreviation')
    return [...printed].length <= [...name].length ? `像是${whose}的简称` : `像是${whose}的全称`;
  if (how === 'former') return `可能是${whose}在机构改革前的名称，或别处的叫法`;
  return `与${whose}用字相近`;
}
