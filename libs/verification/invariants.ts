import {
  ladderOf,
  ROLES,
  stateName,
  type Policy,
  type ReportingLineContext,
  type Rules,
  type TaskContext,
} from '#accountability';
import { attempt, type Move } from './moves.js';
import { clockName, happen, refOf, TASK_KEY, type Clock, type Stepped, type World } from './world.js';

/** What is broken, in words; empty: nothing. */
export type Broken = readonly string[];

const LIVE = new Set(['dispatched', 'disputed', 'inProgress', 'closing', 'suspended']);
const OVER = new Set(['closed', 'withdrawn']);

const lifeOf = (world: World): string =>
  stateName((world.subjects[TASK_KEY]?.snapshot.value as { life: unknown }).life);
const isIn = (world: World, states: ReadonlySet<string>): boolean =>
  states.has(lifeOf(world).split('.')[0] ?? '');
const taskOf = (world: World): TaskContext =>
  world.subjects[TASK_KEY]?.snapshot.context as unknown as TaskContext;
const clocksOf = (world: World, key: string): string[] =>
  Object.keys(world.clocks).filter((name) => name.startsWith(`${key}#`));

/** What must hold in every world (domain.md §6 to §8). */
export function brokenIn(world: World, policy: Policy): Broken {
  return [
    ...forgotten(world),
    ...overYetRunning(world),
    ...rungsOutOfOrder(world, policy),
    ...climbsWithoutCause(world),
  ];
}

/**
 * Who has to act while no clock runs: an office whose time is over and whose ladder has been climbed to its top is
 * still asked. Nobody is named for a task in progress or suspended: there a clock has to run.
 */
const NAMED = new Set(['dispatched', 'disputed', 'closing']);

/** No live task without an armed clock, of its own or of what is owed for it, or a person who must act. */
function forgotten(world: World): Broken {
  const life = lifeOf(world).split('.')[0] ?? '';
  return isIn(world, LIVE) && !NAMED.has(life) && Object.keys(world.clocks).length === 0
    ? [`a task is ${life} and no clock runs: it is forgotten`]
    : [];
}

/** A task that is over has no clock, and nobody owes a report on it. */
function overYetRunning(world: World): Broken {
  if (!isIn(world, OVER)) return [];
  const { cards } = taskOf(world);
  // A card may still be appealed after the task is closed, and the office that decides has its time.
  const appealed = cards.some(({ appeal }) => appeal === 'open');
  const running = clocksOf(world, TASK_KEY).filter(
    (key) => !(appealed && /^appeal|^rung|^issue/.test(clockName(key))),
  );
  const owed = Object.values(world.subjects).filter(
    ({ kind, snapshot }) => kind === 'obligation' && ['scheduled', 'open'].includes(String(snapshot.value)),
  );
  return [
    ...running.map((key) => `the task is ${lifeOf(world)}, and ${clockName(key)} still runs`),
    ...owed.map(({ period }) => `the task is ${lifeOf(world)}, and its report of ${period} is still owed`),
  ];
}

/** Every rung once, in the order of its ladder. */
function rungsOutOfOrder(world: World, policy: Policy): Broken {
  const byClimb = new Map<string, string[]>();
  for (const claim of world.claims) {
    const at = claim.lastIndexOf('/');
    const climb = claim.slice(0, at);
    byClimb.set(climb, [...(byClimb.get(climb) ?? []), claim.slice(at + 1)]);
  }
  const ladders = [policy.reportingLadder.rungs, ...policy.taskLadders.map(({ rungs }) => rungs)].map(
    (rungs) => rungs.map(({ name }) => name).join(),
  );
  return [...byClimb].flatMap(([climb, rungs]) =>
    ladders.some((ladder) => ladder === rungs.join() || ladder.startsWith(`${rungs.join()},`))
      ? []
      : [`${climb} claimed ${rungs.join(' → ')}, which is on no ladder in that order`],
  );
}

/** Whoever climbs has a cause that lasts; a rung's clock belongs to a climb. */
function climbsWithoutCause(world: World): Broken {
  const { climbs, causes } = taskOf(world);
  const lines = Object.values(world.subjects).filter(({ kind }) => kind === 'reportingLine');
  return [
    ...climbs
      .filter(({ key }) => !(key in causes))
      .map(({ key }) => `a ladder is climbed for ${key}, which is cured`),
    ...clocksOf(world, TASK_KEY)
      .map(clockName)
      .filter((name) => /^(?:rung|issue|hold):/.test(name))
      .filter((name) => !climbs.some(({ generation }) => name.endsWith(`:${generation}`)))
      .map((name) => `${name} runs, and nobody climbs there`),
    ...lines.flatMap(({ snapshot }) => {
      const line = snapshot.context as unknown as ReportingLineContext;
      const owes = line.overdue !== null && line.overdue.taskIds.length > 0;
      return line.climb !== null && !owes ? ['a unit that owes nothing climbs the reporting ladder'] : [];
    }),
  ];
}

/** What must hold of a step from one world to the next. */
export function brokenBy(before: World, stepped: Stepped, rules: Rules): Broken {
  return suspendedYetEscalated(before, stepped, rules);
}

/** While a task is suspended, no rung of its lead unit's ladders is reached. */
function suspendedYetEscalated(before: World, { world, effects }: Stepped, { policy }: Rules): Broken {
  if (lifeOf(before) !== 'suspended' || lifeOf(world) !== 'suspended') return [];
  return effects.flatMap(({ of, effect }) => {
    if (of !== TASK_KEY || effect.type !== 'claimRung') return [];
    const climb = taskOf(world).climbs.find(({ generation }) => generation === effect.generation);
    const ladder = climb && ladderOf(policy, climb);
    return climb?.unitId && ladder ? [`suspended, and yet ${effect.rung} of ${ladder.name} is reached`] : [];
  });
}

/** Roles that read and check, and those of a unit that only supports: they move none of this. */
const ONLOOKERS = ROLES.filter((role) => ['auditor', 'assessor', 'supportUnitLiaison'].includes(role));

/**
 * Nobody but who may moves anything: onlookers are refused, and so are the people of a unit that has no part in it.
 * Which of the acting roles share an act is what docs/authorisation.md lists.
 */
export function movedByOthers(world: World, move: Move, rules: Rules): Broken {
  const onlookers = ONLOOKERS.filter((role) => attempt(world, move, rules, role) !== null);
  const strangers =
    move.unitId === null
      ? []
      : (['liaison', 'leadUnitHead'] as const).filter(
          (role) => attempt(world, { ...move, unitId: 'stranger' }, rules, role) !== null,
        );
  return [
    ...onlookers.map((role) => `${role} may do ${move.name}`),
    ...strangers.map((role) => `the ${role} of a unit that has no part in it may do ${move.name}`),
  ];
}

/** A clock's event that comes again changes nothing that it should not: no rung, no notice, no other life. */
export function movedByRepeat(
  world: World,
  fired: readonly (readonly [key: string, clock: Clock])[],
  rules: Rules,
): Broken {
  return fired.flatMap(([key, { detail }]) => {
    const { event: type, ...facts } = detail;
    const again = happen(world, refOf(key), { type, at: world.now, ...facts }, rules);
    if (again === null) return [];
    const bad = again.effects.filter(
      ({ effect }) => effect.type === 'claimRung' || effect.type === 'draftNotice',
    );
    return [
      ...bad.map(({ effect }) => `${type} came twice and brought ${effect.type} again`),
      ...(lifeOf(again.world) === lifeOf(world)
        ? []
        : [`${type} came twice and moved the task to ${lifeOf(again.world)}`]),
    ];
  });
}
