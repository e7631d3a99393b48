import { civilDateOf, type CivilDate, type Instant } from '#calendar';
import type { PlanReviewRow, Transaction } from '#persistence';
import { resolveUnitName, type Draft, type UnitDirectory } from '#plan';
import { readDirectory, type RecordedDirectory } from '../units/directory-of.js';
import type { ReviewFacts } from './first-facts.js';

/** The unit that a printed name means in a review, or what is to be said where it means none. */
export type NamedUnit =
  | {
      readonly ok: true;
      readonly code: string;
      readonly id: string;
      readonly name: string;
      readonly desks: readonly string[];
      readonly group: boolean;
    }
  | { readonly ok: false; readonly message: string };

export interface ReviewUnits {
  readonly directory: UnitDirectory;
  readonly idOfUnit: ReadonlyMap<string, string>;
  readonly codeOfUnit: ReadonlyMap<string, string>;
  /** The day as of which units answer. */
  readonly on: CivilDate;
  /**
   * By what a person chose in the task, then by what a person said the name means in this document, then by the
   * directory.
   */
  unitOf(draft: Pick<Draft, 'body'>, printed: string): NamedUnit;
}

/** Who answers to the names of a review, by the directory as the record has it now. */
export async function reviewUnits(
  tx: Transaction,
  review: Pick<PlanReviewRow, 'facts' | 'unitNames'>,
  now: Instant,
): Promise<ReviewUnits> {
  const recorded = await readDirectory(tx);
  const issuedOn = (review.facts as ReviewFacts).issuedOn ?? '';
  const today = civilDateOf(now);
  const on = issuedOn > today ? issuedOn : today;
  const known = new Map<string, NamedUnit>();
  return {
    ...recorded,
    on,
    unitOf: ({ body }, printed) => {
      const said = body.chosen[printed] ?? review.unitNames[printed];
      const key = `${said ?? ''}|${printed}`;
      const before = known.get(key);
      if (before) return before;
      const found = said === undefined ? byName(printed, recorded, on) : byId(said, recorded);
      known.set(key, found);
      return found;
    },
  };
}

function byId(id: string, { directory, codeOfUnit }: RecordedDirectory): NamedUnit {
  const unit = directory.units.get(codeOfUnit.get(id) ?? '');
  if (!unit) return { ok: false, message: '选定的单位已不在单位目录中，请重新选择。' };
  return { ok: true, code: unit.code, id, name: unit.name, desks: [], group: unit.group };
}

function byName(printed: string, { directory, idOfUnit }: RecordedDirectory, on: CivilDate): NamedUnit {
  const found = resolveUnitName(printed, directory, on);
  if (!found.ok) return { ok: false, message: found.message };
  const { unit: code, name, group } = found;
  const names = new Map(directory.units.get(code)?.desks.map((desk) => [desk.code, desk.name]));
  const desks = found.desks.map((desk) => names.get(desk) ?? desk);
  return { ok: true, code, id: idOfUnit.get(code) ?? '', name, desks, group };
}
