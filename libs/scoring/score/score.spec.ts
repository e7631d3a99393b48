import fc from 'fast-check';
import { readFile } from 'node:fs/promises';
import {
  parseScheme,
  scoreOf,
  type Case,
  type EventRef,
  type Incident,
  type Scheme,
  type UnitFacts,
} from '../index.js';

const shipped = async (name: string): Promise<Scheme> => {
  const parsed = parseScheme(
    await readFile(new URL(`../../../seeds/scoring/${name}.yaml`, import.meta.url), 'utf8'),
  );
  if (!parsed.ok) throw new Error(parsed.problems.map(({ message }) => message).join('\n'));
  return parsed.value;
};

let scheme: Scheme;
let bands: Scheme;
beforeAll(async () => {
  scheme = await shipped('default');
  bands = await shipped('bands');
});

const AT = '2024-05-10T09:30:00.000Z';
const task = (n: number): string => `task-${n}`;
const ref = (id: string, seq = 1) => ({ kind: 'task', id, seq });
const some = (fact: Case['fact'], met: number, missed: number): Case[] =>
  Array.from({ length: met + missed }, (_, n) => ({
    fact,
    met: n < met,
    at: AT,
    taskId: task(n),
    events: [ref(task(n))],
  }));
const happened = (fact: Incident['fact'], level: string | null = null, n = 1): Incident => ({
  fact,
  at: AT,
  taskId: task(n),
  level,
  events: [ref(task(n), 7)],
  undone: null,
});
const facts = (cases: Case[] = [], incidents: Incident[] = [], bonus: number[] = []): UnitFacts => ({
  unitId: 'unit',
  cases,
  incidents,
  decisions: bonus.map((points, n) => ({
    id: `decision-${n}`,
    unitId: 'unit',
    item: null,
    points,
    reason: '做法被推广',
    at: AT,
  })),
  evidencedTasks: new Set<string>(),
});

const goodYear = [
  ...some('indicatorsReached', 4, 0),
  ...some('tasksClosedOnTime', 5, 0),
  ...some('signedOnTime', 5, 0),
  ...some('reportedOnTime', 20, 0),
];

describe('the default scheme, reckoned by hand', () => {
  it('gives 100 to a unit that did everything in time, and at most 5 more for practice taken up elsewhere', () => {
    expect(scoreOf(facts(goodYear), scheme).total).toBe(100);
    expect(scoreOf(facts(goodYear, [], [3, 4]), scheme).total).toBe(105);
    expect(scoreOf(facts(goodYear, [], [3]), scheme).bonus).toMatchObject({
      points: 3,
      decisionIds: ['decision-0'],
    });
  });

  it('takes the share of what was not met from each item: 3 of 4 indicators, 4 of 5 tasks, 18 of 20 reports', () => {
    const score = scoreOf(
      facts([
        ...some('indicatorsReached', 3, 1),
        ...some('tasksClosedOnTime', 4, 1),
        ...some('signedOnTime', 5, 0),
        ...some('reportedOnTime', 18, 2),
      ]),
      scheme,
    );
    expect(score.sections.map(({ points }) => points)).toEqual([18.75 + 28, 5 + 13.5 + 5, 15]);
    expect(score.total).toBe(85.25);
  });

  it('deducts blue 0.5, yellow 1, red 2 and interview 3, and half a point for a report that was sent back', () => {
    const score = scoreOf(
      facts(goodYear, [
        happened('cards', 'blue'),
        happened('cards', 'blue'),
        happened('cards', 'yellow'),
        happened('cards', 'red'),
        happened('cards', 'interview'),
        happened('returns'),
      ]),
      scheme,
    );
    expect(score.deductions.map(({ id, points }) => [id, points])).toEqual([
      ['blue', -1],
      ['yellow', -1],
      ['red', -2],
      ['interview', -3],
    ]);
    expect(score.total).toBe(92.5);
  });

  it('takes 5 for each untrue finding, besides its card: more than any other single thing costs', () => {
    const untrue = scoreOf(
      facts(goodYear, [happened('untrueFindings'), happened('cards', 'yellow')]),
      scheme,
    );
    expect(untrue.total).toBe(94);
    for (const level of ['blue', 'yellow', 'red', 'interview'])
      expect(scoreOf(facts(goodYear, [happened('cards', level)]), scheme).total).toBeGreaterThan(
        untrue.total,
      );
    const often = scoreOf(
      facts(
        goodYear,
        Array.from({ length: 4 }, () => happened('untrueFindings')),
      ),
      scheme,
    );
    expect(often.sections[2]).toMatchObject({ id: 'verification', points: 0 });
    expect(often.sections[2]?.items[0]?.incidents.map(({ points }) => points)).toEqual([-5, -5, -5, 0]);
  });

  it('hands the marks of what cannot be scored to what can: a unit without indicators is scored by its tasks', () => {
    const score = scoreOf(facts([...some('tasksClosedOnTime', 1, 1), ...some('signedOnTime', 1, 0)]), scheme);
    expect(score.sections[0]?.items).toMatchObject([
      { id: 'indicators', marks: 0, points: 0, nothing: 'spread' },
      { id: 'tasksOnTime', marks: 60, points: 30, nothing: null },
    ]);
    expect(score.sections[1]).toMatchObject({ points: 25 });
    expect(scoreOf(facts(), scheme)).toMatchObject({ total: 100, empty: true });
    expect(score.empty).toBe(false);
  });

  it('weighs tasks where the scheme says so', () => {
    const weight = (taskId: string | null): number => (taskId === task(0) ? 3 : 1);
    const [results] = scoreOf(facts(some('tasksClosedOnTime', 1, 1)), scheme, weight).sections;
    expect(results).toMatchObject({ points: 45 });
    expect(results?.items[1]).toMatchObject({ share: { met: 3, of: 4 } });
  });

  it('names for every point what made it', () => {
    const score = scoreOf(facts(goodYear, [happened('cards', 'red', 3)]), scheme);
    expect(score.deductions.find(({ id }) => id === 'red')?.incidents).toMatchObject([
      { points: -2, events: [{ kind: 'task', id: 'task-3', seq: 7 }] },
    ]);
    for (const { items } of score.sections)
      for (const item of items) expect(item.cases.every(({ events }) => events.length > 0)).toBe(true);
  });

  it('counts a card no more once it was taken back, and shows both versions', () => {
    const undone = { at: AT, event: ref('task-1', 9) };
    const score = scoreOf(facts(goodYear, [{ ...happened('cards', 'red'), undone }]), scheme);
    expect(score).toMatchObject({ total: 100, totalBeforeUndoing: 98 });
    expect(score.deductions.find(({ id }) => id === 'red')?.incidents).toMatchObject([
      { points: 0, before: -2, undone },
    ]);
  });
});

describe('the other shapes of formulae', () => {
  it('gives the marks of the highest band that is reached', () => {
    const results = (met: number, missed: number): number =>
      scoreOf(facts(some('tasksClosedOnTime', met, missed)), bands).sections[0]?.points ?? 0;
    expect([
      results(20, 0),
      results(19, 1),
      results(18, 2),
      results(7, 3),
      results(1, 1),
      results(1, 2),
    ]).toEqual([70, 70, 60, 45, 25, 0]);
  });

  it('is full from the capped share on, and a deduction ends at its limit', () => {
    const reporting = (met: number, missed: number) =>
      scoreOf(facts(some('reportedOnTime', met, missed)), bands).sections[1]?.items[0]?.points;
    expect([reporting(9, 1), reporting(10, 0), reporting(45, 55)]).toEqual([20, 20, 10]);
    const cards = Array.from({ length: 7 }, () => happened('cards', 'yellow'));
    expect(scoreOf(facts([], cards), bands).deductions[0]).toMatchObject({ points: -5 });
  });

  it('scores what is left to the assessor by the decisions, within the marks of the item', () => {
    const parsed = parseScheme(`
schema: luoshi.scoring/1
id: words
version: 1
label: 评议
sections:
  - id: results
    label: 结果
    marks: 10
    items:
      - { id: judged, label: 实绩评议, marks: 10, formula: { kind: decided }, ifNothing: none }
`);
    if (!parsed.ok) throw new Error('cannot be read');
    const decided = (points: number[]): UnitFacts => ({
      ...facts(),
      decisions: points.map((one, n) => ({
        id: `d${n}`,
        unitId: 'unit',
        item: 'judged',
        points: one,
        reason: '评议',
        at: AT,
      })),
    });
    expect([[], [4], [8, 7]].map((points) => scoreOf(decided(points), parsed.value).total)).toEqual([
      0, 4, 10,
    ]);
  });
});

const anyCase = fc.record({
  fact: fc.constantFrom('indicatorsReached', 'tasksClosedOnTime', 'signedOnTime', 'reportedOnTime' as const),
  met: fc.boolean(),
  at: fc.constant(AT),
  taskId: fc.integer({ min: 0, max: 9 }).map(task),
  events: fc.constant<EventRef[]>([ref('task')]),
});
const anyIncident = fc.record({
  fact: fc.constantFrom('returns', 'untrueFindings', 'cards' as const),
  at: fc.constant(AT),
  taskId: fc.constant(null),
  level: fc.constantFrom('blue', 'yellow', 'red', 'interview'),
  events: fc.constant<EventRef[]>([ref('task')]),
  undone: fc.constant(null),
});
const anyFacts = fc
  .tuple(
    fc.array(anyCase, { maxLength: 40 }),
    fc.array(anyIncident, { maxLength: 30 }),
    fc.array(fc.integer({ min: 0, max: 5 }), { maxLength: 4 }),
  )
  .map(([cases, incidents, bonus]) => facts(cases, incidents, bonus));

describe('whatever happened', () => {
  it('keeps every score between 0 and full marks with bonus, and every part within its own marks', () => {
    fc.assert(
      fc.property(anyFacts, fc.boolean(), (of, banded) => {
        const score = scoreOf(of, banded ? bands : scheme);
        expect(score.total).toBeGreaterThanOrEqual(0);
        expect(score.total).toBeLessThanOrEqual(105);
        for (const section of score.sections) {
          expect(section.points).toBeGreaterThanOrEqual(0);
          expect(section.points).toBeLessThanOrEqual(section.marks);
          const cents = section.items.reduce((sum, { points }) => sum + Math.round(points * 100), 0);
          expect(cents).toBe(Math.round(section.points * 100));
        }
      }),
    );
  });

  it('never lowers a score for a report more that was filed in time', () => {
    fc.assert(
      fc.property(anyFacts, (of) => {
        const more = { ...of, cases: [...of.cases, ...some('reportedOnTime', 1, 0)] };
        for (const one of [scheme, bands])
          expect(scoreOf(more, one).total).toBeGreaterThanOrEqual(scoreOf(of, one).total);
      }),
    );
  });

  it('never lowers a score for a card that is taken back', () => {
    fc.assert(
      fc.property(anyFacts, fc.nat(), (of, which) => {
        if (of.incidents.length === 0) return;
        const incidents = of.incidents.map((one, n) =>
          n === which % of.incidents.length ? { ...one, undone: { at: AT, event: ref('task', 99) } } : one,
        );
        expect(scoreOf({ ...of, incidents }, scheme).total).toBeGreaterThanOrEqual(scoreOf(of, scheme).total);
      }),
    );
  });
});
