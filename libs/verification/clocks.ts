import {
  ladderOf,
  stateName,
  type ObligationContext,
  type Policy,
  type Rules,
  type TaskContext,
} from '#accountability';
import { instantOf, project, type Instant } from '#calendar';
import type { Broken } from './broken.js';
import { owesOn, silenceStandsStill, standsStill } from './standstill.js';
import { keyOf, linesIn, TASK_KEY, type World } from './world.js';

const LIVE = new Set(['dispatched', 'disputed', 'inProgress', 'closing', 'suspended']);

/** Whoever is waited for has a clock, or is late and stands on the list of what is wrong; and no other clock runs. */
export function clocksAmiss(world: World, rules: Rules): Broken {
  const task = world.subjects[TASK_KEY]?.snapshot;
  if (!task) return [];
  const context = task.context as unknown as TaskContext;
  const life = stateName((task.value as { life: unknown }).life).split('.')[0] ?? '';
  return [
    ...taskClocks(world, life, context, rules),
    ...climbClocks(world, context, rules.policy),
    ...lineClocks(world, rules.policy),
    ...reviewClocks(world),
  ];
}

function taskClocks(world: World, life: string, context: TaskContext, rules: Rules): Broken {
  const { policy } = rules;
  const { closure, dispute, handover, blockage, suspension, causes, cards } = context;
  const clock = (name: string) => world.clocks[`${TASK_KEY}#${name}`];
  const told: string[] = [];
  /** `waited`: somebody has this time; `late`: it is over, and that is on the list. */
  const check = (name: string, waited: boolean, late: boolean, at?: Instant | null): void => {
    const running = clock(name);
    if (waited && !late && !running) told.push(`the task is ${life}, and ${name} does not run`);
    if (!waited && running) told.push(`the task is ${life}, and ${name} runs though nobody is waited for`);
    if (waited && running && at && running.at < at) told.push(`${name} ends ${running.at}, before ${at}`);
  };
  const still = suspension !== null || closure !== null || blockage?.state === 'accepted';
  check('taskDeadline', LIVE.has(life) && !still && !context.deadlinePassed, false);
  if (context.deadlinePassed && LIVE.has(life) && world.now < instantOf(context.deadlineOn, policy.taskDueAt))
    told.push('the deadline counts as passed, and lies ahead');
  check('suspension', life === 'suspended', false);
  const unsigned = context.leadUnitIds.filter((unitId) => !context.signedBy.includes(unitId));
  check(
    'sign',
    life === 'dispatched' && unsigned.length > 0,
    unsigned.every((unitId) => `unsigned:${unitId}` in causes),
  );
  check('dispute', life === 'disputed' && dispute !== null, 'disputeLate' in causes);
  check(
    'gate',
    life === 'closing',
    `gateLate:${closure?.gate ?? ''}` in causes,
    closure?.gateSince ? limitFrom(closure.gateSince, policy.gates[closure.gate], rules) : null,
  );
  const gate = clock('gate');
  if (gate && closure && gate.detail['gate'] !== closure.gate)
    told.push(`the clock of ${closure.gate} goes by another gate's name`);
  check(
    'handover',
    handover !== null,
    Object.values(causes).some(({ trigger }) => trigger === 'handover'),
  );
  check('blockage', blockage !== null && blockage.state !== 'accepted', 'blockageLate' in causes);
  check(
    'awaited',
    blockage?.state === 'accepted',
    `awaited:${blockage?.byUnitId ?? ''}` in causes,
    blockage?.acceptedAt ? limitFrom(blockage.acceptedAt, policy.tasks.awaitedWithin, rules) : null,
  );
  for (const { id, stage, overdue } of context.verifications) {
    check(`verification:${id}`, stage === 'open', overdue);
    check(`correction:${id}`, stage === 'correction', overdue);
  }
  for (const { generation, rung, appeal, answer } of cards) {
    check(`appeal:${generation}:${rung}`, appeal === 'open', 'appealLate' in causes);
    check(`answer:${generation}:${rung}`, answer === 'awaited', false);
  }
  return told;
}

function limitFrom(
  from: Instant,
  { workingDays: days, at }: { workingDays: number; at?: string | undefined },
  { calendar }: Rules,
): Instant | null {
  return project({ kind: 'workingDays', from, days, ...(at !== undefined && { at }) }, [], calendar).at;
}

/** Who climbs has the clock of the next rung, or of whoever issues this one; who stands still has neither. */
function climbClocks(world: World, context: TaskContext, policy: Policy): Broken {
  const runs = (name: string): boolean => `${TASK_KEY}#${name}` in world.clocks;
  return context.climbs.flatMap((climb) => {
    const { generation, key } = climb;
    const rung = ladderOf(policy, climb)?.rungs[climb.reached];
    const periods = context.causes[key]?.periods ?? 0;
    const still = standsStill(context, climb);
    const climbing =
      rung !== undefined && !climb.awaitingIssue && !still && periods >= (rung.afterPeriods ?? 0);
    return [
      ...(climbing === runs(`rung:${generation}`)
        ? []
        : [`${key} ${climbing ? 'climbs without' : 'stands, and yet has'} the clock of a rung`]),
      ...(climb.awaitingIssue && !climb.hold && !runs(`issue:${generation}`)
        ? [`${key} waits for a notice that nobody is asked for`]
        : []),
      ...(climb.hold !== null && !runs(`hold:${generation}`) ? [`${key} is held for ever`] : []),
    ];
  });
}

function lineClocks(world: World, policy: Policy): Broken {
  return linesIn(world).flatMap(({ to, line }) => {
    const { climb, current, taskIds, cards, matters } = line;
    const runs = (name: string): boolean => `${keyOf(to)}#${name}` in world.clocks;
    const still = climb !== null && silenceStandsStill(line);
    const climbing =
      climb !== null &&
      !still &&
      !climb.awaitingIssue &&
      policy.reportingLadder.rungs[climb.reached] !== undefined;
    const awaits = climb?.awaitingIssue != null && !climb.hold;
    const expect = (name: string, wanted: boolean): Broken =>
      wanted === runs(name) ? [] : [`a line ${wanted ? 'goes without' : 'has'} the clock ${name}`];
    return [
      ...(climb !== null && !owesOn(line, policy)
        ? ['a unit that owes nothing climbs the reporting ladder']
        : []),
      ...expect('rung', climbing),
      ...expect('issue', awaits),
      ...expect('hold', climb?.hold != null),
      ...(taskIds.length > 0 && !(current && runs('sitting:due'))
        ? ['a unit has a live task, and nothing asks it for the next report']
        : []),
      ...(current && !current.open && current.taskIds.length > 0 && !runs('sitting:opens')
        ? ['a window never opens']
        : []),
      ...cards.flatMap(({ generation, rung, answer, appeal }) => [
        ...expect(`card:answer:${generation}:${rung}`, answer === 'awaited'),
        ...(appeal !== 'open' || 'appealLate' in matters.causes
          ? []
          : expect(`card:appeal:${generation}:${rung}`, true)),
      ]),
      ...matters.climbs.flatMap((one) => {
        const rung = ladderOf(policy, one)?.rungs[one.reached];
        const goesOn = rung !== undefined && !one.awaitingIssue && one.hold === null;
        return expect(`card:rung:${one.generation}`, goesOn);
      }),
    ];
  });
}

/**
 * A report that is filed is accepted by its clock; one that was returned has a clock; no other has any. What was
 * returned, or not filed at all, is asked for no longer than until the next sitting falls due (domain.md §7).
 */
function reviewClocks(world: World): Broken {
  const lines = new Map(linesIn(world).map(({ line }) => [line.id, line]));
  return Object.entries(world.subjects).flatMap(([key, { kind, snapshot, period }]) => {
    if (kind !== 'obligation') return [];
    const runs = (name: string): boolean => `${key}#${name}` in world.clocks;
    const state = String(snapshot.value);
    const { dueAt, lineId } = snapshot.context as unknown as ObligationContext;
    const line = lines.get(lineId ?? '');
    const passed = [line?.overdue?.dueAt, line?.filed?.dueAt].some((at) => at !== undefined && at > dueAt);
    return [
      ...((state === 'submitted') === runs('silentAcceptance')
        ? []
        : [`a report of ${period ?? ''} is ${state}, and its silent acceptance is amiss`]),
      ...(state !== 'returned' && runs('refile')
        ? [`a report of ${period ?? ''} is ${state}, and is asked for again`]
        : []),
      ...(passed && (state === 'open' || (state === 'returned' && !runs('refile')))
        ? [`a report of ${period ?? ''} is ${state} for ever, though the next sitting has fallen due`]
        : []),
    ];
  });
}
