import fc from 'fast-check';
import { GOLDEN_STORIES, shippedRules } from '#testing';
import type { IncomingEvent, Snapshot, Subject, SubjectKind } from '../../index.js';
import type { FieldNames, Names } from '../names.js';

/** What was lived through once: a snapshot, and what happened to it then. The golden stories tell of every event. */
interface Lived {
  snapshot: Snapshot;
  event: IncomingEvent;
}

const lived: Record<SubjectKind, Lived[]> = { task: [], obligation: [], reportingLine: [] };
for (const story of GOLDEN_STORIES) {
  const told = story.tell(shippedRules());
  let snapshot = told.begun;
  for (const { event, snapshot: after } of told.taken) {
    lived[told.input.kind].push({ snapshot, event: { type: event.type, at: event.at, ...event.payload } });
    snapshot = after;
  }
  lived[told.input.kind].push({ snapshot, event: { type: 'UNHEARD_OF', at: '2024-12-31T16:00:00.000Z' } });
}

/** Names that look like something else: an instant, a placeholder, a state, a number, a field, nothing. */
const STRANGE_NAMES = [
  '2024-04-19T09:30:00.000Z',
  '2024-04 中旬',
  '\u00000;',
  '\u0000(',
  '0;',
  'open',
  '7',
  'null',
  '__proto__',
  'constructor',
  'taskId',
  '',
  'u1',
  'a"b\\c',
  '张三',
];

const SCOPE = { jurisdictionId: '430811', planCode: 'plan', actionCode: 'A1', unitIds: ['unit'] };

/** One thing that is done to a context to make another of it; numbers are taken as they come. */
type Change = { do: 'rename' | 'replace' | 'drop' | 'reorder' | 'share'; at: number; with: number };

const change: fc.Arbitrary<Change> = fc.record({
  do: fc.constantFrom('rename', 'rename', 'rename', 'replace', 'replace', 'drop', 'reorder', 'share'),
  at: fc.nat(1000),
  with: fc.nat(1000),
});

export interface Population {
  subjects: Subject[];
  event: IncomingEvent;
}

/**
 * Subjects of one kind in the states that the stories led them through, some alike but for their names, some changed in
 * one place or another, and one event of any type that happens to all of them.
 *
 * @param names which fields are names; subjects alike but for these there are many
 */
export const populationOf = (kind: SubjectKind, names: FieldNames): fc.Arbitrary<Population> =>
  fc
    .record({
      event: fc.nat(1000),
      // Mostly what happened to one of them; now and then something else.
      first: fc.option(fc.nat(1000), { nil: null, freq: 2 }),
      others: fc.array(fc.nat(1000), { maxLength: 3 }),
      members: fc.array(fc.record({ of: fc.nat(3), changes: fc.array(change, { maxLength: 3 }) }), {
        minLength: 4,
        maxLength: 14,
      }),
      eventChange: fc.option(fc.record({ at: fc.nat(50), with: fc.nat(1000) }), { nil: null, freq: 4 }),
    })
    .map(({ event, first, others, members, eventChange }) => {
      const pool = lived[kind];
      const chosen = pool[event % pool.length] as Lived;
      const bases = [chosen, ...(first === null ? [] : [first]), ...others].map((one) =>
        typeof one === 'number' ? (pool[one % pool.length] as Lived) : one,
      );
      const subjects = members.map(({ of, changes }): Subject => {
        const { value, context } = (bases[of % bases.length] as Lived).snapshot;
        return {
          kind,
          scope: SCOPE,
          snapshot: { value: copied(value), context: changed(copied(context), changes, names) },
        };
      });
      const happens = copied(chosen.event);
      return {
        subjects,
        event: eventChange ? { ...replacedIn(happens, eventChange), type: happens.type } : happens,
      };
    });

const copied = <Value>(value: Value): Value => JSON.parse(JSON.stringify(value)) as Value;

type Context = Record<string, unknown>;

function changed(context: Context, changes: readonly Change[], names: FieldNames): Context {
  return changes.reduce((before, { do: what, at, with: by }) => {
    switch (what) {
      case 'rename':
        return renamed(before, by % 3, names);
      case 'replace':
        return replacedIn(before, { at, with: by });
      case 'drop': {
        const keys = Object.keys(before);
        const gone = keys[at % keys.length];
        return by % 4 > 0
          ? before
          : Object.fromEntries(Object.entries(before).filter(([key]) => key !== gone));
      }
      case 'reorder':
        return Object.fromEntries(Object.entries(before).reverse());
      case 'share': {
        const objects = Object.entries(before).filter(
          ([, value]) => typeof value === 'object' && value !== null,
        );
        const [from, to] = [objects[at % objects.length], objects[by % objects.length]];
        return from && to && Array.isArray(from[1]) === Array.isArray(to[1])
          ? { ...before, [to[0]]: from[1] }
          : before;
      }
    }
  }, context);
}

/** The same subject under other names; in the third way some are the same as others. */
function renamed(context: Context, way: number, names: FieldNames): Context {
  const to = (name: string): string => {
    // The second way also turns their order round.
    if (way < 2)
      return way === 0 ? `${name}-2` : `${String.fromCharCode(250 - (name.charCodeAt(0) % 128))}${name}`;
    return name.slice(0, 1) || 'x';
  };
  const walk = (value: unknown, of: Names | undefined): unknown => {
    if (of === undefined || value === null) return value;
    if (of === 'name') return typeof value === 'string' && value !== '' ? to(value) : value;
    if ('each' in of) return Array.isArray(value) ? value.map((item) => walk(item, of.each)) : value;
    return typeof value === 'object' && !Array.isArray(value)
      ? Object.fromEntries(
          Object.entries(value as Context).map(([key, item]) => [key, walk(item, of.in[key])]),
        )
      : value;
  };
  return walk(context, { in: names }) as Context;
}

/** Something else in one place of it, of the same type or of another. */
function replacedIn<Value extends object>(
  whole: Value,
  { at, with: by }: { at: number; with: number },
): Value {
  const places = placesIn(whole);
  const place = places[at % Math.max(places.length, 1)];
  if (!place) return whole;
  const strings = places.map(({ value }) => value).filter((value) => typeof value === 'string');
  const candidates: unknown[] = [
    ...STRANGE_NAMES,
    ...strings,
    null,
    true,
    false,
    0,
    1,
    2,
    -0,
    99.5,
    [],
    {},
    ['u1'],
    undefined,
  ];
  const { value } = place;
  const another =
    by % 3 === 0 && typeof value === 'boolean'
      ? !value
      : by % 3 === 0 && typeof value === 'number'
        ? value + 1
        : by % 3 === 0 && typeof value === 'string'
          ? strings[by % strings.length]
          : candidates[by % candidates.length];
  return withAt(whole, place.path, another) as Value;
}

interface Place {
  path: string[];
  value: unknown;
}

function placesIn(value: unknown, path: string[] = []): Place[] {
  const below =
    typeof value === 'object' && value !== null
      ? Object.entries(value).flatMap(([key, item]) => placesIn(item, [...path, key]))
      : [];
  return path.length === 0 ? below : [{ path, value }, ...below];
}

function withAt(value: unknown, [key, ...rest]: readonly string[], to: unknown): unknown {
  if (key === undefined) return to;
  if (Array.isArray(value))
    return value.map((item: unknown, index) => (String(index) === key ? withAt(item, rest, to) : item));
  return Object.fromEntries(
    Object.entries(value as Context).map(([name, item]) => [
      name,
      name === key ? withAt(item, rest, to) : item,
    ]),
  );
}
