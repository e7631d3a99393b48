import { resolveUnitName, type PlanSeed, type PlanSeedTask, type UnitDirectory } from '#plan';

export interface ResolvedName {
  code: string;
  desk: string;
  printed: string;
}

/**
 * The units behind the names a task prints. A group that leads is spelled out where the directory knows its members;
 * a group that supports stays one name.
 */
export function unitsOf(
  names: PlanSeedTask['lead'],
  directory: UnitDirectory,
  spellOut: boolean,
): { resolved: ResolvedName[]; unknown: string[] } {
  const resolved: ResolvedName[] = [];
  const unknown: string[] = [];
  for (const { printed } of names) {
    const found = resolveUnitName(printed, directory);
    if (!found.ok) {
      unknown.push(printed);
      continue;
    }
    const members = found.group ? (directory.units.get(found.unit)?.members ?? []) : [];
    if (spellOut && found.group) resolved.push(...members.map((code) => ({ code, desk: '', printed })));
    else resolved.push({ code: found.unit, desk: found.desks.join('、'), printed });
  }
  return { resolved, unknown };
}

const sortedCodes = (codes: Iterable<string>): string[] => [...new Set(codes)].sort();

/** Codes of all units that lead a task of the plan, or would where the unit listed first leads. */
export const leadUnitCodes = (plan: PlanSeed, directory: UnitDirectory): string[] =>
  sortedCodes(
    plan.tasks.flatMap((task) => {
      const leads = unitsOf(task.lead, directory, true).resolved;
      return (leads.length > 0 ? leads : unitsOf(task.support, directory, true).resolved.slice(0, 1)).map(
        ({ code }) => code,
      );
    }),
  );

export const supportUnitCodes = (plan: PlanSeed, directory: UnitDirectory): string[] =>
  sortedCodes(
    plan.tasks.flatMap((task) => unitsOf(task.support, directory, true).resolved.map(({ code }) => code)),
  );
