import fc from 'fast-check';
import { COURIER_FAULTS } from '#courier';
import { FAULT_POINTS } from '#engine';
import { ANSWERING, COMMITTED, STATEMENT, type Fault, type PeerMood, type Schedule } from './faults.js';

/** Points that are passed in a month of reports, and how often about. */
const POINTS: readonly (readonly [string, number])[] = [
  ...[...FAULT_POINTS, ...COURIER_FAULTS]
    .filter((point) => !/^(?:dispatchPlan|bulk|cascade|products)\./u.test(point))
    .map((point) => [point, 15] as const),
  [STATEMENT, 700],
  [COMMITTED, 120],
  [ANSWERING, 12],
  [ANSWERING, 4],
];
const MOODS: readonly PeerMood[] = ['hangUp', 'silent', 500, 429];
/** Tables that many transactions write to. */
const TABLES = ['deadline', 'message', 'letter', 'event'];
const INSTANTS = 55;
const REQUESTS = 40;

const process = fc.integer({ min: 0, max: 3 });
const instant = fc.integer({ min: 1, max: INSTANTS });
const death: fc.Arbitrary<Fault> = fc.constantFrom(...POINTS).chain(([point, often]) =>
  fc.record({
    kind: fc.constant('death' as const),
    process,
    point: fc.constant(point),
    passing: fc.integer({ min: 1, max: often }),
  }),
);
const fault: fc.Arbitrary<Fault> = fc.oneof(
  { weight: 5, arbitrary: death },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constant('cut' as const),
      process,
      passing: fc.integer({ min: 1, max: 700 }),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constant('late' as const),
      instant,
      minutes: fc.integer({ min: 1, max: 6 }),
    }),
  },
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('crowd' as const), instant }) },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constant('early' as const),
      instant,
      minutes: fc.integer({ min: 1, max: 400 }),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constant('stall' as const),
      instant,
      table: fc.constantFrom(...TABLES),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constant('peer' as const),
      request: fc.integer({ min: 1, max: REQUESTS }),
      answer: fc.constantFrom(...MOODS),
    }),
  },
);

/** Up to thirty faults of a month in up to four processes. */
export const schedules: fc.Arbitrary<Schedule> = fc.record({
  processes: fc.integer({ min: 1, max: 4 }),
  ahead: fc.boolean(),
  together: fc.boolean(),
  faults: fc.array(fault, { minLength: 1, maxLength: 30, size: 'max' }),
  // The last, so that a seed is the same story as before there was mail.
  byMail: fc.boolean(),
});
