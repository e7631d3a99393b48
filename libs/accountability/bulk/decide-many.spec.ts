import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import { shippedRules } from '#testing';
import {
  begin,
  decide,
  ENGINE_ACTOR,
  type IncomingEvent,
  type Snapshot,
  type Subject,
  type SubjectKind,
} from '../index.js';
import { CaseBook } from './case-book.js';
import { decideMany } from './decide-many.js';
import { NAMES } from './names-of-kinds.js';
import type { FieldNames } from './names.js';
import { populationOf, type Population } from './testing/populations.js';

const rules = shippedRules();
const KINDS = ['task', 'obligation', 'reportingLine'] as const;

const alone = (subject: Subject, event: IncomingEvent): unknown =>
  outcome(() => decide(subject, event, rules, ENGINE_ACTOR));

function outcome(of: () => unknown): unknown {
  try {
    return of();
  } catch (error) {
    return { thrown: String(error) };
  }
}

/** The first subject for which deciding together says something else than deciding alone. */
function firstDifference({ subjects, event }: Population, book: CaseBook): object | null {
  for (const subject of subjects) {
    const together = outcome(() => book.decide(subject));
    const apart = alone(subject, event);
    // Also the order of fields and of effects, which no deep comparison sees.
    if (!isDeepStrictEqual(together, apart) || JSON.stringify(together) !== JSON.stringify(apart))
      return { subject, event, together, apart };
  }
  return null;
}

/** Looks for a population that is decided otherwise together, given which fields are held to be names. */
function search(kind: SubjectKind, names: FieldNames, numRuns: number) {
  const count = { cases: 0, equal: 0, alone: 0 };
  const found = fc.check(
    fc.property(populationOf(kind, NAMES[kind]), (population) => {
      const book = new CaseBook(population.event, rules, { ...NAMES, [kind]: names });
      const difference = firstDifference(population, book);
      count.cases += book.count.cases;
      count.equal += book.count.equal;
      count.alone += book.count.alone;
      return difference === null;
    }),
    { numRuns, seed: 42, endOnFailure: true },
  );
  return { ...found, count };
}

describe('deciding many at once', () => {
  it.each(KINDS)('says of every %s what deciding alone says of it, whatever happens to it', (kind) => {
    fc.assert(
      fc.property(populationOf(kind, NAMES[kind]), (population) => {
        const book = new CaseBook(population.event, rules);
        expect(firstDifference(population, book)).toBeNull();
      }),
      { numRuns: 250, seed: 42 },
    );
  });

  it.each(KINDS)('does work out equal cases of a %s once', (kind) => {
    const { failed, count } = search(kind, NAMES[kind], 120);
    expect(failed).toBe(false);
    expect(count.equal).toBeGreaterThan(count.cases / 4);
    expect(count.alone).toBeLessThan((count.cases + count.equal) / 2);
  });

  it.each(KINDS)('says the same where a name of a %s was forgotten in its list', (kind) => {
    for (const forgotten of Object.keys(NAMES[kind])) {
      const names = Object.fromEntries(Object.entries(NAMES[kind]).filter(([name]) => name !== forgotten));
      expect([forgotten, search(kind, names, 30).counterexample]).toEqual([forgotten, null]);
    }
  });

  // A list of names that is wrong has to be found out, or the property above would prove nothing.
  it.each([
    ['obligation', { dueAt: 'name' }],
    ['obligation', { filedAt: 'name' }],
    ['obligation', { kind: 'name' }],
    ['reportingLine', { current: { in: { dueAt: 'name' } } }],
    ['reportingLine', { duty: 'name' }],
    ['task', { deadlineOn: 'name', originalDeadlineOn: 'name' }],
    ['task', { leadUnitIds: { each: 'name' } }],
  ] as const)('is found out where %s is said to have for a name what is none: %j', (kind, wrong) => {
    const names = { ...NAMES[kind], ...(wrong as FieldNames) };
    expect(search(kind, names, 4_000).failed).toBe(true);
  });
});

describe('a book of cases', () => {
  const NEXT = { type: 'NEXT_PERIOD_DUE', at: '2024-04-30T09:30:00.000Z' };
  const scope = { jurisdictionId: '430811', planCode: 'plan', actionCode: 'A1', unitIds: ['unit'] };

  /** Each with names, a moment and a figure of its own; every second one is filed. */
  const owed = (i: number): Subject => {
    const input = {
      id: `o${i}`,
      taskId: `t${i}`,
      unitId: `u${i % 7}`,
      period: '2024-04 中旬',
      dueAt: '2024-04-19T09:30:00.000Z',
    };
    const { context } = begin({ kind: 'obligation', input }, rules.policy);
    const filedAt = `2024-04-18T01:00:00.${String(i).padStart(3, '0')}Z`;
    const filed = { filedAt, filedBy: `p${i}`, revision: 1, progress: i / 7 };
    const value = ['open', 'submitted', 'open', 'accepted', 'open', 'returned'][i % 6];
    return {
      kind: 'obligation',
      scope,
      snapshot: { value, context: i % 2 ? { ...context, ...filed } : context },
    };
  };
  const many = Array.from({ length: 600 }, (_, i) => owed(i));

  it('has a few cases for any number of obligations, whatever was filed when and by whom', () => {
    const book = new CaseBook(NEXT, rules);
    expect([...decideMany(many, NEXT, rules, book)]).toEqual(many.map((subject) => alone(subject, NEXT)));
    expect(book.count).toEqual({ cases: 4, equal: 596, alone: 0 });
  });

  it('goes on with what an earlier batch has worked out', () => {
    const book = new CaseBook(NEXT, rules);
    for (const batch of [many.slice(0, 300), many.slice(300)])
      expect([...decideMany(batch, NEXT, rules, book)]).toHaveLength(300);
    expect(book.count.cases).toBe(4);
  });

  it('says of a case which state follows and what is written, for statements on sets', () => {
    const book = new CaseBook(NEXT, rules);
    const cases = many.slice(0, 6).map((subject) => book.memberOf(subject)?.equal);
    expect(cases.map((one) => [one?.id, one?.value, one?.changes])).toEqual([
      [0, 'missed', []],
      [1, 'submitted', ['nextPeriodDue']],
      [0, 'missed', []],
      [2, undefined, []],
      [0, 'missed', []],
      [3, 'missed', []],
    ]);
  });

  it('takes a field that nobody has listed for one that is looked into, and keeps it as it is', () => {
    const book = new CaseBook(NEXT, rules);
    const withUnheard = (of: number, { snapshot, ...rest }: Subject): Subject => ({
      ...rest,
      snapshot: { value: 'submitted', context: { ...snapshot.context, unheardOf: { of } } },
    });
    const [first, second] = [withUnheard(0, owed(1)), withUnheard(1, owed(3))];
    expect([book.decide(first), book.decide(second)]).toEqual([alone(first, NEXT), alone(second, NEXT)]);
    expect(book.count.cases).toBe(1);
    const moved = { type: 'CALENDAR_CHANGED', at: NEXT.at, dueAt: '2024-05-06T09:30:00.000Z' };
    const lists = new CaseBook(moved, rules, { ...NAMES, obligation: {} });
    for (const subject of many.slice(0, 20)) expect(lists.decide(subject)).toEqual(alone(subject, moved));
  });

  it('shares what is equal, and lets nobody change it for the others', () => {
    const book = new CaseBook(NEXT, rules);
    const [one, other] = [book.decide(owed(0)), book.decide(owed(2))];
    if (!one.ok || !other.ok) throw new Error('refused');
    expect(one.effects[0]).toBe(other.effects[0]);
    expect(() => Object.assign(one.effects[0] as object, { name: 'another' })).toThrow(TypeError);
    expect(one.effects.at(-1)).not.toEqual(other.effects.at(-1));
  });

  it('leaves a name as it is that the event says, and decides alone where a text is none that a record can hold', () => {
    const line = lineWithTask();
    const said = new CaseBook({ type: 'TASK_LEFT', at: NEXT.at, taskId: 't1', reason: '撤回' }, rules);
    expect(said.decide(line)).toMatchObject({ ok: true, snapshot: { context: { taskIds: [] } } });
    expect(said.count).toEqual({ cases: 1, equal: 0, alone: 0 });
    const strange = new CaseBook({ ...NEXT, reason: '\u00000;' }, rules);
    strange.decide(owed(0));
    expect(strange.count).toEqual({ cases: 0, equal: 0, alone: 1 });
  });

  it('stops looking where hardly two are equal', () => {
    const moved = { type: 'CALENDAR_CHANGED', at: NEXT.at, dueAt: '2024-05-06T09:30:00.000Z' };
    const book = new CaseBook(moved, rules);
    const different = Array.from({ length: 2_100 }, (_, i): Subject => {
      const subject = owed(5);
      const filedAt = new Date(Date.parse('2024-04-20T01:00:00.000Z') + i).toISOString();
      return {
        ...subject,
        snapshot: { value: 'accepted', context: { ...subject.snapshot.context, filedAt, late: true } },
      };
    });
    for (const subject of different) book.decide(subject);
    expect(book.count).toEqual({ cases: 2_000, equal: 0, alone: 100 });
  });
});

/** A line that one task has joined, as it is read from its row: in memory parts of it are one object. */
function lineWithTask(): Subject {
  const input = { id: 'l', planId: 'plan', unitId: 'u', cadence: 'ten-day' } as const;
  const begun: Subject = {
    kind: 'reportingLine',
    snapshot: begin({ kind: 'reportingLine', input }, rules.policy),
    scope: { jurisdictionId: '430811', planCode: 'plan', actionCode: null, unitIds: ['u'] },
  };
  const joined = decide(
    begun,
    { type: 'TASK_JOINED', at: '2024-04-12T02:00:00.000Z', taskId: 't1', unitId: 'u', planId: 'plan' },
    rules,
    ENGINE_ACTOR,
  );
  if (!joined.ok) throw new Error(joined.rejection.message);
  return { ...begun, snapshot: JSON.parse(JSON.stringify(joined.snapshot)) as Snapshot };
}
