import type { CivilDate } from '#calendar';
import type { UnitDirectory, UnitSuccession } from './unit-directory.js';

const KIND_WORDS = { rename: '更名为', merge: '并入', split: '拆分为' } as const;

export interface Succeeded {
  /** Codes of the units that answer on that day; the unit itself where nobody succeeded it. */
  readonly units: readonly string[];
  /** What happened, in Chinese; null where nothing did. */
  readonly note: string | null;
}

/**
 * Who answers for a unit on a day, over any number of changes. Left out: the day on which all recorded changes are
 * in force. A circle in the record ends where it began to repeat.
 */
export function successorsOf(code: string, directory: UnitDirectory, on?: CivilDate): Succeeded {
  const notes: string[] = [];
  const seen = new Set<string>();
  const follow = (unit: string): string[] => {
    const inForce = (directory.successions.get(unit) ?? []).filter(
      ({ from }) => on === undefined || from <= on,
    );
    if (inForce.length === 0 || seen.has(unit)) return [unit];
    seen.add(unit);
    notes.push(noteOf(unit, inForce, directory));
    return inForce.flatMap(({ successor }) => follow(successor));
  };
  const units = [...new Set(follow(code))];
  return { units, note: notes.length === 0 ? null : notes.join('；') };
}

function noteOf(unit: string, successions: readonly UnitSuccession[], directory: UnitDirectory): string {
  const nameOf = (code: string): string => directory.units.get(code)?.name ?? code;
  const [first] = successions;
  const verb = KIND_WORDS[successions.length > 1 ? 'split' : (first?.kind ?? 'rename')];
  const names = successions.map(({ successor }) => nameOf(successor)).join('、');
  return `“${nameOf(unit)}”自${first?.from ?? ''}起${verb}${names}`;
}
