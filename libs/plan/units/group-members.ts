import type { CivilDate } from '#calendar';
import { resolveUnitName } from './resolve-unit-name.js';
import { successorsOf } from './successors.js';
import type { UnitDirectory } from './unit-directory.js';

/** The bodies that a plan founds, by their member units as printed. */
export interface PlanBodies {
  /** The members of the headquarters; empty where the plan does not list them. */
  readonly headquarters: readonly string[];
  /** The members of the task force of the task's action. */
  readonly taskForce: readonly string[];
}

/** 各成员单位, 指挥部各成员单位, 各专班成员单位: the members of a body of the plan itself, whoever they are there. */
const OF_THE_PLAN =
  /^(?:各|全体|有关|相关|其他|本|县|市|区|省|州|旗|指挥部|领导小组|工作领导小组|联席会议|工作专班|专班)*成员单位$/u;

/**
 * Codes of the units that a group stands for, one each, as they answer on a day; empty where nobody has said it. The
 * record's list comes first; a group of the plan's own (各成员单位) is spelled out from the plan: the members of the
 * task force where the name or the plan speaks of it, else of the headquarters.
 */
export function groupMembers(
  group: string,
  directory: UnitDirectory,
  bodies?: PlanBodies,
  on?: CivilDate,
): string[] {
  const unit = directory.units.get(group);
  if (!unit?.group) return [];
  const listed = unit.members ?? [];
  const codes = listed.length > 0 ? listed : membersInPlan(unit.name, directory, bodies, on);
  const single = codes
    .flatMap((code) => successorsOf(code, directory, on).units)
    .filter((code) => directory.units.get(code)?.group === false);
  return [...new Set(single)];
}

function membersInPlan(
  name: string,
  directory: UnitDirectory,
  bodies: PlanBodies | undefined,
  on: CivilDate | undefined,
): string[] {
  if (!bodies || !OF_THE_PLAN.test(name)) return [];
  const ofForce = name.includes('专班') || bodies.headquarters.length === 0;
  const printed = ofForce ? bodies.taskForce : bodies.headquarters;
  const found = printed.map((one) => resolveUnitName(one, directory, on));
  // A name that nobody can place would be left out silently: then a person spells the group out.
  return found.every((one) => one.ok) ? found.flatMap((one) => (one.ok ? [one.unit] : [])) : [];
}
