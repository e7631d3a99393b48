import fc from 'fast-check';
import { addDays, addMinutes, civilDateOf, type Instant } from '#calendar';
import { LoneTask, moment } from '#testing';
import { PERMISSIONS, permissionsIn } from '../authorisation/permission-table.js';
import { standingUnder } from '../ladder/adoption.js';
import { LADDER_TRIGGERS } from '../policy/policy.schema.js';
import { ladderOf } from './supervision/reconcile.js';
import { replay } from '../decide.js';
import type { IncomingEvent } from '../decision.js';
import type { TaskContext } from './task.context.js';

/** Everything that the chart takes, as it says itself: an event that is added tomorrow is tried from tomorrow on. */
const TYPES = [
  ...new Set(PERMISSIONS.filter(({ kind }) => kind === 'task').map(({ event }) => event)),
].sort();
const DAY = 24 * 60;

/** One thing that is tried: after so many minutes, seen late or on time, with what and which facts picked by these numbers. */
interface Drawn {
  readonly wait: number;
  readonly down: boolean;
  readonly which: number;
  readonly picks: readonly number[];
}

/** What clocks bring about when they run down: now and then it comes all the same, repeated or out of season. */
const CLOCKS = /_OVERDUE$|_DUE$|_EXPIRED$|_PASSED$/u;
/** Every other time one of these is tried first: left to chance alone, few tasks would come to their end. */
const ONWARD = [
  'CONFIRMED',
  'DISPATCHED',
  'SIGNED',
  'CLOSURE_REQUESTED',
  'GATE_PASSED',
  'NOTICE_AGREED',
  'NOTICE_ISSUED',
  'REOPENED',
  'APPEALED',
];
const ENDS = new Set(['WITHDRAWN', 'SPLIT', 'MERGED', 'CLOSED_WITH_YEAR']);
const drawn: fc.Arbitrary<Drawn> = fc.record({
  wait: fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 600 }), fc.integer({ min: 0, max: 5 * DAY })),
  down: fc.boolean(),
  which: fc.nat(10_000),
  picks: fc.array(fc.nat(1_000), { minLength: 6, maxLength: 6 }),
});

/** The same numbers, the same order; every other number another one. */
const inSomeOrder = (types: readonly string[], by: number): string[] =>
  types
    .map((type, index) => ({ type, key: ((by + 17) * (index + 13) * 7_919) % 10_007 }))
    .sort((a, b) => a.key - b.key)
    .map(({ type }) => type);

/** The policy that governs it is put in force for it once more: it stays where it stands. */
const adopted = ({ snapshot, rules }: LoneTask): Record<string, unknown> => ({
  from: rules.policy.version,
  policyVersion: rules.policy.version,
  standing: standingUnder('task', snapshot, rules.policy),
});

/** The first thing in some order that is taken now. */
function taken(task: LoneTask, step: Drawn, at: Instant): IncomingEvent | null {
  const onward = step.which % 2 === 0 ? inSomeOrder(ONWARD, step.which) : [];
  for (const type of [...onward, ...inSomeOrder(TYPES, step.which)]) {
    if (CLOCKS.test(type) && step.which % 12 > 0) continue;
    if (ENDS.has(type) && step.which % 20 > 0) continue;
    if (permissionsIn('task', task.value, type).length === 0) continue;
    const event = { type, at, ...factsFor(task.context, step.picks, type, at), ...adopted(task) };
    if (task.ask(event).ok) return event;
  }
  return null;
}

/** Facts of every kind; an event looks at its own. Mostly such that fit, now and then such that do not. */
function factsFor(
  context: TaskContext,
  picks: readonly number[],
  type: string,
  at: Instant,
): Record<string, unknown> {
  const pick = <T>(index: number, choices: readonly [T, ...T[]]): T =>
    choices[(picks[index] ?? 0) % choices.length] ?? choices[0];
  const today = civilDateOf(at);
  const { leadUnitIds, handover, blockage, climbs, cards, closure, verifications } = context;
  const climb = climbs[(picks[0] ?? 0) % Math.max(1, climbs.length)];
  const card = cards[(picks[1] ?? 0) % Math.max(1, cards.length)];
  const verification = verifications[(picks[2] ?? 0) % Math.max(1, verifications.length)];
  const ofCard = /CARD|APPEAL/u.test(type);
  const generation = ofCard ? card?.generation : climb?.generation;
  const rung = ofCard
    ? card?.rung
    : (climb?.awaitingIssue?.rung ?? pick(3, ['prompt', 'blue', 'yellow', 'red', 'report']));
  const lead = pick(3, [leadUnitIds[0] ?? 'u1', leadUnitIds.at(-1) ?? 'u1', 'u3']);
  return {
    reason: 'reason',
    statement: 'statement',
    finding: type === 'VERIFICATION_FOUND' ? pick(3, ['true', 'partlyTrue', 'untrue']) : 'finding',
    words: 'words',
    unitId:
      type === 'HANDED_OVER'
        ? pick(4, [handover?.fromUnitIds[0] ?? lead, lead])
        : type === 'TAKEN_OVER'
          ? pick(4, [handover?.toUnitIds[0] ?? lead, lead])
          : ofCard
            ? pick(4, [card?.unitId ?? lead, lead])
            : lead,
    unitIds: pick(4, [['u2'], ['u1', 'u2'], ['u3'], []]),
    byUnitId: pick(4, ['u3', 'u4', blockage?.byUnitId ?? 'u4']),
    fromUnitId: pick(3, [lead, 'u3']),
    toUnitId: pick(4, ['u5', 'u2']),
    decision: pick(4, ['insist', 'reassign']),
    gate: pick(4, [closure?.gate ?? 'approval', closure?.gate ?? 'approval', 'verification']),
    untrue: pick(5, [true, false]),
    override: pick(5, [true, false]),
    until: addDays(today, pick(4, [1, 3, 9, -1])),
    deadlineOn: addDays(today, pick(4, [5, 20, 60, -5])),
    year: 2024,
    period: `2024-0${pick(4, [5, 6, 7])} ${pick(5, ['上旬', '中旬', '下旬'])}`,
    progress: pick(4, [0, 20, 60, 100]),
    expected: pick(5, [10, 40, 90]),
    intoTaskIds: ['a', 'b'],
    amendmentId: 'amendment',
    ...(picks[5] !== undefined &&
      picks[5] % 3 === 0 && { leadUnitIds: pick(4, [['u2'], ['u1', 'u4'], ['u1']]) }),
    generation: generation ?? pick(3, [1, 2, 3]),
    rung: rung ?? 'yellow',
    approverId: null,
    noticeId: 'notice',
    reportsEvery: pick(4, [['ten-day'], ['ten-day', 'month'], ['quarter'], []]),
    verificationId: type === 'VERIFICATION_ORDERED' ? `v${picks[0] ?? 0}` : (verification?.id ?? 'v0'),
    reportId: null,
    drawId: null,
    recordHash: null,
    importance: pick(4, ['major', 'important', 'ordinary']),
    reported: 50,
    found: 20,
  };
}

/** What has to hold after every step (domain.md §6 to §8). */
class Watch {
  readonly #claims = new Map<number, string[]>();
  readonly seen = { taken: 0, claims: 0, closed: 0, suspended: 0, appealed: 0, reopened: 0 };

  step(task: LoneTask, before: TaskContext, from: number): void {
    for (const { event, effects } of task.taken.slice(from)) {
      this.seen.taken += 1;
      if (event.type === 'APPEALED') this.seen.appealed += 1;
      if (event.type === 'REOPENED') this.seen.reopened += 1;
      for (const effect of effects) if (effect.type === 'claimRung') this.#claim(task, before, effect);
    }
    const { context, life } = task;
    const clocks = [...task.clocks.keys()];
    if (life === 'suspended') this.seen.suspended += 1;
    if (life === 'closed' || life === 'withdrawn') {
      this.seen.closed += 1;
      expect(clocks.filter((name) => !isAfterTheEnd(name, context))).toEqual([]);
      expect(Object.values(context.causes).filter(({ unitId }) => unitId !== null)).toEqual([]);
    }
    if (!isAskedOf(life, context, clocks)) throw new Error(`${life} and forgotten: ${wayOf(task)}`);
  }

  #claim(
    task: LoneTask,
    before: TaskContext,
    { generation, rung }: { generation: number; rung: string },
  ): void {
    this.seen.claims += 1;
    const climb = [...task.context.climbs, ...before.climbs].find((one) => one.generation === generation);
    if (!climb) throw new Error(`nobody climbs ${generation}`);
    const order = ladderOf(task.rules.policy, climb)?.rungs.map(({ name }) => name) ?? [];
    const before_ = this.#claims.get(generation) ?? [];
    const at = order.indexOf(rung);
    // Once, and above all that were claimed before.
    expect(before_.every((one) => order.indexOf(one) < at)).toBe(true);
    this.#claims.set(generation, [...before_, rung]);
    // Nobody climbs while the task is suspended; an office has its own time.
    if (LADDER_TRIGGERS[climb.trigger] === 'unit' && task.life === 'suspended')
      throw new Error(`${climb.key} reached ${rung} while the task is suspended`);
  }
}

/** How it came there, for whoever has to find out why. */
const wayOf = ({ taken }: LoneTask): string =>
  taken.map(({ event: { type, at, payload } }) => `${at} ${type} ${JSON.stringify(payload)}`).join('\n');

/** An appeal, or a verification on the spot, may outlive the task: the office that decides it keeps its time. */
const isAfterTheEnd = (name: string, { climbs }: TaskContext): boolean =>
  /^(?:appeal|verification):/u.test(name) ||
  climbs.some(
    ({ generation, trigger }) =>
      (trigger === 'appealLate' || trigger === 'verificationLate') && name.endsWith(`:${generation}`),
  );

/** Whether a clock runs, or somebody is named who has to act. */
function isAskedOf(life: string, context: TaskContext, clocks: readonly string[]): boolean {
  if (clocks.length > 0) return true;
  switch (life.split('.')[0]) {
    case 'suspended':
      return false;
    case 'inProgress':
      return context.deadlinePassed || context.blockage?.state === 'accepted';
    case 'dispatched':
      return context.leadUnitIds.some((unitId) => !context.signedBy.includes(unitId));
    default:
      return true;
  }
}

/** Somebody can always bring it on, or to its end. */
const WAY_ON: Readonly<Record<string, string>> = {
  drafted: 'CONFIRMED',
  confirmed: 'WITHDRAWN',
  dispatched: 'WITHDRAWN',
  disputed: 'WITHDRAWN',
  inProgress: 'WITHDRAWN',
  closing: 'WITHDRAWN',
  suspended: 'WITHDRAWN',
  closed: 'REOPENED',
};

/** As an object goes into the record and comes back: an undefined is not there. */
const asKept = (value: unknown): unknown => JSON.parse(JSON.stringify(value));

describe('a task, whatever is tried with it', () => {
  it('never throws, never dead-ends, is never forgotten, climbs every rung once and in order, and replays', () => {
    const seen = { taken: 0, claims: 0, closed: 0, suspended: 0, appealed: 0, reopened: 0 };
    const tried = new Set<string>();
    fc.assert(
      fc.property(fc.array(drawn, { minLength: 20, maxLength: 60 }), fc.boolean(), (steps, shared) => {
        const task = new LoneTask({ leadUnitIds: shared ? ['u1', 'u2'] : ['u1'], deadlineOn: '2024-06-07' });
        const watch = new Watch();
        let now = moment('2024-05-13 09:00');
        for (const step of steps) {
          const [before, from] = [task.context, task.taken.length];
          now = addMinutes(now, step.wait);
          if (step.down) task.wakeAt(now);
          else task.until(now);
          watch.step(task, before, from);
          const [then, count] = [task.context, task.taken.length];
          const event = taken(task, step, now);
          if (event) {
            task.send(event);
            tried.add(event.type);
          }
          watch.step(task, then, count);
        }
        const way = WAY_ON[task.life.split('.')[0] ?? ''];
        if (way !== undefined) expect(task.allows('2027-06-01 10:00', way, { reason: 'reason' })).toBe(true);
        let again = task.begun;
        for (const { event } of task.taken) {
          const next = replay('task', again, event, task.rules.policy);
          if (!next) throw new Error(`${event.type} is refused in a replay`);
          again = asKept(next) as typeof again;
        }
        expect(again).toEqual(task.snapshot);
        for (const key of Object.keys(seen) as (keyof typeof seen)[]) seen[key] += watch.seen[key];
      }),
      { numRuns: 120, seed: 20_240_513, endOnFailure: true },
    );
    // Had they all been refused, nothing would have been looked at.
    expect(seen.taken).toBeGreaterThan(2_500);
    expect(seen.claims).toBeGreaterThan(300);
    for (const count of [seen.closed, seen.suspended, seen.appealed, seen.reopened])
      expect(count).toBeGreaterThan(5);
    // All but the rarest ends were reached; which ones are, turns with every event that the chart gets.
    const untried = TYPES.filter((type) => !tried.has(type) && !CLOCKS.test(type));
    expect(untried.filter((type) => !ENDS.has(type)).length).toBeLessThan(3);
  });
});
