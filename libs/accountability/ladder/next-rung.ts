import type { Budget, CivilDate, Instant } from '#calendar';
import type { Rung } from '../policy/policy.schema.js';
import type { Card, Climb } from './climb.js';

export interface NextRung {
  rung: Rung;
  budget: Budget;
  /** Why it comes when it comes: in its turn, or at once by the scheme's own rule. */
  because: 'offset' | 'early';
}

/**
 * The rung after those reached, and the budget of its clock: its offset from the missed due time, but never sooner
 * after the rung before it took effect than the gap between their offsets; at once where the scheme says so
 * ("2 blue in the quarter"). Null at the top of the ladder.
 *
 * @param index the place of that rung, where those before it are passed over
 */
export function nextRung(
  ladder: { rungs: readonly Rung[] },
  climb: Pick<Climb, 'reached' | 'causeDueAt' | 'effectiveAt'>,
  cards: readonly Pick<Card, 'colour' | 'on'>[],
  now: Instant,
  today: CivilDate,
  index = climb.reached,
): NextRung | null {
  const rung = ladder.rungs[index];
  if (!rung) return null;
  if (climb.reached > 0 && comesEarly(rung, cards, today)) {
    return { rung, budget: { kind: 'workingDays', from: now, days: 0 }, because: 'early' };
  }
  const fromDue: Budget = offsetFrom(climb.causeDueAt, rung.offset);
  const before = ladder.rungs[climb.reached - 1];
  if (!before || climb.effectiveAt === null) return { rung, budget: fromDue, because: 'offset' };
  const gap = rung.offset.workingDays - before.offset.workingDays;
  return {
    rung,
    budget: { kind: 'latestOf', of: [fromDue, { kind: 'workingDays', from: climb.effectiveAt, days: gap }] },
    because: 'offset',
  };
}

/** An offset of the policy as a budget from an instant. */
export function offsetFrom(from: Instant, offset: { workingDays: number; at?: string | undefined }): Budget {
  return offset.at === undefined
    ? { kind: 'workingDays', from, days: offset.workingDays }
    : { kind: 'workingDays', from, days: offset.workingDays, at: offset.at };
}

/** Whether enough cards of the level that the rule counts were earned in the quarter or year of `today`. */
export function comesEarly(
  rung: Pick<Rung, 'early'>,
  cards: readonly Pick<Card, 'colour' | 'on'>[],
  today: CivilDate,
): boolean {
  const rule = rung.early;
  if (!rule) return false;
  const stretch = rule.within === 'year' ? yearOf : quarterOf;
  return (
    cards.filter((card) => card.colour === rule.colour && stretch(card.on) === stretch(today)).length >=
    rule.count
  );
}

const yearOf = (date: CivilDate): string => date.slice(0, 4);
const quarterOf = (date: CivilDate): string =>
  `${date.slice(0, 4)}Q${Math.ceil(Number(date.slice(5, 7)) / 3)}`;
