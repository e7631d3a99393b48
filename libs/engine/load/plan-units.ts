import type { CivilDate } from '#calendar';
import {
  groupMembers,
  resolveUnitName,
  type PlanBodies,
  type PlanSeed,
  type PlanSeedTask,
  type UnitDirectory,
} from '#plan';

export interface ResolvedName {
  code: string;
  desk: string;
  printed: string;
}

export interface UnresolvedName {
  printed: string;
  /** What is wrong and how to mend it, in Chinese. */
  message: string;
}

export interface UnitsOfOptions {
  /** Groups are replaced by their members where these are known, as for who leads. */
  spellOut: boolean;
  bodies?: PlanBodies | undefined;
  /** The day as of which units answer; left out: all recorded changes of units count. */
  on?: CivilDate | undefined;
}

/**
 * The units behind the names a task prints. A group that leads is spelled out where the record or the plan tells its
 * members, and else leads nobody; a group that supports stays one name.
 */
export function unitsOf(
  names: PlanSeedTask['lead'],
  directory: UnitDirectory,
  { spellOut, bodies, on }: UnitsOfOptions,
): { resolved: ResolvedName[]; unresolved: UnresolvedName[] } {
  const resolved: ResolvedName[] = [];
  const unresolved: UnresolvedName[] = [];
  for (const { printed } of names) {
    const found = resolveUnitName(printed, directory, on);
    if (!found.ok) {
      unresolved.push({ printed, message: found.message });
    } else if (spellOut && found.group) {
      const members = groupMembers(found.unit, directory, bodies, on);
      resolved.push(...members.map((code) => ({ code, desk: '', printed })));
    } else resolved.push({ code: found.unit, desk: found.desks.join('、'), printed });
  }
  return { resolved, unresolved };
}

/** The members of the plan's bodies, as a task of an action may mean them. */
export const bodiesOf = (plan: PlanSeed, action: string): PlanBodies => ({
  headquarters: plan.headquarters?.memberUnits ?? [],
  taskForce: plan.actions.find(({ code }) => code === action)?.taskForce?.memberUnits ?? [],
});

const sortedCodes = (codes: Iterable<string>): string[] => [...new Set(codes)].sort();

/** Codes of all units that lead a task of the plan, or would where the unit listed first leads. */
export const leadUnitCodes = (plan: PlanSeed, directory: UnitDirectory): string[] =>
  sortedCodes(
    plan.tasks.flatMap((task) => {
      const options = { spellOut: true, bodies: bodiesOf(plan, task.action) };
      const leads = unitsOf(task.lead, directory, options).resolved;
      return (leads.length > 0 ? leads : unitsOf(task.support, directory, options).resolved.slice(0, 1)).map(
        ({ code }) => code,
      );
    }),
  );

export const supportUnitCodes = (plan: PlanSeed, directory: UnitDirectory): string[] =>
  sortedCodes(
    plan.tasks.flatMap((task) =>
      unitsOf(task.support, directory, { spellOut: true, bodies: bodiesOf(plan, task.action) }).resolved.map(
        ({ code }) => code,
      ),
    ),
  );
