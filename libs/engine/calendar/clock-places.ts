import type { TaskContext } from '#accountability';
import { project, type Budget, type Instant, type Suspension, type WorkingCalendar } from '#calendar';
import type { DeadlineRead, SeenClock } from '#persistence';

/** Where a calendar has a clock. */
export interface ClockPlace {
  at: Instant | null;
  /** Where it would have it, were that not behind now; null: it stands where the calendar has it. */
  wouldBe: Instant | null;
}

/** Its new instant; but one that the calendar would put behind now keeps the instant it had. */
export function whereItGoes(clock: DeadlineRead, calendar: WorkingCalendar, now: Instant): ClockPlace {
  const { at } = project(clock.budget, clock.suspensions, calendar);
  return placed(at, clock.projectedAt, now);
}

function placed(at: Instant | null, before: Instant | null, now: Instant): ClockPlace {
  if (at === null || before === null || before <= now) return { at: before, wouldBe: null };
  return at <= now ? { at: before, wouldBe: at } : { at, wouldBe: null };
}

/** The same for many clocks that are only looked at: what says the same is projected once. */
export class SeenPlaces {
  readonly #calendar: WorkingCalendar;
  readonly #now: Instant;
  readonly #projected = new Map<string, Instant | null>();

  constructor(calendar: WorkingCalendar, now: Instant) {
    this.#calendar = calendar;
    this.#now = now;
  }

  of({ budget, suspensions, projectedAt }: SeenClock): ClockPlace {
    const said = `${budget}\n${suspensions}`;
    let at = this.#projected.get(said);
    if (at === undefined) {
      at = project(JSON.parse(budget) as Budget, JSON.parse(suspensions) as Suspension[], this.#calendar).at;
      this.#projected.set(said, at);
    }
    return placed(at, projectedAt, this.#now);
  }
}

/** A unit hears of the clocks that it acts by; those of the offices that review stand on their own desks. */
const OF_OFFICES = /^(?:gate|dispute|issue|silentAcceptance|rung)/;

/** Whether units are told where that clock goes. */
export const isToldOfTask = ({ subjectKind, name }: Pick<DeadlineRead, 'subjectKind' | 'name'>): boolean =>
  subjectKind === 'task' && !OF_OFFICES.test(name);

/** Who acts by a clock of a task: the unit that is waited for, or has the card to answer; else those that lead. */
export function actingBy(
  { name }: Pick<DeadlineRead, 'name'>,
  { leadUnitIds, blockage, cards }: Pick<TaskContext, 'leadUnitIds' | 'blockage' | 'cards'>,
): readonly string[] {
  if (name === 'awaited' && blockage) return [blockage.byUnitId];
  // Contested, it is for the supervision office to decide.
  if (name === 'blockage' && blockage) return blockage.state === 'claimed' ? [blockage.byUnitId] : [];
  const [, generation] = /^answer:(\d+):/.exec(name) ?? [];
  const card = cards.find((one) => String(one.generation) === generation);
  return card ? [card.unitId] : leadUnitIds;
}
