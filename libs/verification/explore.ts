import { createHash } from 'node:crypto';
import type { Rules } from '#accountability';
import type { Instant } from '#calendar';
import { brokenBy, brokenIn, movedByEarly, movedByLate, movedByRepeat } from './invariants.js';
import { attempt, isTaken, movesIn, timePasses, type Move } from './moves.js';
import { movedByOthers } from './permitted.js';
import { nextInstant, type World } from './world.js';

export interface Bounds {
  /** How often persons may act on one way. Time may pass as often as clocks run. */
  readonly acts: number;
  /** Nobody looks further than this. */
  readonly until: Instant;
  /** Which moves persons may try; all if left out. */
  readonly moves?: ReadonlySet<string>;
}

export interface Explored {
  readonly states: number;
  readonly transitions: number;
  /** The most that persons acted, and how many times time passed, on the longest way. */
  readonly deepest: number;
  readonly finding: Finding | null;
}

/** A way into a world where something is broken, and what. */
export interface Finding {
  readonly broken: string;
  readonly way: readonly string[];
}

/** How one came somewhere. Worlds that are done with are not kept for it. */
interface Way {
  readonly by: string;
  readonly from: Way | null;
}

interface Open {
  readonly world: World;
  readonly acts: number;
  readonly way: Way;
  readonly depth: number;
}

/**
 * Every order in which persons can act and time can pass, within the bounds, breadth first, so that what is found is
 * found by a shortest way. Persons act at the instants at which clocks run down and anywhere after the beginning; a
 * world that was met before with no fewer acts left is not looked into again.
 */
export function explore(beginnings: readonly World[], bounds: Bounds, rules: Rules): Explored {
  const met = new Map<string, number>();
  let open: Open[] = beginnings.map((world) => ({
    world,
    acts: bounds.acts,
    way: { by: 'begin', from: null },
    depth: 0,
  }));
  const askedFor = new Set<string>();
  /** Who may do what follows from the states of the charts: it is asked once for each. */
  const asked = (world: World, move: Move): boolean => {
    const key = `${move.name}/${move.unitId ?? ''}/${statesOf(world)}`;
    return askedFor.size === askedFor.add(key).size;
  };
  const rungEarly = new Set<string>();
  /** What a clock does before its time follows from the states of the charts too: each is rung once in each. */
  const earlyIn = (world: World): string | undefined => {
    const states = statesOf(world);
    for (const [key, clock] of Object.entries(world.clocks)) {
      const rung = `${key}/${textOf(clock.detail)}/${states}`;
      if (clock.at <= world.now || rungEarly.size === rungEarly.add(rung).size) continue;
      const [bad] = movedByEarly(world, key, clock, rules);
      if (bad !== undefined) return bad;
    }
    return undefined;
  };
  let transitions = 0;
  let deepest = 0;
  while (open.length > 0) {
    const next: Open[] = [];
    for (const at of open) {
      const key = fingerprint(at.world);
      if ((met.get(key) ?? -1) >= at.acts) continue;
      const isNew = !met.has(key);
      met.set(key, at.acts);
      deepest = Math.max(deepest, at.depth);
      const told = isNew ? (brokenIn(at.world, rules)[0] ?? earlyIn(at.world)) : undefined;
      if (told !== undefined) return found(told, at);
      const add = (world: World, acts: number, by: string): void => {
        transitions += 1;
        next.push({ world, acts, way: { by, from: at.way }, depth: at.depth + 1 });
      };
      const instant = nextInstant(at.world);
      if (instant !== null && instant <= bounds.until) {
        const passed = timePasses(at.world, rules);
        if (passed) {
          const fired = Object.entries(at.world.clocks).filter(([, clock]) => clock.at === instant);
          const bad = brokenBy(at.world, passed, rules)[0] ?? movedByRepeat(passed.world, fired, rules)[0];
          if (bad !== undefined) return found(bad, at, `time passes to ${instant}`);
          add(passed.world, at.acts, `time passes to ${instant}`);
        }
      }
      if (at.acts === 0) continue;
      for (const move of movesIn(at.world)) {
        if (bounds.moves && !bounds.moves.has(move.name)) continue;
        if (!isTaken(at.world, move)) continue;
        const stepped = attempt(at.world, move, rules);
        if (stepped === null) continue;
        const bad =
          (asked(at.world, move) ? undefined : movedByOthers(at.world, move, rules)[0]) ??
          brokenBy(at.world, stepped, rules, move.name)[0] ??
          movedByLate(at.world, stepped, rules)[0];
        if (bad !== undefined) return found(bad, at, move.name);
        add(stepped.world, at.acts - 1, move.name);
      }
    }
    open = next;
  }
  return { states: met.size, transitions, deepest, finding: null };

  function found(broken: string, at: Open, last?: string): Explored {
    return {
      states: met.size,
      transitions,
      deepest,
      finding: { broken, way: [...wayTo(at), ...(last ? [last] : [])] },
    };
  }
}

function wayTo(at: Open): string[] {
  const way: string[] = [];
  for (let one: Way | null = at.way; one; one = one.from) way.unshift(one.by);
  return way;
}

/** Worlds share what has not changed between them: it is written out once. */
const texts = new WeakMap<object, string>();
function textOf(value: object): string {
  const known = texts.get(value);
  if (known !== undefined) return known;
  const text = JSON.stringify(value);
  texts.set(value, text);
  return text;
}

/** No text of a value has an end of a line in it. */
function fingerprint(world: World): string {
  const lines = [world.now, ...sorted(world.subjects), '', ...sorted(world.clocks), '', textOf(world.claims)];
  return createHash('sha1').update(lines.join('\n')).digest('base64');
}

const sorted = (record: Readonly<Record<string, object>>): string[] =>
  Object.keys(record)
    .sort()
    .map((key) => `${key} ${textOf(record[key] ?? {})}`);

/** The states of all charts. */
const states = new WeakMap<object, string>();
function statesOf({ subjects }: World): string {
  const known = states.get(subjects);
  if (known !== undefined) return known;
  const text = JSON.stringify(Object.values(subjects).map(({ snapshot }) => snapshot.value));
  states.set(subjects, text);
  return text;
}
