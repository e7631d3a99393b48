import {
  ladderOf,
  stateName,
  type Policy,
  type ReportingLineContext,
  type Rules,
  type TaskClimb,
  type TaskContext,
} from '#accountability';
import { project, type Instant } from '#calendar';
import type { Broken } from './broken.js';
import { clocksAmiss } from './clocks.js';
import { isCaused, owesOn, silenceStandsStill, standsStill } from './standstill.js';
import {
  clockName,
  happen,
  keyOf,
  linesIn,
  refOf,
  TASK_KEY,
  type Clock,
  type Stepped,
  type World,
} from './world.js';

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
export function brokenIn(world: World, rules: Rules): Broken {
  const { policy } = rules;
  return [
    ...forgotten(world),
    ...overYetRunning(world),
    ...rungsOutOfOrder(world, policy),
    ...climbsWithoutCause(world),
    ...clocksAmiss(world, rules),
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
  const { cards, verifications } = taskOf(world);
  // An appeal, and a verification on the spot, may outlive the task: the office that decides has its time.
  const decided =
    cards.some(({ appeal }) => appeal === 'open') || verifications.some(({ stage }) => stage === 'open');
  const running = clocksOf(world, TASK_KEY).filter(
    (key) => !(decided && /^appeal|^verification|^rung|^issue|^hold/.test(clockName(key))),
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
  return [
    ...climbs
      .filter((climb) => !(climb.key in causes) || !isCaused(taskOf(world), lifeOf(world), climb))
      .map(({ key }) => `a ladder is climbed for ${key}, which is cured`),
    ...climbs
      .filter(({ key }) => causes[key]?.lifted === true)
      .map(({ key }) => `a ladder is climbed for ${key}, though it was lifted`),
    ...clocksOf(world, TASK_KEY)
      .map(clockName)
      .filter((name) => /^(?:rung|issue|hold):/.test(name))
      .filter((name) => !climbs.some(({ generation }) => name.endsWith(`:${generation}`)))
      .map((name) => `${name} runs, and nobody climbs there`),
  ];
}

/** What must hold of a step from one world to the next. */
export function brokenBy(before: World, stepped: Stepped, rules: Rules, by = ''): Broken {
  return [
    ...unchased(before, stepped, rules, by),
    ...stoodStillYetEscalated(before, stepped),
    ...waitedYetBlamed(before, stepped),
    ...tooEarly(before, stepped, rules),
    ...outOfOrder(before, stepped),
    ...notAgreed(before, stepped, rules),
    ...tooOften(before, stepped, rules),
  ];
}

/** Who stands still does not climb: suspended, at a gate, held, under appeal, or waiting for another unit. */
function stoodStillYetEscalated(before: World, { effects }: Stepped): Broken {
  const context = taskOf(before);
  return effects.flatMap(({ of, effect }) => {
    if (effect.type !== 'claimRung') return [];
    if (of !== TASK_KEY) {
      const line = before.subjects[of]?.snapshot.context as unknown as ReportingLineContext;
      return line.climb?.generation === effect.generation && silenceStandsStill(line)
        ? [`the silence of a unit stands still, and yet ${effect.rung} is reached`]
        : [];
    }
    const climb = context.climbs.find(({ generation }) => generation === effect.generation);
    return climb && standsStill(context, climb)
      ? [`${climb.key} stands still, and yet ${effect.rung} is reached`]
      : [];
  });
}

/** What gives up the ladder of a silence that lasts: a person with a reason, or an appeal that was right. */
const GIVES_UP = new Set(['LINE_LIFTED', 'LINE_APPEAL_UPHELD']);

/** A silence is chased from the moment at which it begins until it ends. */
function unchased(before: World, { world }: Stepped, { policy }: Rules, by: string): Broken {
  return linesIn(world).flatMap(({ to, line }) => {
    if (line.climb !== null || !owesOn(line, policy) || GIVES_UP.has(by)) return [];
    const was = before.subjects[keyOf(to)]?.snapshot.context as ReportingLineContext | undefined;
    const begins = !was || was.climb !== null || was.overdue?.period !== line.overdue?.period;
    return begins ? ['a unit owes a report, and nobody chases it'] : [];
  });
}

/** Nobody is late while the task waits for others: its deadline does not pass, and no lead comes under its ladder. */
function waitedYetBlamed(before: World, { world }: Stepped): Broken {
  const [was, is] = [taskOf(before), taskOf(world)];
  const waited = was.suspension !== null || was.closure !== null || was.blockage?.state === 'accepted';
  return waited && !was.deadlinePassed && is.deadlinePassed
    ? ['the deadline passed while the task waited for others']
    : [];
}

/** No rung comes before its time: so many working days after the cause, and after the rung before it took effect. */
function tooEarly(before: World, { world, effects }: Stepped, { policy, calendar }: Rules): Broken {
  return effects.flatMap(({ of, effect }) => {
    if (effect.type !== 'claimRung') return [];
    const context = before.subjects[of]?.snapshot.context as unknown as TaskContext & ReportingLineContext;
    const climb =
      of === TASK_KEY
        ? context.climbs.find(({ generation }) => generation === effect.generation)
        : (context.climb ?? undefined);
    const rungs =
      of === TASK_KEY ? climb && ladderOf(policy, climb as TaskClimb)?.rungs : policy.reportingLadder.rungs;
    const at = rungs?.findIndex(({ name }) => name === effect.rung) ?? -1;
    const [rung, previous] = [rungs?.[at], rungs?.[at - 1]];
    if (!climb || !rung || rung.early || 'afterPeriods' in rung) return [];
    const since = (from: Instant, days: number): Instant =>
      project({ kind: 'workingDays', from, days }, [], calendar).at ?? from;
    const earliest = [
      since(climb.causeDueAt, rung.offset.workingDays),
      ...(previous && climb.effectiveAt
        ? [since(climb.effectiveAt, rung.offset.workingDays - previous.offset.workingDays)]
        : []),
    ];
    return earliest.some((instant) => world.now < instant)
      ? [`${effect.rung} is reached at ${world.now}, before ${earliest.join(' and ')}`]
      : [];
  });
}

/** A task is closed through its three gates in their order, or with its year; and a card that needs it is agreed to. */
function outOfOrder(before: World, { world }: Stepped): Broken {
  const [was, is] = [lifeOf(before), lifeOf(world)];
  const year = taskOf(world).years.length > taskOf(before).years.length;
  const fits = (order: readonly (readonly [from: string, to: string])[]): boolean =>
    order.some(([from, to]) => was === from && is === to);
  if (was === is || year) return [];
  if (is === 'closing.verification' && !fits([['closing.taskForceReview', is]]))
    return [`${was} became ${is}`];
  if (is === 'closing.approval' && !fits([['closing.verification', is]])) return [`${was} became ${is}`];
  if (is === 'closed' && !fits([['closing.approval', is]])) return [`${was} became ${is}`];
  return [];
}

/** A card that somebody has to agree to is not issued before. */
function notAgreed(before: World, { world }: Stepped, { policy }: Rules): Broken {
  return Object.entries(before.subjects).flatMap(([key, { snapshot }]) => {
    const was = climbsOf(snapshot.context);
    const is = climbsOf(world.subjects[key]?.snapshot.context ?? {});
    return was.flatMap((climb) => {
      const { awaitingIssue, generation } = climb;
      const after = is.find((one) => one.generation === generation);
      const rungs = 'key' in climb ? ladderOf(policy, climb)?.rungs : policy.reportingLadder.rungs;
      const issue = rungs?.find(({ name }) => name === awaitingIssue?.rung)?.issue;
      const needsIt = issue !== undefined && 'agreedBy' in issue && issue.agreedBy !== undefined;
      return needsIt && awaitingIssue?.agreed === false && after?.awaitingIssue === null
        ? [`${awaitingIssue.rung} was issued, and nobody had agreed`]
        : [];
    });
  });
}

type LineClimb = NonNullable<ReportingLineContext['climb']>;

const climbsOf = (context: Readonly<Record<string, unknown>>): readonly (TaskClimb | LineClimb)[] =>
  'climbs' in context && Array.isArray(context['climbs'])
    ? (context['climbs'] as TaskClimb[])
    : 'climb' in context && context['climb']
      ? [context['climb'] as LineClimb]
      : [];

/** Within its policy a task is extended so many times, and a card is appealed against once. */
function tooOften(before: World, { world }: Stepped, { policy }: Rules): Broken {
  const [was, is] = [taskOf(before), taskOf(world)];
  const reappealed = is.cards.filter(
    ({ appeal, generation, rung }) =>
      appeal === 'open' &&
      was.cards.some(
        (card) =>
          card.generation === generation && card.rung === rung && !['none', 'open'].includes(card.appeal),
      ),
  );
  return [
    ...(is.extensions > policy.extensionsAtMost ? [`extended ${is.extensions} times`] : []),
    ...reappealed.map(({ rung }) => `${rung} was appealed against again`),
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

/**
 * A clock that rings before its time (that it does not is the engine's part, which takes no row whose instant has not
 * come): it climbs for nobody who stands still, breaks no order, and when it rings again in time there is no second
 * rung, no second notice and no other state.
 */
export function movedByEarly(world: World, key: string, { at, detail }: Clock, rules: Rules): Broken {
  const { event: type, ...facts } = detail;
  const early = happen(world, refOf(key), { type, at: world.now, ...facts }, rules);
  if (early === null) return [];
  return [
    ...stoodStillYetEscalated(world, early),
    ...rungsOutOfOrder(early.world, rules.policy),
    ...movedByRepeat({ ...early.world, now: at }, [[key, { at, detail }]], rules),
  ].map((what) => `${type} came early: ${what}`);
}

/**
 * A clock whose end the chart takes in any case: that it does not ring after it was stopped is the engine's part, which
 * fires armed rows alone, under the lock of their subject.
 */
const isKeptByTheEngine = (type: string, world: World): boolean =>
  type === 'DEADLINE_PASSED' && taskOf(world).blockage?.state === 'accepted';

/** A clock that an act has stopped, and that rings all the same, blames nobody and moves nothing. */
export function movedByLate(before: World, { world }: Stepped, rules: Rules): Broken {
  return Object.entries(before.clocks).flatMap(([key, { detail }]) => {
    const { event: type, ...facts } = detail;
    if (key in world.clocks || isKeptByTheEngine(type, world)) return [];
    const late = happen(world, refOf(key), { type, at: world.now, ...facts }, rules);
    if (late === null) return [];
    const blamed = Object.keys(taskOf(late.world).causes).filter((cause) => !(cause in taskOf(world).causes));
    return [
      ...blamed.map((cause) => `${type} came late and brought ${cause}`),
      ...late.effects
        .filter(({ effect }) => effect.type === 'claimRung' || effect.type === 'draftNotice')
        .map(({ effect }) => `${type} came late and brought ${effect.type}`),
      ...(lifeOf(late.world) === lifeOf(world)
        ? []
        : [`${type} came late and moved the task to ${lifeOf(late.world)}`]),
    ];
  });
}
