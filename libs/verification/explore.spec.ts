import { instantOf } from '#calendar';
import { shippedRules } from '#testing';
import {
  attempt,
  explore,
  movesIn,
  OTHER,
  timePasses,
  UNIT,
  worldAt,
  type Beginning,
  type Explored,
  type World,
} from './index.js';

const rules = shippedRules();
/** `npm run verify` looks further than every test run does. */
const WIDE = process.env['LUOSHI_VERIFY'] === 'wide';
/** What takes longer than everything else in its lib is left to CI, to `npm run verify` and to the search for faults. */
const inCi = process.env['LUOSHI_VERIFY'] === undefined ? it.skip : it;
/** Where there is time for it: CI looks at one act from these places, and at two no more. */
const inLongRuns = ['wide', 'soak', 'faults'].includes(process.env['LUOSHI_VERIFY'] ?? '') ? it : it.skip;
/** With a fault in the sources one finding says it all. */
const ONE_IS_ENOUGH = process.env['LUOSHI_VERIFY'] === 'faults';
let isBroken = false;
const HOURS = 3 * 3_600_000;

/** A task of a Monday morning. */
const aTask = (beginning: Beginning = {}): World =>
  worldAt(instantOf('2024-05-13', '09:00'), '2024-06-07', rules, beginning);

function act(world: World, name: string): World {
  for (const move of movesIn(world).filter((candidate) => candidate.name === name)) {
    const stepped = attempt(world, move, rules);
    if (stepped) return stepped.world;
  }
  throw new Error(`${name} was refused`);
}

/** The usual task after these acts. */
const after = (...acts: string[]): World => acts.reduce(act, aTask());

/** Time passes until somebody may do this. */
function until(world: World, name: string): World {
  let at = world;
  while (!movesIn(at).some((move) => move.name === name && attempt(at, move, rules) !== null)) {
    const passed = timePasses(at, rules);
    if (!passed) throw new Error(`nobody ever comes to do ${name}`);
    at = passed.world;
  }
  return at;
}

const dispatched = after('CONFIRMED', 'DISPATCHED');
const signed = after('CONFIRMED', 'DISPATCHED', 'SIGNED');
const closing = after('CONFIRMED', 'DISPATCHED', 'SIGNED', 'CLOSURE_REQUESTED');
const waiting = after('CONFIRMED', 'DISPATCHED', 'SIGNED', 'BLOCKED', 'BLOCKAGE_ACCEPTED');
const handingOver = after('CONFIRMED', 'DISPATCHED', 'SIGNED', 'LEAD_CHANGED');
const suspended = after('CONFIRMED', 'DISPATCHED', 'SIGNED', 'SUSPENDED');

const inTwoRhythms = ['CONFIRMED', 'DISPATCHED', 'SIGNED'].reduce(
  act,
  aTask({ reportsEvery: ['ten-day', 'month'] }),
);
const ledByTwo = ['CONFIRMED', 'DISPATCHED', 'SIGNED'].reduce(act, aTask({ leadUnitIds: [UNIT, OTHER] }));
const renamed = after('CONFIRMED', 'DISPATCHED', 'SIGNED', 'AMENDED:lead');
const foundUntrue = after('CONFIRMED', 'DISPATCHED', 'SIGNED', 'VERIFICATION_ORDERED', 'FOUND:untrue');

/** Found untrue and silent: its red card, and that of its unit's reporting line, wait for the commander. */
function awaitingRed(): World {
  let world = after(
    'CONFIRMED',
    'DISPATCHED',
    'SIGNED',
    'CLOSURE_REQUESTED',
    'PASSED:taskForceReview',
    'FOUND_UNTRUE',
  );
  const redAwaited = (): number =>
    movesIn(world).filter(
      ({ name, events }) => name.endsWith('NOTICE_AGREED') && events[0]?.event['rung'] === 'red',
    ).length;
  while (redAwaited() < 2) {
    const issue = movesIn(world).find(
      ({ name, events }) => name.endsWith('NOTICE_ISSUED') && events[0]?.event['rung'] === 'yellow',
    );
    const stepped = (issue && attempt(world, issue, rules)) ?? timePasses(world, rules);
    if (!stepped) throw new Error('no red card comes');
    world = stepped.world;
  }
  return world;
}

/** Silent until the yellow card of its line was issued: it may be appealed against, and is to be answered. */
function cardedForSilence(): World {
  return act(until(signed, 'LINE_NOTICE_ISSUED'), 'LINE_NOTICE_ISSUED');
}

/** Filed and returned, and from now on nobody does anything about it of himself. */
function returned(): World {
  return act(act(until(signed, 'FILED:nothing'), 'FILED:nothing'), 'REPORT_RETURNED');
}

function look(beginnings: World[], acts: number, until: string): Explored {
  if (isBroken) throw new Error('broken, as was said before');
  const begun = Date.now();
  const explored = explore(beginnings, { acts, until: instantOf(until, '18:00') }, rules);
  isBroken = ONE_IS_ENOUGH && explored.finding !== null;
  console.info(
    `${explored.states} states, ${explored.transitions} transitions, ${explored.deepest} steps on the longest way, ` +
      `${Math.round((Date.now() - begun) / 1000)} s`,
  );
  return explored;
}

describe('everything that can happen to a task, its reporting lines and its ladders', () => {
  it('leaves nobody forgotten, blames nobody and throws nowhere: one act anywhere, two whole periods and the deadline', () => {
    const beginnings = [dispatched, signed, closing, waiting, handingOver, suspended, awaitingRed()];
    const { finding, states } = look(beginnings, 1, '2024-06-14');
    expect(finding).toBeNull();
    expect(states).toBeGreaterThan(10_000);
  });

  inCi(
    'holds where a silent line was carded, a report returned, two rhythms asked, two units lead, a new lead named, a finding made',
    () => {
      const beginnings = [cardedForSilence(), returned(), inTwoRhythms, ledByTwo, renamed, foundUntrue];
      const { finding, states } = look(beginnings, 1, '2024-06-04');
      expect(finding).toBeNull();
      expect(states).toBeGreaterThan(10_000);
    },
  );

  inLongRuns('holds for any 2 acts at any of the clocks up to the first due time and what follows', () => {
    const { finding, states } = look([dispatched, signed], 2, '2024-05-24');
    expect(finding).toBeNull();
    expect(states).toBeGreaterThan(10_000);
  });

  (WIDE ? describe : describe.skip)('in npm run verify', () => {
    const all = () => [
      ...[dispatched, signed, closing, waiting, handingOver, suspended, awaitingRed()],
      ...[cardedForSilence(), returned(), inTwoRhythms, ledByTwo, renamed, foundUntrue],
    ];

    it(
      'holds for one act anywhere in two months, for all beginnings',
      () => expect(look(all(), 1, '2024-07-12').finding).toBeNull(),
      HOURS,
    );

    it(
      'holds for any 2 acts up to the first due time and what follows, for all beginnings but the late ones',
      () => {
        const beginnings = [
          closing,
          waiting,
          handingOver,
          suspended,
          inTwoRhythms,
          ledByTwo,
          renamed,
          foundUntrue,
        ];
        expect(look(beginnings, 2, '2024-05-24').finding).toBeNull();
      },
      HOURS,
    );

    it(
      'holds for any 2 acts up to the second due time',
      () => expect(look([signed], 2, '2024-05-31').finding).toBeNull(),
      HOURS,
    );

    it(
      'holds for any 3 acts in the first two days',
      () => expect(look([dispatched, signed], 3, '2024-05-15').finding).toBeNull(),
      HOURS,
    );
  });
});

describe('the search itself', () => {
  const until = instantOf('2024-05-20', '18:00');

  it('finds what is broken, and says by which way one comes there', () => {
    const { finding } = explore(
      [{ ...signed, claims: ['reportingLine/x#1/red'] }],
      { acts: 0, until },
      rules,
    );
    expect(finding).toEqual({
      broken: 'reportingLine/x#1 claimed red, which is on no ladder in that order',
      way: ['begin'],
    });
  });

  it('finds a task without clocks by a shortest way', () => {
    const forgetful = { ...signed, clocks: {} };
    expect(explore([forgetful], { acts: 1, until }, rules).finding?.broken).toBe(
      'a task is inProgress and no clock runs: it is forgotten',
    );
  });
});
