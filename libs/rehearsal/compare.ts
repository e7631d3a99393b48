import type { Instant } from '#calendar';
import type { RungFact } from './rung-log.js';

/** What became of a rung under the rehearsed policy. */
export type Change = 'same' | 'sooner' | 'later' | 'gone' | 'additional' | 'otherwise';

export interface Difference {
  change: Change;
  recorded: RungFact | null;
  rehearsed: RungFact | null;
}

export interface Stretch {
  from: Instant;
  /** Exclusive. */
  to: Instant;
}

/** Sets what was recorded beside what was rehearsed: the same matter on the same rung, whatever its number there. */
export function compareRungs(
  recorded: readonly RungFact[],
  rehearsed: readonly RungFact[],
  stretch: Stretch,
): Difference[] {
  const before = bySlot(recorded);
  const after = bySlot(rehearsed);
  const differences = [...new Set([...before.keys(), ...after.keys()])].flatMap((slot) => {
    const [was, is] = [before.get(slot) ?? null, after.get(slot) ?? null];
    const touches = [was, is].some((fact) => fact !== null && touchesStretch(fact, stretch));
    return touches ? [{ change: changeOf(was, is), recorded: was, rehearsed: is }] : [];
  });
  return differences.sort((a, b) => (orderOf(a) < orderOf(b) ? -1 : 1));
}

/** Reached in the stretch, or put in force in it. */
export const touchesStretch = ({ reachedAt, issuedAt }: RungFact, stretch: Stretch): boolean =>
  isIn(reachedAt, stretch) || (issuedAt !== null && isIn(issuedAt, stretch));

export const isIn = (at: Instant, { from, to }: Stretch): boolean => at >= from && at < to;

function changeOf(was: RungFact | null, is: RungFact | null): Change {
  if (was === null) return 'additional';
  if (is === null) return 'gone';
  if (was.reachedAt !== is.reachedAt) return is.reachedAt < was.reachedAt ? 'sooner' : 'later';
  if (was.issuedAt !== is.issuedAt) {
    if (is.issuedAt === null || was.issuedAt === null) return 'otherwise';
    return is.issuedAt < was.issuedAt ? 'sooner' : 'later';
  }
  return was.rescinded === is.rescinded && was.label === is.label ? 'same' : 'otherwise';
}

function bySlot(facts: readonly RungFact[]): Map<string, RungFact> {
  const slots = new Map<string, RungFact>();
  const counts = new Map<string, number>();
  for (const fact of facts) {
    // Two rungs of one colour in one climb: the first answers to the first.
    const count = (counts.get(fact.slot) ?? 0) + 1;
    counts.set(fact.slot, count);
    slots.set(count === 1 ? fact.slot : `${fact.slot}#${count}`, fact);
  }
  return slots;
}

const orderOf = ({ recorded, rehearsed }: Difference): string =>
  `${recorded?.reachedAt ?? rehearsed?.reachedAt ?? ''}/${recorded?.slot ?? rehearsed?.slot ?? ''}`;
