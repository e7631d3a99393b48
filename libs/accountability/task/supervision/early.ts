import type { CivilDate, Instant } from '#calendar';
import { comesEarly } from '../../ladder/next-rung.js';
import { cardsOfUnit, standingCards, type UnitCard } from '../../ladder/unit-cards.js';
import type { Policy } from '../../policy/policy.schema.js';
import type { TaskContext } from '../task.context.js';
import type { TaskClimb } from './climb.js';
import { rungAheadOf } from './ladder-of.js';

/**
 * A rung has taken effect: whether the next one comes at once by the count of the unit's cards, of all its lines and
 * tasks in the plan. Counted here and now only; what the event knows of elsewhere stays in the event.
 */
export function earlyAfter(
  context: TaskContext,
  climb: TaskClimb,
  { at, on, unitCards }: { at: Instant; on: CivilDate; unitCards?: UnitCard[] },
  policy: Policy,
): Pick<TaskContext, 'climbs' | 'cards'> {
  const { cards, climbs } = context;
  const ahead = rungAheadOf(climb, context, policy);
  if (climb.unitId === null || ahead?.rung.early === undefined) return { climbs, cards };
  const here = standingCards(context.id, cards, ({ unitId }) => unitId);
  if (!comesEarly(ahead.rung, cardsOfUnit(climb.unitId, here, unitCards), on)) return { climbs, cards };
  return { climbs: climbs.map((one) => (one === climb ? { ...climb, early: at } : one)), cards };
}
