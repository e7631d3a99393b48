import fc from 'fast-check';
import { shippedRules } from '#testing';
import { decide, ENGINE_ACTOR, identifierOf, type IncomingEvent, type Subject } from '../index.js';
import { CaseBook } from './case-book.js';
import { NAMES } from './names-of-kinds.js';
import { populationOf } from './testing/populations.js';
import { UnmovedCases } from './unmoved-cases.js';

const rules = shippedRules();
const scope = { jurisdictionId: '430811', planCode: '', actionCode: null, unitIds: [] };

interface Missed {
  subject: Subject;
  event: IncomingEvent;
  said: { id: string; planId: string; value: string; context: string };
}

/** A task as its row would hold it, with ids for names, that hears of a report which its first unit has missed. */
function missed({ snapshot: { value, context } }: Subject, index: number): Missed {
  const [id, planId, unitId] = ['task', 'plan', 'unit'].map((what) => identifierOf(what, String(index))) as [
    string,
    string,
    string,
  ];
  const { leadUnitIds } = context;
  const leads = Array.isArray(leadUnitIds) ? (leadUnitIds as unknown[]) : [];
  const first = typeof leads[0] === 'string' && leads[0].length > 1 ? JSON.stringify(leads[0]) : null;
  const text = JSON.stringify({ ...context, id, planId });
  const named = first === null ? text : text.replaceAll(first, JSON.stringify(unitId));
  const event = { type: 'REPORT_MISSED', at: '2024-04-30T09:30:00.000Z', unitId, period: '2024-04 中旬' };
  const stored = JSON.parse(named) as Record<string, unknown>;
  return {
    subject: { kind: 'task', snapshot: { value, context: stored }, scope },
    event,
    said: { id, planId, value: JSON.stringify(value), context: named },
  };
}

const stored = (value: unknown): unknown => JSON.parse(JSON.stringify(value));

describe('tasks that hear of a missed report', () => {
  it('are said to take note of it only where the chart says so of each, and of the very event', () => {
    const count = { unmoved: 0, moved: 0 };
    fc.assert(
      fc.property(populationOf('task', NAMES.task), ({ subjects }) => {
        const cases = new UnmovedCases('task');
        subjects.forEach((one, index) => {
          const { subject, event, said } = missed(one, index);
          const found = cases.of(said, event, rules);
          if (found === null) {
            count.moved += 1;
            return;
          }
          const decided = decide(subject, event, rules, ENGINE_ACTOR);
          if (found === 'refused') return void expect(decided.ok).toBe(false);
          count.unmoved += 1;
          expect(decided).toMatchObject({ ok: true, effects: [] });
          if (!decided.ok) return;
          expect(JSON.stringify(found.event)).toBe(JSON.stringify(decided.event));
          expect(stored(decided.snapshot)).toEqual(stored(subject.snapshot));
        });
      }),
      { numRuns: 80, seed: 42 },
    );
    expect(count.unmoved).toBeGreaterThan(50);
    expect(count.moved).toBeGreaterThan(50);
  });
});

describe('obligations of which only some fields are read', () => {
  it('are of a case only where what was left out did not come into it', () => {
    let sparse = 0;
    fc.assert(
      fc.property(populationOf('obligation', NAMES.obligation), fc.nat(40), ({ subjects, event }, also) => {
        const book = new CaseBook(event, rules);
        subjects.forEach((subject, index) => {
          const { value, context } = subject.snapshot;
          const { asked } = book;
          const fields = Object.keys(context);
          // Now and then also one is missing that is asked for.
          const leftOut = new Set(
            index === 0 || asked === null ? [] : fields.filter((field, n) => !asked.has(field) || n === also),
          );
          const kept = Object.fromEntries(Object.entries(context).filter(([field]) => !leftOut.has(field)));
          const part: Subject = { ...subject, snapshot: { value, context: kept } };
          const member = book.memberOf(part, leftOut);
          if (member === null) return;
          const { changes } = member.equal;
          if (changes === null) return;
          const found = member.equal.decisionFor(kept, member.names);
          const decided = decide(subject, event, rules, ENGINE_ACTOR);
          expect(found.ok).toBe(decided.ok);
          if (!found.ok || !decided.ok) return;
          if (leftOut.size > 0) sparse += 1;
          expect(JSON.stringify([found.event, found.effects])).toBe(
            JSON.stringify([decided.event, decided.effects]),
          );
          expect(found.snapshot.value).toEqual(decided.snapshot.value);
          const written = Object.fromEntries(changes.map((field) => [field, found.snapshot.context[field]]));
          expect({ ...context, ...written }).toEqual(decided.snapshot.context);
        });
      }),
      { numRuns: 150, seed: 42 },
    );
    expect(sparse).toBeGreaterThan(100);
  });
});
